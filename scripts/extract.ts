/** `npm run extract -- FILE`: prints the names in a document as JSON. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.ts';
import './tell-failure.ts';

/** npm runs scripts in the project's folder, and tells where it was called. */
const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('Which file? npm run -s extract -- FILE [--language en]');
  process.exit(2);
}
// pdf.js drops promises on damaged files; what is wrong with one is told all the same.
process.on('unhandledRejection', (error) => console.error(String(error)));
const { module, close } = await loadModule<typeof import('./extraction/extract-file.ts')>(
  'scripts/extraction/extract-file.ts',
);
try {
  console.log(JSON.stringify(await module.extractFile(from(file), values.language)));
} catch (error) {
  console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await close();
}

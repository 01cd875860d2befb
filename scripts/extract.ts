/** `npm run extract -- FILE`: prints the names in a document as JSON. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const ROOT = resolve(import.meta.dirname, '..');
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
const { module } = await runnerImport<typeof import('./extraction/extract-file.ts')>(
  resolve(ROOT, 'scripts/extraction/extract-file.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);
const text = readFileSync(from(file), 'utf8');
process.stdout.write(`${JSON.stringify(module.extractText(text, values.language))}\n`);

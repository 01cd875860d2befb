/** `npm run pack -- <folder> [--out file] [--overlay file]`: makes a pack of the sources and documents in a folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadModule } from './load-module.ts';
import './tell-failure.ts';

/** npm runs scripts in the project's folder, and tells where it was called. */
const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, overlay: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Which folder? npm run pack -- <folder> [--out file] [--overlay file]');
  process.exit(2);
}
const out = from(values.out ?? `${basename(from(folder))}.zip`);

// pdf.js drops promises on damaged files; what is wrong with one is told all the same.
process.on('unhandledRejection', (error) => console.error(String(error)));
const { module, close } = await loadModule<typeof import('../modules/seeds/pack-folder.ts')>(
  'modules/seeds/pack-folder.ts',
);
const began = performance.now();
try {
  const { bytes, packed, problems, length } = await module.packFolder(
    from(folder),
    values.overlay === undefined ? null : readFileSync(from(values.overlay), 'utf8'),
    (read, of) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${read} of ${of} sources`);
    },
  );
  const seconds = (performance.now() - began) / 1000;
  if (process.stdout.isTTY) console.log();
  if (problems.length > 0) {
    console.error(
      `${problems.length} fault(s):\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  if (packed.length > 0) {
    writeFileSync(out, bytes);
    console.log(
      `${out}: ${packed.length} source(s), ${(length / 1e6).toFixed(1)} million characters, ${(bytes.byteLength / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s`,
    );
  }
  // What is refused must be noticed by whoever made the folder.
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await close();
}

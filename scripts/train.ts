/**
 * `npm run train -- <data folder>`: trains the name models anew and writes them into `assets/names/`. Takes some
 * minutes; the same data give the same bytes on every machine. `--only kk` trains one.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const from = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Where are the data? npm run train -- <folder of .jsonl> [--only en]');
  process.exit(2);
}
const { module } = await runnerImport<typeof import('./train/train-all.ts')>(
  resolve(ROOT, 'scripts/train/train-all.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);
module.trainAll(from(folder), values.only, (line) => console.log(line));

/**
 * `npm run extraction -- [data folder]`: measures how well names are found, and writes the tables of
 * docs/extraction.md. Without the data of training only the documents of the repository are measured, and nothing is
 * written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = resolve(ROOT, 'docs/extraction.md');
const [BEGIN, END] = ['<!-- npm run extraction -->', '<!-- end -->'];
const [folder] = process.argv.slice(2);

const { module } = await runnerImport<typeof import('./extraction/report.ts')>(
  resolve(ROOT, 'scripts/extraction/report.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);
const data = folder === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), folder);
const report = module.report(data, (line) => console.error(line));
console.log(report);
if (data !== null) {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) {
    throw new Error(
      `docs/extraction.md has no place for the tables: put “${BEGIN}” and “${END}” there.`,
    );
  }
  writeFileSync(DOCUMENT, `${text.slice(0, start + BEGIN.length)}\n${report}\n${text.slice(end)}`);
}

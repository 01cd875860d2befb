/** `npm run ranking`: measures ranking on the judged set and writes the tables into docs/ranking.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = resolve(ROOT, 'docs/ranking.md');
const [BEGIN, END] = ['<!-- npm run ranking -->', '<!-- end -->'];

const { module } = await runnerImport<typeof import('../tests/ranking/evaluate.ts')>(
  resolve(ROOT, 'tests/ranking/evaluate.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);
const { RANKERS, compare, measure, readItems } = module;

const items = readItems();
const parts = [
  items.filter(({ half }) => half === 'tune'),
  items.filter(({ half }) => half === 'test'),
  items,
];
const { Sidelight, ...simpler } = RANKERS;

const table = (...rows: Array<Array<string | number>>) =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const measured: string[][] = [];
for (const [name, rank] of Object.entries(RANKERS)) {
  const all = await Promise.all(parts.map((part) => measure(rank, part)));
  measured.push([
    name,
    ...all.map(({ ndcg }) => ndcg.toFixed(2)),
    ...all.map(({ first }) => `${Math.round(first * 100)} %`),
  ]);
}
const compared: Array<Array<string | number>> = [];
for (const [name, rank] of Object.entries(simpler)) {
  const { better, equal, worse, p } = await compare(Sidelight, rank, items);
  compared.push([name, better, equal, worse, p < 0.001 ? '< 0.001' : p.toFixed(3)]);
}
const report = `
${table(
  ['', 'NDCG@3: tune', 'test', 'all', 'First right: tune', 'test', 'all'],
  Array(7).fill('---'),
  ...measured,
)}

${table(
  ['Sidelight against, by NDCG@3 on all', 'better', 'equal', 'worse', 'sign test, p'],
  Array(5).fill('---'),
  ...compared,
)}
`;
console.log(report);

const text = readFileSync(DOCUMENT, 'utf8');
const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (start < 0 || end < start) {
  throw new Error(
    `docs/ranking.md has no place for the tables: put “${BEGIN}” and “${END}” there.`,
  );
}
writeFileSync(DOCUMENT, `${text.slice(0, start + BEGIN.length)}\n${report}\n${text.slice(end)}`);

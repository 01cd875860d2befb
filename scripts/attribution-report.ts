/** `npm run attribution`: precision and recall of attribution, written into docs/extraction.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadModule } from './load-module.ts';
import './tell-failure.ts';

const DOCUMENT = resolve(import.meta.dirname, '../docs/extraction.md');
const [BEGIN, END] = ['<!-- npm run attribution -->', '<!-- end of attribution -->'];

const { module: annotated, close } = await loadModule<
  typeof import('../tests/attribution/annotated.ts')
>('tests/attribution/annotated.ts');
const rows = await annotated.tableOf();
await close();
const table = [
  '| document | turns: P | R | hedges: P | R | reported speech: P | R |',
  '|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
console.log(table);
const text = readFileSync(DOCUMENT, 'utf8');
const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (start < 0 || end < start) throw new Error(`docs/extraction.md needs ${BEGIN} and ${END}.`);
writeFileSync(DOCUMENT, `${text.slice(0, start + BEGIN.length)}\n${table}\n${text.slice(end)}`);

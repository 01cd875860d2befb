/** The judged set of docs/figures.md: reads it, pairs the figures, and counts what is right. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { figuresBeside } from '../../core/figures/beside';

const Judged = v.array(
  v.strictObject({
    language: v.picklist(['en', 'ru', 'zh', 'kk', 'mixed']),
    paragraph: v.string(),
    passage: v.string(),
    pairs: v.array(v.tuple([v.string(), v.string()])),
  }),
);

export type Half = 'tune' | 'test';
export type Item = v.InferOutput<typeof Judged>[number] & { half: Half };

export interface Totals {
  expected: number;
  found: number;
  right: number;
}

/** @throws when a judged string does not stand in its text */
export function readItems(): Item[] {
  const file = readFileSync(new URL('judged.yaml', import.meta.url), 'utf8');
  return v.parse(Judged, parse(file)).map((item, i) => {
    for (const [read, source] of item.pairs) {
      if (item.paragraph.includes(read) && item.passage.includes(source)) continue;
      throw new Error(`judged.yaml, item ${i + 1}: “${read}” or “${source}” is not in its text.`);
    }
    return { ...item, half: i % 2 === 0 ? 'tune' : 'test' };
  });
}

/** What is shown for an item. */
function shownFor({ paragraph, passage }: Item): Array<[string, string]> {
  return figuresBeside(paragraph, passage).map(({ read, source }) => [
    paragraph.slice(read.start, read.end),
    passage.slice(source.start, source.end),
  ]);
}

export function measure(items: readonly Item[]): Totals {
  const totals: Totals = { expected: 0, found: 0, right: 0 };
  for (const item of items) {
    const shown = shownFor(item);
    totals.expected += item.pairs.length;
    totals.found += shown.length;
    totals.right += shown.filter((pair) => isRight(pair, item)).length;
  }
  return totals;
}

/** All that was to be shown is, with no more than a few words around. */
function isRight([read, source]: [string, string], { pairs }: Item): boolean {
  return pairs.some(
    ([here, there]) =>
      read.includes(here) &&
      source.includes(there) &&
      read.length <= here.length + MOST_AROUND &&
      source.length <= there.length + MOST_AROUND,
  );
}
const MOST_AROUND = 25;

export function precision({ found, right }: Totals): number {
  return found === 0 ? 1 : right / found;
}

export function recall({ expected, right }: Totals): number {
  return right / expected;
}

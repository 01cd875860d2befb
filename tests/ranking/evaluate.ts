/** The judged set of docs/ranking.md: reads it, ranks by ours and by three simpler ways, and measures. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../core/choices/settings';
import type { EntityId, Passage } from '../../core/model/source';
import { formsOf } from '../../core/names/encode-name-index';
import { library, ours, seed } from '../fixtures/seed';
import { matchesIn } from '../reference/match-text';
import { bm25 } from './bm25';

const Judged = v.strictObject({
  source: v.literal(seed.source.id),
  items: v.array(
    v.strictObject({
      entity: v.string(),
      paragraph: v.string(),
      grades: v.record(v.string(), v.picklist([0, 1, 2, 3])),
    }),
  ),
});

export type Half = 'tune' | 'test';

export interface Item {
  half: Half;
  entity: EntityId;
  paragraph: string;
  /** Entities that the paragraph names, as a page finds them. */
  named: EntityId[];
  /** The passages that name the entity, in the order of the source. */
  candidates: Passage[];
  /** By ordinal; 0 where it says nothing. */
  gradeOf(ordinal: number): number;
}

/** A way of ranking: ordinals, best first. */
export type Ranker = (item: Item) => number[] | Promise<number[]>;

const namesIn = new Map<string, EntityId[]>();
for (const { passage, entity } of seed.mentions) {
  namesIn.set(passage, [...(namesIn.get(passage) ?? []), entity]);
}
const spoken = seed.passages.filter(({ turn }) => turn !== 'boilerplate');
const textOf = ({ start, end }: Passage) => seed.text.slice(start, end);
const forms = [...formsOf([seed])];

/** @throws when a paragraph does not name its entity, or a grade is given to a passage that does not */
export function readItems(): Item[] {
  const file = readFileSync(new URL('judged.yaml', import.meta.url), 'utf8');
  return v.parse(Judged, parse(file)).items.map(({ entity: name, paragraph, grades }, i) => {
    const entity = ours(name);
    const named = [...new Set(matchesIn(paragraph, forms).map((match) => match.entity))];
    const where = `Item ${i + 1} of judged.yaml (${name}, “${paragraph.slice(0, 40)}…”)`;
    if (!named.includes(entity)) throw new Error(`${where} does not name its entity.`);
    const candidates = spoken.filter(({ id }) => namesIn.get(id)?.includes(entity));
    for (const ordinal of Object.keys(grades)) {
      if (!candidates.some((passage) => passage.ordinal === Number(ordinal))) {
        throw new Error(`${where}: passage ${ordinal} does not name the entity.`);
      }
    }
    return {
      half: i % 2 === 0 ? 'tune' : 'test',
      entity,
      paragraph,
      named,
      candidates,
      gradeOf: (ordinal) => grades[ordinal] ?? 0,
    };
  });
}

/** Best first; equal scores keep the order of the source. */
const by =
  (score: (item: Item) => (passage: Passage) => number): Ranker =>
  (item) => {
    const scoreOf = score(item);
    return item.candidates
      .map((passage) => ({ ordinal: passage.ordinal, score: scoreOf(passage) }))
      .sort((a, b) => b.score - a.score)
      .map(({ ordinal }) => ordinal);
  };

const wordsScore = bm25(spoken.map(textOf));

export const RANKERS = {
  Sidelight: async ({ entity, paragraph, named }: Item) => {
    const context = { paragraph, entities: named };
    const question = { id: entity, isSourceChosen: false, matchedAs: null, context };
    const { passages } = await library.card(question, DEFAULT_SETTINGS);
    return passages.map(({ ordinal }) => ordinal);
  },
  'Order of the source': by(() => () => 0),
  'How often it names the entity': by(
    ({ entity }) =>
      ({ id }) =>
        namesIn.get(id)?.filter((other) => other === entity).length ?? 0,
  ),
  BM25: by(
    ({ paragraph }) =>
      (passage) =>
        wordsScore(paragraph, textOf(passage)),
  ),
};

const DEPTH = 3;

/** Normalised discounted cumulative gain of the first three, with gains of 2^grade − 1: 0 to 1. */
export function ndcg(order: readonly number[], { candidates, gradeOf }: Item): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const best = candidates.map(({ ordinal }) => gradeOf(ordinal)).sort((a, b) => b - a);
  return gain(order.map(gradeOf)) / gain(best);
}

/** True when no passage is graded higher than the first. */
export function isFirstRight([first = 0]: readonly number[], item: Item): boolean {
  return item.candidates.every(({ ordinal }) => item.gradeOf(ordinal) <= item.gradeOf(first));
}

/** What a way of ranking reaches on some items, each from 0 to 1. */
export async function measure(rank: Ranker, items: readonly Item[]) {
  const orders = await Promise.all(items.map(rank));
  const mean = (of: (order: number[], item: Item) => number) =>
    items.reduce((sum, item, i) => sum + of(orders[i] ?? [], item), 0) / items.length;
  return { ndcg: mean(ndcg), first: mean((order, item) => Number(isFirstRight(order, item))) };
}

/** On how many items the first is better, equal or worse by NDCG@3, and how likely that is by chance. */
export async function compare(one: Ranker, other: Ranker, items: readonly Item[]) {
  const counts = { better: 0, equal: 0, worse: 0 };
  for (const item of items) {
    const difference = ndcg(await one(item), item) - ndcg(await other(item), item);
    counts[difference > 0 ? 'better' : difference < 0 ? 'worse' : 'equal']++;
  }
  return { ...counts, p: signTest(counts.better, counts.worse) };
}

/** Two-sided: how likely a split at least as uneven is, were both equally good. */
function signTest(better: number, worse: number): number {
  const total = better + worse;
  let tail = 0;
  let ways = 1;
  for (let k = 0; k <= Math.min(better, worse); k++) {
    tail += ways / 2 ** total;
    ways = (ways * (total - k)) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}

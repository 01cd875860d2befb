/** The judged set of docs/ranking.md: reads it, ranks by ours and by three simpler ways, and measures. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../core/choices/settings';
import type { WhatIsRead } from '../../core/library/what-is-read';
import type { EntityId, Passage, Span } from '../../core/model/source';
import type { CardContent } from '../../core/model/views';
import { matchesIn } from '../reference/match-text';
import { type JudgedSource, SOURCES } from './sources';

const LANGUAGES = ['en', 'ru', 'kk', 'zh', 'ug'] as const;
type Language = (typeof LANGUAGES)[number];

const JudgedItem = v.strictObject({
  entity: v.string(),
  paragraph: v.string(),
  mark: v.optional(v.string()),
  says: v.optional(v.boolean(), false),
  shown: v.optional(v.array(v.number()), []),
  apart: v.optional(v.boolean(), false),
  language: v.optional(v.picklist(LANGUAGES)),
  grades: v.record(v.string(), v.picklist([0, 1, 2, 3])),
});
const Judged = v.strictObject({
  sets: v.array(v.strictObject({ source: v.string(), items: v.array(JudgedItem) })),
});

export type Half = 'tune' | 'test';

/** What is special about an item; see the top of judged.yaml. */
export type Kind = 'headline' | 'says' | 'shown' | 'apart' | 'other language';

export interface Item {
  source: JudgedSource;
  half: Half;
  kinds: Kind[];
  entity: EntityId;
  paragraph: string;
  /** Where the mark stands in the paragraph. */
  at: Span;
  /** Entities that the paragraph names, as a page finds them, and where. */
  named: WhatIsRead['named'];
  /** The candidates are what the entity, a person, says. */
  says: boolean;
  /** Ordinals of passages that the page has shown before. */
  shown: number[];
  language: Language;
  /** The passages that name the entity, or that the person says, in the order of the source. */
  candidates: Passage[];
  /** By ordinal; 0 where it says nothing. */
  gradeOf(ordinal: number): number;
}

/** A way of ranking: ordinals, best first. */
export type Ranker = (item: Item) => number[] | Promise<number[]>;

/**
 * @throws when a mark does not name its entity, a person says nothing, or a grade or what was shown is no passage
 * that it could be
 */
export function readItems(): Item[] {
  const file = readFileSync(new URL('judged.yaml', import.meta.url), 'utf8');
  return v.parse(Judged, parse(file)).sets.flatMap(({ source: id, items }) => {
    const source = SOURCES.get(id);
    if (!source) throw new Error(`judged.yaml: there is no source “${id}”.`);
    return items.map((item, i) => {
      try {
        return readItem(source, item, i % 2 === 0 ? 'tune' : 'test');
      } catch (cause) {
        const opening = item.paragraph.slice(0, 40);
        const where = `judged.yaml, ${id}, item ${i + 1} (${item.entity}, “${opening}…”)`;
        throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    });
  });
}

function readItem(
  source: JudgedSource,
  { entity: name, paragraph, mark, says, shown, grades, ...item }: JudgedItem,
  half: Half,
): Item {
  const entity: EntityId = `${source.index.source.id}/${name}`;
  const matches = matchesIn(paragraph, source.forms);
  const pointedAt =
    mark === undefined ? { start: 0, end: paragraph.length } : onlyPlace(paragraph, mark);
  const at = matches.find(
    (match) =>
      match.entity === entity && match.start >= pointedAt.start && match.end <= pointedAt.end,
  );
  if (!at) throw new Error('the mark does not name the entity.');
  const candidates = says
    ? source.saidBy(entity)
    : source.passages.filter((passage) => source.timesNamed(passage, entity) > 0);
  if (!candidates) throw new Error('the entity is nobody who speaks in the source.');
  const isIn = (passages: readonly Passage[], number: number) =>
    passages.some(({ ordinal }) => ordinal === number);
  for (const ordinal of Object.keys(grades).map(Number)) {
    if (!isIn(candidates, ordinal)) throw new Error(`passage ${ordinal} is no candidate.`);
  }
  for (const ordinal of shown) {
    if (!isIn(source.passages, ordinal)) throw new Error(`passage ${ordinal} cannot be shown.`);
  }
  const language = item.language ?? languageOf(paragraph);
  const kinds: Array<[Kind, boolean]> = [
    ['headline', paragraph.includes('\n')],
    ['says', says],
    ['shown', shown.length > 0],
    ['apart', item.apart],
    ['other language', language !== 'en'],
  ];
  return {
    source,
    half,
    kinds: kinds.flatMap(([kind, is]) => (is ? [kind] : [])),
    entity,
    paragraph,
    at: { start: at.start, end: at.end },
    named: matches.map((match) => [match.entity, match.start]),
    says,
    shown,
    language,
    candidates,
    gradeOf: (ordinal) => grades[ordinal] ?? 0,
  };
}

type JudgedItem = v.InferOutput<typeof JudgedItem>;

function onlyPlace(paragraph: string, mark: string): Span {
  const start = paragraph.indexOf(mark);
  if (start < 0 || paragraph.lastIndexOf(mark) !== start) {
    throw new Error(`“${mark}” does not stand in the paragraph once.`);
  }
  return { start, end: start + mark.length };
}

/** By its letters. */
function languageOf(text: string): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Arabic}/u.test(text)) return 'ug';
  if (/\p{Script=Cyrillic}/u.test(text)) return /[әғқңөұүһі]/i.test(text) ? 'kk' : 'ru';
  return 'en';
}

/** Best first; equal scores keep the order of the source. */
const by =
  (score: (item: Item, passage: Passage) => number): Ranker =>
  (item) =>
    item.candidates
      .map((passage) => ({ ordinal: passage.ordinal, score: score(item, passage) }))
      .sort((a, b) => b.score - a.score)
      .map(({ ordinal }) => ordinal);

/** The card of the entity, to a reader who points at the mark. */
export function cardFor({
  source,
  entity,
  says,
  paragraph,
  at,
  named,
  shown,
}: Item): Promise<CardContent> {
  const question = {
    id: entity,
    isSourceChosen: false,
    view: says ? ('says' as const) : ('about' as const),
    matchedAs: null,
    read: { paragraph, at: at.start, named },
    shown: shown.map((ordinal) => `${source.index.source.id}/${ordinal}`),
  };
  return source.library.card(question, DEFAULT_SETTINGS);
}

export const RANKERS = {
  Sidelight: async (item: Item) => (await cardFor(item)).passages.map(({ ordinal }) => ordinal),
  'Order of the source': by(() => 0),
  'How often it names the entity': by(({ source, entity }, passage) =>
    source.timesNamed(passage, entity),
  ),
  BM25: by(({ source, paragraph }, passage) => source.wordsScore(paragraph, passage)),
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

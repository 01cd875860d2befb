/**
 * Libraries to measure: sources of made-up names in text in the manner of news, as a pack. Bundled by Vite before node
 * runs it, like bench/library.ts.
 */
import type { EntityDescription } from '../core/compile/descriptions';
import type { Material } from '../core/compile/material';
import { mayHold } from '../core/names/head-filter';
import type { HeadSieve } from '../core/names/name-index';
import { writePack } from '../core/pack/pack';
import { fold } from '../core/text/fold';
import { readSeeds } from '../modules/seeds/read-seeds';
import { placeNames } from './place-names.ts';
import { Random } from './random.ts';

/** Of the words of news: what is frequent is very frequent. */
const VOCABULARY = 60_000;
const WORDS_A_PASSAGE = 80;
/** Names of a source that other sources have too. */
const SHARED = 0.2;

export interface Size {
  sources: number;
  /** In all sources together. */
  names: number;
  /** Of each document, UTF-16 units. */
  length: number;
}

export const SIZES: readonly Size[] = [
  { sources: 1, names: 400, length: 50_000 },
  { sources: 100, names: 10_000, length: 50_000 },
  { sources: 1000, names: 100_000, length: 50_000 },
];

export interface Load extends Size {
  pack: Uint8Array;
  /** What a page of news could ask: heads that it holds, of which some are in the library. */
  heads: string[];
  /** Entities of many sources, of few, and of one. */
  entities: string[];
  /** Typed into the search. */
  queries: string[];
}

/** @param prefix of the ids of its sources */
export async function makeLoad(size: Size, seedFolder: string, prefix = 'news'): Promise<Load> {
  const random = new Random(11);
  const words = vocabulary(seedFolder, random);
  const perSource = Math.round(size.names / size.sources);
  const shared = size.sources === 1 ? 0 : Math.round(perSource * SHARED);
  const own = perSource - shared;
  const names = placeNames(own * size.sources + shared * 20, '');
  const pool = names.splice(0, shared * 20);
  const materials: Material[] = [];
  for (let i = 0; i < size.sources; i++) {
    // The first of the pool are in nearly every source, the last in few.
    const common = new Set<string>();
    while (common.size < shared)
      common.add(pool[Math.floor(pool.length * random.next() ** 2)] ?? '');
    materials.push(
      material(
        `${prefix}-${String(i).padStart(4, '0')}`,
        size.length,
        [...common, ...names.splice(0, own)],
        words,
        random,
      ),
    );
  }
  const known = materials.flatMap(({ entities }) =>
    entities.slice(0, 2).map(({ canonical }) => canonical),
  );
  const first = materials[0]?.entities ?? [];
  return {
    ...size,
    pack: await writePack(materials),
    heads: [
      ...Array.from({ length: 200 }, () => fold(random.pick(known).split(' ')[0] ?? '')),
      ...Array.from({ length: 100 }, () => random.pick(words)),
    ],
    entities: [first[0], first[Math.floor(shared / 2)], first.at(-1)].map(
      (one) => `${prefix}-0000/${one?.id}`,
    ),
    queries: [
      'k',
      'ka',
      'kal',
      'kalb',
      random.pick(known),
      'border trade',
      words[40] ?? '',
      `${words[60]} ${words[200]}`,
      'zzzqqq',
      'Карабах',
    ],
  };
}

/** Of words that the library does not hold, how many the sieve lets through. */
export function falseAnswers(sieve: HeadSieve): number {
  const random = new Random(99);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let passed = 0;
  const tried = 50_000;
  for (let i = 0; i < tried; i++) {
    const length = 4 + random.below(8);
    // No made-up name has three of these.
    const word = `${Array.from({ length }, () => letters[random.below(26)]).join('')}qxj`;
    if (mayHold(sieve.filter, word)) passed++;
  }
  return passed / tried;
}

function vocabulary(seedFolder: string, random: Random): string[] {
  const [seed] = readSeeds(seedFolder);
  const frequent = [...new Set(seed?.text.toLowerCase().match(/[a-z]{2,}/g))];
  const made = new Set(frequent);
  const syllables =
    'an ber con del er fa ging hol in ket lor ment no or per qua ri st tion un ver wa x y z'.split(
      ' ',
    );
  while (made.size < VOCABULARY) {
    made.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join(''));
  }
  return [...made];
}

function material(
  id: string,
  length: number,
  names: readonly string[],
  words: readonly string[],
  random: Random,
): Material {
  const mentions: Array<Array<[number, number, string]>> = names.map(() => []);
  const passages: Material['about']['passages'] = [];
  let document = '';
  let next = 0;
  const mention = (number: number) => {
    const name = names[number] ?? '';
    mentions[number]?.push([document.length, document.length + name.length, name]);
    document += name;
  };
  while (document.length < length || next < names.length) {
    if (document !== '') document += '\n\n';
    const start = document.length;
    for (let i = 0; i < WORDS_A_PASSAGE; i++) {
      if (i > 0) document += i % 14 === 0 ? '. ' : ' ';
      // Each name at least once, then the first more often than the last.
      if (i % 12 !== 6) document += words[Math.floor(words.length * random.next() ** 4)];
      else mention(next < names.length ? next++ : Math.floor(names.length * random.next() ** 2));
    }
    document += '.';
    passages.push({
      start,
      end: document.length,
      turn: 'narration',
      sectionBreak: false,
      hedges: [],
      quotes: [],
    });
  }
  const entities: EntityDescription[] = names.map((canonical, number) => ({
    id: canonical.toLowerCase().replaceAll(' ', '-'),
    kind: 'place',
    canonical,
    names: { en: [canonical] },
    not: {},
    mentions: mentions[number] ?? [],
  }));
  return {
    id,
    document,
    entities,
    overlay: [],
    entitiesFoundBy: 'machine',
    about: {
      title: `News of ${names[0]} and ${names[1] ?? names[0]}`,
      titleIsOurs: true,
      kind: 'article',
      language: 'en',
      authors: [],
      publisher: null,
      date: null,
      origin: 'Made for a measurement.',
      licence: 'None.',
      note: 'Made-up names in text without meaning.',
      people: [],
      passages,
    },
  };
}

/**
 * Searches in libraries of several sizes, typed character by character, beside a scan by Fuse.js and a bare loop
 * over the same strings. Bundled by Vite before node runs it, like bench/library.ts.
 */
import Fuse from 'fuse.js';
import { DEFAULT_SETTINGS } from '../core/choices/settings';
import { Library } from '../core/library/library';
import { MemoryShelf } from '../core/library/memory-shelf';
import type { Entity, SourceIndex } from '../core/model/source';
import { NO_FILTER } from '../core/model/views';
import { fold } from '../core/text/fold';
import { readSeeds } from '../modules/seeds/read-seeds';
import { placeNames } from './place-names.ts';
import { Random } from './random.ts';

/** Typed letter by letter: whole names, beginnings, errors, several words, other scripts. */
const TYPED = [
  'Xinjiang',
  'Shinjang',
  'Uigur',
  'Kazakshtan',
  'Sautbay',
  'Zakir Shohrat',
  'Синьцзян',
  'қазақтар',
  '新疆维吾尔',
  'ئۇيغۇر',
  'the camps in china',
  'according to experts',
  'Balabach',
  'West Corvatown',
  'zzzqqq',
];
const SWAPPED_NAMES = 40;
const WORDS_A_PASSAGE = 80;

export interface SearchLoad {
  names: number;
  passages: number;
  /** Until the index is made, once, when sources are compiled; then until a library that has just woken has answered; ms. */
  build: { index: number; first: number };
  /** Of one keystroke, ms. */
  ours: number[];
  /** The same over names by Fuse.js alone, and by a loop that only asks whether each holds the text. */
  fuse: number[];
  loop: number[];
}

export async function searchLoads(seedFolder: string): Promise<SearchLoad[]> {
  const seeds = readSeeds(seedFolder);
  const loads: SearchLoad[] = [];
  for (const [names, passages] of [
    [0, 0],
    [20_000, 10_000],
  ] as const) {
    loads.push(await measure(names === 0 ? seeds : [...seeds, madeSource(seeds, names, passages)]));
  }
  return loads;
}

async function measure(sources: SourceIndex[]): Promise<SearchLoad> {
  const names = [
    ...new Set(
      sources.flatMap(({ entities }) =>
        entities.flatMap(({ id, names }) => names.map(({ text }) => `${fold(text)} ${id}`)),
      ),
    ),
  ].map((key) => key.slice(0, key.lastIndexOf(' ')));
  const from = performance.now();
  const shelf = new MemoryShelf(sources);
  const made = performance.now();
  const library = new Library([shelf], (fault) => {
    throw fault;
  });
  const find = (typed: string) => library.find(typed, NO_FILTER, [], DEFAULT_SETTINGS);
  await find('Xinjiang');
  const ready = performance.now();
  const fuse = new Fuse(names, { threshold: 0.34, ignoreLocation: true, includeScore: true });
  const keystrokes = [...TYPED, ...swapped(names)].flatMap((text) =>
    [...text].map((_, i) => text.slice(0, i + 1)),
  );
  const time = async (keys: string[], find: (typed: string) => unknown) => {
    const times: number[] = [];
    for (const typed of keys) {
      const start = performance.now();
      await find(typed);
      times.push(performance.now() - start);
    }
    return times;
  };
  // A few, so that no code is cold; scans take long enough for a part of the keystrokes to do.
  for (const typed of keystrokes.slice(0, 30)) await find(typed);
  const some = keystrokes.filter((_, i) => i % 5 === 0);
  return {
    names: names.length,
    passages: sources.reduce((sum, { passages }) => sum + passages.length, 0),
    build: { index: made - from, first: ready - made },
    ours: await time(keystrokes, find),
    fuse: await time(some, (typed) => fuse.search(fold(typed))),
    loop: await time(some, (typed) => {
      const folded = fold(typed);
      return names.filter((name) => name.includes(folded));
    }),
  };
}

/** Names with two of their letters swapped. */
function swapped(names: readonly string[]): string[] {
  const random = new Random(7);
  return Array.from({ length: SWAPPED_NAMES }, () => {
    const name = random.pick(names);
    const at = random.below(Math.max(1, name.length - 1));
    return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  });
}

/** A source with made-up names, in passages of the words that the bundled sources are written in. */
function madeSource(seeds: readonly SourceIndex[], names: number, passages: number): SourceIndex {
  const [seed] = seeds;
  if (!seed) throw new Error('There is no bundled source.');
  const random = new Random(3);
  const words = seed.text.split(/\s+/);
  const made = placeNames(names, '');
  const entities = made.map(
    (text, i): Entity => ({
      id: `made/${i}`,
      source: 'made',
      kind: 'place',
      canonical: text,
      wikidata: null,
      names: [
        { text, language: 'en', origin: 'curated', rule: 'exact', needsCompany: false, forms: [] },
      ],
      notNames: [],
      contested: null,
      note: null,
    }),
  );
  const texts = Array.from({ length: passages }, () =>
    Array.from({ length: WORDS_A_PASSAGE }, (_, i) =>
      i % 20 === 0 ? random.pick(made) : random.pick(words),
    ).join(' '),
  );
  let end = 0;
  return {
    ...seed,
    source: { ...seed.source, id: 'made' },
    text: texts.join('\n'),
    entities,
    mentions: [],
    passages: texts.map((text, i) => {
      const start = i === 0 ? 0 : end + 1;
      end = start + text.length;
      return {
        id: `made/${i + 1}`,
        source: 'made',
        ordinal: i + 1,
        start,
        end,
        turn: 'narration',
        speaker: null,
        answers: null,
        hedges: [],
        quotes: [],
        doubt: null,
        shape: null,
        page: null,
        time: null,
        sectionBreak: false,
      };
    }),
  };
}

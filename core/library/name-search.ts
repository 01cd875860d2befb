/**
 * Finds names by what somebody types: exactly, by a beginning, by beginnings of words, and by likeness of sound
 * in spite of typing errors. Fuse.js scores the likeness; it would take longer than a keystroke over all names,
 * so it is given only those that share pairs of characters with the query (docs/decisions/0016-search.md).
 */
import Fuse from 'fuse.js';
import type { EntityId } from '../model/source';
import { fold } from '../text/fold';
import { isUnspaced, isWordUnit } from '../text/heads';
import { soundOf } from '../text/sounds';

/** Shorter queries are like too many names. */
const LEAST_FUZZY = 4;
/** Fuse's score runs from 0 (same) to 1. One error in four letters; with more, other names come in. */
const THRESHOLD = 0.25;
/** A name that is meant shares at least this part of the query's pairs, in spite of two errors. */
const SHARED_LEAST = 0.4;
/** Fuse scores this many in about 2 ms. */
const CANDIDATES = 200;
/** Score of two letters swapped, which Fuse would count as two errors. */
const SWAPPED = 0.15;
/** Scores that differ by less are as good as each other. */
const SCORE_STEPS = 20;
/** A word of a long name that is like the query says less than a whole name that is. */
const LONGER = 0.5 / SCORE_STEPS;
/** Beside names that hold what was typed, only those that sound the same: the rest would be noise. */
const SAME_SOUND = 1 / SCORE_STEPS;

export interface NameEntry {
  entity: EntityId;
  /** As written. */
  name: string;
}

export interface FoundName extends NameEntry {
  /** 0 is exact; below 3 the name holds what was typed; from there on it resembles it. */
  rank: number;
}

const EXACT = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const WITHIN = 2.5;
/** No name in a script without spaces is longer than this. */
const LONGEST_WITHIN = 24;
const FUZZY = 3;

interface Entry extends NameEntry {
  folded: string;
  sound: string;
}

/** What follows from a word of a name on. */
interface Tail {
  text: string;
  entry: number;
  isWhole: boolean;
}

export class NameSearch {
  readonly #entries: Entry[];
  /** Sorted, so that everything with one beginning lies together. */
  readonly #tails: Tail[];
  readonly #pairs = new Map<string, number[]>();
  /** By the whole name, folded. */
  readonly #whole: Map<string, number[]>;

  constructor(names: readonly NameEntry[]) {
    this.#entries = names.map(({ entity, name }) => {
      const folded = fold(name);
      return { entity, name, folded, sound: soundOf(folded) };
    });
    this.#tails = this.#entries
      .flatMap(({ folded }, entry) =>
        wordStarts(folded).map((at) => ({
          text: at === 0 ? folded : folded.slice(at),
          entry,
          isWhole: at === 0,
        })),
      )
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    this.#whole = Map.groupBy(this.#entries.keys(), (entry) => this.#entries[entry]?.folded ?? '');
    this.#entries.forEach(({ sound }, entry) => {
      for (const pair of pairsOf(sound)) {
        const list = this.#pairs.get(pair);
        if (list) list.push(entry);
        else this.#pairs.set(pair, [entry]);
      }
    });
  }

  /** The best name of each entity, in no order. */
  find(query: string, isWanted: (entity: EntityId) => boolean): FoundName[] {
    const typed = fold(query).trim();
    const found = new Map<EntityId, FoundName>();
    const add = (entry: number, rank: number) => {
      const known = this.#entries[entry];
      if (!known || (found.get(known.entity)?.rank ?? Number.POSITIVE_INFINITY) <= rank) return;
      if (isWanted(known.entity)) {
        found.set(known.entity, { entity: known.entity, name: known.name, rank });
      }
    };
    if (typed === '') return [];
    for (const { text, entry, isWhole } of this.#beginningWith(typed)) {
      add(entry, isWhole ? (text === typed ? EXACT : BEGINS) : WORD_BEGINS);
    }
    for (const entry of this.#withWords(typed)) add(entry, WORD_BEGINS);
    for (const entry of this.#within(typed)) add(entry, WITHIN);
    if (typed.length < LEAST_FUZZY) return [...found.values()];
    const most = found.size > 0 ? SAME_SOUND : 1;
    const words = typed.split(' ').length;
    for (const variant of found.size > 0 ? [] : swaps(typed)) {
      for (const { entry } of this.#beginningWith(variant)) add(entry, FUZZY + SWAPPED);
    }
    for (const { item, score } of this.#soundingLike(soundOf(typed))) {
      const isLonger = (this.#entries[item]?.folded.split(' ').length ?? 0) > words;
      if (score <= most) add(item, FUZZY + score + (isLonger ? LONGER : 0));
    }
    return [...found.values()];
  }

  /** Names that stand in what was typed, where no spaces tell words apart: 新疆 in 2019年新疆. */
  *#within(typed: string): Iterable<number> {
    for (let at = 0; at < typed.length; at++) {
      if (!isUnspaced(typed.charCodeAt(at))) continue;
      for (let length = LONGEST_WITHIN; length > 1; length--) {
        const entries = this.#whole.get(typed.slice(at, at + length));
        if (!entries || at + length > typed.length) continue;
        yield* entries;
        at += length - 1;
        break;
      }
    }
  }

  *#beginningWith(text: string): Iterable<Tail> {
    let low = 0;
    for (let high = this.#tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#tails[middle]?.text ?? '') < text) low = middle + 1;
      else high = middle;
    }
    for (let tail = this.#tails[low]; tail?.text.startsWith(text); tail = this.#tails[++low]) {
      yield tail;
    }
  }

  /** Names that hold a word for each word typed, in any order. */
  #withWords(typed: string): Set<number> {
    const words = typed.split(' ');
    if (words.length < 2) return new Set();
    const [first, ...others] = words.map(
      (word) => new Set(Array.from(this.#beginningWith(word), ({ entry }) => entry)),
    );
    return new Set([...(first ?? [])].filter((entry) => others.every((some) => some.has(entry))));
  }

  #soundingLike(typed: string): Array<{ item: number; score: number }> {
    const shared = new Map<number, number>();
    const pairs = pairsOf(typed, false);
    for (const pair of pairs) {
      for (const entry of this.#pairs.get(pair) ?? []) {
        shared.set(entry, (shared.get(entry) ?? 0) + 1);
      }
    }
    const least = pairs.size * SHARED_LEAST;
    const likely = [...shared]
      .filter(([, count]) => count >= least)
      .sort(([a, some], [b, more]) => more - some || this.#lengthOf(a) - this.#lengthOf(b))
      .slice(0, CANDIDATES)
      .map(([entry]) => entry);
    const fuse = new Fuse(
      likely.map((entry) => this.#entries[entry]?.sound ?? ''),
      {
        threshold: THRESHOLD,
        ignoreLocation: true,
        includeScore: true,
      },
    );
    return fuse.search(typed).map(({ refIndex, score = 1 }) => ({
      item: likely[refIndex] ?? -1,
      score: Math.round(score * SCORE_STEPS) / SCORE_STEPS,
    }));
  }

  #lengthOf(entry: number): number {
    return this.#entries[entry]?.sound.length ?? 0;
  }
}

/** Where the words of a folded name begin; in scripts without spaces, each character. */
function wordStarts(folded: string): number[] {
  const starts = [0];
  for (let i = 1; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (isUnspaced(code) || (isWordUnit(code) && !isWordUnit(folded.charCodeAt(i - 1)))) {
      starts.push(i);
    }
  }
  return starts;
}

/** The distinct pairs of neighbouring characters; its ends count as neighbours of a space. */
function pairsOf(sound: string, isFinished = true): Set<string> {
  const text = ` ${sound}${isFinished ? ' ' : ''}`;
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) pairs.add(text.slice(i - 1, i + 1));
  return pairs;
}

/** The text with each two neighbouring characters swapped. */
function swaps(text: string): string[] {
  return Array.from(
    { length: text.length - 1 },
    (_, i) => text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2),
  );
}

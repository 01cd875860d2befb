/**
 * Finds names by what somebody types: exactly, by a beginning, by beginnings of words, and by likeness of sound
 * in spite of typing errors. Fuse.js scores the likeness; it would take longer than a keystroke over all names,
 * so it is given only those that share pairs of characters with the query (docs/decisions/0016-search.md).
 * What it searches is made once, when sources are compiled, and kept as typed arrays.
 */
import Fuse from 'fuse.js';
import { lowerBound, packStrings, type Strings, stringAt } from '../segment/strings';
import { fold } from '../text/fold';
import { isUnspaced, isWordUnit } from '../text/heads';
import { soundOf } from '../text/sounds';

/** Shorter queries are like too many names. */
const LEAST_FUZZY = 4;
/** Fuse's score runs from 0 (same) to 1. One error in four letters; with more, other names come in. */
const THRESHOLD = 0.25;
/** A name that is meant shares at least this part of the query's pairs, in spite of two errors. */
const SHARED_LEAST = 0.4;
/** And one that sounds the same, this part. */
const SHARED_OF_SAME = 0.8;
/** A shorter word with an error in it is not taken for the beginning of a longer one. */
const LEAST_BEGINNING = 6;
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
  /** Its number in the segment. */
  entity: number;
  /** As written. */
  name: string;
}

export interface FoundName {
  /** Its number in the segment. */
  entity: number;
  /** The number of its name that was found. */
  entry: number;
  /** 0 is exact; below 3 the name holds what was typed; from there on it resembles it. */
  rank: number;
}

/** The names of a segment, ready to be searched. */
export interface SpellingPart {
  /** By name. */
  entities: Uint32Array;
  /** Names that need no company: 1. */
  sure: Uint8Array;
  names: Strings;
  folded: Strings;
  sounds: Strings;
  /** What follows from each word of a name on, sorted, so that everything with one beginning lies together. */
  tailNames: Uint32Array;
  tailStarts: Uint16Array;
  /** Pairs of neighbouring characters in sounds, sorted, and where the names that hold each end in `pairNames`. */
  pairs: string;
  pairEnds: Uint32Array;
  pairNames: Uint32Array;
}

const EXACT = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const WITHIN = 2.5;
/** No name in a script without spaces is longer than this. */
const LONGEST_WITHIN = 24;
const FUZZY = 3;

export function encodeSpellings(
  entries: ReadonlyArray<NameEntry & { isSure: boolean }>,
): SpellingPart {
  const folded = entries.map(({ name }) => fold(name));
  const sounds = folded.map(soundOf);
  const tails = folded
    .flatMap((text, name) => wordStarts(text).map((at) => ({ text: text.slice(at), name, at })))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const byPair = new Map<string, number[]>();
  sounds.forEach((sound, name) => {
    for (const pair of pairsOf(sound)) {
      const list = byPair.get(pair);
      if (list) list.push(name);
      else byPair.set(pair, [name]);
    }
  });
  const pairs = [...byPair.keys()].sort();
  let end = 0;
  return {
    entities: Uint32Array.from(entries, ({ entity }) => entity),
    sure: Uint8Array.from(entries, ({ isSure }) => Number(isSure)),
    names: packStrings(entries.map(({ name }) => name)),
    folded: packStrings(folded),
    sounds: packStrings(sounds),
    tailNames: Uint32Array.from(tails, ({ name }) => name),
    tailStarts: Uint16Array.from(tails, ({ at }) => at),
    pairs: pairs.join(''),
    pairEnds: Uint32Array.from(pairs, (pair) => {
      end += byPair.get(pair)?.length ?? 0;
      return end;
    }),
    pairNames: Uint32Array.from(pairs.flatMap((pair) => byPair.get(pair) ?? [])),
  };
}

/** What follows from a word of a name on. */
interface Tail {
  entry: number;
  /** From the first word on. */
  isWhole: boolean;
  /** It is no longer than what was sought. */
  isAll: boolean;
}

export class NameSearch {
  readonly #part: SpellingPart;

  constructor(part: SpellingPart) {
    this.#part = part;
  }

  /** A name, as written. */
  nameOf(entry: number): string {
    return stringAt(this.#part.names, entry);
  }

  /** The best name of each entity that holds what was typed, in no order. */
  holding(query: string, isWanted: (entity: number) => boolean): FoundName[] {
    const typed = fold(query).trim();
    if (typed === '') return [];
    const found = this.#found(isWanted);
    for (const { entry, isWhole, isAll } of this.#beginningWith(typed)) {
      found.add(entry, isWhole ? (isAll ? EXACT : BEGINS) : WORD_BEGINS);
    }
    for (const entry of this.#withWords(typed)) found.add(entry, WORD_BEGINS);
    for (const entry of this.#within(typed)) found.add(entry, WITHIN);
    return found.all();
  }

  /**
   * The best name of each entity that is like what was typed.
   * @param isBeside some name of the library holds it: only what sounds the same is wanted then
   */
  resembling(query: string, isWanted: (entity: number) => boolean, isBeside: boolean): FoundName[] {
    const typed = fold(query).trim();
    if (typed.length < LEAST_FUZZY) return [];
    const found = this.#found(isWanted);
    const words = typed.split(' ').length;
    for (const variant of isBeside ? [] : swaps(typed)) {
      for (const { entry } of this.#beginningWith(variant)) found.add(entry, FUZZY + SWAPPED);
    }
    const sought = soundOf(typed);
    for (const { item, score } of this.#soundingLike(sought, isBeside)) {
      // "water" stands in the middle of «пятёрка», which nobody means by it.
      if (!canMean(sought, this.nameOf(item))) continue;
      const isLonger = stringAt(this.#part.folded, item).split(' ').length > words;
      if (score <= (isBeside ? SAME_SOUND : 1)) {
        found.add(item, FUZZY + score + (isLonger ? LONGER : 0));
      }
    }
    return found.all();
  }

  /** Gathers the best name of each entity that is wanted. */
  #found(isWanted: (entity: number) => boolean) {
    const best = new Map<number, FoundName>();
    return {
      add: (entry: number, rank: number) => {
        const entity = this.#part.entities[entry];
        if (entity === undefined || (best.get(entity)?.rank ?? Infinity) <= rank) return;
        if (isWanted(entity)) best.set(entity, { entity, entry, rank });
      },
      all: () => [...best.values()],
    };
  }

  /** Names that stand in what was typed, where no spaces tell words apart: 新疆 in 2019年新疆. */
  *#within(typed: string): Iterable<number> {
    for (let at = 0; at < typed.length; at++) {
      if (!isUnspaced(typed.charCodeAt(at))) continue;
      for (let length = LONGEST_WITHIN; length > 1; length--) {
        const text = typed.slice(at, at + length);
        const entries = at + length > typed.length ? [] : [...this.#named(text)];
        if (entries.length === 0) continue;
        yield* entries;
        at += length - 1;
        break;
      }
    }
  }

  /** Names that are just this text. */
  *#named(text: string): Iterable<number> {
    for (const { entry, isWhole, isAll } of this.#beginningWith(text)) {
      if (!isAll) return;
      if (isWhole) yield entry;
    }
  }

  *#beginningWith(text: string): Iterable<Tail> {
    const { tailNames, tailStarts, folded } = this.#part;
    const tailAt = (at: number) => stringAt(folded, tailNames[at] ?? 0).slice(tailStarts[at] ?? 0);
    let at = lowerBound(0, tailNames.length, (tail) => tailAt(tail) < text);
    // A letter begins thousands of them: no text is made of each.
    for (; at < tailNames.length; at++) {
      const entry = tailNames[at] ?? 0;
      const start = tailStarts[at] ?? 0;
      const from = start + (entry === 0 ? 0 : (folded.ends[entry - 1] ?? 0));
      const rest = (folded.ends[entry] ?? 0) - from - text.length;
      if (rest < 0 || !folded.text.startsWith(text, from)) return;
      yield { entry, isWhole: start === 0, isAll: rest === 0 };
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

  #soundingLike(typed: string, isSame: boolean): Array<{ item: number; score: number }> {
    const shared = new Uint8Array(this.#part.entities.length);
    const pairs = pairsOf(typed, false);
    for (const pair of pairs) {
      for (const entry of this.#holding(pair)) {
        shared[entry] = (shared[entry] ?? 0) + 1;
      }
    }
    const least = pairs.size * (isSame ? SHARED_OF_SAME : SHARED_LEAST);
    const likely: number[] = [];
    shared.forEach((count, entry) => {
      if (count > 0 && count >= least) likely.push(entry);
    });
    likely.sort(
      (a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || this.#lengthOf(a) - this.#lengthOf(b),
    );
    likely.splice(CANDIDATES);
    const fuse = new Fuse(
      likely.map((entry) => stringAt(this.#part.sounds, entry)),
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

  /** The names whose sound holds a pair. */
  #holding(pair: string): Uint32Array {
    const { pairs, pairEnds, pairNames } = this.#part;
    const of = (at: number) => pairs.slice(at * 2, at * 2 + 2);
    const at = lowerBound(0, pairEnds.length, (other) => of(other) < pair);
    if (of(at) !== pair) return pairNames.subarray(0, 0);
    return pairNames.subarray(at === 0 ? 0 : pairEnds[at - 1], pairEnds[at]);
  }

  #lengthOf(entry: number): number {
    return stringAt(this.#part.sounds, entry).length;
  }
}

/**
 * Whether what is typed is the beginning of a word of a name, both folded. Two letters begin too many words; of scripts
 * without spaces two characters are a word.
 */
export function beginsWord(name: string, typed: string): boolean {
  const least = isUnspaced(typed.charCodeAt(0)) ? 2 : 3;
  return typed.length >= least && wordStarts(name).some((at) => name.startsWith(typed, at));
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

/**
 * Whether a word of a name can be meant by a word typed. They begin with the same character, unless that is the one
 * error; of the shortest it can only be missing. A short word is like the beginnings of too many: it must be a whole
 * word, but for one error. An everyday word in a name is like other everyday words: «мечеть» means no «мечта».
 * @param typed as sounds
 * @param name as written
 */
function canMean(typed: string, name: string): boolean {
  const parts = name.split(/[^\p{L}\p{M}]+/u).filter((part) => part.length >= LEAST_FUZZY);
  const isShort = typed.length < LEAST_BEGINNING;
  return typed.split(' ').some((word) =>
    parts.some((written) => {
      const part = soundOf(fold(written));
      const isSameBeginning = part.charAt(0) === word.charAt(0);
      if (isSameBeginning && !isShort && !/^\p{Ll}/u.test(written)) return true;
      if (!isSameBeginning && word.length <= LEAST_FUZZY) return word === part.slice(1);
      return isOneErrorFrom(word, isShort ? part : part.slice(0, word.length + 1));
    }),
  );
}

/** Whether two words are the same but for one character that is missing, more or another. */
function isOneErrorFrom(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** The text with each two neighbouring characters swapped. */
function swaps(text: string): string[] {
  return Array.from(
    { length: text.length - 1 },
    (_, i) => text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2),
  );
}

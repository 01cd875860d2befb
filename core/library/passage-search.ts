/**
 * Full text of passages: BM25 ranks; every word typed must begin a word of the passage. What it searches is made once,
 * when sources are compiled, and kept as typed arrays: a library of 50 MB answers from 15 MB of memory, and nothing is
 * indexed when the background wakes (docs/decisions/0016-search.md).
 */
import { type Span, TURNS, type Turn } from '../model/source';
import { lowerBound, packStrings, type Strings, stringAt } from '../segment/strings';
import { fold } from '../text/fold';
import { isUnspaced } from '../text/heads';

/** Shorter words count only whole: their beginnings are in every passage, and slow to gather. */
const LEAST_PREFIX = 3;
/** Of BM25+, as Lv and Zhai give them (CIKM 2011), and as most engines have them. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.7;
const FLOOR = 0.5;
/** A word that only begins with what was typed says less, and less the longer it goes on. */
const BEGINS = 0.375;
const LONGER = 0.3;

/** A passage for the index. */
export interface WordsOf {
  text: string;
  turn: Turn;
  /** `<source>/<Person.id>` */
  speaker: string | null;
}

/** The words of the passages of a segment. */
export interface WordPart {
  /** Sorted. */
  terms: Strings;
  /** Where the entries of each term end in `entries`. */
  ends: Uint32Array;
  /** Passage by number, then how often it holds the term. */
  entries: Uint32Array;
  /** Words of each passage. */
  lengths: Uint32Array;
  /** By number in `TURNS`. */
  turns: Uint8Array;
  /** By number in `speakers`, from 1; 0 for nobody. */
  speakerOf: Uint16Array;
  speakers: string[];
}

export interface FoundPassage {
  /** Its number in the segment. */
  passage: number;
  score: number;
}

interface Token extends Span {
  folded: string;
}

export function encodeWords(passages: readonly WordsOf[]): WordPart {
  const entries = new Map<string, number[]>();
  const lengths = new Uint32Array(passages.length);
  passages.forEach(({ text }, passage) => {
    for (const { folded } of tokensOf(text)) {
      lengths[passage] = (lengths[passage] ?? 0) + 1;
      let list = entries.get(folded);
      if (!list) {
        list = [];
        entries.set(folded, list);
      }
      if (list.at(-2) === passage) list[list.length - 1] = (list.at(-1) ?? 0) + 1;
      else list.push(passage, 1);
    }
  });
  const terms = [...entries.keys()].sort();
  const ends = new Uint32Array(terms.length);
  const all = new Uint32Array([...entries.values()].reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  terms.forEach((term, at) => {
    const list = entries.get(term) ?? [];
    all.set(list, end);
    end += list.length;
    ends[at] = end;
  });
  const speakers = [...new Set(passages.flatMap(({ speaker }) => speaker ?? []))];
  const numbers = new Map(speakers.map((speaker, number) => [speaker, number + 1]));
  return {
    terms: packStrings(terms),
    ends,
    entries: all,
    lengths,
    turns: Uint8Array.from(passages, ({ turn }) => TURNS.indexOf(turn)),
    speakerOf: Uint16Array.from(
      passages,
      ({ speaker }) => (speaker !== null && numbers.get(speaker)) || 0,
    ),
    speakers,
  };
}

/** One word that was typed, over all segments: which terms it finds, and how rare each is. */
interface Sought {
  word: string;
  /** In how many passages of the library each of the terms stands. */
  passages: Map<string, number>;
}

/** Search over the passages of several segments. */
export class PassageSearch {
  readonly #parts: ReadonlyArray<WordPart | null>;
  readonly #passages: number;
  readonly #meanLength: number;

  /** @param parts of the segments; null for one that cannot be read */
  constructor(parts: ReadonlyArray<WordPart | null>) {
    this.#parts = parts;
    let words = 0;
    let passages = 0;
    for (const part of parts) {
      const { lengths } = part ?? { lengths: [] };
      passages += lengths.length;
      for (const length of lengths) words += length;
    }
    this.#passages = passages;
    this.#meanLength = words / passages;
  }

  /**
   * @param isWanted by segment and number
   * @returns best first; equal ones in the order of the library
   */
  find(
    query: string,
    isWanted: (segment: number, passage: number) => boolean,
    most: number,
  ): Array<FoundPassage & { segment: number }> {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const sought = words.map((word) => this.#seek(word));
    return this.#parts
      .flatMap((part, segment) =>
        part === null
          ? []
          : this.#score(part, sought, (passage) => isWanted(segment, passage)).map((found) => ({
              ...found,
              segment,
            })),
      )
      .sort((a, b) => b.score - a.score || a.segment - b.segment || a.passage - b.passage)
      .slice(0, most);
  }

  /** The same of passages that hold any of the words: those that hold most of them first. */
  findAny(
    query: string,
    isWanted: (segment: number, passage: number) => boolean,
    most: number,
  ): Array<FoundPassage & { segment: number }> {
    const found = new Map<string, FoundPassage & { segment: number; words: number }>();
    for (const word of wordsOf(query)) {
      const sought = [this.#seek(word)];
      this.#parts.forEach((part, segment) => {
        if (!part) return;
        for (const one of this.#score(part, sought, (passage) => isWanted(segment, passage))) {
          const key = `${segment} ${one.passage}`;
          const known = found.get(key);
          found.set(key, {
            ...one,
            segment,
            score: one.score + (known?.score ?? 0),
            words: 1 + (known?.words ?? 0),
          });
        }
      });
    }
    return [...found.values()]
      .sort((a, b) => b.words - a.words || b.score - a.score || a.segment - b.segment)
      .slice(0, most);
  }

  #seek(word: string): Sought {
    const passages = new Map<string, number>();
    for (const part of this.#parts) {
      if (!part) continue;
      for (const at of termsFor(part, word)) {
        const term = stringAt(part.terms, at);
        passages.set(term, (passages.get(term) ?? 0) + entriesOf(part, at).length / 2);
      }
    }
    return { word, passages };
  }

  /** The passages of a segment that hold every word. */
  #score(
    part: WordPart,
    sought: readonly Sought[],
    isWanted: (passage: number) => boolean,
  ): FoundPassage[] {
    const scores = new Float64Array(part.lengths.length);
    /** How many of the words each passage holds, of those looked for so far, without a gap. */
    const held = new Uint16Array(part.lengths.length);
    sought.forEach(({ word, passages }, before) => {
      for (const at of termsFor(part, word)) {
        const term = stringAt(part.terms, at);
        const count = passages.get(term) ?? 0;
        const rarity = Math.log(1 + (this.#passages - count + 0.5) / (count + 0.5));
        const beyond = term.length - word.length;
        const weight = beyond === 0 ? 1 : (BEGINS * term.length) / (term.length + LONGER * beyond);
        const entries = entriesOf(part, at);
        for (let i = 0; i < entries.length; i += 2) {
          const passage = entries[i] ?? 0;
          if ((held[passage] ?? 0) < before) continue;
          held[passage] = before + 1;
          const times = entries[i + 1] ?? 0;
          const length = (part.lengths[passage] ?? 0) / this.#meanLength;
          const saturation =
            (times * (SATURATION + 1)) /
            (times + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length));
          scores[passage] = (scores[passage] ?? 0) + weight * rarity * (FLOOR + saturation);
        }
      }
    });
    const found: FoundPassage[] = [];
    held.forEach((words, passage) => {
      if (words !== sought.length || !isWanted(passage)) return;
      found.push({ passage, score: scores[passage] ?? 0 });
    });
    return found;
  }
}

/** The terms that a word finds, by number. */
function* termsFor({ terms, ends }: WordPart, word: string): Iterable<number> {
  let at = lowerBound(0, ends.length, (other) => stringAt(terms, other) < word);
  const isFound = isPrefix(word)
    ? (term: string) => term.startsWith(word)
    : (term: string) => term === word;
  while (at < ends.length && isFound(stringAt(terms, at))) yield at++;
}

function entriesOf({ ends, entries }: WordPart, at: number): Uint32Array {
  return entries.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
}

/** Where a text holds the words of a query; hits that overlap are one. */
export function hitsIn(text: string, query: string): Span[] {
  const words = wordsOf(query);
  const hits: Span[] = [];
  for (const { folded, start, end } of tokensOf(text)) {
    const word = words.find((some) => (isPrefix(some) ? folded.startsWith(some) : folded === some));
    if (word === undefined) continue;
    const last = hits.at(-1);
    // Of a pair only the character that was sought.
    const to = isUnspaced(word.charCodeAt(0)) ? start + word.length : end;
    if (last && last.end >= start) last.end = Math.max(last.end, to);
    else hits.push({ start, end: to });
  }
  return hits;
}

/** The words to look for. Pairs of characters, in scripts without spaces; a single one stands for itself. */
function wordsOf(query: string): string[] {
  const tokens = tokensOf(query);
  return [
    ...new Set(
      tokens
        .filter(({ folded, start }, i) => {
          if (!isUnspaced(folded.charCodeAt(0))) return folded.length > 1;
          // The last character of a run is in the pair before it.
          return folded.length > 1 || tokens[i - 1]?.end !== start + 1;
        })
        .map(({ folded }) => folded),
    ),
  ];
}

function isPrefix(word: string): boolean {
  return word.length >= LEAST_PREFIX || (word.length === 1 && isUnspaced(word.charCodeAt(0)));
}

const run = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text; of runs in scripts without spaces each pair of characters, and the last one alone. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(run)) {
    const isPaired = isUnspaced(written.charCodeAt(0));
    if (!isPaired) {
      tokens.push({ folded: fold(written), start: index, end: index + written.length });
      continue;
    }
    for (let i = 0; i < written.length; i++) {
      const pair = written.slice(i, i + 2);
      tokens.push({ folded: pair, start: index + i, end: index + i + pair.length });
    }
  }
  return tokens;
}

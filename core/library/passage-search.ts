/** Full text of passages: MiniSearch ranks (BM25); every word typed must begin a word of the passage. */
import MiniSearch from 'minisearch';
import type { PassageId, Span } from '../model/source';
import { fold } from '../text/fold';
import { isUnspaced } from '../text/heads';

/** Shorter words count only whole: their beginnings are in every passage, and slow to gather. */
const LEAST_PREFIX = 3;
/** Passages that are indexed in one task: about 10 ms. */
const CHUNK = 50;

export interface PassageEntry {
  passage: PassageId;
  text: string;
}

export interface FoundPassage {
  passage: PassageId;
  /** The words typed, in the passage. */
  hits: Span[];
}

interface Token extends Span {
  folded: string;
}

export class PassageSearch {
  readonly #passages: readonly PassageEntry[];
  readonly #index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => tokensOf(text).map(({ folded }) => folded),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  /** Fulfilled when everything can be found. The index is made in short tasks, beside other work. */
  readonly ready: Promise<void>;
  #isReady = false;

  constructor(passages: readonly PassageEntry[]) {
    this.#passages = passages;
    const documents = passages.map(({ text }, id) => ({ id, text }));
    this.ready = this.#index.addAllAsync(documents, { chunkSize: CHUNK }).then(() => {
      this.#isReady = true;
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Best first. */
  find(query: string, isWanted: (passage: PassageId) => boolean, most: number): FoundPassage[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const at = (id: number) => this.#passages[id] as PassageEntry;
    return this.#index
      .search(query, {
        tokenize: () => words,
        combineWith: 'AND',
        prefix: isPrefix,
        filter: ({ id }) => isWanted(at(id).passage),
      })
      .slice(0, most)
      .map(({ id }) => ({ passage: at(id).passage, hits: hitsIn(at(id).text, words) }));
  }
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

/** Where the text holds these words; hits that overlap are one. */
function hitsIn(text: string, words: readonly string[]): Span[] {
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

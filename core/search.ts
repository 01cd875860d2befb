/** Search over names in every language and over passages: typo-tolerant, case and diacritics folded. */
import Fuse from 'fuse.js';
import { fold } from './fold';
import { isUnspaced } from './heads';
import type { EntityId, PassageId, SourceIndex, Span } from './types';

/** Shorter words match too much to be of use, except in scripts of one character a word. */
const LEAST_WORD = 2;
const MAX_NAMES = 8;
const MAX_PASSAGES = 20;
/** Fuse's score runs from 0 (same) to 1; above this, names of other entities come in. */
const NAME_THRESHOLD = 0.34;

interface NameEntry {
  entity: EntityId;
  name: string;
  folded: string;
}

interface PassageEntry {
  passage: PassageId;
  text: string;
}

export interface Found {
  /** Best first; each entity once, with the name that was found. */
  names: Array<{ entity: EntityId; name: string }>;
  /** Best first; offsets of the query's words in the passage text. */
  passages: Array<{ passage: PassageId; hits: Span[] }>;
}

export class Search {
  readonly #names: Fuse<NameEntry>;
  readonly #passages: PassageEntry[];

  constructor(sources: readonly SourceIndex[]) {
    const names = sources.flatMap(({ entities }) =>
      entities.flatMap(({ id, canonical, names }) =>
        [canonical, ...names.map((name) => name.text)].map((name) => ({
          entity: id,
          name,
          folded: fold(name),
        })),
      ),
    );
    this.#names = new Fuse(names, {
      keys: ['folded'],
      threshold: NAME_THRESHOLD,
      ignoreLocation: true,
      includeScore: true,
    });
    this.#passages = sources.flatMap(({ text, passages }) =>
      passages.map(({ id, start, end }) => ({ passage: id, text: text.slice(start, end) })),
    );
  }

  find(query: string): Found {
    const folded = fold(query);
    const words = [...new Set(folded.split(/[^\p{L}\p{M}\p{N}]+/u))].filter(
      (word) => word.length >= LEAST_WORD || isUnspaced(word.charCodeAt(0)),
    );
    if (words.length === 0) return { names: [], passages: [] };
    const names = new Map<EntityId, string>();
    for (const { item } of this.#names.search(folded)) {
      if (!names.has(item.entity)) names.set(item.entity, item.name);
      if (names.size >= MAX_NAMES) break;
    }
    const passages = this.#passages
      .map(({ passage, text }) => ({ passage, ...hitsIn(text, words) }))
      .filter(({ isComplete }) => isComplete)
      .sort((a, b) => b.hits.length - a.hits.length)
      .slice(0, MAX_PASSAGES)
      .map(({ passage, hits }) => ({ passage, hits }));
    return { names: [...names].map(([entity, name]) => ({ entity, name })), passages };
  }
}

/** Where words of the text begin with one of these folded words, and whether each of them was met. */
function hitsIn(text: string, words: readonly string[]): { hits: Span[]; isComplete: boolean } {
  const hits: Span[] = [];
  const met = new Set<string>();
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(written);
    const begun = words.filter((word) => folded.startsWith(word));
    if (begun.length === 0) continue;
    for (const word of begun) met.add(word);
    hits.push({ start: index, end: index + written.length });
  }
  return { hits, isComplete: met.size === words.length };
}

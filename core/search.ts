/** Search over names in every language and over passages: typo-tolerant, case and diacritics folded. */
import Fuse from 'fuse.js';
import { fold } from './fold';
import type { EntityId, PassageId, SourceIndex, Span } from './types';

/** Shorter queries match too much to be of use, except in scripts of one character a word. */
const LEAST_QUERY = 2;
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
  folded: string;
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
      passages.map(({ id, start, end }) => {
        const passage = text.slice(start, end);
        return { passage: id, text: passage, folded: fold(passage) };
      }),
    );
  }

  find(query: string): Found {
    const folded = fold(query);
    if (folded.length < LEAST_QUERY) return { names: [], passages: [] };
    const names = new Map<EntityId, string>();
    for (const { item } of this.#names.search(folded)) {
      if (!names.has(item.entity)) names.set(item.entity, item.name);
      if (names.size >= MAX_NAMES) break;
    }
    const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length >= LEAST_QUERY);
    const passages = this.#passages
      .map(({ passage, text }) => ({ passage, hits: hitsIn(text, words) }))
      .filter(({ hits }) => words.length > 0 && hits.length > 0)
      .map(({ passage, hits }) => ({
        passage,
        hits,
        words: new Set(hits.map((hit) => hit.word)).size,
      }))
      .filter((found) => found.words === words.length)
      .sort((a, b) => b.hits.length - a.hits.length)
      .slice(0, MAX_PASSAGES)
      .map(({ passage, hits }) => ({
        passage,
        hits: hits.map(({ start, end }) => ({ start, end })),
      }));
    return { names: [...names].map(([entity, name]) => ({ entity, name })), passages };
  }
}

/** Where words of the text begin with one of these folded words. */
function hitsIn(text: string, words: readonly string[]): Array<Span & { word: string }> {
  const hits: Array<Span & { word: string }> = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(match[0]);
    const word = words.find((some) => folded.startsWith(some));
    if (word) hits.push({ start: match.index, end: match.index + match[0].length, word });
  }
  return hits;
}

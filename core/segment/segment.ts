/**
 * A segment: a part of the index of names and of the search, for one or more sources. Everything in it is typed arrays
 * and long texts, kept in parts, so that a background that has just woken reads what a question needs and parses nothing.
 * All of it is made of the sources, and can be made again.
 */

import type { SpellingPart } from '../library/name-search';
import type { WordPart } from '../library/passage-search';
import type { SourceId } from '../model/source';
import type { HeadPart } from '../names/head-sieve';
import type { Strings } from './strings';

/** Changes whenever a part changes its meaning; a segment of another version is made again. */
export const SEGMENT_VERSION = 2;

/** A source in a segment. Its entities and passages are numbered after those of the sources before it. */
export interface SegmentSource {
  id: SourceId;
  /** The state of the source that was indexed. */
  revision: number;
  /** When it came, ms since the epoch; 0 for what is bundled. */
  added: number;
  entities: number;
  passages: number;
  /** One of its names needs company. */
  hasAmbiguous: boolean;
  /** The address of the page that it was, without its fragment; null for other documents. */
  page: string | null;
  /** It holds no more: it has another revision, or is deleted. Said by the shelf that is read. */
  isGone?: boolean;
}

export interface SegmentHead {
  version: number;
  id: string;
  sources: SegmentSource[];
}

/** What is known of entities without their record. */
export interface EntityPart {
  /** The ids without their source; sorted within each. */
  slugs: Strings;
  canonicals: Strings;
  /** By number in `ENTITY_KINDS`. */
  kinds: Uint8Array;
  /** The number of the Wikidata item; 0 for none. */
  wikidata: Uint32Array;
  /** How often its source names it. */
  mentions: Uint32Array;
}

/** Which passages name an entity: ordinals in its source, boilerplate and headings left out. */
export interface PostingPart {
  /** Where those of each entity end. */
  ends: Uint32Array;
  ordinals: Uint32Array;
}

export interface SegmentParts {
  /** For the sieve of pages. */
  heads: HeadPart;
  /** For the questions of pages: see names/name-index.ts. */
  names: ArrayBuffer;
  entities: EntityPart;
  postings: PostingPart;
  /** For the search of names. */
  spellings: SpellingPart;
  /** For the search of passages. */
  words: WordPart;
}
export type PartName = keyof SegmentParts;

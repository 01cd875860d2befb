/**
 * What lists say of a word or a phrase: that it is a first name, a town, an everyday verb … A name model carries the
 * lists as hashes of 24 bits: of 60,000 entries, four unknown words in a thousand seem to be in one.
 */
import { hashText } from './hash';

/** The bit of each list. */
export const WORD_CLASSES = [
  'first-name',
  'surname',
  'city',
  'region',
  'people',
  'organisation',
  'noun',
  'verb',
  'adjective',
  'public-figure',
  'function-word',
  'title',
  'organisation-head',
  'place-head',
  'event-head',
  'calendar',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export const classBit = (name: WordClass) => 1 << WORD_CLASSES.indexOf(name);

/** Everyday words, as one mask. */
export const EVERYDAY =
  classBit('noun') | classBit('verb') | classBit('adjective') | classBit('function-word');

/** Phrases have several words, in small letters without diacritics, with one space between. */
export const LONGEST_PHRASE = 4;

export class WordLists {
  /** @param masks by hash */
  constructor(readonly masks: ReadonlyMap<number, number>) {}

  /** @param folded in small letters, without diacritics */
  of(folded: string): number {
    return this.masks.get(listHash(folded)) ?? 0;
  }
}

/** A full stop at the end is an abbreviation's or a sentence's. */
export const listHash = (folded: string) =>
  hashText(folded.endsWith('.') ? folded.slice(0, -1) : folded) >>> 8;

/** What is known of a written word by itself. */
import { fold } from '../text/fold';
import { hashPair, hashText } from './hash';
import type { WordLists } from './word-classes';

export const CASES = { none: 0, small: 1, initial: 2, capitals: 3, mixed: 4, letter: 5 } as const;

export interface Form {
  text: string;
  /** In small letters, without diacritics. */
  folded: string;
  /** Hashes. */
  exact: number;
  low: number;
  shape: number;
  /** `shape` without lengths. */
  brief: number;
  /** Of one to four letters at the beginning, then at the end; of Cyrillic words longer beginnings. */
  affixes: readonly number[];
  /** The lists that it is in, see `WORD_CLASSES`. */
  classes: number;
  letterCase: number;
  isCapital: boolean;
}

/** Forms of one document or one training: the same word is looked at once. */
export class Forms {
  readonly #known = new Map<string, Form>();

  constructor(readonly lists: WordLists) {}

  of(text: string): Form {
    let form = this.#known.get(text);
    if (!form) {
      form = formOf(text, this.lists);
      this.#known.set(text, form);
    }
    return form;
  }
}

function formOf(text: string, lists: WordLists): Form {
  const folded = /^https?:|^www\./.test(text)
    ? 'http://'
    : /^@\w/.test(text)
      ? '@name'
      : fold(text).replace(/\p{Nd}/gu, '0');
  const letterCase = letterCaseOf(text);
  const long = shapeOf(text);
  const affixes: number[] = [];
  const written = text.startsWith('#') ? folded.slice(1) : folded;
  for (let n = 1; n <= 4; n++) affixes.push(hashPair(hashText(written.slice(0, n)), n));
  for (let n = 1; n <= 4; n++) affixes.push(hashPair(hashText(written.slice(-n)), n + 4));
  // Kazakh strings suffixes together: what stays is at the beginning.
  if (CYRILLIC.test(written)) {
    for (const n of [5, 6, 7]) {
      if (written.length > n) affixes.push(hashPair(hashText(written.slice(0, n)), n + 4));
    }
  }
  const brief = hashText(long.replace(/(.)\1+/g, '$1'));
  return {
    text,
    folded,
    exact: hashText(text),
    low: hashText(folded),
    shape: hashText(long.length > 10 ? long.slice(0, 10) : long),
    brief,
    affixes,
    classes: lists.of(folded),
    letterCase,
    isCapital: letterCase > CASES.small,
  };
}

const CYRILLIC = /^\p{Script=Cyrillic}/u;

function letterCaseOf(text: string): number {
  if (!/\p{L}/u.test(text) || /^(?:https?:|www\.|@)/.test(text)) return CASES.none;
  if (!/\p{Lu}|\p{Lt}/u.test(text)) return CASES.small;
  if (/^\p{Lu}\.?$/u.test(text)) return CASES.letter;
  if (!/\p{Ll}/u.test(text)) return CASES.capitals;
  return /^#?\p{Lu}[^\p{Lu}]*$/u.test(text) ? CASES.initial : CASES.mixed;
}

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{Nd}/gu, 'd')
    .replace(/[^\p{ASCII}]/gu, 'u');
}

/**
 * Heads: the words of a page that may belong to a name. A page sends its heads, never its text, and is
 * answered with the names that hold them; so its cost grows with the page, not with the library.
 *
 * A head is a folded word. In Latin script only words that begin with a capital are collected; a name without
 * capitals is sought whole. In scripts without spaces a head is two neighbouring characters.
 */
import { fold, JOINT, TRANSPARENT_CLASS } from './fold';
import { memo } from './memo';

const LATIN_CAPITAL =
  'A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100-\\u024f\\u1e00-\\u1eff\\uff21-\\uff3a';
export const LATIN = `A-Za-z\\u00aa\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u1e00-\\u1eff\\uff21-\\uff3a\\uff41-\\uff5a`;
/** Letters of the scripts whose words are all collected: Cyrillic, Arabic, Greek, Hebrew, Indic, Hangul… */
const EVERY =
  '\\u0370-\\u05ea\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5-\\u0dff\\u10a0-\\u11ff\\u1c80-\\u1c8f\\u2d00-\\u2d2f\\ua640-\\ua69f\\uac00-\\ud7af\\ufb50-\\ufdcf\\ufe70-\\ufefc';
/** What a reader does not see, for a character class. */
export const UNSEEN = `${TRANSPARENT_CLASS}\\u0001`;
/** Han, Kana, Bopomofo, Thai, Lao, Khmer, Myanmar: no spaces between words. */
const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u312f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

const unspaced = new RegExp(`[${UNSPACED}]`);
const wordUnit = /[\p{L}\p{M}\p{N}]/u;
const isWordUnitBeyondAscii = memo((code: number) => wordUnit.test(String.fromCharCode(code)));

/**
 * A longer word is no head: the words of menus and lists that stand without white space between tags are glued to
 * runs of any length. The longest head of the bundled source has 48 characters.
 */
export const LONGEST_HEAD = 100;

/** True for units of scripts that put no space between words. */
export function isUnspaced(code: number): boolean {
  return code >= 0xe00 && unspaced.test(String.fromCharCode(code));
}

/** True for letters, marks and digits: what may not touch a name on either side. */
export function isWordUnit(code: number): boolean {
  if (code < 128) return (code | 32) >= 97 ? (code | 32) <= 122 : code >= 48 && code <= 57;
  return isWordUnitBeyondAscii(code);
}

/** An abbreviation with full stops is one word: its letters alone are on every page. */
const ABBREVIATION = '[A-Z](?:\\.[A-Z])+';
/** Sources of the expressions for words that begin with a capital, and for all words. */
export const CAPITALISED = `${ABBREVIATION}|[${LATIN_CAPITAL}][${LATIN}${UNSEEN}0-9]*|[${EVERY}][${EVERY}${UNSEEN}]*`;
export const ANY_WORD = `[${LATIN}0-9][${LATIN}${UNSEEN}0-9]*|[${EVERY}][${EVERY}${UNSEEN}]*`;
/** Every second pair of each run, and the pairs between them. */
const pairs = new RegExp(`[${UNSPACED}]{2}`, 'g');
const pairsBetween = new RegExp(`(?<=[${UNSPACED}])${pairs.source}`, 'g');
export const unseen = new RegExp(`[${UNSEEN}]`, 'g');
const transparent = new RegExp(`[${TRANSPARENT_CLASS}]`, 'g');

/**
 * Expressions, as their sources, by which a page finds the words that may be heads. Names that hold no capital are
 * found whole, sought as they stand, since their words alone ("policy", "world") are on every page; or by every word
 * when there are many such names. Written when the index is made (core/names/lower-names.ts): a page has no time for it,
 * and need not carry the classes of letters.
 */
export interface WordExpressions {
  words: string;
  /** The beginnings of names without capitals, in small letters: quick to compile and to run. Empty for none. */
  beginnings: string;
  names: string;
}

/** Finds the words of a text that may be heads. */
export interface WordFinder {
  words: RegExp;
  beginnings: RegExp | null;
  /** The source of an expression for names without capitals in a text in small letters: most pages never use it. */
  names: string;
}

export function wordFinder({ words, beginnings, names }: WordExpressions): WordFinder {
  return {
    words: new RegExp(words, 'g'),
    beginnings: beginnings ? new RegExp(beginnings) : null,
    names,
  };
}

const hidden = new RegExp(
  `[${TRANSPARENT_CLASS}]|[\\w,’'\\xaa-\\u02af-]${JOINT}[\\w,’'\\xaa-\\u02af-]`,
);

/** True where a word of names that are sought whole may hold what a reader does not see. */
export function hidesInWord(text: string): boolean {
  return hidden.test(text);
}

/**
 * Collects the distinct words of a text, as written, that may be heads; names without capitals without what
 * a reader does not see. A word glued across a joint is given whole and in its parts, since the joint may be
 * a block boundary. In scripts without spaces every two neighbouring characters are a word.
 */
export function collectWords(text: string, finder: WordFinder): Set<string> {
  const words = new Set<string>(text.match(finder.words));
  for (const word of words) {
    if (word.includes(JOINT)) for (const part of word.split(JOINT)) if (part) words.add(part);
  }
  if (unspaced.test(text)) {
    const joined = text.replace(unseen, '');
    for (const expression of [pairs, pairsBetween]) {
      for (const pair of joined.match(expression) ?? []) words.add(pair);
    }
  }
  if (!finder.beginnings) return words;
  // A joint in a word may be nothing, or a block boundary.
  let readings = [text];
  if (hidesInWord(text)) {
    const seen = text.replace(transparent, '');
    readings = [seen, seen.replaceAll(JOINT, '')];
  }
  for (const reading of readings) {
    // The one letter whose small form is two.
    const small = reading.replaceAll('İ', 'I').toLowerCase();
    if (!finder.beginnings.test(small)) continue;
    for (const { 0: name, index } of small.matchAll(new RegExp(finder.names, 'g'))) {
      words.add(reading.slice(index, index + name.length));
    }
  }
  return words;
}

export interface HeadPlace {
  /** Folded. */
  head: string;
  /** Offset of the head in the folded name. */
  at: number;
}

/**
 * Every head by which a name could be found, in order.
 * @param shaped the name as `foldShapeOf` gives it
 */
export function headsOf(shaped: string): HeadPlace[] {
  const places: HeadPlace[] = [];
  for (const run of shaped.matchAll(new RegExp(`[${UNSPACED}]{2,}`, 'g'))) {
    for (let i = 1; i < run[0].length; i++) {
      places.push({ head: run[0].slice(i - 1, i + 1), at: run.index + i - 1 });
    }
  }
  if (places.length > 0) return places;
  for (const expression of [CAPITALISED, ANY_WORD]) {
    for (const word of shaped.matchAll(new RegExp(expression, 'g'))) {
      places.push({ head: fold(word[0]), at: word.index });
    }
    if (places.length > 0) return places;
  }
  return places;
}

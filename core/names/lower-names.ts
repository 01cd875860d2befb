/** Names that a page may write without any capital: how it finds them. Used when an index is made. */

import type { CaseRule } from '../model/source';
import { fold, foldShapeOf, TRANSPARENT_CLASS } from '../text/fold';
import { ANY_WORD, CAPITALISED, headsOf, LATIN, type WordExpressions } from '../text/heads';

/** More such names make the page's expression slow to compile: it collects every word then. */
const MAX_NAMES = 150;
/** As much of a name as tells it from everyday prose: "political c", not "political". */
const BEGINNING = 12;

/** Between two words of a beginning. */
const GAP = '[^a-z0-9]+';

const PATTERNS: Record<string, string> = {
  ' ': `[\\s${TRANSPARENT_CLASS}\\u0001]+`,
  '-': '[-\\u2010-\\u2015\\u2212\\ufe63]',
  "'": "['`´‘’‛ʹʻʼʽˈ′]",
  '"': '["“”„‟«»″]',
};

/** True for a name that a page may write without any capital, and that has no other word to be found by. */
export function isLowerName(text: string, rule: CaseRule): boolean {
  const shaped = foldShapeOf(text);
  return headsOf(shaped).every(
    ({ head, at }) =>
      /^[\p{Script=Latin}\d]/u.test(head) &&
      (rule === 'any-case' || shaped.slice(at, at + head.length) === head),
  );
}

/**
 * Writes the expressions for pages.
 * @param texts names for which `isLowerName` holds
 */
export function wordExpressions(texts: Iterable<string>): WordExpressions {
  const names = [...new Set([...texts].map((text) => text.toLowerCase().normalize('NFC')))];
  if (names.length > MAX_NAMES) return { words: ANY_WORD, beginnings: '', names: '' };
  const whole = names.map((name) => Array.from(name, patternOf).filter(Boolean));
  return {
    words: CAPITALISED,
    beginnings: anyOf(names.map(beginningOf)),
    names: whole.length > 0 ? `${anyOf(whole, true)}(?![${LATIN}])` : '',
  };
}

/** A page may leave the diacritics of a name out; it adds none. */
function patternOf(char: string): string {
  const folded = /\s/.test(char) ? ' ' : fold(char);
  if (folded === '') return '';
  const pattern = PATTERNS[folded];
  if (pattern) return pattern;
  return folded === char ? char.replace(/[^\p{L}\p{N}]/u, '\\$&') : `[${folded}${char}]`;
}

/** Of what is between two words it only matters that something is. */
function beginningOf(name: string): string[] {
  const patterns: string[] = [];
  for (const char of name) {
    if (/[\p{L}\p{N}]/u.test(char)) patterns.push(patternOf(char));
    else if (patterns.length > 0 && patterns.at(-1) !== GAP) patterns.push(GAP);
    if (patterns.length >= BEGINNING) break;
  }
  return patterns.at(-1) === GAP ? patterns.slice(0, -1) : patterns;
}

/**
 * An expression for any of these texts, each given as a list of patterns. What some begin with alike is written
 * once: as plain alternatives they take four times as long to compile, and each is tried at every character.
 * @param longest prefer the longest of texts that begin with each other; otherwise the shortest is enough
 */
function anyOf(texts: string[][], longest = false): string {
  const byFirst = new Map<string, string[][]>();
  for (const [first, ...rest] of texts) {
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  }
  const ends = texts.some((text) => text.length === 0);
  if (byFirst.size === 0 || (ends && !longest)) return '';
  const branches = [...byFirst].map(([first, rests]) => first + anyOf(rests, longest));
  if (ends) return `(?:${branches.join('|')})?`;
  return branches.length === 1 ? branches.join() : `(?:${branches.join('|')})`;
}

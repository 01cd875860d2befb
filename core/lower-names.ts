/** Names that a page may write without any capital: how it finds them. Used when an index is made. */
import { fold, foldShapeOf, TRANSPARENT_CLASS } from './fold';
import { headsOf, type LowerNames } from './heads';
import type { CaseRule } from './types';

/** More such names make the page's expression slow to compile: it collects every word then. */
const MAX_NAMES = 150;
/** As much of a name as tells it from everyday prose. */
const BEGINNING = 9;

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

/** @param texts names for which `isLowerName` holds */
export function lowerNames(texts: Iterable<string>): LowerNames {
  const names = [...new Set([...texts].map((text) => text.toLowerCase()))];
  if (names.length > MAX_NAMES) return { beginnings: '', names: '', everyWord: true };
  const alternatives = (length: number) =>
    // Longest first, since alternatives are tried in order.
    [...new Set(names.map((name) => name.slice(0, length)))]
      .sort((a, b) => b.length - a.length)
      .map(patternOf)
      .join('|');
  return {
    beginnings: alternatives(BEGINNING),
    names: alternatives(Number.POSITIVE_INFINITY),
    everyWord: false,
  };
}

/** A page may leave the diacritics of a name out; it adds none. */
function patternOf(name: string): string {
  return Array.from(name.normalize('NFC'), (char) => {
    const folded = /\s/.test(char) ? ' ' : fold(char);
    if (folded === '') return '';
    const pattern = PATTERNS[folded];
    if (pattern) return pattern;
    return folded === char ? char.replace(/[^\p{L}\p{N}]/u, '\\$&') : `[${folded}${char}]`;
  }).join('');
}

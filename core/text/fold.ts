/**
 * Folding: when two written forms count as the same text (docs/matching.md, "Folding").
 *
 * Works on single UTF-16 units, so that a page's text is never copied or mapped: the matcher walks the
 * text and a name side by side. `shape` keeps the letter case, `lower` drops it.
 */

import { memo } from './memo';

/** Stands between the texts of two nodes in a joined chunk; a control character that no page shows. */
export const JOINT = '\u0001';
export const JOINT_CODE = 1;

/** What `shape` returns for units that a reader does not see. */
export const TRANSPARENT = 0;
export const SPACE = 32;

const APOSTROPHE = 39;
const QUOTE = 34;
const HYPHEN = 45;
const MIDDLE_DOT = 0xb7;
const BREVE = 0x306;
const CYRILLIC_I = 0x438;
const CYRILLIC_SHORT_I = 0x439;

/** Soft hyphen, zero-width and bidi characters, variation selectors, tatweel, and combining marks. */
export const TRANSPARENT_CLASS =
  '\\u00ad\\u034f\\u061c\\u0640\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff\\u0300-\\u036f\\u064b-\\u0652';

const transparent = new RegExp(`[${TRANSPARENT_CLASS}]`);
const space = /\s/;

/** No expressions here: each would be compiled on every page that shows a curly quote. */
const ONE_OF: ReadonlyArray<readonly [chars: string, folded: number]> = [
  ['´‘’‚‛ʹʻʼʽˈ′＇', APOSTROPHE],
  ['“”„‟«»″＂', QUOTE],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d', HYPHEN],
  ['·•‧∙⋅・･', MIDDLE_DOT],
];

const foldedShape = memo((code: number): number => {
  const char = String.fromCharCode(code);
  if (transparent.test(char)) return TRANSPARENT;
  if (space.test(char)) return SPACE;
  for (const [chars, folded] of ONE_OF) if (chars.includes(char)) return folded;
  // Full-width Latin is Latin.
  if (code > 0xff00 && code < 0xff5f) return code - 0xfee0;
  if (code === 0x401) return 0x415;
  if (code === 0x451) return 0x435;
  if ((code >= 0xc0 && code < 0x250) || (code >= 0x1e00 && code < 0x1f00)) {
    const base = char.normalize('NFD').charAt(0);
    return STROKES[base] ?? base.charCodeAt(0);
  }
  return code;
});

/** Latin letters that Unicode does not decompose but that names are commonly written without. */
const STROKES: Record<string, number> = Object.fromEntries(
  'øo ØO łl ŁL đd ĐD ıi ħh ĦH'.split(' ').map((pair) => [pair.charAt(0), pair.charCodeAt(1)]),
);

/** The unit as names are compared, letter case kept; `TRANSPARENT` or `SPACE` for those classes. */
export function shape(code: number): number {
  if (code < 128)
    return code === 32 || (code >= 9 && code <= 13) ? SPACE : code === 96 ? APOSTROPHE : code;
  return foldedShape(code);
}

/** Drops the letter case of a unit that `shape` returned. */
export function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return lowered(code);
}

const lowered = memo((code: number): number => {
  const text = String.fromCharCode(code).toLowerCase();
  return text.length === 1 ? text.charCodeAt(0) : code;
});

/** True when `unit` (a shape) followed by the raw unit `next` is a decomposed й. */
export function isDecomposedShortI(unit: number, next: number): boolean {
  return next === BREVE && lower(unit) === CYRILLIC_I;
}

/** The shape of й in the case of и, for `isDecomposedShortI`. */
export function shortI(unit: number): number {
  return unit + (CYRILLIC_SHORT_I - CYRILLIC_I);
}

/** The whole text as `shape` sees it: white space runs are one space, none at the ends. */
export function foldShapeOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    let unit = shape(text.charCodeAt(i));
    if (unit === TRANSPARENT) continue;
    if (isDecomposedShortI(unit, text.charCodeAt(i + 1))) unit = shortI(unit);
    if (unit === SPACE && (out === '' || out.endsWith(' '))) continue;
    out += String.fromCharCode(unit);
  }
  return out.trimEnd();
}

/**
 * Texts of which folding changes no more than letter case: most words of most pages. Not Σ, which has two small
 * letters.
 */
const plain =
  /^[\0\w\u0402-\u0450\u0452-\u05ea\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u3400-\u9fff-]*$/;

/** `foldShapeOf` without letter case: equal for texts that count as the same. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  let out = '';
  for (const unit of foldShapeOf(text).split('')) {
    out += String.fromCharCode(lower(unit.charCodeAt(0)));
  }
  return out;
}

/**
 * `fold` of each word of a joined text, joints left out; no word holds U+0000. Plain ones are folded at one go, since
 * a page does it once and cold.
 */
export function foldWords(words: readonly string[]): string[] {
  const joined = words.join('\0').replaceAll(JOINT, '');
  if (plain.test(joined)) return joined.toLowerCase().split('\0');
  return joined.split('\0').map(fold);
}

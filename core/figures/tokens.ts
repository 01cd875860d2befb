/** A text cut into numbers, words and signs. */
import type { Span } from '../model/source';
import { fold } from '../text/fold';

export interface Token extends Span {
  kind: 'number' | 'word' | 'sign';
  text: string;
  /** Folded, ё as е. */
  key: string;
}

/** Groups of three are one number; a run of digits is taken at one go, so no place is read twice. */
const TOKENS =
  /(?<number>\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*)|(?<word>[\p{L}\p{M}²]+(?:[-’'\u2011][\p{L}\p{M}]+)*)|\S/gu;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKENS), ({ 0: written, index, groups }) => ({
    start: index,
    end: index + written.length,
    kind: groups?.number ? 'number' : groups?.word ? 'word' : 'sign',
    text: written,
    key: groups?.word ? fold(written).replaceAll('ё', 'е') : written,
  }));
}

export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

export function isCyrillic(text: string): boolean {
  return /^\p{Script=Cyrillic}/u.test(text);
}

/** The stem of a Cyrillic word: what Russian and Kazakh endings leave, four letters at least. */
export function cyrillicStem(key: string): string {
  for (const endings of [RUSSIAN, KAZAKH]) {
    const stem = key.replace(endings, '');
    if (stem !== key && stem.length >= 4) return stem;
  }
  return key;
}

const RUSSIAN =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ость|ости|остью|иях|ием|иям|ией|ых|их|ый|ий|ой|ей|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ии|ия|ию|ью|а|я|о|е|ы|и|у|ю|ь)$/;
const KAZAKH =
  /(?:лардың|лердің|тардың|тердің|дардың|ларда|лерде|ының|інің|дың|дің|тың|тің|ның|нің|мен|пен|бен|лар|лер|дар|дер|тар|тер|да|де|та|те|ға|ге|қа|ке|ды|ді|ты|ті|ны|ні|сы|сі|ы|і)$/;

/** What a word is, as far as figures need to know: its stem, and whether it is a plural, an adjective, a year. */
import { stemOf } from '../text/content-words';
import { FUNCTION_WORDS, NO_PLURALS, PLURALS } from './tables';
import { cyrillicStem, isCyrillic } from './tokens';

/** The stem of a folded word, Latin or Cyrillic. */
export function stem(key: string): string {
  return isCyrillic(key) ? cyrillicStem(key) : stemOf(key);
}

export function isPlural(key: string): boolean {
  if (PLURALS.has(key)) return true;
  if (NO_PLURALS.has(key) || FUNCTION_WORDS.has(key)) return false;
  return /^[a-z’'-]{2,}[^siu’']s$/.test(key) || /^[a-z-]{4,}(?:us|ss)es$/.test(key);
}

export function isAdjective(key: string): boolean {
  return /(?:ых|их|ого|ому|ыми|ими|ный|ная|ное|ные|ской|ский|ским)$/.test(key) && key.length > 4;
}

export function yearOf(key: string): number | undefined {
  return /^(?:1[0-9]|20)\d\d$/.test(key) ? Number(key) : undefined;
}

/** Ranks, and parts of a whole. */
import { type Found, NEAR, type Place, SUPERLATIVES } from './place';
import { FUNCTION_WORDS, ORDINALS, PARTS } from './tables';
import { isCyrillic } from './tokens';
import { stem } from './words';

/** "16th place among", "third largest economy", "rank 15th among", «16-е место среди». */
export function rank(place: Place): Found | undefined {
  const { at } = place;
  const ordinal = ordinalAt(place);
  if (!ordinal) return undefined;
  const { value, to } = ordinal;
  const next = place.key(to);
  if (/^(?:place|position|rank|место|месте)$/.test(next)) {
    const scale = scaleFrom(place, to + 1);
    if (!scale) return undefined;
    return place.figure('rank', [value, value], [at, scale.to], { of: scale.of });
  }
  if (/^rank/.test(place.key(at - 1)) || /^rank/.test(place.key(at - 2))) {
    const scale = scaleFrom(place, to);
    if (!scale) return undefined;
    return place.figure('rank', [value, value], [at, scale.to], { of: scale.of });
  }
  let most = to;
  if (place.key(most) === '-') most++;
  const isMost = place.key(most) === 'most' && place.isWord(most + 1);
  const superlative = isMost ? place.key(most + 1) : place.key(most);
  if (!isMost && !SUPERLATIVES.has(superlative)) return undefined;
  const noun = place.nounFrom(isMost ? most + 2 : most + 1, true);
  if (!noun) return undefined;
  const of = [stem(superlative), ...noun.of];
  return place.figure('rank', [value, value], [at, noun.to], { of, by: noun.by });
}

function ordinalAt(place: Place): { value: number; to: number } | undefined {
  const { at } = place;
  if (place.tokens[at]?.kind === 'number' && /^\d{1,3}$/.test(place.key(at))) {
    if (/^(?:st|nd|rd|th)$/.test(place.key(at + 1)) && place.isAttached(at + 1)) {
      return { value: Number(place.key(at)), to: at + 2 };
    }
    if (place.key(at + 1) === '-' && /^(?:е|ое|м|ом)$/.test(place.key(at + 2))) {
      return { value: Number(place.key(at)), to: at + 3 };
    }
    return undefined;
  }
  const word = place.key(at).split('-')[0] ?? '';
  const value = ORDINALS.get(word);
  if (value === undefined) return undefined;
  return word === place.key(at) ? { value, to: at + 1 } : undefined;
}

/** "among the nationalities of Russia". */
function scaleFrom(place: Place, from: number): { of: string[]; to: number } | undefined {
  if (!/^(?:among|amongst|in|of|среди|в|по)$/.test(place.key(from))) return undefined;
  let at = from + 1;
  while (/^(?:the|all|всех)$/.test(place.key(at))) at++;
  const of: string[] = [];
  let to = at;
  for (; at < from + 1 + NEAR && place.isWord(at); at++) {
    const key = place.key(at);
    if (FUNCTION_WORDS.has(key)) break;
    of.push(stem(key));
    to = at + 1;
  }
  return of.length > 0 ? { of, to } : undefined;
}

/** "a third of voters", "one in five pupils", «две трети населения». */
export function part(place: Place): Found | undefined {
  const { at } = place;
  const one = partAt(place);
  if (!one) return undefined;
  const { value, to } = one;
  const of = place.wholeFrom(to, one.needsOf);
  if (!of) {
    // Not of anything: "a third line of the underground".
    return undefined;
  }
  return place.figure('share', [value, value], [at, of.to], { of: of.of });
}

function partAt(place: Place): { value: number; to: number; needsOf: boolean } | undefined {
  const { at } = place;
  const key = place.key(at);
  const small = /^an?$/.test(key) ? 1 : key === 'ten' ? undefined : smallValue(key);
  if (isCyrillic(key)) {
    const part = PARTS.get(key);
    if (part !== undefined) return { value: 1 / part, to: at + 1, needsOf: false };
    const parts = small === undefined ? undefined : PARTS.get(place.key(at + 1));
    if (small === undefined || parts === undefined) return undefined;
    return { value: small / parts, to: at + 2, needsOf: false };
  }
  if (key === 'half') return { value: 0.5, to: at + 1, needsOf: true };
  const hyphened = /^(one|two|three|four)-(\p{L}+)$/u.exec(key);
  if (hyphened) {
    const part = PARTS.get(hyphened[2] ?? '');
    const times = smallValue(hyphened[1] ?? '') ?? 1;
    return part === undefined ? undefined : { value: times / part, to: at + 1, needsOf: true };
  }
  const count = small ?? (/^\d{1,2}$/.test(key) ? Number(key) : undefined);
  if (count === undefined) return undefined;
  const part = PARTS.get(place.key(at + 1));
  if (part !== undefined && small !== undefined) {
    return { value: small / part, to: at + 2, needsOf: true };
  }
  const isOutOf = place.key(at + 1) === 'out' && place.key(at + 2) === 'of';
  if (!isOutOf && place.key(at + 1) !== 'in') return undefined;
  if (/^an?$/.test(key)) return undefined;
  const whole = at + (isOutOf ? 3 : 2);
  const all = smallValue(place.key(whole)) ?? digitsValue(place.key(whole));
  if (all === undefined || all <= count || all > 1000) return undefined;
  return { value: count / all, to: whole + 1, needsOf: false };
}

function digitsValue(key: string): number | undefined {
  return /^\d{1,3}$/.test(key) ? Number(key) : undefined;
}

function smallValue(key: string): number | undefined {
  return SMALL_PARTS.get(key);
}

const SMALL_PARTS = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, i): [string, number] => [word, i + 1],
  ),
  ...['одна', 'две', 'три', 'четыре'].map((word, i): [string, number] => [word, i + 1]),
]);

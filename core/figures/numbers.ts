/** Reads numbers out of tokens: "1,700", "3.5bn", "about one and a half million", «полтора миллиона», "15 to 20". */
import { SCALES, SMALL, WHOLE_WORDS } from './tables';
import { isCyrillic, type Token } from './tokens';

export interface ReadNumber {
  low: number;
  high: number;
  /** The tokens that it spans: the first, and the one after the last. */
  from: number;
  to: number;
  /** A number in words of ten or less, which may be a mere pronoun. */
  isSmallWord: boolean;
  /** Written with "million" and the like. */
  isScaled: boolean;
  isWritten: boolean;
}

/** Longer numbers are ids. */
const MOST_DIGITS = 15;
const DASH = /^[-–—−]$/;

/** @returns `undefined` where no number begins at the token */
export function readNumber(tokens: readonly Token[], from: number): ReadNumber | undefined {
  const first = readOne(tokens, from);
  if (!first) return undefined;
  const joint = tokens[first.to];
  const isDash = joint !== undefined && DASH.test(joint.text);
  if (!joint || !(isDash || ['to', 'or', 'до', 'and'].includes(joint.key))) return first;
  // "and" makes a range only after "between"; any other is a list.
  if (joint.key === 'and' && tokens[from - 1]?.key !== 'between') return first;
  const second = readOne(tokens, first.to + 1);
  if (!second) return first;
  // "15-20 million": what scales the second scales the first.
  const scale = scaleOf(tokens, second);
  const low =
    !first.isScaled && first.low * scale < second.high && first.low < second.high
      ? first.low * scale
      : first.low;
  if (low >= second.high) return isDash ? undefined : first;
  return {
    low,
    high: second.high,
    from,
    to: second.to,
    isSmallWord: first.isSmallWord && second.isSmallWord,
    isScaled: second.isScaled,
    isWritten: second.isWritten,
  };
}

function scaleOf(tokens: readonly Token[], { to, isScaled }: ReadNumber): number {
  const last = tokens[to - 1];
  return isScaled && last ? (SCALES.get(last.key) ?? 1) : 1;
}

function readOne(tokens: readonly Token[], from: number): ReadNumber | undefined {
  let at = from;
  let total = 0;
  let current: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let isScaled = false;
  const opening = tokens[at];
  if (!opening) return undefined;
  const isWritten = opening.kind === 'word';
  if (opening.kind === 'number') {
    current = worthOf(opening.text, contextIsCyrillic(tokens, at));
    if (current === undefined) return undefined;
    at++;
  } else if (opening.key === 'half' && /^an?$/.test(tokens[at + 1]?.key ?? '')) {
    current = 0.5;
    at += 2;
    if (!SCALES.has(tokens[at]?.key ?? '')) return undefined;
  } else if (/^an?$/.test(opening.key)) {
    if (!SCALES.has(tokens[at + 1]?.key ?? '')) return undefined;
    current = 1;
    at++;
  }
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const small = smallOf(token.key);
    if (small !== undefined) {
      // After digits no word of a number follows, and each word must be less than the one before.
      if (!isWritten || small >= least) break;
      if (current !== undefined && current < small) break;
      current = (current ?? 0) + small;
      least = small < 10 ? 0 : small < 100 ? 10 : 100;
      continue;
    }
    const scale = SCALES.get(token.key);
    if (scale !== undefined) {
      // The word for it may be a scale by itself only where it is no English singular: "тысяча", not "million".
      if (current === undefined && !isCyrillic(token.key)) break;
      if (current === undefined && token.key === 'тыс') break;
      isScaled = true;
      if (scale === 100) {
        current = (current ?? 1) * 100;
        least = 100;
      } else if (WHOLE_WORDS.has(token.key)) {
        total += scale;
        current = undefined;
      } else {
        total += (current ?? 1) * scale;
        current = undefined;
        least = Number.POSITIVE_INFINITY;
      }
      if (token.key === 'тыс' && tokens[at + 1]?.text === '.') at++;
      if (!isWritten) {
        at++;
        break;
      }
      continue;
    }
    if (token.key === 'жарым' && current !== undefined) {
      current += 0.5;
      continue;
    }
    if (token.key === 'and' && isWritten && at > from) {
      if (tokens[at + 1]?.key === 'a' && tokens[at + 2]?.key === 'half' && current !== undefined) {
        current += 0.5;
        at += 2;
        continue;
      }
      const next = smallOf(tokens[at + 1]?.key ?? '');
      if (isScaled && next !== undefined && next < least) continue;
    }
    break;
  }
  if (current === undefined && total === 0) return undefined;
  const value = total + (current ?? 0);
  if (value === 0.5 && !isScaled) return undefined;
  const isSmallWord = isWritten && !isScaled && value <= 10;
  return { low: value, high: value, from, to: at, isSmallWord, isScaled, isWritten };
}

function smallOf(key: string): number | undefined {
  const whole = SMALL.get(key);
  if (whole !== undefined || !key.includes('-')) return key === 'пол' ? undefined : whole;
  const [tens, ones, ...more] = key.split('-').map((part) => SMALL.get(part));
  const isNumber = tens && ones && more.length === 0 && tens >= 20 && tens < 100 && ones < 10;
  return isNumber ? tens + ones : undefined;
}

function contextIsCyrillic(tokens: readonly Token[], at: number): boolean {
  return [at + 1, at - 1, at + 2].some(
    (i) => tokens[i]?.kind === 'word' && isCyrillic(tokens[i].key),
  );
}

/** @returns `undefined` for version numbers, ids and dates in digits */
function worthOf(written: string, isCyrillicText: boolean): number | undefined {
  if (written.replace(/\D/g, '').length > MOST_DIGITS) return undefined;
  const decimalComma = isCyrillicText && /^\d+,\d+$/.test(written);
  if (!decimalComma && /^\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?$/.test(written)) {
    return Number(written.replace(/[,\s]/g, ''));
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(written)) return Number(written.replaceAll('.', ''));
  if (/^\d+(?:[.,]\d+)?$/.test(written)) return Number(written.replace(',', '.'));
  return undefined;
}

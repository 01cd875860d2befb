/** Decades, days and years. */

import type { Found, Place } from './place';
import { MONTHS } from './tables';
import { isCapitalised, isCyrillic } from './tokens';
import { isPlural, yearOf } from './words';

const PARTS_OF_TIME = new Set(
  'spring summer autumn fall winter early late mid middle end beginning start january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/** "the 1930s", "the early 1930s", "in the 20-30s", «в 1930-х годах». */
export function decade(place: Place): Found | undefined {
  const { at } = place;
  if (place.tokens[at]?.kind !== 'number') return undefined;
  let last = at;
  if (/^[-–]$/.test(place.key(at + 1)) && place.tokens[at + 2]?.kind === 'number') last = at + 2;
  const isEnglish = place.key(last + 1) === 's' && place.isAttached(last + 1);
  const isRussian =
    place.key(last + 1) === '-' && place.key(last + 2) === 'х' && /^год/.test(place.key(last + 3));
  if (!isEnglish && !isRussian) return undefined;
  const low = decadeOf(place.key(at));
  const high = decadeOf(place.key(last));
  if (low === undefined || high === undefined || low > high) return undefined;
  return date(place, [low, high + 10], at, last + (isEnglish ? 2 : 4), 'decade');
}

function date(
  place: Place,
  value: readonly [number, number],
  from: number,
  to: number,
  unit: string,
): Found {
  return place.figure('date', value, [partOfYear(place, from), to], { unit, isBare: true });
}

/** "early", "the summer of" before a date is shown with it. */
function partOfYear(place: Place, from: number): number {
  let first = from;
  if (PARTS_OF_TIME.has(place.key(first - 1))) first -= 1;
  else if (place.key(first - 1) === 'of' && PARTS_OF_TIME.has(place.key(first - 2))) first -= 2;
  else if (
    place.key(first - 2) === 'of' &&
    place.key(first - 1) === 'the' &&
    PARTS_OF_TIME.has(place.key(first - 3))
  ) {
    first -= 3;
  }
  return (place.tokens[first]?.start ?? 0) < place.reached ? from : first;
}

/** "3 June 2019", "June 3, 2019", "June 2019", «3 июня 2019 года»; a day without a year as well. */
export function day(place: Place): Found | undefined {
  const { at } = place;
  const day = (i: number) => {
    const one = /^\d{1,2}$/.test(place.key(i)) ? Number(place.key(i)) : 0;
    return one >= 1 && one <= 31 ? one : undefined;
  };
  const month = (i: number) =>
    // May may be a verb.
    place.tokens[i] && (place.tokens[i].key !== 'may' || isCapitalised(place.tokens[i].text))
      ? MONTHS.get(place.key(i))
      : undefined;
  const suffix = (i: number) =>
    /^(?:st|nd|rd|th)$/.test(place.key(i)) && place.isAttached(i) ? i + 1 : i;
  if (day(at) !== undefined) {
    let next = suffix(at + 1);
    if (place.key(next) === 'of') next++;
    const named = month(next);
    if (named === undefined) return undefined;
    const year = yearOf(place.key(next + 1));
    const to = year === undefined ? next + 1 : afterYear(place, next + 2);
    const value = (year ?? 0) + (named - 1) / 12 + (day(at) ?? 0) / 372;
    return date(place, [value, value], at, to, year === undefined ? 'day-of-year' : 'day');
  }
  const named = month(at);
  if (named === undefined) return undefined;
  const year = yearOf(place.key(at + 1));
  if (year !== undefined) {
    const value = year + (named - 1) / 12;
    return date(place, [value, value + 1 / 12], at, afterYear(place, at + 2), 'month');
  }
  if (day(at + 1) === undefined || !isCapitalised(place.tokens[at]?.text ?? '')) return undefined;
  let next = suffix(at + 2);
  if (place.key(next) === ',') next++;
  const after = yearOf(place.key(next));
  const value = (after ?? 0) + (named - 1) / 12 + (day(at + 1) ?? 0) / 372;
  const to = after === undefined ? suffix(at + 2) : next + 1;
  return date(place, [value, value], at, to, after === undefined ? 'day-of-year' : 'day');
}

function afterYear(place: Place, to: number): number {
  return /^(?:года|году|год)$/.test(place.key(to)) ? to + 1 : to;
}

/** Four digits are a year only where the words around say so. */
export function year(place: Place): Found | undefined {
  const { at } = place;
  const year = yearOf(place.key(at));
  if (year === undefined) return undefined;
  const named = /^(?:год|жыл)/.test(place.key(at + 1)) && isCyrillic(place.key(at + 1));
  let to = at + 1;
  let high = year;
  if (/^[-–—]$/.test(place.key(to)) && /^\d{2}(?:\d\d)?$/.test(place.key(to + 1))) {
    const end = place.key(to + 1);
    high = end.length === 2 ? Math.floor(year / 100) * 100 + Number(end) : Number(end);
    if (high <= year || high - year > 100) return undefined;
    to += 2;
  }
  if (/^(?:год|жыл)/.test(place.key(to)) && isCyrillic(place.key(to))) to++;
  const before = place.key(at - 1);
  const isBeforeNoun = place.isWord(to) && isPlural(place.key(to));
  const isYear =
    named ||
    to > at + 2 ||
    ['in', 'since', 'until', 'till', 'during'].includes(before) ||
    (['of', 'by', 'from', 'before', 'after', 'and', 'to'].includes(before) && !isBeforeNoun) ||
    PARTS_OF_TIME.has(before) ||
    (before === 'the' && place.isWord(to) && !isBeforeNoun);
  if (!isYear) return undefined;
  return date(place, [year, high + 1], at, to, 'year');
}

function decadeOf(key: string): number | undefined {
  if (/^(?:1[5-9]|20)\d0$/.test(key)) return Number(key);
  return /^[1-9]0$/.test(key) ? 1900 + Number(key) : undefined;
}

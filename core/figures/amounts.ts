/** Counts, per cents, money and measures. */
import { type ReadNumber, readNumber } from './numbers';
import { type Found, NEAR, type Place } from './place';
import {
  CURRENCIES,
  DETERMINERS,
  FUNCTION_WORDS,
  HEDGES,
  LABELS,
  MONTHS,
  SIGNS,
  UNITS,
} from './tables';
import { isCapitalised, isCyrillic } from './tokens';
import { stem, yearOf } from './words';

interface Amount {
  low: number;
  high: number;
  /** The token after it. */
  to: number;
}

const RUSSIAN_VERB = /(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ется|ются)$/;

export function amount(place: Place): Found | undefined {
  const { at, tokens } = place;
  const currencySign = signAt(place);
  const from = currencySign ? currencySign.to : at;
  const number = readNumber(tokens, from);
  if (!number) return undefined;
  place.skipTo = number.to;
  if (isInsideOfWord(place, from) || isLabelled(place, at)) return undefined;
  if (currencySign) return money(place, at, scaled(place, number), currencySign.code);
  return (
    percent(place, number) ??
    currency(place, number) ??
    measure(place, number) ??
    counted(place, number)
  );
}

function signAt(place: Place): { code: string; to: number } | undefined {
  const key = place.key(place.at);
  if (key === 'us' || key === 'US') {
    return place.key(place.at + 1) === '$' ? { code: 'USD', to: place.at + 2 } : undefined;
  }
  const code = SIGNS.get(key);
  if (code === undefined || place.isAttached(place.at)) {
    // "A$", "HK$": a dollar of another country.
    return code !== undefined && !place.isWord(place.at - 1)
      ? { code, to: place.at + 1 }
      : undefined;
  }
  return { code, to: place.at + 1 };
}

/** "$3m": only money is written so. */
function scaled(place: Place, { low, high, to }: ReadNumber): Amount {
  if (!place.isAttached(to)) return { low, high, to };
  const factor = { m: 1e6, b: 1e9, k: 1e3 }[place.key(to)];
  return factor ? { low: low * factor, high: high * factor, to: to + 1 } : { low, high, to };
}

function money(place: Place, from: number, { low, high, to }: Amount, code: string): Found {
  // "$82 a barrel" is another thing than $82.
  const isEach = /^(?:a|an|per)$/.test(place.key(to)) && place.isWord(to + 1);
  const unit = isEach ? `${code}/${stem(place.key(to + 1))}` : code;
  return place.figure('money', [low, high], [from, isEach ? to + 2 : to], { unit });
}

function isInsideOfWord(place: Place, at: number): boolean {
  if (!place.isAttached(at)) return false;
  const before = place.tokens[at - 1];
  if (before?.kind === 'word') return true;
  return /^[-–#№@/.:]$/.test(before?.text ?? '') &&
    (place.isAttached(at - 1) || before?.text !== '-')
    ? !(before?.text === '-' && place.tokens[at - 2]?.kind === 'number')
    : false;
}

/** A page, an article, the number of a thing with a name. */
function isLabelled(place: Place, at: number): boolean {
  const before = place.tokens[at - 1];
  const token = place.tokens[at];
  if (!token) return true;
  if (before && /^[#№@]$/.test(before.text)) return true;
  const label = before?.text === '.' ? place.tokens[at - 2] : before;
  if (label?.kind === 'word' && LABELS.has(label.key)) return true;
  if (before?.key === 'of' && isCapitalised(token.text) && token.kind === 'word') return true;
  // "1)" of a list.
  if (place.key(at + 1) === ')' && token.kind === 'number' && /^\d{1,2}$/.test(token.text)) {
    if (!before || /\n\s*$/.test(place.text.slice(Math.max(0, token.start - 8), token.start))) {
      return true;
    }
  }
  return false;
}

/** "Boeing 737": a capitalised word right before, other than a hedge. */
function isNamed(place: Place, at: number): boolean {
  const before = place.tokens[at - 1];
  if (before?.kind !== 'word' || !isCapitalised(before.text)) return false;
  // "In Osh 31 people died".
  if (/^(?:in|at|from|near|to|в|из)$/.test(place.key(at - 2))) return false;
  return !HEDGES.has(before.key) && !FUNCTION_WORDS.has(before.key) && !MONTHS.has(before.key);
}

function percent(place: Place, number: ReadNumber): Found | undefined {
  const { to } = number;
  let end = to;
  if (place.key(to) === '%') end = to + 1;
  else if (place.key(to) === 'per' && place.key(to + 1) === 'cent') end = to + 2;
  else if (/^(?:percent|процент.{0,3}|пайыз.{0,3})$/.test(place.key(to))) end = to + 1;
  if (end === to) return undefined;
  if (/^(?:point|points|пункт)/.test(place.key(end))) return undefined;
  // Kazakh has the whole before the number, and Russian may have a verb after it.
  const mayFollow = !place.key(to).startsWith('пайыз') && !RUSSIAN_VERB.test(place.key(end));
  const whole = mayFollow ? place.wholeFrom(end, !isCyrillic(place.key(end))) : undefined;
  return place.figure(
    'share',
    [number.low / 100, number.high / 100],
    [number.from, whole?.to ?? end],
    { of: whole?.of ?? [] },
  );
}

/** The longest of one to three tokens that the table has. */
function longest<Entry>(
  place: Place,
  from: number,
  table: ReadonlyMap<string, Entry>,
): [Entry, number] | undefined {
  let phrase = '';
  let found: [Entry, number] | undefined;
  let words = 0;
  for (let at = from; at < from + NEAR + 1 && words < 3; at++) {
    const token = place.tokens[at];
    // "sq. km"
    if (token?.text === '.' && /^(?:sq|cu|кв|куб)$/.test(phrase)) continue;
    if (token?.kind !== 'word') break;
    words++;
    phrase = phrase === '' ? token.key : `${phrase} ${token.key}`;
    const entry = table.get(phrase);
    if (entry !== undefined) found = [entry, at + 1];
  }
  return found;
}

function currency(place: Place, number: ReadNumber): Found | undefined {
  const amount = scaled(place, number);
  const sign = place.tokens[amount.to];
  const code = sign?.kind === 'sign' ? SIGNS.get(sign.text) : undefined;
  if (code !== undefined && (code !== 'USD' || !isNumberAt(place, amount.to + 1))) {
    return money(place, number.from, { ...amount, to: amount.to + 1 }, code);
  }
  const found = longest(place, number.to, CURRENCIES);
  if (!found) return undefined;
  return money(place, number.from, { ...number, to: found[1] }, found[0]);
}

function isNumberAt(place: Place, at: number): boolean {
  return place.tokens[at]?.kind === 'number' && place.isAttached(at);
}

function measure(place: Place, number: ReadNumber): Found | undefined {
  const inDegrees = degrees(place, number);
  if (inDegrees) return inDegrees;
  let unitAt = number.to;
  // "a 40-day strike", but no "20-year-old".
  if (place.key(unitAt) === '-' && place.isAttached(unitAt) && place.isAttached(unitAt + 1))
    unitAt++;
  const found = longest(place, unitAt, UNITS);
  if (!found) return undefined;
  const [[unit, factor], end] = found;
  if (unit === 'time' && isNoSpan(place, number, end)) return undefined;
  if (number.isSmallWord && DETERMINERS.has(place.key(number.from - 1))) return undefined;
  if (number.low === 1 && number.high === 1 && unit === 'time') return undefined;
  // «тонн нефти» has no "of"; after a length a Cyrillic noun is none of its stuff.
  const isStuff = isCyrillic(place.key(end)) && /^(?:weight|volume)$/.test(unit);
  const of = place.key(end) === 'of' || isStuff ? place.wholeFrom(end, !isStuff) : undefined;
  return place.figure(
    'measure',
    [number.low * factor, number.high * factor],
    [number.from, unit === 'time' ? end : (of?.to ?? end)],
    { unit, of: unit === 'time' ? [] : (of?.of ?? []) },
  );
}

/** Ages, and how long ago or how much later, are no spans of time. */
function isNoSpan(place: Place, { from }: ReadNumber, end: number): boolean {
  const after = place.key(end);
  if (
    /^(?:ago|later|after|before|since|earlier|old|from|away|on|назад|спустя|спустя|бұрын)$/.test(
      after,
    )
  ) {
    return true;
  }
  if (/^-/.test(after) || (after === '-' && place.isAttached(end))) return true;
  return /^(?:first|last|next|past|через|спустя|aged|age|every|within)$/.test(place.key(from - 1));
}

function degrees(place: Place, { low, high, from, to }: ReadNumber): Found | undefined {
  let at = to;
  const isSign = place.key(at) === '°';
  const isWord = /^(?:degree|degrees|градус.{0,3})$/.test(place.key(at));
  if (!isSign && !isWord) return undefined;
  at++;
  const scale = /^(?:c|celsius|с|цельсия)$/.test(place.key(at))
    ? 'C'
    : /^(?:f|fahrenheit)$/.test(place.key(at))
      ? 'F'
      : '';
  if (isWord && place.key(at) === 'по') return temperature(place, [low, high], from, at + 2, 'C');
  if (scale === '') return undefined;
  return temperature(place, [low, high], from, at + 1, scale);
}

function temperature(
  place: Place,
  [low, high]: readonly [number, number],
  from: number,
  to: number,
  scale: 'C' | 'F',
): Found {
  const minus =
    /^[-−–]$/.test(place.key(from - 1)) && place.isAttached(from) && !place.isAttached(from - 1);
  const sign = minus ? -1 : 1;
  const inCelsius = (value: number) => (scale === 'C' ? value : ((value - 32) * 5) / 9);
  const ends = [inCelsius(sign * low), inCelsius(sign * high)].sort((a, b) => a - b);
  return place.figure('measure', [ends[0] ?? 0, ends[1] ?? 0], [minus ? from - 1 : from, to], {
    unit: 'temperature',
  });
}

function counted(place: Place, number: ReadNumber): Found | undefined {
  const { from, to, low, high } = number;
  const token = place.tokens[from];
  if (!token || (!number.isScaled && isNamed(place, from))) return undefined;
  if (number.isSmallWord && DETERMINERS.has(place.key(from - 1))) return undefined;
  // A year, where the words around do not tell.
  if (yearOf(token.key) !== undefined && to === from + 1 && place.hedgesBefore(from) === from) {
    return undefined;
  }
  const isOne = low === 1 && high === 1;
  const noun = isOne || place.isAttached(to) ? undefined : place.nounFrom(to, false);
  if (noun) {
    return place.figure('count', [low, high], [from, noun.to], { of: noun.of, by: noun.by });
  }
  const before = populationBefore(place, from);
  if (!before || isOne) return undefined;
  return place.figure('count', [low, high], [from, to], { of: before });
}

/** "a population of 2.1 million". */
function populationBefore(place: Place, from: number): string[] | undefined {
  if (place.isWord(from + 1) && place.isAttached(from + 1)) return undefined;
  const first = place.hedgesBefore(from);
  if (!['of', 'was', 'is', 'reached'].includes(place.key(first - 1))) return undefined;
  return place.key(first - 2) === 'population' ? ['population'] : undefined;
}

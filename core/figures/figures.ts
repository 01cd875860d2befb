/**
 * Figures of a text: numbers that say how many, how much, what part, when, or which in order, with what they count.
 * What may be a mere label (a page, an article of a law, a telephone) is left out: one too few is better than a false one.
 */
import type { Span } from '../model/source';
import { stemOf } from '../text/content-words';
import { chineseFigures } from './chinese';
import { type ReadNumber, readNumber } from './numbers';
import {
  CURRENCIES,
  DETERMINERS,
  FUNCTION_WORDS,
  HEDGES,
  HEDGES_AFTER,
  LABELS,
  MONTHS,
  NO_PLURALS,
  ORDINALS,
  PARTS,
  PLURALS,
  SIGNS,
  UNITS,
} from './tables';
import { cyrillicStem, isCapitalised, isCyrillic, type Token, tokensOf } from './tokens';

export type FigureKind = 'count' | 'share' | 'money' | 'measure' | 'date' | 'rank';

/** Start and end are those of what to show: the number with its hedges and its unit or noun. */
export interface Figure extends Span {
  kind: FigureKind;
  /** One value twice where it is no range. In the unit of the family; a share of 1; a date in years. */
  value: { low: number; high: number };
  /** Unit family, ISO code of a currency, or how fine a date is; '' for the rest. */
  unit: string;
  /** Stems of what is counted, of what it is a share, or on what scale it ranks; may be none. */
  of: readonly string[];
  /** "a day", "a year" after it: the stem of the period; '' where none is given. */
  per: string;
  /** Stems between a number and what it counts: "ethnic" in "12 ethnic groups". */
  by: readonly string[];
}

/** What a card can show on a line. */
const MOST_SHOWN = 60;
/** Words looked at on either side; keeps the work linear. */
const NEAR = 4;

/** Telephones, times of day, dates and fractions with slashes, web addresses. */
const NO_FIGURES = [
  /\+\d[\d\s()-]{6,20}\d/g,
  /(?<!\d)\d{1,3}[\s-]?\(\d{2,5}\)[\s\d-]{4,14}\d/g,
  /(?<![\d-])\d{2,4}-\d{2,4}-\d{2,4}(?:-\d{2,4})?(?![\d-])/g,
  /(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b)/gi,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<!\d)\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o[’']clock)/gi,
  /(?<!\d)\d{1,4}\/\d{1,4}(?:\/\d{1,4})?/g,
  /(?:https?:|www\.)\S{1,300}/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,3}(?![\d.])/g,
];

/** @param count is told of every token that is looked at, for the test of how the work grows */
export function figuresIn(text: string, count: () => void = () => {}): Figure[] {
  const tokens = tokensOf(text);
  const blocked = blockedIn(text);
  const figures: Figure[] = [];
  let reached = 0;
  let block = 0;
  for (let at = 0; at < tokens.length; ) {
    count();
    const token = tokens[at];
    if (!token) break;
    while (blocked[block] && (blocked[block]?.end ?? 0) <= token.start) block++;
    if ((blocked[block]?.start ?? Number.POSITIVE_INFINITY) < token.end) {
      at++;
      continue;
    }
    const reading = new Reading(text, tokens, at, reached);
    const found = reading.read();
    if (found && found.figure.start >= reached) {
      figures.push(found.figure);
      reached = found.figure.end;
    }
    at = Math.max(at + 1, found?.next ?? 0, reading.skipTo);
  }
  const chinese = chineseFigures(text);
  if (chinese.length === 0) return figures;
  const others = figures.filter((figure) => !chinese.some((one) => overlap(one, figure)));
  return [...others, ...chinese].sort((a, b) => a.start - b.start);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function blockedIn(text: string): Span[] {
  const spans = NO_FIGURES.flatMap((one) =>
    Array.from(text.matchAll(one), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  );
  return spans.sort((a, b) => a.start - b.start);
}

interface Amount {
  low: number;
  high: number;
  /** The token after it. */
  to: number;
}

interface Found {
  figure: Figure;
  /** The token to go on from. */
  next: number;
}

/** The reading of one place of a text. */
class Reading {
  /** Where a number was seen that is no figure: the token after it. */
  skipTo = 0;
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly at: number;
  /** Where the figure before ends: no hedge reaches behind it. */
  private readonly reached: number;

  constructor(text: string, tokens: readonly Token[], at: number, reached: number) {
    this.text = text;
    this.tokens = tokens;
    this.at = at;
    this.reached = reached;
  }

  read(): Found | undefined {
    return (
      this.decade() ?? this.day() ?? this.year() ?? this.rank() ?? this.part() ?? this.amount()
    );
  }

  private key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  private isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  /** Nothing stands between the token and the one before it. */
  private isAttached(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    return before !== undefined && token !== undefined && before.end === token.start;
  }

  private figure(
    kind: FigureKind,
    value: readonly [low: number, high: number],
    [from, to]: readonly [from: number, to: number],
    rest: { unit?: string; of?: readonly string[]; by?: readonly string[]; isBare?: boolean } = {},
  ): Found {
    const first = rest.isBare ? from : this.hedgesBefore(from, kind, value[0] < value[1]);
    const last = this.hedgeAfter(to);
    let start = this.tokens[first]?.start ?? 0;
    let end = this.tokens[last - 1]?.end ?? start;
    for (let cut = last; cut > to && end - start > MOST_SHOWN; cut--) {
      end = this.tokens[cut - 2]?.end ?? end;
    }
    if (end - start > MOST_SHOWN) start = this.tokens[from]?.start ?? start;
    const figure: Figure = {
      start,
      end,
      kind,
      value: { low: value[0], high: value[1] },
      unit: rest.unit ?? '',
      of: rest.of ?? [],
      by: rest.by ?? [],
      per: this.periodAt(to),
    };
    return { figure, next: last };
  }

  /** "by" belongs to a change only, "from" and "between" to a range. */
  private hedgesBefore(from: number, kind?: FigureKind, isRange = false): number {
    let first = from;
    for (let times = 0; times < 3; times++) {
      let taken = 0;
      let phrase = '';
      for (let back = 1; back <= 3; back++) {
        const token = this.tokens[first - back];
        if (token?.kind !== 'word' || token.start < this.reached) break;
        phrase = back === 1 ? token.key : `${token.key} ${phrase}`;
        if (/^(?:by|на)$/.test(phrase) && kind !== 'share' && kind !== 'measure') continue;
        if (/^(?:from|between|от)$/.test(phrase) && !isRange) continue;
        if (HEDGES.has(phrase)) taken = back;
      }
      if (taken === 0) break;
      first -= taken;
    }
    return first;
  }

  private periodAt(to: number): string {
    const isEach = /^(?:a|an|per|each|every|в)$/.test(this.key(to));
    return isEach && UNITS.get(this.key(to + 1))?.[0] === 'time' ? stem(this.key(to + 1)) : '';
  }

  private hedgeAfter(to: number): number {
    return HEDGES_AFTER.has(`${this.key(to)} ${this.key(to + 1)}`) ? to + 2 : to;
  }

  /** "the 1930s", "the early 1930s", "in the 20-30s", «в 1930-х годах». */
  private decade(): Found | undefined {
    const { at } = this;
    if (this.tokens[at]?.kind !== 'number') return undefined;
    let last = at;
    if (/^[-–]$/.test(this.key(at + 1)) && this.tokens[at + 2]?.kind === 'number') last = at + 2;
    const isEnglish = this.key(last + 1) === 's' && this.isAttached(last + 1);
    const isRussian =
      this.key(last + 1) === '-' && this.key(last + 2) === 'х' && /^год/.test(this.key(last + 3));
    if (!isEnglish && !isRussian) return undefined;
    const low = decadeOf(this.key(at));
    const high = decadeOf(this.key(last));
    if (low === undefined || high === undefined || low > high) return undefined;
    return this.date([low, high + 10], at, last + (isEnglish ? 2 : 4), 'decade');
  }

  private date(value: readonly [number, number], from: number, to: number, unit: string): Found {
    return this.figure('date', value, [this.partOfYear(from), to], { unit, isBare: true });
  }

  /** "early", "the summer of" before a date is shown with it. */
  private partOfYear(from: number): number {
    let first = from;
    if (PARTS_OF_TIME.has(this.key(first - 1))) first -= 1;
    else if (this.key(first - 1) === 'of' && PARTS_OF_TIME.has(this.key(first - 2))) first -= 2;
    else if (
      this.key(first - 2) === 'of' &&
      this.key(first - 1) === 'the' &&
      PARTS_OF_TIME.has(this.key(first - 3))
    ) {
      first -= 3;
    }
    return (this.tokens[first]?.start ?? 0) < this.reached ? from : first;
  }

  /** "3 June 2019", "June 3, 2019", "June 2019", «3 июня 2019 года»; a day without a year as well. */
  private day(): Found | undefined {
    const { at } = this;
    const day = (i: number) => {
      const one = /^\d{1,2}$/.test(this.key(i)) ? Number(this.key(i)) : 0;
      return one >= 1 && one <= 31 ? one : undefined;
    };
    const month = (i: number) =>
      // May may be a verb.
      this.tokens[i] && (this.tokens[i].key !== 'may' || isCapitalised(this.tokens[i].text))
        ? MONTHS.get(this.key(i))
        : undefined;
    const suffix = (i: number) =>
      /^(?:st|nd|rd|th)$/.test(this.key(i)) && this.isAttached(i) ? i + 1 : i;
    if (day(at) !== undefined) {
      let next = suffix(at + 1);
      if (this.key(next) === 'of') next++;
      const named = month(next);
      if (named === undefined) return undefined;
      const year = yearOf(this.key(next + 1));
      const to = year === undefined ? next + 1 : this.afterYear(next + 2);
      const value = (year ?? 0) + (named - 1) / 12 + (day(at) ?? 0) / 372;
      return this.date([value, value], at, to, year === undefined ? 'day-of-year' : 'day');
    }
    const named = month(at);
    if (named === undefined) return undefined;
    const year = yearOf(this.key(at + 1));
    if (year !== undefined) {
      const value = year + (named - 1) / 12;
      return this.date([value, value + 1 / 12], at, this.afterYear(at + 2), 'month');
    }
    if (day(at + 1) === undefined || !isCapitalised(this.tokens[at]?.text ?? '')) return undefined;
    let next = suffix(at + 2);
    if (this.key(next) === ',') next++;
    const after = yearOf(this.key(next));
    const value = (after ?? 0) + (named - 1) / 12 + (day(at + 1) ?? 0) / 372;
    const to = after === undefined ? suffix(at + 2) : next + 1;
    return this.date([value, value], at, to, after === undefined ? 'day-of-year' : 'day');
  }

  private afterYear(to: number): number {
    return /^(?:года|году|год)$/.test(this.key(to)) ? to + 1 : to;
  }

  /** Four digits are a year only where the words around say so. */
  private year(): Found | undefined {
    const { at } = this;
    const year = yearOf(this.key(at));
    if (year === undefined) return undefined;
    const named = /^(?:год|жыл)/.test(this.key(at + 1)) && isCyrillic(this.key(at + 1));
    let to = at + 1;
    let high = year;
    if (/^[-–—]$/.test(this.key(to)) && /^\d{2}(?:\d\d)?$/.test(this.key(to + 1))) {
      const end = this.key(to + 1);
      high = end.length === 2 ? Math.floor(year / 100) * 100 + Number(end) : Number(end);
      if (high <= year || high - year > 100) return undefined;
      to += 2;
    }
    if (/^(?:год|жыл)/.test(this.key(to)) && isCyrillic(this.key(to))) to++;
    const before = this.key(at - 1);
    const isBeforeNoun = this.isWord(to) && isPlural(this.key(to));
    const isYear =
      named ||
      to > at + 2 ||
      ['in', 'since', 'until', 'till', 'during'].includes(before) ||
      (['of', 'by', 'from', 'before', 'after', 'and', 'to'].includes(before) && !isBeforeNoun) ||
      PARTS_OF_TIME.has(before) ||
      (before === 'the' && this.isWord(to) && !isBeforeNoun);
    if (!isYear) return undefined;
    return this.date([year, high + 1], at, to, 'year');
  }

  /** "16th place among", "third largest economy", "rank 15th among", «16-е место среди». */
  private rank(): Found | undefined {
    const { at } = this;
    const ordinal = this.ordinal();
    if (!ordinal) return undefined;
    const { value, to } = ordinal;
    const next = this.key(to);
    if (/^(?:place|position|rank|место|месте)$/.test(next)) {
      const scale = this.scaleFrom(to + 1);
      if (!scale) return undefined;
      return this.figure('rank', [value, value], [at, scale.to], { of: scale.of });
    }
    if (/^rank/.test(this.key(at - 1)) || /^rank/.test(this.key(at - 2))) {
      const scale = this.scaleFrom(to);
      if (!scale) return undefined;
      return this.figure('rank', [value, value], [at, scale.to], { of: scale.of });
    }
    let most = to;
    if (this.key(most) === '-') most++;
    const isMost = this.key(most) === 'most' && this.isWord(most + 1);
    const superlative = isMost ? this.key(most + 1) : this.key(most);
    if (!isMost && !SUPERLATIVES.has(superlative)) return undefined;
    const noun = this.nounFrom(isMost ? most + 2 : most + 1, true);
    if (!noun) return undefined;
    const of = [stem(superlative), ...noun.of];
    return this.figure('rank', [value, value], [at, noun.to], { of, by: noun.by });
  }

  private ordinal(): { value: number; to: number } | undefined {
    const { at } = this;
    if (this.tokens[at]?.kind === 'number' && /^\d{1,3}$/.test(this.key(at))) {
      if (/^(?:st|nd|rd|th)$/.test(this.key(at + 1)) && this.isAttached(at + 1)) {
        return { value: Number(this.key(at)), to: at + 2 };
      }
      if (this.key(at + 1) === '-' && /^(?:е|ое|м|ом)$/.test(this.key(at + 2))) {
        return { value: Number(this.key(at)), to: at + 3 };
      }
      return undefined;
    }
    const word = this.key(at).split('-')[0] ?? '';
    const value = ORDINALS.get(word);
    if (value === undefined) return undefined;
    return word === this.key(at) ? { value, to: at + 1 } : undefined;
  }

  /** "among the nationalities of Russia". */
  private scaleFrom(from: number): { of: string[]; to: number } | undefined {
    if (!/^(?:among|amongst|in|of|среди|в|по)$/.test(this.key(from))) return undefined;
    let at = from + 1;
    while (/^(?:the|all|всех)$/.test(this.key(at))) at++;
    const of: string[] = [];
    let to = at;
    for (; at < from + 1 + NEAR && this.isWord(at); at++) {
      const key = this.key(at);
      if (FUNCTION_WORDS.has(key)) break;
      of.push(stem(key));
      to = at + 1;
    }
    return of.length > 0 ? { of, to } : undefined;
  }

  /** "a third of voters", "one in five pupils", «две трети населения». */
  private part(): Found | undefined {
    const { at } = this;
    const one = this.partAt();
    if (!one) return undefined;
    const { value, to } = one;
    const of = this.wholeFrom(to, one.needsOf);
    if (!of) {
      // Not of anything: "a third line of the underground".
      return undefined;
    }
    return this.figure('share', [value, value], [at, of.to], { of: of.of });
  }

  private partAt(): { value: number; to: number; needsOf: boolean } | undefined {
    const { at } = this;
    const key = this.key(at);
    const small = /^an?$/.test(key) ? 1 : key === 'ten' ? undefined : smallValue(key);
    if (isCyrillic(key)) {
      const part = PARTS.get(key);
      if (part !== undefined) return { value: 1 / part, to: at + 1, needsOf: false };
      const parts = small === undefined ? undefined : PARTS.get(this.key(at + 1));
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
    const part = PARTS.get(this.key(at + 1));
    if (part !== undefined && small !== undefined) {
      return { value: small / part, to: at + 2, needsOf: true };
    }
    const isOutOf = this.key(at + 1) === 'out' && this.key(at + 2) === 'of';
    if (!isOutOf && this.key(at + 1) !== 'in') return undefined;
    if (/^an?$/.test(key)) return undefined;
    const whole = at + (isOutOf ? 3 : 2);
    const all = smallValue(this.key(whole)) ?? digitsValue(this.key(whole));
    if (all === undefined || all <= count || all > 1000) return undefined;
    return { value: count / all, to: whole + 1, needsOf: false };
  }

  /** What it is a part of: after "of" in English, right after it elsewhere. */
  private wholeFrom(from: number, needsOf: boolean): { of: string[]; to: number } | undefined {
    let at = from;
    if (this.key(at) === 'of') at++;
    else if (needsOf) return undefined;
    while (/^(?:the|its|their|our|all|this|his|her)$/.test(this.key(at))) at++;
    const of: string[] = [];
    let to = at;
    for (; at < from + NEAR && this.isWord(at); at++) {
      const key = this.key(at);
      if (FUNCTION_WORDS.has(key)) break;
      of.push(stem(key));
      to = at + 1;
      // What follows a plural, or the first Cyrillic noun, is seldom the whole.
      if (isPlural(key) || (isCyrillic(key) && !isAdjective(key))) break;
      if (!isCyrillic(key)) {
        const next = this.key(at + 1);
        if (!isPlural(next) || FUNCTION_WORDS.has(next)) break;
      }
    }
    return of.length > 0 ? { of, to } : undefined;
  }

  private amount(): Found | undefined {
    const { at, tokens } = this;
    const sign = this.sign();
    const from = sign ? sign.to : at;
    const number = readNumber(tokens, from);
    if (!number) return undefined;
    this.skipTo = number.to;
    if (this.isInsideOfWord(from) || this.isLabelled(at)) return undefined;
    if (sign) return this.money(at, this.scaled(number), sign.code);
    return (
      this.percent(number) ?? this.currency(number) ?? this.measure(number) ?? this.counted(number)
    );
  }

  private sign(): { code: string; to: number } | undefined {
    const key = this.key(this.at);
    if (key === 'us' || key === 'US') {
      return this.key(this.at + 1) === '$' ? { code: 'USD', to: this.at + 2 } : undefined;
    }
    const code = SIGNS.get(key);
    if (code === undefined || this.isAttached(this.at)) {
      // "A$", "HK$": a dollar of another country.
      return code !== undefined && !this.isWord(this.at - 1)
        ? { code, to: this.at + 1 }
        : undefined;
    }
    return { code, to: this.at + 1 };
  }

  /** "$3m": only money is written so. */
  private scaled({ low, high, to }: ReadNumber): Amount {
    if (!this.isAttached(to)) return { low, high, to };
    const factor = { m: 1e6, b: 1e9, k: 1e3 }[this.key(to)];
    return factor ? { low: low * factor, high: high * factor, to: to + 1 } : { low, high, to };
  }

  private money(from: number, { low, high, to }: Amount, code: string): Found {
    // "$82 a barrel" is another thing than $82.
    const isEach = /^(?:a|an|per)$/.test(this.key(to)) && this.isWord(to + 1);
    const unit = isEach ? `${code}/${stem(this.key(to + 1))}` : code;
    return this.figure('money', [low, high], [from, isEach ? to + 2 : to], { unit });
  }

  private isInsideOfWord(at: number): boolean {
    if (!this.isAttached(at)) return false;
    const before = this.tokens[at - 1];
    if (before?.kind === 'word') return true;
    return /^[-–#№@/.:]$/.test(before?.text ?? '') &&
      (this.isAttached(at - 1) || before?.text !== '-')
      ? !(before?.text === '-' && this.tokens[at - 2]?.kind === 'number')
      : false;
  }

  /** A page, an article, the number of a thing with a name. */
  private isLabelled(at: number): boolean {
    const before = this.tokens[at - 1];
    const token = this.tokens[at];
    if (!token) return true;
    if (before && /^[#№@]$/.test(before.text)) return true;
    const label = before?.text === '.' ? this.tokens[at - 2] : before;
    if (label?.kind === 'word' && LABELS.has(label.key)) return true;
    if (before?.key === 'of' && isCapitalised(token.text) && token.kind === 'word') return true;
    // "1)" of a list.
    if (this.key(at + 1) === ')' && token.kind === 'number' && /^\d{1,2}$/.test(token.text)) {
      if (!before || /\n\s*$/.test(this.text.slice(Math.max(0, token.start - 8), token.start))) {
        return true;
      }
    }
    return false;
  }

  /** "Boeing 737": a capitalised word right before, other than a hedge. */
  private isNamed(at: number): boolean {
    const before = this.tokens[at - 1];
    if (before?.kind !== 'word' || !isCapitalised(before.text)) return false;
    // "In Osh 31 people died".
    if (/^(?:in|at|from|near|to|в|из)$/.test(this.key(at - 2))) return false;
    return !HEDGES.has(before.key) && !FUNCTION_WORDS.has(before.key) && !MONTHS.has(before.key);
  }

  private percent(number: ReadNumber): Found | undefined {
    const { to } = number;
    let end = to;
    if (this.key(to) === '%') end = to + 1;
    else if (this.key(to) === 'per' && this.key(to + 1) === 'cent') end = to + 2;
    else if (/^(?:percent|процент.{0,3}|пайыз.{0,3})$/.test(this.key(to))) end = to + 1;
    if (end === to) return undefined;
    if (/^(?:point|points|пункт)/.test(this.key(end))) return undefined;
    // Kazakh has the whole before the number, and Russian may have a verb after it.
    const mayFollow = !this.key(to).startsWith('пайыз') && !RUSSIAN_VERB.test(this.key(end));
    const whole = mayFollow ? this.wholeFrom(end, !isCyrillic(this.key(end))) : undefined;
    return this.figure(
      'share',
      [number.low / 100, number.high / 100],
      [number.from, whole?.to ?? end],
      { of: whole?.of ?? [] },
    );
  }

  /** The longest of one to three tokens that the table has. */
  private longest<Entry>(
    from: number,
    table: ReadonlyMap<string, Entry>,
  ): [Entry, number] | undefined {
    let phrase = '';
    let found: [Entry, number] | undefined;
    let words = 0;
    for (let at = from; at < from + NEAR + 1 && words < 3; at++) {
      const token = this.tokens[at];
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

  private currency(number: ReadNumber): Found | undefined {
    const scaled = this.scaled(number);
    const sign = this.tokens[scaled.to];
    const code = sign?.kind === 'sign' ? SIGNS.get(sign.text) : undefined;
    if (code !== undefined && (code !== 'USD' || !this.isNumberAt(scaled.to + 1))) {
      return this.money(number.from, { ...scaled, to: scaled.to + 1 }, code);
    }
    const found = this.longest(number.to, CURRENCIES);
    if (!found) return undefined;
    return this.money(number.from, { ...number, to: found[1] }, found[0]);
  }

  private isNumberAt(at: number): boolean {
    return this.tokens[at]?.kind === 'number' && this.isAttached(at);
  }

  private measure(number: ReadNumber): Found | undefined {
    const degrees = this.degrees(number);
    if (degrees) return degrees;
    let unitAt = number.to;
    // "a 40-day strike", but no "20-year-old".
    if (this.key(unitAt) === '-' && this.isAttached(unitAt) && this.isAttached(unitAt + 1))
      unitAt++;
    const found = this.longest(unitAt, UNITS);
    if (!found) return undefined;
    const [[unit, factor], end] = found;
    if (unit === 'time' && this.isNoSpan(number, end)) return undefined;
    if (number.isSmallWord && DETERMINERS.has(this.key(number.from - 1))) return undefined;
    if (number.low === 1 && number.high === 1 && unit === 'time') return undefined;
    // «тонн нефти» has no "of"; after a length a Cyrillic noun is none of its stuff.
    const isStuff = isCyrillic(this.key(end)) && /^(?:weight|volume)$/.test(unit);
    const of = this.key(end) === 'of' || isStuff ? this.wholeFrom(end, !isStuff) : undefined;
    return this.figure(
      'measure',
      [number.low * factor, number.high * factor],
      [number.from, unit === 'time' ? end : (of?.to ?? end)],
      { unit, of: unit === 'time' ? [] : (of?.of ?? []) },
    );
  }

  /** Ages, and how long ago or how much later, are no spans of time. */
  private isNoSpan({ from }: ReadNumber, end: number): boolean {
    const after = this.key(end);
    if (
      /^(?:ago|later|after|before|since|earlier|old|from|away|on|назад|спустя|спустя|бұрын)$/.test(
        after,
      )
    ) {
      return true;
    }
    if (/^-/.test(after) || (after === '-' && this.isAttached(end))) return true;
    return /^(?:first|last|next|past|через|спустя|aged|age|every|within)$/.test(this.key(from - 1));
  }

  private degrees({ low, high, from, to }: ReadNumber): Found | undefined {
    let at = to;
    const isSign = this.key(at) === '°';
    const isWord = /^(?:degree|degrees|градус.{0,3})$/.test(this.key(at));
    if (!isSign && !isWord) return undefined;
    at++;
    const scale = /^(?:c|celsius|с|цельсия)$/.test(this.key(at))
      ? 'C'
      : /^(?:f|fahrenheit)$/.test(this.key(at))
        ? 'F'
        : '';
    if (isWord && this.key(at) === 'по') return this.temperature([low, high], from, at + 2, 'C');
    if (scale === '') return undefined;
    return this.temperature([low, high], from, at + 1, scale);
  }

  private temperature(
    [low, high]: readonly [number, number],
    from: number,
    to: number,
    scale: 'C' | 'F',
  ): Found {
    const minus =
      /^[-−–]$/.test(this.key(from - 1)) && this.isAttached(from) && !this.isAttached(from - 1);
    const sign = minus ? -1 : 1;
    const inCelsius = (value: number) => (scale === 'C' ? value : ((value - 32) * 5) / 9);
    const ends = [inCelsius(sign * low), inCelsius(sign * high)].sort((a, b) => a - b);
    return this.figure('measure', [ends[0] ?? 0, ends[1] ?? 0], [minus ? from - 1 : from, to], {
      unit: 'temperature',
    });
  }

  private counted(number: ReadNumber): Found | undefined {
    const { from, to, low, high } = number;
    const token = this.tokens[from];
    if (!token || (!number.isScaled && this.isNamed(from))) return undefined;
    if (number.isSmallWord && DETERMINERS.has(this.key(from - 1))) return undefined;
    // A year, where the words around do not tell.
    if (yearOf(token.key) !== undefined && to === from + 1 && this.hedgesBefore(from) === from) {
      return undefined;
    }
    const isOne = low === 1 && high === 1;
    const noun = isOne || this.isAttached(to) ? undefined : this.nounFrom(to, false);
    if (noun) {
      return this.figure('count', [low, high], [from, noun.to], { of: noun.of, by: noun.by });
    }
    const before = this.populationBefore(from);
    if (!before || isOne) return undefined;
    return this.figure('count', [low, high], [from, to], { of: before });
  }

  /** "a population of 2.1 million". */
  private populationBefore(from: number): string[] | undefined {
    if (this.isWord(from + 1) && this.isAttached(from + 1)) return undefined;
    const first = this.hedgesBefore(from);
    if (!['of', 'was', 'is', 'reached'].includes(this.key(first - 1))) return undefined;
    return this.key(first - 2) === 'population' ? ['population'] : undefined;
  }

  /** The noun that a number counts: the first plural among the words right after it. */
  private nounFrom(
    from: number,
    maySingular: boolean,
  ): { of: string[]; by: string[]; to: number } | undefined {
    const by: string[] = [];
    for (let at = from; at < from + NEAR && this.isWord(at); at++) {
      const { key, text } = this.tokens[at] as Token;
      // Units that were refused above, and "four times", are nothing that is counted.
      if (FUNCTION_WORDS.has(key) || NO_NOUNS.has(key) || PARTS.has(key)) return undefined;
      if (UNITS.has(key) || CURRENCIES.has(key)) return undefined;
      if (isCyrillic(key)) {
        // «он алтыншы»: a Kazakh ordinal.
        if (/(?:ншы|нші)$/.test(key)) return undefined;
        if (isAdjective(key)) {
          by.push(stem(key));
          continue;
        }
        return { of: [stem(key)], by, to: at + 1 };
      }
      if (isPlural(key) || (maySingular && !SUPERLATIVES.has(key))) {
        // "third largest ethnic group": the last word before one that is none.
        const next = this.tokens[at + 1];
        if (
          maySingular &&
          next?.kind === 'word' &&
          !FUNCTION_WORDS.has(next.key) &&
          !isPlural(key)
        ) {
          by.push(stem(key));
          continue;
        }
        return { of: [stem(key)], by, to: at + 1 };
      }
      if (isCapitalised(text) && /^\p{Lu}{2,}/u.test(text)) return undefined;
      by.push(stem(key));
    }
    return undefined;
  }
}

const RUSSIAN_VERB = /(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ют|ит|ят|ется|ются)$/;
const NO_NOUNS = new Set('times percentage point points degree degrees per percent'.split(' '));
const PARTS_OF_TIME = new Set(
  'spring summer autumn fall winter early late mid middle end beginning start january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const SUPERLATIVES = new Set(
  'largest biggest smallest longest shortest richest poorest highest lowest oldest youngest tallest deepest fastest busiest greatest strongest'.split(
    ' ',
  ),
);

function yearOf(key: string): number | undefined {
  return /^(?:1[0-9]|20)\d\d$/.test(key) ? Number(key) : undefined;
}

function decadeOf(key: string): number | undefined {
  if (/^(?:1[5-9]|20)\d0$/.test(key)) return Number(key);
  return /^[1-9]0$/.test(key) ? 1900 + Number(key) : undefined;
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

function isPlural(key: string): boolean {
  if (PLURALS.has(key)) return true;
  if (NO_PLURALS.has(key) || FUNCTION_WORDS.has(key)) return false;
  return /^[a-z’'-]{2,}[^siu’']s$/.test(key) || /^[a-z-]{4,}(?:us|ss)es$/.test(key);
}

function isAdjective(key: string): boolean {
  return /(?:ых|их|ого|ому|ыми|ими|ный|ная|ное|ные|ской|ский|ским)$/.test(key) && key.length > 4;
}

/** The stem of a folded word, Latin or Cyrillic. */
export function stem(key: string): string {
  return isCyrillic(key) ? cyrillicStem(key) : stemOf(key);
}

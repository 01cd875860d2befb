/** One place of a text, and what stands around it. */
import type { Span } from '../model/source';
import { CURRENCIES, FUNCTION_WORDS, HEDGES, HEDGES_AFTER, PARTS, UNITS } from './tables';
import { isCapitalised, isCyrillic, type Token } from './tokens';
import { isAdjective, isPlural, stem } from './words';

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

export interface Found {
  figure: Figure;
  /** The token to go on from. */
  next: number;
}

/** What a card can show on a line. */
const MOST_SHOWN = 60;
/** Words looked at on either side; keeps the work linear. */
export const NEAR = 4;
const NO_NOUNS = new Set('times percentage point points degree degrees per percent'.split(' '));
export const SUPERLATIVES = new Set(
  'largest biggest smallest longest shortest richest poorest highest lowest oldest youngest tallest deepest fastest busiest greatest strongest'.split(
    ' ',
  ),
);

export class Place {
  /** Where a number was seen that is no figure: the token after it. */
  skipTo = 0;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** Where the figure before ends: no hedge reaches behind it. */
  readonly reached: number;

  constructor(text: string, tokens: readonly Token[], at: number, reached: number) {
    this.text = text;
    this.tokens = tokens;
    this.at = at;
    this.reached = reached;
  }

  key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word';
  }

  /** Nothing stands between the token and the one before it. */
  isAttached(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    return before !== undefined && token !== undefined && before.end === token.start;
  }

  figure(
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
  hedgesBefore(from: number, kind?: FigureKind, isRange = false): number {
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

  /** What it is a part of: after "of" in English, right after it elsewhere. */
  wholeFrom(from: number, needsOf: boolean): { of: string[]; to: number } | undefined {
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

  /** The noun that a number counts: the first plural among the words right after it. */
  nounFrom(
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

/** Figures of Chinese text: 150万, 1.5亿, 百分之十六, 三分之一, 第十六位, 1700公里. */
import type { Figure } from './place';

const HAN = /\p{Script=Han}/u;
const DIGIT = '[〇零一二两兩三四五六七八九十百千]';
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,4})?|${DIGIT}{1,9})(?:[万萬亿億]{1,2})?`;
const HEDGE =
  '(?:大约有|大约为|大約有|约有|约为|約有|約為|大约|大約|超过|超過|不到|将近|將近|接近|至少|最多|多达|多達|高达|高達|近|约|約|逾)?';
const AFTER = '(?:多|余|餘)?';

/** After the number: family or currency and what one is worth; the longest first. */
const UNITS: ReadonlyArray<
  readonly [words: string, kind: 'measure' | 'money', unit: string, factor: number]
> = [
  ['平方公里|平方千米', 'measure', 'area', 1e6],
  ['公顷|公頃', 'measure', 'area', 1e4],
  ['平方米', 'measure', 'area', 1],
  ['亩|畝', 'measure', 'area', 2000 / 3],
  ['立方米', 'measure', 'volume', 1],
  ['公里|千米', 'measure', 'length', 1000],
  ['公斤|千克', 'measure', 'weight', 1],
  ['吨|噸', 'measure', 'weight', 1000],
  ['千瓦时|千瓦時', 'measure', 'energy', 3.6e6],
  ['摄氏度|攝氏度', 'measure', 'temperature', 1],
  ['小时|小時', 'measure', 'time', 3600],
  ['美元', 'money', 'USD', 1],
  ['欧元|歐元', 'money', 'EUR', 1],
  ['日元', 'money', 'JPY', 1],
  ['坚戈|堅戈', 'money', 'KZT', 1],
  ['卢布|盧布', 'money', 'RUB', 1],
  ['元人民币|元人民幣|人民币|人民幣|元', 'money', 'CNY', 1],
];
const UNIT_WORDS = UNITS.map(([words]) => words).join('|');
const COUNTERS = '个|個|名|位|座|所|家|户|戶|人(?!口)|辆|輛|艘|架|条|條|种|種';

/** One pass; the alternatives begin with what no other can begin with, or are tried in order. */
const FIGURE = new RegExp(
  [
    `(?<hedge>${HEDGE})(?:`,
    `百分之(?<percent>${NUMBER})`,
    `|(?<parts>${DIGIT}{1,3})分之(?<share>${DIGIT}{1,3})`,
    `|(?<year>(?:1[5-9]|20)\\d\\d)年(?:(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})[日号號])?|[春夏秋冬][天季]?|初|底)?`,
    `|(?<decade>\\d0)年代`,
    `|第(?<rank>\\d{1,3}|${DIGIT}{1,4})(?:位|名)`,
    `|(?<number>${NUMBER})${AFTER}(?:(?<unit>${UNIT_WORDS})|[%％](?<sign>)|(?<counter>${COUNTERS})?)`,
    ')(?:以上|以下|左右)?',
  ].join(''),
  'gu',
);
const LARGE = /[万萬亿億]/;

export function chineseFigures(text: string): Figure[] {
  if (!HAN.test(text)) return [];
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const found = figureOf(text, match);
    if (found) figures.push(found);
  }
  return figures;
}

function figureOf(text: string, match: RegExpExecArray): Figure | undefined {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const make = (
    kind: Figure['kind'],
    low: number,
    unit = '',
    of: readonly string[] = [],
    high = low,
    to = end,
  ): Figure | undefined =>
    Number.isFinite(low)
      ? { start, end: to, kind, value: { low, high }, unit, of, by: [], per: '' }
      : undefined;
  // A number that another goes on, or that belongs to a name in Latin letters.
  if (/[\dA-Za-z.:-]/.test(text.charAt(start - 1)) || /[\d:]/.test(text.charAt(end)))
    return undefined;
  if (groups.percent) return make('share', worthOf(groups.percent) / 100);
  if (groups.parts && groups.share)
    return make('share', worthOf(groups.share) / worthOf(groups.parts));
  if (groups.year) {
    const year = Number(groups.year);
    if (!groups.month) return make('date', year, 'year', [], year + 1);
    const month = year + (Number(groups.month) - 1) / 12;
    if (!groups.day) return make('date', month, 'month', [], month + 1 / 12);
    return make('date', month + Number(groups.day) / 372, 'day');
  }
  if (groups.decade)
    return make('date', 1900 + Number(groups.decade), 'decade', [], 1910 + Number(groups.decade));
  if (groups.rank) return make('rank', worthOf(groups.rank));
  const { number } = groups;
  if (!number) return undefined;
  const value = worthOf(number);
  if (groups.sign !== undefined) return make('share', value / 100);
  if (groups.unit) {
    const unit = UNITS.find(([words]) => words.split('|').includes(groups.unit ?? ''));
    return unit && make(unit[1], value * unit[3], unit[2]);
  }
  const isLarge = LARGE.test(number);
  if (!groups.counter && !isLarge) return undefined;
  // A lone 一 or 十 is part of a word more often than a number.
  if (groups.counter && !/\d/.test(number) && !isLarge && number.length < 2) return undefined;
  // 第三个: the third.
  if (text.charAt(start - 1) === '第') return undefined;
  const noun = /^(?:\p{Script=Han}){1,6}/u.exec(text.slice(end, end + 6))?.[0] ?? '';
  const isPeople = groups.counter === '人' || noun.includes('人口');
  const to = noun.includes('人口') ? end + noun.indexOf('人口') + 2 : end;
  return make(
    'count',
    value,
    '',
    [groups.counter === '人' ? '人' : noun].filter(Boolean).concat(isPeople ? '人口' : []),
    value,
    to,
  );
}

const ONES = '〇一二三四五六七八九';

/** @returns NaN where the characters make no number */
function worthOf(written: string): number {
  const parts = /^(.*?)([万萬亿億]*)$/u.exec(written.replaceAll(',', ''));
  const [, mantissa = '', scales = ''] = parts ?? [];
  let value = /^\d/.test(mantissa) ? Number(mantissa) : hanValue(mantissa);
  for (const scale of scales) value *= /[万萬]/.test(scale) ? 1e4 : 1e8;
  return value;
}

function hanValue(written: string): number {
  let total = 0;
  let digit: number | undefined;
  for (const char of written.replace(/[两兩]/g, '二').replaceAll('零', '〇')) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[char];
    if (scale) {
      total += (digit ?? 1) * scale;
      digit = undefined;
    } else {
      const one = ONES.indexOf(char);
      // 二〇一八 is read digit by digit.
      digit = digit === undefined ? one : digit * 10 + one;
    }
  }
  return written === '' ? Number.NaN : total + (digit ?? 0);
}

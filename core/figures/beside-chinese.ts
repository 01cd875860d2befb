/** Figures side by side in Chinese, which has no spaces between words. */
import type { Context } from './context';

/** Two Chinese characters in a row that both clauses hold; fewer are shared by chance. */
const LEAST_SHARED_HAN = 3;

/** How much the clauses of both share; 0 where they may be of two things. */
export function inChinese(a: Context, b: Context): number {
  const [mine, theirs] = [bigramsOf(a), bigramsOf(b)];
  const shared = mine.intersection(theirs);
  if (shared.size < LEAST_SHARED_HAN) return 0;
  switch (a.figure.kind) {
    case 'count':
      return a.clauseText.includes('人口') && b.clauseText.includes('人口') ? shared.size : 0;
    case 'share':
      return samePart(a.clauseText, b.clauseText) ? shared.size : 0;
    case 'measure':
      return sameHead(a.clauseText, b.clauseText) ? shared.size : 0;
    case 'money':
      return samePurpose(a.clauseText, b.clauseText) ? shared.size : 0;
    default:
      return 0;
  }
}

const HAN_GENERAL = new Set(
  '全长 总长 全長 總長 人口 亿元 万元 超过 至少 公里 中国 中國 目前 去年 今年 官方 数据'.split(' '),
);

/** Read once for each context, not for each pair. */
const knownBigrams = new WeakMap<Context, ReadonlySet<string>>();

/** Two characters in a row: of the clause, or of the whole sentence for a count. */
function bigramsOf(context: Context): ReadonlySet<string> {
  const known = knownBigrams.get(context);
  if (known) return known;
  const text = context.figure.kind === 'count' ? context.sentenceText : context.clauseText;
  const bigrams = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) {
      const two = run.slice(i, i + 2);
      if (!HAN_GENERAL.has(two)) bigrams.add(two);
    }
  }
  knownBigrams.set(context, bigrams);
  return bigrams;
}

const HOLDS = /(?<part>\p{Script=Han}{2})(?:[只仅僅约約就已曾]{0,2})占/u;

/** 风电占全省发电量的三分之一: what stands before 占 is the part. */
function samePart(a: string, b: string): boolean {
  const [mine, theirs] = [HOLDS.exec(a)?.groups?.part, HOLDS.exec(b)?.groups?.part];
  return mine !== undefined && mine === theirs;
}

const LONG =
  /(?<head>\p{Script=Han}{2})(?:将|將|的)?(?:全长|全長|总长|總長|长度|長度|面积|面積|高度|深度)/u;

/** 天然气管道全长1700公里: what stands before 全长 is so long. */
function sameHead(a: string, b: string): boolean {
  const [mine, theirs] = [LONG.exec(a)?.groups?.head, LONG.exec(b)?.groups?.head];
  return mine !== undefined && mine === theirs;
}

const HAN_PURPOSES = [
  '投资',
  '贷款',
  '亏损',
  '造价',
  '罚款',
  '预算',
  '债务',
  '收入',
  '利润',
  '出口',
  '进口',
  '援助',
];

function samePurpose(a: string, b: string): boolean {
  const purposesOf = (text: string) => HAN_PURPOSES.filter((one) => text.includes(one)).join();
  return purposesOf(a) !== '' && purposesOf(a) === purposesOf(b);
}

/** Labels before turns, "NAME:" or "Q.": which words are labels of a document, and whose. */
import type { Block } from '../model/draft';
import { fold } from '../text/fold';
import { asks } from './asks';

/** What a block begins with, if it may be a label. */
export interface Label {
  /** As it stands, without its gloss and colon. */
  text: string;
  /** What tells labels apart: folded, without title. */
  key: string;
  /** Where the words begin, in the block. */
  length: number;
}

const LABEL =
  /^(?<text>(?:\p{Lu}|\p{Lo})[^:：.?!«»“”"\n]{0,40}?(?:\.[^:：?!«»“”"\n]{1,20})?)(?:\s*\([^)\n]{1,80}\))?\s*[:：]\s+(?=\S)|^(?<letter>[QAВО])(?:\.|:|\s[—–-])\s+(?=\S)|^(?<han>[问問答])[:：、]?\s*(?=\S)/u;

/** Words before a colon that say what follows, not who. */
const NO_SPEAKERS = new Set(
  [
    'note notes nb source sources figure fig table photo photograph caption date place location time subject re from to cc',
    'tel phone email e-mail fax address update correction warning example summary abstract keywords author authors title',
    'present participants speakers chapter section read more see also p.s. breaking editor’s note conclusion',
    'capital area population language languages religion currency price contents references appendix annex method results',
    'примечание источник источники рисунок рис таблица фото автор авторы дата место время тема телефон присутствовали',
    'участники итог вывод важно адрес население площадь столица читайте также справка кстати',
    'ескерту дереккөз сурет кесте автор күні орны тақырып мекенжайы қорытынды',
    '注 来源 來源 图 圖 表 作者 时间 時間 地点 地點 摘要 关键词 標題 标题',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);

const ASKS = new Set(
  [
    'question interviewer interviewers moderator host presenter reporter correspondent journalist editor anchor chair',
    'вопрос корреспондент журналист ведущий ведущая модератор интервьюер сұрақ тілші жүргізуші',
    '记者 記者 主持人 مۇخبىر سوئال',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);
/** Of words like these, a label that is nothing else. */
const ASKS_ALONE = new Set('q в 问 問'.split(' ').map(fold));
const ANSWERS = new Set('a answer interviewee о ответ жауап 答 جاۋاب'.split(' ').map(fold));

const TITLE = /^(?:mr|mrs|ms|dr|prof|sir|г-н|г-жа|господин|госпожа|мырза|ханым)\.?\s+/iu;

function labelOf(text: string): Label | null {
  const match = LABEL.exec(text);
  if (!match?.groups) return null;
  const { text: words, letter, han } = match.groups;
  const label = (words ?? letter ?? han ?? '').trim();
  const key = fold(label.replace(TITLE, '')).trim();
  const isLabel =
    key !== '' && label.split(/\s+/).length <= 5 && !NO_SPEAKERS.has(key.split(' ')[0] ?? '');
  return isLabel ? { text: label, key, length: match[0].length } : null;
}

/** The label of each block; null for all of them, where the document has no turns with labels. */
export function findLabels(text: string, blocks: readonly Block[]): Array<Label | null> | null {
  const labels = blocks.map(({ kind, start, end }) =>
    kind === 'heading' || kind === 'table' || kind === 'code' || kind === 'note'
      ? null
      : labelOf(text.slice(start, end)),
  );
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  const isKnown = (key: string) => isAsking(key) || isAnswering(key);
  // "Capital: Astana" stands once. Who speaks, speaks again, or answers at once whoever is known to ask.
  const exchanged = new Set<string>();
  labels.forEach((label, at) => {
    const [block, next] = [blocks[at], labels[at + 1]];
    if (!label || !block || !next || next.key === label.key || !isAsking(label.key)) return;
    if (!asks(text.slice(block.start + label.length, block.end))) return;
    exchanged.add(label.key).add(next.key);
  });
  const speaks = (label: Label | null) =>
    label !== null && ((counts.get(label.key) ?? 0) > 1 || exchanged.has(label.key));
  const turns = labels.filter(speaks).length;
  const keys = new Set(labels.filter(speaks).map((label) => label?.key ?? ''));
  const isTalk = turns > 2 ? keys.size > 1 || [...keys].some(isKnown) : exchanged.size > 0;
  const [first, last] = [labels.findIndex(speaks), labels.findLastIndex(speaks)];
  if (!isTalk || turns < (last - first + 1) * LEAST_SHARE) return null;
  return labels.map((label, at) =>
    label && (speaks(label) || isKnown(label.key) || (at > first && at < last && isName(label)))
      ? label
      : null,
  );
}

/** Of the blocks from the first turn to the last that begin with a label; the others go on. */
const LEAST_SHARE = 0.15;

/** Whoever speaks once between others that speak often is written as they are. */
function isName({ text }: Label): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

export function isAsking(key: string): boolean {
  return ASKS_ALONE.has(key) || key.split(' ').some((word) => ASKS.has(word));
}

export function isAnswering(key: string): boolean {
  return ANSWERS.has(key);
}

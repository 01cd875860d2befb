/**
 * Plain text. It is kept as it stands, and its blocks point into it: paragraphs between empty lines, where lines are
 * wrapped; else a line each.
 */
import type { Block, Draft, DraftWarning } from '../core/model/draft';
import { cut } from './cut';
import { emptyDraft } from './empty-draft';

interface Line {
  start: number;
  /** Of what is not white space. */
  end: number;
  /** White space before its first word; a tab and an ideographic space are as wide as they look. */
  indent: number;
  words: string;
}

/** Text that is wrapped is not wider. */
const WIDEST_WRAP = 120;
/** Nor narrower: such lines are a list, or a table. Chinese characters are as wide as two letters. */
const NARROWEST_WRAP = 30;
/** Lines of a wrapped paragraph, but the last, fill most of the width. */
const FULL = 0.6;
/** A line that is followed by another of its paragraph does not end as early as this, and with a sentence. */
const ENDS_EARLY = 0.75;

const LONGEST_HEADING = 80;
const SENTENCE_END = /[.!?…:;,،؛。！？：；，»”"')）」』]$/;
const FULL_STOP = /[.!?…。！？؟۔]["'”’»)」』]*$/;
const CHAPTER =
  /^(?:(?:chapter|part|book|section|глава|часть|раздел|книга|бөлім|тарау|бап|bob|qism|bölüm|kapitel|chapitre)\s+(?:\d+|[ivxlc]+|[\p{L}]+)(?:[.:—–-].*)?|\d+\s?-?(?:бөлім|тарау|глава|bob|bölüm)|第[\d〇零一二三四五六七八九十百两]{1,6}[章节節回部编編篇卷](?:[\s　].*)?)$/iu;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{Lu}/u;
const ITEM = /^(?:[-*•·–—]|\(?\d{1,3}[.)]|\(?[a-zа-я][)])\s+\S/u;
/** Whoever speaks stands before a colon. */
const SPEAKER = /^\p{Lu}[\p{L}\p{M}.'’\- ]{0,40}[:：]\s?\S/u;

/** @param warnings what came of decoding it */
export function readText(text: string, warnings: DraftWarning[]): Draft {
  const groups = groupsOf(linesOf(text));
  const width = wrapOf(groups);
  const blocks: Block[] = [];
  for (const [index, group] of groups.entries()) {
    const isListed = [groups[index - 1], groups[index + 1]].some(isNumberAlone);
    for (const lines of paragraphsOf(group, width)) {
      const [first] = lines;
      const last = lines.at(-1);
      if (!first || !last) continue;
      const about = isListed && isNumberAlone(group) ? itemOf(first) : aboutOf(lines, group);
      for (const span of cut(text, first.start, last.end)) blocks.push({ ...about, ...span });
    }
  }
  return { ...emptyDraft('text'), text, blocks, warnings };
}

function linesOf(text: string): Array<Line | null> {
  const lines: Array<Line | null> = [];
  // A form feed is the end of a page, and of a line.
  for (const match of text.matchAll(
    /[^\n\r\f\v\u0085\u2028\u2029]+|\r\n|[\n\r\f\v\u0085\u2028\u2029]/g,
  )) {
    const [whole] = match;
    const words = whole.trim();
    if (words === '') {
      // The break after a line is its own; what is more is an empty line.
      lines.push(null);
      continue;
    }
    const lead = whole.length - whole.trimStart().length;
    const start = match.index + lead;
    const indent = [...whole.slice(0, lead)].reduce((sum, one) => sum + widthOf(one), 0);
    lines.push({ start, end: start + words.length, indent, words });
  }
  return lines;
}

function widthOf(space: string): number {
  if (space === '\t') return 4;
  return space === '\u3000' ? 2 : 1;
}

/** Lines with no empty one between. In `lines`, a break stands after each line, and one for each that is empty. */
function groupsOf(lines: ReadonlyArray<Line | null>): Line[][] {
  const groups: Line[][] = [];
  let breaks = 2;
  for (const line of lines) {
    if (line === null) {
      breaks++;
      continue;
    }
    if (breaks > 1) groups.push([]);
    groups.at(-1)?.push(line);
    breaks = 0;
  }
  return groups;
}

/** The width that the lines are wrapped to; null where a line is a paragraph. */
function wrapOf(groups: readonly Line[][]): number | null {
  const lines = groups.flatMap((group) => group.slice(0, -1));
  const inner = lines.map(({ words }) => words.length);
  if (inner.length === 0) return null;
  const sorted = inner.toSorted((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  const isHan = /\p{Script=Han}|\p{Script=Hiragana}/u.test(lines[0]?.words ?? '');
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP / (isHan ? 2 : 1)) return null;
  const full = lines.filter(({ words }) => words.length >= width * FULL);
  // Wrapped lines end with a sentence by chance.
  const ended = full.filter(({ words }) => FULL_STOP.test(words)).length;
  const letters = (some: readonly Line[]) => some.reduce((sum, { words }) => sum + words.length, 0);
  // By their letters: a page of verse is more lines than a page of prose.
  return letters(full) * 2 >= letters(lines) && ended * 2 < full.length ? width : null;
}

function paragraphsOf(group: readonly Line[], width: number | null): Line[][] {
  if (width === null) return group.map((line) => [line]);
  // A group may be all of a file: more lines than a call takes arguments.
  const left = group.reduce(
    (least, { indent }) => Math.min(least, indent),
    Number.POSITIVE_INFINITY,
  );
  const indented = group.filter(({ indent }) => indent >= left + 2).length;
  // Where most lines are set in, it is the first lines that are set out.
  const isVerse = group.every(({ words }) => words.length < width * FULL);
  const marksParagraphs = indented > 0 && indented <= group.length / 2 && !isVerse;
  const paragraphs: Line[][] = [];
  let before: Line | null = null;
  for (const line of group) {
    const [first] = paragraphs.at(-1) ?? [];
    const isUnderItem = first && ITEM.test(first.words) && line.indent > first.indent;
    const begins =
      before === null ||
      (marksParagraphs && line.indent >= left + 2 && !isUnderItem) ||
      ITEM.test(line.words) ||
      (SPEAKER.test(line.words) && SENTENCE_END.test(before.words)) ||
      (before.words.length < width * ENDS_EARLY &&
        SENTENCE_END.test(before.words) &&
        !marksParagraphs);
    if (begins) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
    before = line;
  }
  return paragraphs;
}

type About = Pick<Block, 'kind' | 'level'>;

/** Two of them one after the other are a list. */
function isNumberAlone(group: readonly Line[] | undefined): boolean {
  return group?.length === 1 && NUMBERED.test(group[0]?.words ?? '');
}

/** A heading stands alone; a chapter's tells itself. */
function aboutOf([first, ...others]: readonly Line[], group: readonly Line[]): About {
  if (!first) return { kind: 'paragraph' };
  const heading = others.length === 0 ? headingOf(first.words) : null;
  const standsAlone = group.length === 1 || CHAPTER.test(first.words);
  return heading && standsAlone ? heading : itemOf(first);
}

function itemOf({ words }: Line): About {
  return ITEM.test(words) && /[\p{L}\p{N}]/u.test(words) && !/^[–—]/.test(words)
    ? { kind: 'item', level: 1 }
    : { kind: 'paragraph' };
}

function headingOf(words: string): About | null {
  if (words.length > LONGEST_HEADING) return null;
  if (CHAPTER.test(words)) return { kind: 'heading', level: 1 };
  if (SENTENCE_END.test(words)) return null;
  const number = NUMBERED.exec(words)?.[1];
  if (number) return { kind: 'heading', level: number.split('.').length };
  const letters = words.match(/\p{L}/gu) ?? [];
  const isCapital =
    letters.length > 2 && words === words.toUpperCase() && words !== words.toLowerCase();
  return isCapital ? { kind: 'heading', level: 2 } : null;
}

/** Lines to paragraphs, headings, items, tables and notes. */
import type { BlockKind } from '../draft-text';
import { hasNoteMark, textOfLine } from './line-text';
import type { Line } from './lines';

export interface Paragraph {
  kind: BlockKind;
  level: number;
  lines: Line[];
}

/** What most of the document is set in. */
export interface Body {
  size: number;
  isBold: boolean;
}

const SENTENCE_END = /[.!?…:;。！？؟۔；：]["'”’»)\]」』]*(?:\[\d{1,3}\])*$/;
const BULLET = /^[•▪●◦‣■□◆►➢✓*·–—-]\s*\S/;
const NUMBERED_ITEM = /^\(?(?:\d{1,3}|[a-zа-я])[.)]\s/iu;
/** Words in the middle of a sentence. */
const GOES_ON = /^["'“‘«‹([\s–—-]*\p{Ll}/u;
const NO_CAPITAL = /^["'“‘«([]*(?:\p{Ll}|\p{Lo})/u;

/** In sizes of the text. */
const INDENT = 0.7;
/** Text that was recognised in pictures differs from line to line by less. */
const OTHER_SIZE = 0.14;
/** In leadings. */
const WIDE = 1.3;
/** A line's end is this near to its column's. */
const FULL = 2.5;
/** In sizes of the body. */
const HEADING_SIZE = 1.12;
const NOTE_SIZE = 0.94;
const LONGEST_HEADING = 200;
const LONGEST_BOLD_HEADING = 120;

export function bodyOf(lines: readonly Line[]): Body {
  const sizes: Array<{ size: number; length: number }> = [];
  let letters = 0;
  let bold = 0;
  for (const { runs, size } of lines) {
    const length = runs.reduce((sum, run) => sum + run.text.length, 0);
    sizes.push({ size, length });
    letters += length;
    bold += runs.reduce((sum, run) => sum + (run.isBold ? run.text.length : 0), 0);
  }
  let rest = letters / 2;
  const middle = sizes
    .toSorted((one, other) => one.size - other.size)
    .find(({ length }) => {
      rest -= length;
      return rest <= 0;
    });
  return { size: middle?.size ?? 10, isBold: bold * 2 > letters };
}

/** @param regions lines of each region, in reading order */
export function paragraphsOf(regions: ReadonlyArray<readonly Line[]>, body: Body): Paragraph[] {
  const all: Paragraph[] = [];
  // Notes at a page's foot wait until the paragraph above them, which may go on overleaf, has ended.
  let notes: Paragraph[] = [];
  let last: Paragraph | null = null;
  for (const region of regions) {
    const notesFrom = notesIn(region, body);
    for (const [index, paragraph] of textParagraphs(region.slice(0, notesFrom), body).entries()) {
      if (index === 0 && last && goesOn(last, paragraph)) {
        last.lines.push(...paragraph.lines);
        continue;
      }
      all.push(...notes, paragraph);
      notes = [];
      last = paragraph;
    }
    notes.push(...noteParagraphs(region.slice(notesFrom)));
  }
  return withLevels([...all, ...notes]);
}

/** Where the notes at the foot of a region begin. */
function notesIn(region: readonly Line[], body: Body): number {
  let from = region.length;
  for (let at = region.length - 1; at >= 0; at--) {
    const line = region[at];
    if (!line || line.cells || line.size > body.size * NOTE_SIZE) break;
    if (hasNoteMark(line) && line.y > line.page.height * 0.3) from = at;
  }
  return from;
}

function noteParagraphs(lines: readonly Line[]): Paragraph[] {
  const notes: Paragraph[] = [];
  for (const line of lines) {
    if (hasNoteMark(line) || notes.length === 0) notes.push({ kind: 'note', level: 0, lines: [] });
    notes.at(-1)?.lines.push(line);
  }
  return notes;
}

function textParagraphs(lines: readonly Line[], body: Body): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  let before: Line | null = null;
  for (const line of lines) {
    if (line.cells) {
      if (open?.kind !== 'table') {
        open = { kind: 'table', level: 0, lines: [] };
        paragraphs.push(open);
      }
    } else if (!open || !before || open.kind === 'table' || begins(line, before, open)) {
      const isItem = isItemStart(line);
      open = { kind: isItem ? 'item' : 'paragraph', level: isItem ? 1 : 0, lines: [] };
      paragraphs.push(open);
    }
    open.lines.push(line);
    before = line;
  }
  for (const paragraph of paragraphs) {
    if (isHeading(paragraph, body)) paragraph.kind = 'heading';
  }
  return paragraphs;
}

function isItemStart(line: Line): boolean {
  const text = textOfLine(line);
  return BULLET.test(text) || NUMBERED_ITEM.test(text);
}

/** Whether a line is the first of a paragraph. */
function begins(line: Line, before: Line, open: Paragraph): boolean {
  const { size } = line;
  if (Math.abs(size - before.size) > size * OTHER_SIZE) return true;
  const gap = line.y - before.y;
  if (gap < 0 || gap > leadingFor(line) * WIDE) return true;
  const text = textOfLine(line);
  if (BULLET.test(text) && !/^[–—-]/.test(text)) return true;
  const endsSentence = SENTENCE_END.test(textOfLine(before));
  if ((NUMBERED_ITEM.test(text) || BULLET.test(text)) && endsSentence) return true;
  const isFull = spareAfter(before) < FULL * size;
  if (before.isBold !== line.isBold && !(before.isBold && isFull)) return true;
  const [first] = open.lines;
  if (first && open.kind === 'item') {
    // What goes on stands under the words of the item, not under its mark.
    if (startOf(line) < startOf(first) - size / 3) return true;
    if (startOf(line) > startOf(first) + size / 3) return false;
  }
  const shift = startOf(line) - startOf(before);
  const isIndented = startOf(line) - columnStart(line) > INDENT * size;
  const isOne = open.lines.length === 1;
  const couldFollow = spareAfter(before) > firstWordOf(line) + size * 1.2;
  if (isIndented && shift > INDENT * size && !isCentred(line))
    return !isOne || endsSentence || couldFollow;
  // A paragraph whose first line hangs out, in a list of literature.
  if (shift < -INDENT * size && !isOne && !isCentred(before)) return true;
  // A line that ends before it must is the last of its paragraph, unless its words go on.
  if (isCentred(before) && isCentred(line)) return false;
  return couldFollow && (endsSentence || !GOES_ON.test(text));
}

/** Larger text has wider leading. */
function leadingFor({ column, size }: Line): number {
  return Math.max(column.leading * Math.max(1, size / column.size), size);
}

/** Where a line begins, in its own direction. */
function startOf(line: Line): number {
  return line.isRightToLeft ? -line.right : line.left;
}

function columnStart({ column, isRightToLeft }: Line): number {
  return isRightToLeft ? -column.right : column.left;
}

/** The room between a line's end and where lines around it end. */
function spareAfter({ near, left, right, isRightToLeft }: Line): number {
  return isRightToLeft ? left - near.left : near.right - right;
}

function isCentred({ left, right, column }: Line): boolean {
  const before = left - column.left;
  const after = column.right - right;
  return before > 10 && after > 10 && Math.abs(before - after) < (before + after) * 0.1;
}

/** How wide the first word is: had it found room on the line before, it would stand there. */
function firstWordOf(line: Line): number {
  const text = textOfLine(line);
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return ((line.right - line.left) * Math.min(word.length, 12)) / Math.max(1, text.length);
}

function isHeading({ kind, lines }: Paragraph, body: Body): boolean {
  const [first] = lines;
  if (kind === 'table' || !first || lines.length > 4) return false;
  const text = lines.map(textOfLine).join(' ');
  if (!/\p{L}/u.test(text)) return false;
  if (first.size >= body.size * HEADING_SIZE)
    return text.length <= LONGEST_HEADING && !BULLET.test(text);
  return (
    !body.isBold &&
    lines.length <= 2 &&
    lines.every((line) => line.isBold) &&
    first.size >= body.size * 0.95 &&
    text.length <= LONGEST_BOLD_HEADING &&
    !/[.;,:。；，：]$/.test(text) &&
    !BULLET.test(text)
  );
}

/** Whether a paragraph is the rest of one that a column or a page has cut. */
function goesOn(last: Paragraph, next: Paragraph): boolean {
  if (!/^(?:paragraph|item)$/.test(last.kind) || next.kind !== 'paragraph') return false;
  const before = last.lines.at(-1);
  const [after] = next.lines;
  if (!before || !after || Math.abs(before.size - after.size) > after.size * 0.06) return false;
  const end = textOfLine(before);
  const start = textOfLine(after);
  if (/[\p{L}][-‐\u00ad]$/u.test(end)) return true;
  const isIndented = startOf(after) - columnStart(after) > INDENT * after.size;
  if (SENTENCE_END.test(end)) {
    // Few paragraphs end with their line full; many sentences do.
    const isFilled = spareAfter(before) < Math.max(before.size, firstWordOf(after));
    return isFilled && !isIndented && last.lines.length > 1;
  }
  if (GOES_ON.test(start)) return true;
  const isFull = spareAfter(before) < FULL * before.size;
  return isFull && !isIndented && (NO_CAPITAL.test(start) || last.lines.length > 1);
}

/** The larger, the higher; what is only bold comes last. */
function withLevels(paragraphs: Paragraph[]): Paragraph[] {
  const styleOf = ({ lines: [first] }: Paragraph) =>
    first ? Math.round(first.size * 2) * 2 + (first.isBold ? 1 : 0) : 0;
  const headings = paragraphs.filter(({ kind }) => kind === 'heading');
  const styles = [...new Set(headings.map(styleOf))].toSorted((a, b) => b - a);
  for (const heading of headings) {
    heading.level = Math.min(6, styles.indexOf(styleOf(heading)) + 1);
  }
  return paragraphs;
}

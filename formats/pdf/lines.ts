/** Lines of a region from the top to the bottom, and which of them are rows of a table. */
import type { Region } from './columns';
import { median, type Page, type Run, type Segment, wordsOf } from './page';

export interface Line {
  runs: Run[];
  left: number;
  right: number;
  y: number;
  size: number;
  isBold: boolean;
  isRightToLeft: boolean;
  /** Where it is a row of a table. */
  cells: Run[][] | null;
  /** The column that it stands in. */
  column: Column;
  /** Where lines around it begin and end: text also flows around pictures. */
  near: { left: number; right: number };
  page: Page;
}

export interface Column {
  /** Where its lines begin and end. */
  left: number;
  right: number;
  /** From line to line, of text of this size. */
  leading: number;
  size: number;
}

export function linesOf(page: Page, region: Region): Line[] {
  const rows = rowsOf(region);
  const tables = tablesIn(rows);
  const column: Column = { left: region.left, right: region.right, leading: 0, size: 1 };
  const all = rows.map((segments, at): Line => {
    const isRightToLeft =
      segments.filter((segment) => segment.isRightToLeft).length * 2 > segments.length;
    const ordered = isRightToLeft ? segments.toReversed() : segments;
    const main = segments.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
    const runs = ordered.flatMap((segment) =>
      segment.runs.map((run, index) => (index === 0 ? { ...run, isApart: true } : run)),
    );
    return {
      runs,
      left: Math.min(...segments.map(({ left }) => left)),
      right: Math.max(...segments.map(({ right }) => right)),
      y: main?.y ?? 0,
      size: main?.size ?? 1,
      isBold: runs.every((run) => run.isBold || !/[\p{L}\p{N}]/u.test(run.text)),
      isRightToLeft,
      cells: tables.get(at) === 'row' ? cellsOf(rows, tables, at, isRightToLeft) : null,
      column,
      near: { left: region.left, right: region.right },
      page,
    };
  });
  const lines = all.filter((_, at) => tables.get(at) !== 'rest');
  const text = lines.filter(({ cells }) => cells === null);
  column.left = commonEdge(text.map(({ left }) => left)) ?? region.left;
  column.right = outermost(text.map(({ right }) => right)) ?? region.right;
  for (const [at, line] of text.entries()) {
    const around = text.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const left = Math.min(...around.map((one) => one.left));
    const right = Math.min(column.right, Math.max(...around.map((one) => one.right)));
    const slack = (right - left) * RAGGED;
    // Lines that share no edge are not wrapped to one.
    const isEdge = (one: (line: Line) => boolean) => around.filter(one).length * 2 > around.length;
    line.near = {
      left: isEdge((one) => one.left < left + slack) ? left : column.left,
      right: isEdge((one) => one.right > right - slack) ? right : column.right,
    };
  }
  column.leading = leadingOf(lines);
  column.size = median(lines.map(({ size }) => size));
  return lines;
}

/** The cells of a row, with the lines below that belong to them. */
function cellsOf(
  rows: readonly Segment[][],
  tables: ReadonlyMap<number, TablePart>,
  at: number,
  isRightToLeft: boolean,
): Run[][] {
  const segments = rows[at] ?? [];
  const cells = segments.map(({ runs }) => [...runs]);
  for (let rest = at + 1; tables.get(rest) === 'rest'; rest++) {
    for (const part of rows[rest] ?? []) {
      const [first, ...others] = part.runs;
      if (first) cells[cellAround(part, segments)]?.push({ ...first, isApart: true }, ...others);
    }
  }
  return isRightToLeft ? cells.toReversed() : cells;
}

function rowsOf({ segments }: Region): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && segment.y - first.y < Math.min(segment.size, first.size) * 0.45)
      row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** In sizes: so exactly do the cells of a table begin, or end, one under the other. */
const ALIGNED = 0.5;
/** Lines more in a cell than in the first of its row. */
const MOST_LINES = 5;
/** In sizes. */
const NEXT_LINE = 1.7;

/** What a row is to a table: a row of it, or more lines of the cells of the row before. */
type TablePart = 'row' | 'rest';

/** Rows of several cells one under the other, two at least. */
function tablesIn(rows: readonly Segment[][]): Map<number, TablePart> {
  const found = new Map<number, TablePart>();
  let last = -1;
  for (const [at, row] of rows.entries()) {
    const above = rows[last];
    if (above && row.length < above.length && isRest(rows, last, at)) continue;
    if (row.length < 2) {
      last = -1;
      continue;
    }
    if (above && row.filter((cell) => above.some((one) => isAligned(cell, one))).length >= 2) {
      found.set(last, 'row');
      for (let rest = last + 1; rest < at; rest++) found.set(rest, 'rest');
      found.set(at, 'row');
    }
    last = at;
  }
  // The last row may have more lines as well, though not in its first cell: that would be text after the table.
  for (const [at, part] of [...found]) {
    if (part === 'rest' || found.has(at + 1)) continue;
    const [first] = rows[at] ?? [];
    for (let rest = at + 1; rest < rows.length && isRest(rows, at, rest); rest++) {
      if (first && rows[rest]?.some((cell) => Math.abs(cell.left - first.left) < cell.size)) break;
      found.set(rest, 'rest');
    }
  }
  return found;
}

/** Whether a row stands in the cells of one before, close under it. */
function isRest(rows: readonly Segment[][], first: number, at: number): boolean {
  const cells = rows[first] ?? [];
  const row = rows[at] ?? [];
  const [above] = rows[at - 1] ?? [];
  if (at - first > MOST_LINES || !above || row.length >= cells.length) return false;
  return row.every(
    (part) => part.y - above.y < part.size * NEXT_LINE && cellAround(part, cells) !== -1,
  );
}

/** Which of the cells it stands in: below its beginning, and before the next. */
function cellAround(part: Segment, cells: readonly Segment[]): number {
  return cells.findIndex((cell, at) => {
    const next = cells[at + 1];
    return (
      Math.abs(part.left - cell.left) < part.size * ALIGNED && (!next || part.right < next.left)
    );
  });
}

function isAligned(cell: Segment, other: Segment): boolean {
  const near = cell.size * ALIGNED;
  return (
    Math.abs(cell.left - other.left) < near ||
    Math.abs(cell.right - other.right) < near ||
    Math.abs(cell.left + cell.right - other.left - other.right) < 2 * near
  );
}

/** Where most lines begin, or the left-most place where a third do. */
function commonEdge(edges: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const edge of edges) {
    const place = Math.round(edge / 2);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const often = [...counts]
    .filter(([, count]) => count * 3 >= edges.length)
    .toSorted((a, b) => a[0] - b[0]);
  return often[0] ? often[0][0] * 2 : null;
}

/** So many lines before and after. */
const NEAR = 3;

/** Lines that are not justified end within so much of their width of each other. */
const RAGGED = 0.18;

/** The right-most end, but for a few lines that stick out. */
function outermost(edges: readonly number[]): number | null {
  return edges.toSorted((a, b) => b - a)[Math.floor(edges.length * 0.05)] ?? null;
}

function leadingOf(lines: readonly Line[]): number {
  const gaps: number[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (!before || Math.abs(before.size - line.size) > line.size * 0.1) continue;
    const gap = line.y - before.y;
    if (gap < line.size * 3) gaps.push(gap);
  }
  // Gaps between paragraphs are wider; there are fewer of them, except between items and in short texts.
  const smallest = Math.min(...gaps);
  const near = gaps.filter((gap) => gap < smallest * 1.25);
  return near.length * 3 >= gaps.length ? median(near) : median(gaps);
}

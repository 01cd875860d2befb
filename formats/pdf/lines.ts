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
  const tables = tableRowsOf(rows);
  const column: Column = { left: region.left, right: region.right, leading: 0, size: 1 };
  const lines = rows.map((segments, at): Line => {
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
      cells: tables.has(at) ? ordered.map((segment) => segment.runs) : null,
      column,
      near: { left: region.left, right: region.right },
      page,
    };
  });
  const text = lines.filter(({ cells }) => cells === null);
  column.left = commonEdge(text.map(({ left }) => left)) ?? region.left;
  column.right = outermost(text.map(({ right }) => right)) ?? region.right;
  for (const [at, line] of text.entries()) {
    const around = text.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    line.near = {
      left: Math.min(...around.map(({ left }) => left)),
      right: Math.min(column.right, Math.max(...around.map(({ right }) => right))),
    };
  }
  column.leading = leadingOf(lines);
  column.size = median(lines.map(({ size }) => size));
  return lines;
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

/** Rows of several cells one under the other, two at least. */
function tableRowsOf(rows: readonly Segment[][]): Set<number> {
  const found = new Set<number>();
  for (let at = 1; at < rows.length; at++) {
    const above = rows[at - 1] ?? [];
    const row = rows[at] ?? [];
    if (above.length < 2 || row.length < 2) continue;
    const shared = row.filter((cell) => above.some((other) => isAligned(cell, other))).length;
    if (shared < 2) continue;
    found.add(at - 1);
    found.add(at);
  }
  return found;
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

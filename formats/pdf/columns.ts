/** The order in which the parts of a page are read: columns one after the other, what spans them in its place. */
import { bottomOf, median, type Page, type Segment, topOf } from './page';

/** Segments that are read from the top to the bottom. */
export interface Region {
  segments: Segment[];
  left: number;
  right: number;
}

/** Of a column. */
const LEAST_ROWS = 5;
/** In parts of the page's width. */
const LEAST_WIDTH = 0.12;
/** Lines of a column fill most of it; cells of a table do not. */
const FILLED = 0.55;
/** In sizes of the text. */
const LEAST_GUTTER = 0.6;
/** So much looking, in segments for each pair of bands; a page that asks for more is a map or a long table. */
const MOST_LOOKS = 4_000_000;

/** How one page is looked at. */
interface Look {
  width: number;
  isRightToLeft: boolean;
  /** Of other pages: here the columns may be a line long. */
  known: readonly number[];
  /** Told of each that is found. */
  onGutter(at: number): void;
}

/** The regions of each page, in reading order. Where columns end after a line or two, pages before them tell. */
export function regionsOf(pages: readonly Page[]): Region[][] {
  const known = new Set<number>();
  for (const page of pages) lookAt(page, [], (at) => known.add(Math.round(at)));
  return pages.map((page) => lookAt(page, [...known], () => {}).map(regionOf));
}

function lookAt(page: Page, known: readonly number[], onGutter: (at: number) => void): Segment[][] {
  const toLeft = page.segments.filter(({ isRightToLeft }) => isRightToLeft).length;
  const isRightToLeft = toLeft * 2 > page.segments.length;
  return parted(page.segments, { width: page.width, isRightToLeft, known, onGutter });
}

function regionOf(segments: Segment[]): Region {
  return {
    segments,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
}

function parted(segments: Segment[], look: Look): Segment[][] {
  if (segments.length === 0) return [];
  const gutter = gutterOf(segments, look);
  if (gutter !== null) {
    look.onGutter(gutter);
    const left = segments.filter((segment) => segment.right <= gutter);
    const right = segments.filter((segment) => segment.right > gutter);
    const sides = look.isRightToLeft ? [right, left] : [left, right];
    return sides.flatMap((side) => parted(side, look));
  }
  const bands = bandsOf(segments);
  if (bands.length < 2 || segments.length * bands.length ** 2 > MOST_LOOKS) return [segments];
  const parts: Segment[][] = [];
  let whole: Segment[] = [];
  for (let from = 0; from < bands.length; ) {
    const to = columnsFrom(bands, from, look);
    if (to === null) {
      whole.push(...(bands[from] ?? []));
      from++;
      continue;
    }
    if (whole.length > 0) parts.push(whole);
    whole = [];
    parts.push(...parted(bands.slice(from, to).flat(), look));
    from = to;
  }
  if (whole.length > 0) parts.push(whole);
  return parts;
}

/** The end of the most bands that together are columns. */
function columnsFrom(bands: readonly Segment[][], from: number, look: Look): number | null {
  for (let to = bands.length; to > from; to--) {
    const together = bands.slice(from, to).flat();
    // All of them was tried before.
    if (to - from === bands.length) continue;
    if (gutterOf(together, look) !== null) return to;
  }
  return null;
}

/** Parts at heights that no segment crosses. */
function bandsOf(segments: readonly Segment[]): Segment[][] {
  const bands: Segment[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const segment of segments.toSorted((a, b) => topOf(a) - topOf(b))) {
    if (topOf(segment) >= bottom) bands.push([]);
    bands.at(-1)?.push(segment);
    bottom = Math.max(bottom, bottomOf(segment));
  }
  return bands;
}

/** Where a gap runs from top to bottom with columns of text on both sides. */
function gutterOf(segments: readonly Segment[], { width, known }: Look): number | null {
  if (segments.length < 2) return null;
  const size = median(segments.map((segment) => segment.size));
  let right = Number.NEGATIVE_INFINITY;
  let best: { at: number; gap: number } | null = null;
  for (const segment of segments.toSorted((a, b) => a.left - b.left)) {
    const gap = segment.left - right;
    if (Number.isFinite(right) && gap >= size * LEAST_GUTTER && gap > (best?.gap ?? 0)) {
      const at = right + gap / 2;
      const isKnown = known.some((one) => one > right - size && one < segment.left + size);
      const rows = isKnown ? 1 : LEAST_ROWS;
      const before = segments.filter((one) => one.right <= at);
      const after = segments.filter((one) => one.left >= at);
      const areColumns =
        isColumn(before, width, rows) &&
        isColumn(after, width, rows) &&
        !areCells(before, after) &&
        !areCells(after, before);
      if (areColumns) best = { at, gap };
    }
    right = Math.max(right, segment.right);
  }
  return best?.at ?? null;
}

/** Text in lines, or columns of it. */
function isColumn(segments: readonly Segment[], pageWidth: number, least: number): boolean {
  const rows = new Set(segments.map(({ y, size }) => Math.round(y / (size / 2))));
  if (rows.size < least) return false;
  const { left, right } = regionOf([...segments]);
  const width = right - left;
  if (width < pageWidth * LEAST_WIDTH) return false;
  const area = segments.reduce((sum, one) => sum + (one.right - one.left) * one.size, 0);
  return area >= heightOf(segments) * width * FILLED;
}

/** In sizes: lines of text are closer. */
const APART = 1.8;
/** Of the rows of a table's column, so many stand apart from the row before; of a column of text, few do. */
const MANY_APART = 1 / 3;
/** Of these, so many stand beside a row of the other side. */
const BESIDE = 0.6;

/** Whether one side is a table's column: its rows stand apart, most beside a row of the other side. */
function areCells(side: readonly Segment[], other: readonly Segment[]): boolean {
  const size = median(side.map((segment) => segment.size));
  const heights = side.map(({ y }) => y).toSorted((a, b) => a - b);
  const apart = heights.filter((y, at) => at > 0 && y - (heights[at - 1] ?? 0) > size * APART);
  if (apart.length < 2 || apart.length < heights.length * MANY_APART) return false;
  const beside = apart.filter((y) => other.some((one) => Math.abs(one.y - y) < size / 4));
  return beside.length >= apart.length * BESIDE;
}

/** The height that lines cover, side by side or not. */
function heightOf(segments: readonly Segment[]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const segment of segments.toSorted((a, b) => topOf(a) - topOf(b))) {
    const bottom = bottomOf(segment);
    covered += Math.max(0, bottom - Math.max(end, topOf(segment)));
    end = Math.max(end, bottom);
  }
  return covered;
}

/** Finds what stands at the head or the foot of page after page, and page numbers: nobody reads them in the text. */
import { bottomOf, median, type Page, type Segment, topOf, wordsOf } from './page';

/** In parts of the page's height. */
const MARGIN = 0.2;
/** A head stands again on one of the next pages, at the same height within a hundredth of the page. */
const NEXT = 4;
const SAME_HEIGHT = 0.012;
const PAGE_NUMBER =
  /^(?:[-–—|·•\s]*(?:#|[ivxlc]{1,7})[-–—|·•\s]*|(?:page|p\.|стр\.?|с\.|бет|第|sayfa|seite)\s*#(?:\s*(?:of|\/|из|von|页|頁)\s*#)?\s*(?:页|頁|-?бет)?|#\s*(?:of|\/|из|von)\s*#)$/i;

/** A head stands off from the text by more than lines do from each other. */
const OFF = 1.25;
/** What comes back so often needs not. */
const OFTEN = 3;

/** @returns the pages without them */
export function withoutRunningHeads(pages: readonly Page[]): Page[] {
  const margins = pages.map(marginsOf);
  const all = margins.map(({ head, foot }) => [...head, ...foot]);
  return pages.map((page, number) => {
    const left = new Set<Segment>();
    const { head = [], foot = [], leading = 0 } = margins[number] ?? {};
    for (const rows of [head, foot]) {
      for (const row of headsIn(
        rows,
        leading,
        (one) => timesOnNeighbours(one, all, number),
        page,
      )) {
        for (const segment of row.segments) left.add(segment);
      }
    }
    return left.size === 0
      ? page
      : { ...page, segments: page.segments.filter((segment) => !left.has(segment)) };
  });
}

/** The outermost rows that come back, as far as they stand off from the text. */
function headsIn(
  rows: readonly Edge[],
  leading: number,
  times: (row: Edge) => number,
  page: Page,
): Edge[] {
  let count = 0;
  for (const [at, row] of rows.entries()) {
    const often = times(row);
    if (often === 0 && !(at === 0 && isLonelyNumber(row, page))) break;
    if (row.gap > leading * OFF || often >= OFTEN || PAGE_NUMBER.test(row.pattern)) count = at + 1;
  }
  return rows.slice(0, count);
}

/** A row in a margin. */
interface Edge {
  segments: Segment[];
  /** Its words, with a sign for each number. */
  pattern: string;
  /** In parts of the page's height. */
  height: number;
  /** To the next row, inwards. */
  gap: number;
}

/** From the edges inwards. */
interface Margins {
  head: Edge[];
  foot: Edge[];
  /** From line to line of the page. */
  leading: number;
}

/** So many rows are looked at, from the edge inwards. */
const ROWS = 4;

function marginsOf(page: Page): Margins {
  const rows: Segment[][] = [];
  for (const segment of page.segments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.y - segment.y) < segment.size / 3) row.push(segment);
    else rows.push([segment]);
  }
  const gaps = rows.slice(1).map((row, at) => (row[0]?.y ?? 0) - (rows[at]?.[0]?.y ?? 0));
  const edge = (segments: Segment[], gap: number | undefined): Edge => ({
    segments,
    pattern: segments
      .toSorted((a, b) => a.left - b.left)
      .map(wordsOf)
      .join(' ')
      .replace(/\d+/g, '#')
      .replace(/\s+/g, ' '),
    height: (segments[0]?.y ?? 0) / page.height,
    gap: gap ?? Number.POSITIVE_INFINITY,
  });
  const isHead = ({ segments: [first] }: Edge) => first && topOf(first) < page.height * MARGIN;
  const isFoot = ({ segments: [first] }: Edge) =>
    first && bottomOf(first) > page.height * (1 - MARGIN);
  const head = rows.map((row, at) => edge(row, gaps[at])).slice(0, ROWS);
  const foot = rows.map((row, at) => edge(row, gaps[at - 1])).slice(-ROWS);
  return {
    head: head.filter(isHead),
    foot: foot.toReversed().filter(isFoot),
    leading: median(gaps),
  };
}

/** On how many of the next pages it stands again. */
function timesOnNeighbours(edge: Edge, edges: readonly Edge[][], number: number): number {
  const isNumber = PAGE_NUMBER.test(edge.pattern);
  let times = 0;
  for (let other = number - NEXT; other <= number + NEXT; other++) {
    if (other === number) continue;
    const isThere = (edges[other] ?? []).some(
      ({ pattern, height }) =>
        Math.abs(height - edge.height) <= SAME_HEIGHT &&
        // Numbers in letters differ.
        (pattern === edge.pattern || (isNumber && PAGE_NUMBER.test(pattern))),
    );
    if (isThere) times++;
  }
  return times;
}

/** The outermost row of a page without neighbours, when it is its number. */
function isLonelyNumber(edge: Edge, page: Page): boolean {
  if (!PAGE_NUMBER.test(edge.pattern) || page.segments.length < 2) return false;
  const words = edge.segments.map(wordsOf).join(' ');
  return words.match(/\d+|[ivxlc]+/i)?.[0].toLowerCase() === page.label.toLowerCase();
}

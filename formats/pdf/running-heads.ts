/** Finds what stands at the head or the foot of page after page, and page numbers: nobody reads them in the text. */
import { bottomOf, median, type Page, type Segment, topOf, wordsOf } from './page';

/** In parts of the page's height. */
const MARGIN = 0.2;
/** A head stands again on one of the next pages, at the same height within a hundredth of the page. */
const NEXT = 4;
const SAME_HEIGHT = 0.012;
const PAGE_NUMBER =
  /^(?:[-–—|·•\s]*(?:#|[ivxlc]{1,7})[-–—|·•\s]*|(?:page|p\.|стр\.?|с\.|бет|第|sayfa|seite)\s*#(?:\s*(?:of|\/|из|von|页|頁)\s*#)?\s*(?:页|頁|-?бет)?|#\s*(?:of|\/|из|von)\s*#)$/i;

/** @returns the pages without them */
export function withoutRunningHeads(pages: readonly Page[]): Page[] {
  const edges = pages.map(edgesOf);
  return pages.map((page, number) => {
    const left = new Set<Segment>();
    for (const edge of edges[number] ?? []) {
      const isAgain = isOnNeighbours(edge, edges, number);
      if (isAgain || isLonelyNumber(edge, page, pages.length)) {
        for (const segment of edge.segments) left.add(segment);
      }
    }
    return left.size === 0
      ? page
      : { ...page, segments: page.segments.filter((segment) => !left.has(segment)) };
  });
}

/** A row in a margin. */
interface Edge {
  segments: Segment[];
  /** Its words, with a sign for each number. */
  pattern: string;
  /** In parts of the page's height. */
  height: number;
  /** How many rows are further out. */
  depth: number;
}

/** So many rows are looked at, from the edge inwards. */
const ROWS = 4;

function edgesOf(page: Page): Edge[] {
  const rows: Segment[][] = [];
  for (const segment of page.segments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.y - segment.y) < segment.size / 3) row.push(segment);
    else rows.push([segment]);
  }
  const edge = (segments: Segment[], depth: number): Edge => ({
    segments,
    pattern: segments
      .toSorted((a, b) => a.left - b.left)
      .map(wordsOf)
      .join(' ')
      .replace(/\d+/g, '#')
      .replace(/\s+/g, ' '),
    height: (segments[0]?.y ?? 0) / page.height,
    depth,
  });
  const heads = rows.slice(0, ROWS).map(edge);
  const feet = rows.slice(-ROWS).toReversed().map(edge);
  return [
    ...heads.filter(({ segments: [first] }) => first && topOf(first) < page.height * MARGIN),
    ...feet.filter(
      ({ segments: [first] }) => first && bottomOf(first) > page.height * (1 - MARGIN),
    ),
  ];
}

function isOnNeighbours(edge: Edge, edges: readonly Edge[][], number: number): boolean {
  const isNumber = PAGE_NUMBER.test(edge.pattern);
  for (let other = number - NEXT; other <= number + NEXT; other++) {
    if (other === number) continue;
    for (const candidate of edges[other] ?? []) {
      if (Math.abs(candidate.height - edge.height) > SAME_HEIGHT) continue;
      if (candidate.pattern === edge.pattern) return true;
      // Numbers in letters differ.
      if (isNumber && PAGE_NUMBER.test(candidate.pattern)) return true;
    }
  }
  return false;
}

/** The outermost row of a page without neighbours, when it is its number. */
function isLonelyNumber(edge: Edge, page: Page, pages: number): boolean {
  if (edge.depth > 0 || !PAGE_NUMBER.test(edge.pattern)) return false;
  const words = edge.segments.map(wordsOf).join(' ');
  const isItsOwn = words.match(/\d+|[ivxlc]+/i)?.[0].toLowerCase() === page.label.toLowerCase();
  const size = median(page.segments.map((segment) => segment.size));
  const [first] = edge.segments;
  return (
    (isItsOwn || pages > 1) &&
    page.segments.length > 1 &&
    first !== undefined &&
    first.size <= size * 1.1
  );
}

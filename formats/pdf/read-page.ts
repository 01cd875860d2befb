/** Takes the text of a page from pdf.js, and puts together what stands on one line. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { asTyped, hasUyghurLetters } from './as-typed';
import { bottomOf, type Page, type Run, type Segment, topOf } from './page';

/** TeX's own bold fonts do not say so. */
const BOLD = /bold|black|heavy|demi|[-,]bd\b|^(?:[A-Z]{6}\+)?(?:cmb|cmssbx|sfbx|ecbx|lmb|labx)/i;
/** More of a slant is a stamp across the page, or up its side. */
const LEVEL = Math.sin(Math.PI / 18);
/** In sizes. Columns of text are seldom closer; words of a line seldom as far apart. */
const WIDE_GAP = 1.6;
/** As wide already parts what the file does not draw in a row. */
const GAP_BETWEEN_STRANGERS = 0.6;
const TOUCHES = 0.35;
const SPACE = 0.17;
/** Scripts without spaces are set at any distance. */
const SPACE_WITHOUT_SPACES = 0.6;

/** Remembers which fonts are bold: they are told once in a document. */
export class PageReader {
  #pdf: PDFDocumentProxy;
  #bold = new Map<string, boolean>();

  constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  /** @param number from 1 */
  async read(number: number, label: string): Promise<Page> {
    const page = await this.#pdf.getPage(number);
    const content = await page.getTextContent();
    await this.#learnFonts(page, Object.keys(content.styles));
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const items = content.items.filter((item) => 'str' in item);
    const isUyghur = hasUyghurLetters(items.map(({ str }) => str).join(' '));
    const runs: Run[] = [];
    let isApart = false;
    for (const item of items) {
      const text = asTyped(item.str, isUyghur);
      if (text.trim() === '') {
        isApart ||= text !== '';
        continue;
      }
      const [a, b, c, d, x, y] = multiplied(transform, item.transform);
      const length = Math.hypot(a, b) || 1;
      if (Math.abs(b) / length > LEVEL || a < 0) continue;
      runs.push({
        text: text.trim(),
        left: x,
        right: x + item.width,
        y,
        size: Math.hypot(c, d) || 1,
        isBold: this.#bold.get(item.fontName) ?? false,
        isRightToLeft: item.dir === 'rtl',
        isApart: isApart || /^\s/.test(text),
        order: runs.length,
      });
      isApart = /\s$/.test(text);
    }
    page.cleanup();
    return { label, width, height, segments: rowsOf(runs).flatMap(segmentsOf) };
  }

  /** Text alone does not tell the names of its fonts; drawing does. */
  async #learnFonts(page: PDFPageProxy, names: readonly string[]): Promise<void> {
    if (names.every((name) => this.#bold.has(name))) return;
    try {
      await page.getOperatorList();
    } catch (error) {
      // Its words are there all the same; which are bold is not known.
      console.warn(`What is drawn on a page cannot be read: ${error}`);
    }
    for (const name of names) {
      const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
      const isBold = Boolean(font?.bold || font?.black || BOLD.test(font?.name ?? ''));
      this.#bold.set(name, isBold);
    }
  }
}

type Matrix = [number, number, number, number, number, number];

function multiplied(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** Runs whose heights overlap by half. Raised numbers lie on the line that they are raised from. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Array<{ main: Run; runs: Run[] }> = [];
  // The large first: what is small is raised from them, or lowered.
  for (const run of runs.toSorted((a, b) => b.size - a.size || a.y - b.y || a.order - b.order)) {
    const row = nearestRow(rows, run);
    if (row) row.runs.push(run);
    else rows.push({ main: run, runs: [run] });
  }
  return rows.toSorted((a, b) => a.main.y - b.main.y).map((row) => row.runs);
}

function nearestRow<Row extends { main: Run; runs: Run[] }>(
  rows: readonly Row[],
  run: Run,
): Row | null {
  let best: Row | null = null;
  let most = 0;
  for (const row of rows) {
    const shared =
      Math.min(bottomOf(row.main), bottomOf(run)) - Math.max(topOf(row.main), topOf(run));
    if (shared <= run.size / 2) continue;
    // A raised number may overlap more with a line of the next column.
    const touches = row.runs.some((one) => Math.abs(run.left - one.right) < one.size * TOUCHES);
    const nearness = shared + (touches ? run.size : 0);
    if (nearness <= most) continue;
    best = row;
    most = nearness;
  }
  return best;
}

function segmentsOf(row: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  let open: Run[] = [];
  let right = 0;
  for (const run of row.toSorted((a, b) => a.left - b.left || a.order - b.order)) {
    const last = open.at(-1);
    if (last) {
      const size = Math.max(last.size, run.size);
      const gap = (run.left - right) / size;
      const areStrangers = Math.abs(run.order - last.order) !== 1;
      if (gap > WIDE_GAP || (gap > GAP_BETWEEN_STRANGERS && areStrangers)) {
        segments.push(segmentOf(open));
        open = [];
      }
    }
    right = open.length === 0 ? run.right : Math.max(right, run.right);
    open.push(run);
  }
  if (open.length > 0) segments.push(segmentOf(open));
  return segments;
}

/** @param runs from left to right */
function segmentOf(runs: readonly Run[]): Segment {
  let letters = 0;
  let toLeft = 0;
  const sizes = new Map<string, number>();
  for (const { text, size, isRightToLeft } of runs) {
    letters += text.length;
    if (isRightToLeft) toLeft += text.length;
    const key = `${size.toFixed(1)}`;
    sizes.set(key, (sizes.get(key) ?? 0) + text.length);
  }
  const size = Number([...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 1);
  const isRightToLeft = toLeft * 2 > letters;
  const main = runs.find((run) => Math.abs(run.size - size) < 0.06) ?? runs[0];
  return {
    runs: spaced(isRightToLeft ? fromTheRight(runs) : [...runs], isRightToLeft),
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map((run) => run.right)),
    y: main?.y ?? 0,
    size,
    isRightToLeft,
  };
}

/** Words of the other direction keep their own order. */
function fromTheRight(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let others: Run[] = [];
  for (const run of runs.toReversed()) {
    if (run.isRightToLeft) {
      ordered.push(...others, run);
      others = [];
    } else {
      others.unshift(run);
    }
  }
  return [...ordered, ...others];
}

const NO_SPACES = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Tells which runs stand apart from the one before, by what the file says or by their places. */
function spaced(runs: readonly Run[], isRightToLeft: boolean): Run[] {
  return runs.map((run, at) => {
    const before = runs[at - 1];
    if (!before) return { ...run, isApart: false };
    const gap =
      isRightToLeft && run.right <= before.left + 1
        ? before.left - run.right
        : run.left - before.right;
    const isBare = NO_SPACES.test(before.text.at(-1) ?? '') && NO_SPACES.test(run.text[0] ?? '');
    const least = isBare ? SPACE_WITHOUT_SPACES : SPACE;
    const isSaid = run.isApart && run.order > before.order && !isBare;
    return { ...run, isApart: isSaid || Math.abs(gap) > least * Math.max(run.size, before.size) };
  });
}

/**
 * PDF: a drawing of pages, in which words have places and no order. Lines, columns, paragraphs, notes and headings are
 * found by where and how the words are set.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Draft, type DraftWarning, RefusedDocument } from '../../core/model/draft';
import { DraftText } from '../draft-text';
import { emptyDraft } from '../empty-draft';
import { MAX_CHARACTERS, MAX_PAGES } from '../limits';
import { pageLabelOf } from '../said-of-itself';
import { aboutPdf } from './about-pdf';
import { regionsOf } from './columns';
import { Hyphens, noteNumbersOf, notePiecesOf, piecesOf, rowOf } from './line-text';
import { type Line, linesOf } from './lines';
import { openPdf } from './open-pdf';
import type { Page } from './page';
import { bodyOf, type Paragraph, paragraphsOf } from './paragraphs';
import { PageReader } from './read-page';
import { withoutRunningHeads } from './running-heads';

/** @throws a RefusedDocument */
export async function readPdf(
  bytes: Uint8Array,
  onProgress: (done: number) => void,
): Promise<Draft> {
  const { pdf, close } = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES)
      throw new RefusedDocument('too-large', `It has ${pdf.numPages} pages.`);
    const warnings: DraftWarning[] = [];
    const pages = await pagesOf(pdf, warnings, onProgress);
    const text = textOf(pages);
    return {
      ...emptyDraft('pdf'),
      ...(await aboutPdf(pdf)),
      text: text.text,
      blocks: text.blocks,
      warnings,
    };
  } finally {
    await close();
  }
}

/** @throws a RefusedDocument where none has text */
async function pagesOf(
  pdf: PDFDocumentProxy,
  warnings: DraftWarning[],
  onProgress: (done: number) => void,
): Promise<Page[]> {
  const labels = await pdf.getPageLabels();
  const reader = new PageReader(pdf);
  const pages: Page[] = [];
  const lost: string[] = [];
  const bare: string[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const label = pageLabelOf(labels?.[number - 1]) ?? String(number);
    try {
      const page = await reader.read(number, label);
      if (page.segments.length === 0) bare.push(label);
      for (const { runs } of page.segments)
        characters += runs.reduce((sum, run) => sum + run.text.length, 0);
      pages.push(page);
    } catch (error) {
      // One page that cannot be drawn takes no other with it; the reader is told.
      console.warn(`Page ${label} is damaged: ${error}`);
      lost.push(label);
    }
    if (characters > MAX_CHARACTERS)
      throw new RefusedDocument('too-large', `more than ${MAX_CHARACTERS} characters of text`);
    onProgress((number / pdf.numPages) * 0.9);
  }
  if (bare.length + lost.length === pdf.numPages) {
    throw lost.length > 0
      ? new RefusedDocument('damaged', 'None of its pages can be read.')
      : new RefusedDocument('no-text', 'Its pages hold pictures alone.');
  }
  if (bare.length > 0) warnings.push({ code: 'pages-without-text', detail: listed(bare) });
  if (lost.length > 0) warnings.push({ code: 'part-lost', detail: `pages ${listed(lost)}` });
  return pages;
}

/** Neighbours as a stretch: 3, 5–7 */
function listed(labels: readonly string[]): string {
  const parts: Array<[string, string]> = [];
  for (const label of labels) {
    const last = parts.at(-1);
    if (last && Number(label) === Number(last[1]) + 1) last[1] = label;
    else parts.push([label, label]);
  }
  return parts.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}

function textOf(pages: readonly Page[]): DraftText {
  const regions: Line[][] = [];
  const hyphens = new Hyphens();
  const notes = new Map<string, Set<string>>();
  const clean = withoutRunningHeads(pages);
  const found = regionsOf(clean);
  for (const [index, page] of clean.entries()) {
    const numbers = new Set<string>();
    for (const region of found[index] ?? []) {
      const lines = linesOf(page, region);
      regions.push(lines);
      for (const line of lines) hyphens.learn(line);
      for (const number of noteNumbersOf(lines)) numbers.add(number);
    }
    notes.set(page.label, numbers);
  }
  const body = bodyOf(regions.flat());
  const none = new Set<string>();
  const text = new DraftText();
  for (const paragraph of paragraphsOf(regions, body)) {
    const page = paragraph.lines[0]?.page.label;
    text.add(
      paragraph.kind,
      contentOf(paragraph, (line) => notes.get(line.page.label) ?? none, hyphens),
      {
        ...(paragraph.level > 0 && { level: paragraph.level }),
        ...(page !== undefined && { page }),
      },
    );
  }
  return text;
}

function contentOf(
  { kind, lines }: Paragraph,
  notes: (line: Line) => ReadonlySet<string>,
  hyphens: Hyphens,
) {
  if (kind === 'table') return lines.map((line) => rowOf(line, notes(line))).join('\n');
  if (kind === 'note') return notePiecesOf(lines, hyphens);
  return piecesOf(lines, notes, hyphens);
}

/**
 * The notebook as a file: for other programs, each clipping with who says it, how firmly and where; and for another
 * Sidelight, which reads it back whole or not at all.
 */
import * as v from 'valibot';
import {
  type CitationFormat,
  type CitationWords,
  cite,
  inMarkdown,
  oneLine,
  withoutIsolates,
} from '../card/citation';
import type { Turn } from '../model/source';
import type { AttributedPassage } from '../model/views';
import { type Clipping, clippedPassage, clippingSchema } from './clipping';

export const NOTEBOOK_FORMATS = [
  'markdown',
  'csv',
  'ris',
  'bibtex',
  'csl-json',
  'sidelight',
] as const;
export type NotebookFormat = (typeof NOTEBOOK_FORMATS)[number];

const VERSION = 1;
/** Ten thousand clippings take about 20 MB. */
export const MAX_NOTEBOOK_BYTES = 100_000_000;

/** Ends and kinds of the files. */
export const NOTEBOOK_FILES: Record<NotebookFormat, { ending: string; type: string }> = {
  markdown: { ending: 'md', type: 'text/markdown' },
  csv: { ending: 'csv', type: 'text/csv' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  'csl-json': { ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
  sidelight: { ending: 'sidelight-notebook.json', type: 'application/json' },
};

/** Our words around a clipping, from the interface's language. */
export interface NotebookWords {
  /** Around a quotation that was read when it was kept. */
  citation(passage: AttributedPassage, kept: number): CitationWords;
  turn(turn: Turn): string;
  note: string;
  tags: string;
  metAt: string;
  /** The columns of a table, in the order of `COLUMNS`. */
  columns: Record<Column, string>;
}

const COLUMNS = [
  'words',
  'speaker',
  'role',
  'turn',
  'hedges',
  'quotes',
  'question',
  'doubt',
  'source',
  'limits',
  'place',
  'note',
  'tags',
  'metAt',
  'kept',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The text of the file. */
export function writeNotebook(
  format: NotebookFormat,
  clippings: readonly Clipping[],
  words: NotebookWords,
): string {
  switch (format) {
    case 'sidelight':
      return `${JSON.stringify({ 'sidelight-notebook': VERSION, clippings }, null, 1)}\n`;
    case 'csv':
      return csv(clippings, words);
    case 'markdown':
      return clippings
        .map((clipping) => markdown(clipping, words))
        .join('\n\n---\n\n')
        .concat('\n');
    case 'csl-json':
      return `${JSON.stringify(
        clippings.flatMap((one) => cslItem(one, words)),
        null,
        2,
      )}\n`;
    default:
      return clippings.map((clipping) => reference(format, clipping, words)).join('\n');
  }
}

export type NotebookFault = 'too-large' | 'no-json' | 'no-notebook' | 'later-version' | 'damaged';

const SHAPE = v.object({ 'sidelight-notebook': v.number(), clippings: v.array(v.unknown()) });

/** The clippings of a file of ours, or why it is refused: whole or not at all. */
export function readNotebook(
  text: string,
): { clippings: Clipping[] } | { fault: NotebookFault; part: string } {
  if (text.length > MAX_NOTEBOOK_BYTES) return { fault: 'too-large', part: '' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { fault: 'no-json', part: '' };
  }
  if (!v.is(SHAPE, parsed)) return { fault: 'no-notebook', part: '' };
  if (parsed['sidelight-notebook'] > VERSION) return { fault: 'later-version', part: '' };
  const clippings: Clipping[] = [];
  for (const [number, one] of parsed.clippings.entries()) {
    const read = v.safeParse(clippingSchema, one);
    if (!read.success) {
      const path = v.getDotPath(read.issues[0]);
      return { fault: 'damaged', part: `clippings[${number}]${path ? `.${path}` : ''}` };
    }
    clippings.push(read.output);
  }
  return { clippings };
}

function said(clipping: Clipping, words: NotebookWords, format: CitationFormat): string {
  const passage = clippedPassage(clipping);
  return cite(format, passage, words.citation(passage, clipping.kept));
}

/** What the reader has written beside it, a line each. */
function remarks({ note, tags, metAt }: Clipping, words: NotebookWords): string[] {
  return [
    ...(note ? [`${words.note}: ${note}`] : []),
    ...(tags.length > 0 ? [`${words.tags}: ${tags.join(', ')}`] : []),
    ...(metAt ? [`${words.metAt}: ${metAt}`] : []),
  ];
}

function markdown(clipping: Clipping, words: NotebookWords): string {
  // What an imported notebook holds must not become a link or a picture.
  const lines = remarks(clipping, words).map((line) =>
    line.split(/\r?\n/).map(inMarkdown).join('\n\n'),
  );
  return [said(clipping, words, 'markdown'), ...lines].join('\n\n');
}

/** The reader's words go into fields of their own, which reference managers show as notes and keywords. */
function reference(format: 'ris' | 'bibtex', clipping: Clipping, words: NotebookWords): string {
  // A passage may be kept twice, and two references must not bear one key.
  const mark = clipping.id.slice(0, 8);
  const text = said(clipping, words, format)
    .replace(/^@misc\{([^,]+),/, `@misc{$1-${mark},`)
    .replace(/^ID {2}- (.+?)\r$/m, `ID  - $1-${mark}\r`);
  const { note, tags, metAt } = clipping;
  if (format === 'ris') {
    const own = [
      ...(note ? [`N2  - ${oneLine(note)}`] : []),
      ...tags.map((tag) => `KW  - ${oneLine(tag)}`),
      ...(metAt ? [`L2  - ${oneLine(metAt)}`] : []),
    ];
    // A function, since what a text holds of “$” would mean something.
    return text.replace(/ER {2}- \r\n$/, () => [...own, 'ER  - \r\n'].join('\r\n'));
  }
  const own = [
    ...(note ? [`  annotation = {${plainBraces(note)}}`] : []),
    ...(tags.length > 0 ? [`  keywords = {${tags.map(plainBraces).join(', ')}}`] : []),
  ];
  return own.length > 0 ? text.replace(/\n\}\n$/, () => `,\n${own.join(',\n')}\n}\n`) : text;
}

function cslItem(clipping: Clipping, words: NotebookWords): unknown[] {
  const items = JSON.parse(said(clipping, words, 'csl-json')) as Array<Record<string, unknown>>;
  const { id, note, tags } = clipping;
  return items.map((item) => ({
    ...item,
    id,
    ...(note && { annote: note }),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
  }));
}

function csv(clippings: readonly Clipping[], words: NotebookWords): string {
  const rows = clippings.map((clipping) => {
    const passage = clippedPassage(clipping);
    const own = words.citation(passage, clipping.kept);
    const cells: Record<Column, string> = {
      words: passage.text,
      speaker: own.speaker,
      role: passage.speaker?.role ?? '',
      turn: words.turn(passage.turn),
      hedges: own.hedges.join('; '),
      quotes: own.quotes.join('; '),
      question: own.question,
      doubt: own.doubt,
      source: passage.source.title,
      limits: own.limits,
      place: own.place,
      note: clipping.note,
      tags: clipping.tags.join(', '),
      metAt: clipping.metAt ?? '',
      kept: new Date(clipping.kept).toISOString(),
    };
    return COLUMNS.map((column) => cell(cells[column]));
  });
  const head = COLUMNS.map((column) => cell(words.columns[column]));
  // Spreadsheets take a file without this mark for one in the encoding of the country.
  return `\ufeff${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** https://www.rfc-editor.org/rfc/rfc4180; and nothing that a spreadsheet would take for a formula. */
function cell(text: string): string {
  const plain = withoutIsolates(text);
  // Some look past white space and what is not seen, and take wide characters for narrow ones.
  const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Braces must pair in BibTeX, so there are none. */
function plainBraces(text: string): string {
  return oneLine(text).replace(/[{}\\]/g, ' ');
}

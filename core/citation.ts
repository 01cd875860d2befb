/**
 * A passage as text to paste: never without who says it, how firmly, and where. The formats of reference
 * managers are written here: see docs/decisions/0012-citations.md.
 */
import type { AttributedPassage, SourceKind } from './types';

export const CITATION_FORMATS = ['plain', 'markdown', 'ris', 'bibtex', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Our words around a quotation, from the interface's language. */
export interface CitationWords {
  /** Who speaks. */
  speaker: string;
  /** "¶ 41 of 56" */
  place: string;
  /** A date, or that it is unknown. */
  date: string;
  /** Each hedge of the passage, named; empty when there is none. */
  hedges: string[];
  /** Each third party that the passage quotes, as reported by whom; empty when there is none. */
  quotes: string[];
  /** That the title is ours; empty when it is the source's. */
  title: string;
}

/** The quotation with its caveats in a format. What is not known is left out, never guessed. */
export function cite(
  format: CitationFormat,
  passage: AttributedPassage,
  words: CitationWords,
): string {
  return FORMATS[format](passage, words);
}

const FORMATS: Record<
  CitationFormat,
  (passage: AttributedPassage, words: CitationWords) => string
> = { plain, markdown, ris, bibtex, 'csl-json': cslJson };

/** The quotation, then one line each for the speaker with role, the caveats, and the source. */
function plain(passage: AttributedPassage, words: CitationWords): string {
  return [
    `“${passage.text.trim()}”`,
    `— ${speakerLine(passage, words)}`,
    ...words.quotes,
    ...words.hedges,
    sourceLine(passage, words, passage.source.title),
  ].join('\n');
}

function markdown(passage: AttributedPassage, words: CitationWords): string {
  const quotation = passage.text.trim().split(/\n/).map(inMarkdown);
  const after = [
    `— ${inMarkdown(speakerLine(passage, words))}`,
    ...[...words.quotes, ...words.hedges].map(inMarkdown),
    sourceLine(passage, words, `*${inMarkdown(passage.source.title)}*`),
  ];
  return [...quotation, '', after.join('  \n')]
    .join('\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function speakerLine({ speaker, doubt }: AttributedPassage, words: CitationWords): string {
  const role = speaker?.role ? `, ${speaker.role}` : '';
  return `${words.speaker}${role}${doubt ? ` (${doubt})` : ''}`;
}

function sourceLine({ source }: AttributedPassage, words: CitationWords, title: string): string {
  const ours = words.title ? ` (${words.title})` : '';
  return [`${title}${ours}`, source.publisher, words.date, words.place].filter(Boolean).join(', ');
}

/** Everything that a reference manager has no field for, a line each. */
function notes(passage: AttributedPassage, words: CitationWords): string[] {
  return [
    `“${oneLine(passage.text)}”`,
    `— ${speakerLine(passage, words)}`,
    ...words.quotes,
    ...words.hedges,
    [words.place, words.title, passage.source.date ? '' : words.date].filter(Boolean).join(', '),
  ];
}

/** The id by which other documents may name this passage. */
function keyOf({ source, ordinal }: AttributedPassage): string {
  return `${source.id}-${ordinal}`;
}

const RIS_TYPES: Record<SourceKind, string> = {
  interview: 'GEN',
  article: 'GEN',
  report: 'RPRT',
  book: 'BOOK',
  transcript: 'GEN',
  document: 'GEN',
};

/** https://en.wikipedia.org/wiki/RIS_(file_format): a tag, two spaces, a dash, a space; lines end in CRLF. */
function ris(passage: AttributedPassage, words: CitationWords): string {
  const { source, speaker } = passage;
  const [year, month = '', day = ''] = source.date?.split('-') ?? [];
  const fields: Array<[tag: string, value: string | null | undefined]> = [
    ['TY', RIS_TYPES[source.kind]],
    ['ID', keyOf(passage)],
    ['AU', speaker?.name],
    ['TI', source.title],
    ['PB', source.publisher],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['LA', source.language],
    ['SE', words.place],
    ...notes(passage, words).map((note): [string, string] => ['N1', note]),
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}`);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** BibTeX with UTF-8 text, as biblatex reads it. */
function bibtex(passage: AttributedPassage, words: CitationWords): string {
  const { source, speaker } = passage;
  const fields: Array<[name: string, value: string | null]> = [
    // Braces keep a name whole: which part is the family's is not ours to say.
    ['author', speaker && `{${inBibtex(speaker.name)}}`],
    ['title', `{${inBibtex(source.title)}}`],
    ['publisher', source.publisher && inBibtex(source.publisher)],
    ['year', source.date?.slice(0, 4) ?? null],
    ['type', source.kind],
    ['langid', source.language],
    ['note', notes(passage, words).map(inBibtex).join('. ')],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(passage)},\n${lines.join(',\n')}\n}\n`;
}

const CSL_TYPES: Record<SourceKind, string> = {
  interview: 'interview',
  article: 'article',
  report: 'report',
  book: 'book',
  transcript: 'speech',
  document: 'document',
};

/** https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
function cslJson(passage: AttributedPassage, words: CitationWords): string {
  const { source, speaker } = passage;
  const item = {
    id: keyOf(passage),
    type: CSL_TYPES[source.kind],
    title: source.title,
    author: speaker ? [{ literal: speaker.name }] : undefined,
    publisher: source.publisher ?? undefined,
    issued: source.date ? { 'date-parts': [source.date.split('-').map(Number)] } : undefined,
    language: source.language,
    section: words.place,
    note: notes(passage, words).join('\n'),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

const BIBTEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function inBibtex(text: string): string {
  return oneLine(text).replace(/[\\{}~^%&#_$]/g, (char) => BIBTEX[char] ?? `\\${char}`);
}

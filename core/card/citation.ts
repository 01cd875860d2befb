/**
 * A passage as text to paste: never without who says it, how firmly, and where. The formats of reference
 * managers are written here: see docs/decisions/0012-citations.md.
 */

import type { SourceKind } from '../model/source';
import type { AttributedPassage } from '../model/views';

/** The first is what a reader pastes most: two lines. */
export const CITATION_FORMATS = ['short', 'full', 'markdown', 'ris', 'bibtex', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** Our words around a quotation, from the interface's language. */
export interface CitationWords {
  /** Who speaks. */
  speaker: string;
  /** "¶ 41 of 56", with the page or the time where the document has them. */
  place: string;
  /** Which question the passage answers, as a place; empty when the source prints none. */
  question: string;
  /** Each hedge of the passage, named; empty when there is none. */
  hedges: string[];
  /** Each third party that the passage quotes, as reported by whom; empty when there is none. */
  quotes: string[];
  /** Why it is not certain who speaks; empty when it is. */
  doubt: string;
  /** The same of the question. */
  questionDoubt: string;
  /** That the title is ours; empty when it is the source's. */
  title: string;
  /** What the source is, and what limits it: "interview, undated, publisher unknown". */
  limits: string;
  /** That it was read, and when. */
  read: string;
  /** When it was read, ISO 8601, a day. */
  readOn: string;
}

/** The quotation with its caveats in a format. What is not known is left out, never guessed. */
export function cite(
  format: CitationFormat,
  passage: AttributedPassage,
  words: CitationWords,
): string {
  return FORMATS[format](passage, plainWords(words));
}

/** Isolates around names are for screens: what is pasted elsewhere carries none. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

function plainWords(words: CitationWords): CitationWords {
  return {
    speaker: withoutIsolates(words.speaker),
    place: withoutIsolates(words.place),
    question: withoutIsolates(words.question),
    hedges: words.hedges.map(withoutIsolates),
    quotes: words.quotes.map(withoutIsolates),
    title: withoutIsolates(words.title),
    doubt: withoutIsolates(words.doubt),
    questionDoubt: withoutIsolates(words.questionDoubt),
    limits: withoutIsolates(words.limits),
    read: withoutIsolates(words.read),
    readOn: words.readOn,
  };
}

const FORMATS: Record<
  CitationFormat,
  (passage: AttributedPassage, words: CitationWords) => string
> = { short, full, markdown, ris, bibtex, 'csl-json': cslJson };

/** Two lines: the quotation, and who says it, where. Hedges are in its words; whom it quotes, and doubts, are said. */
function short(passage: AttributedPassage, words: CitationWords): string {
  const { source, text } = passage;
  const ours = words.title ? ` (${words.title})` : '';
  const said = [speakerLine(passage, words), words.question, ...words.quotes].filter(Boolean);
  const where = [
    ...source.authors,
    `“${source.title}”${ours}`,
    words.limits,
    words.place,
    words.read,
  ];
  return `“${oneLine(text)}”\n— ${said.join('; ')}. ${where.join(', ')}`;
}

/** The quotation, then one line each for the speaker with role, the caveats, and the source. */
function full(passage: AttributedPassage, words: CitationWords): string {
  return [
    `“${passage.text.trim()}”`,
    `— ${speakerLine(passage, words)}`,
    ...caveats(words),
    sourceLine(passage, words, passage.source.title),
  ].join('\n');
}

/** One block quotation. A backslash breaks a line: editors cut off the spaces that also would. */
function markdown(passage: AttributedPassage, words: CitationWords): string {
  const paragraphs = passage.text
    .trim()
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(inMarkdown));
  paragraphs.push([
    inMarkdown(`— ${speakerLine(passage, words)}`),
    ...caveats(words).map(inMarkdown),
    sourceLine(passage, words, `*${inMarkdown(passage.source.title)}*`, inMarkdown),
  ]);
  return paragraphs.map((lines) => lines.map((line) => `> ${line}`).join('\\\n')).join('\n>\n');
}

function speakerLine(
  { speaker }: AttributedPassage,
  { speaker: who, doubt }: CitationWords,
): string {
  const role = speaker?.role ? `, ${speaker.role}` : '';
  return `${who}${role}${doubt && ` (${doubt})`}`;
}

function caveats({ question, questionDoubt, quotes, hedges }: CitationWords): string[] {
  const asked = question && question + (questionDoubt && ` (${questionDoubt})`);
  return [...(asked ? [asked] : []), ...quotes, ...hedges];
}

function sourceLine(
  { source }: AttributedPassage,
  words: CitationWords,
  title: string,
  written = (text: string) => text,
): string {
  const ours = words.title ? ` (${written(words.title)})` : '';
  const rest = [words.limits, words.place, words.read].map(written);
  const authors = source.authors.map((author) => written(author));
  return [...authors, `${title}${ours}`, ...rest].filter(Boolean).join(', ');
}

/**
 * The words with all that no field holds, as one: programs make a note of each line, and notes part. One
 * line, since some read "publisher: …" on a line of a note as that field.
 */
function noteOf(passage: AttributedPassage, words: CitationWords): string {
  const ours = [
    speakerLine(passage, words),
    ...caveats(words),
    words.title,
    words.limits,
    words.place,
  ];
  const said = ours.filter(Boolean);
  return oneLine(`“${passage.text.trim()}” — ${said.join('; ')}`);
}

/** A title that the document does not carry stands in brackets, as libraries have it. */
function titleOf({ source }: AttributedPassage): string {
  return oneLine(source.titleIsOurs ? `[${source.title}]` : source.title);
}

/**
 * A field of an author has no room for doubt, so whoever is not certain is named in the note alone. What nobody says is
 * told by whoever has written the document.
 */
function authorsOf({ speaker, doubt, turn, source }: AttributedPassage): string[] {
  if (doubt) return [];
  if (speaker) return [oneLine(speaker.name)];
  return turn === 'narration' ? source.authors.map(oneLine) : [];
}

/** Year, month and day, as far as they are known. */
function dateOf({ source }: AttributedPassage): string[] {
  return source.date?.slice(0, 10).split('-') ?? [];
}

/** The id by which other documents may name this passage. BibTeX allows few characters. */
function keyOf({ source, ordinal }: AttributedPassage): string {
  return `sidelight-${source.id}-${ordinal}`.replace(/[^\w-]/g, '-');
}

/** Others would say more than we know, such as in what kind of periodical an article stood. */
const RIS_TYPES: Partial<Record<SourceKind, string>> = { report: 'RPRT', book: 'BOOK' };

/** https://en.wikipedia.org/wiki/RIS_(file_format): a tag, two spaces, a dash, a space; lines end in CRLF. */
function ris(passage: AttributedPassage, words: CitationWords): string {
  const { source } = passage;
  const [year, month = '', day = ''] = dateOf(passage);
  const fields: Array<[tag: string, value: string | null | undefined]> = [
    ['TY', RIS_TYPES[source.kind] ?? 'GEN'],
    ['ID', keyOf(passage)],
    ...authorsOf(passage).map((author): [string, string] => ['AU', author]),
    ['TI', titleOf(passage)],
    ['PB', source.publisher],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['LA', source.language],
    ['M3', source.kind],
    ['SE', words.place],
    ['Y2', words.readOn.replaceAll('-', '/')],
    ['SP', passage.page],
    ['N1', noteOf(passage, words)],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}`);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** BibTeX with UTF-8 text, as biblatex reads it. */
function bibtex(passage: AttributedPassage, words: CitationWords): string {
  const { source } = passage;
  const [year, month, day] = dateOf(passage);
  const authors = authorsOf(passage).map((author) => `{${inBibtex(author)}}`);
  const fields: Array<[name: string, value: string | null | undefined]> = [
    // A second pair of braces keeps a name whole, which part is the family's not being ours to say, and
    // the letters of a title as they are.
    ['author', authors.join(' and ')],
    ['title', `{${inBibtex(titleOf(passage))}}`],
    // Styles print how a `misc` was published; reference managers look for the publisher.
    ['howpublished', source.publisher && inBibtex(source.publisher)],
    ['publisher', source.publisher && `{${inBibtex(source.publisher)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['type', source.kind],
    ['language', inBibtex(source.language)],
    ['pages', passage.page && inBibtex(passage.page)],
    ['urldate', words.readOn],
    ['note', inBibtex(noteOf(passage, words))],
  ];
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(passage)},\n${lines.join(',\n')}\n}\n`;
}

/** A CSL `article` is a preprint, and a `speech` is given to an audience: we know neither. */
const CSL_TYPES: Partial<Record<SourceKind, string>> = {
  interview: 'interview',
  report: 'report',
  book: 'book',
};

/** https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
function cslJson(passage: AttributedPassage, words: CitationWords): string {
  const { source, turn } = passage;
  const authors = authorsOf(passage).map((literal) => ({ literal }));
  const asks = source.kind === 'interview' && turn === 'question';
  const date = dateOf(passage).map(Number);
  const item = {
    id: keyOf(passage),
    type: CSL_TYPES[source.kind] ?? 'document',
    genre: source.kind,
    title: titleOf(passage),
    ...(authors.length > 0 && { [asks ? 'interviewer' : 'author']: authors }),
    publisher: source.publisher ?? undefined,
    issued: date.length ? { 'date-parts': [date] } : undefined,
    language: source.language,
    section: words.place,
    page: passage.page ?? undefined,
    accessed: { 'date-parts': [words.readOn.split('-').map(Number)] },
    note: noteOf(passage, words),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** Line ends of every kind become spaces, so that no text can begin a field; other spaces stay. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** One line whose characters all mean themselves, at the start of a line too. */
export function inMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Braces by name: BibTeX counts them before TeX sees the backslash that would take their meaning. */
const BIBTEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function inBibtex(text: string): string {
  return oneLine(text).replace(/[\\{}~^%&#_$]/g, (char) => BIBTEX[char] ?? `\\${char}`);
}

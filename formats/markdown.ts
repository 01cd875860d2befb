/** Markdown, as GitHub has it, with footnotes. Its marks are left out; what they say of the words is kept. */
import { Marked, type Token, type Tokens } from 'marked';
import type { Draft, DraftWarning } from '../core/model/draft';
import { type BlockKind, DraftText, type Piece } from './draft-text';
import { emptyDraft } from './empty-draft';
import { frontMatterOf } from './front-matter';
import { addressOf, dateOf, languageOf, namesOf, wordsOf } from './said-of-itself';
import { readText } from './text';

/** Marks within a paragraph take time by the square of its length; more is a text that is called Markdown. */
const LONGEST_PARAGRAPH = 50_000;
/** And by the square of the brackets in it that are left open. */
const MOST_BRACKETS = 1000;
/** So many marks of quotation or lists at a line's head are no document. */
const DEEPEST = 50;

interface Footnote extends Tokens.Generic {
  type: 'footnote';
  label: string;
  tokens: Token[];
}

const markdown = new Marked({
  extensions: [
    {
      name: 'footnote',
      level: 'block',
      // It is asked for each paragraph, and would look through all that follows each time.
      start: (source) => {
        const end = source.search(/\n[ \t]*\n/);
        return /^\[\^[^\]\n]+\]:/m.exec(end < 0 ? source : source.slice(0, end))?.index;
      },
      tokenizer(source) {
        const match =
          /^\[\^([^\]\n]+)\]:[ \t]*([^\n]*(?:\n(?!\[\^|[ \t]*\n)[^\n]+|\n[ \t]*\n(?: {2,}|\t)[^\n]+)*)(?:\n|$)/.exec(
            source,
          );
        if (!match) return undefined;
        const [raw, label = '', words = ''] = match;
        return {
          type: 'footnote',
          raw,
          label,
          tokens: this.lexer.inlineTokens(words.replace(/\s*\n\s*/g, ' ')),
        };
      },
    },
    {
      name: 'noteNumber',
      level: 'inline',
      start: (source) => source.indexOf('[^'),
      tokenizer(source) {
        const match = /^\[\^([^\]\s]+)\]/.exec(source);
        return match ? { type: 'noteNumber', raw: match[0], label: match[1] } : undefined;
      },
    },
  ],
});

/** @param warnings what came of decoding it */
export function readMarkdown(source: string, warnings: DraftWarning[]): Draft {
  const lines = source.replace(/\r\n?/g, '\n');
  if (isBeyond(lines)) return readText(source, warnings);
  const { values, end } = frontMatterOf(lines);
  const first = (...keys: string[]) => keys.map((key) => values.get(key)?.[0]).find((one) => one);
  const draft = new DraftText();
  for (const token of markdown.lexer(lines.slice(end)))
    write(token, draft, { kind: 'paragraph', depth: 0 });
  return {
    ...emptyDraft('markdown'),
    text: draft.text,
    blocks: draft.blocks,
    title: wordsOf(first('title')),
    authors: namesOf([...(values.get('author') ?? []), ...(values.get('authors') ?? [])]),
    date: dateOf(first('date', 'published')),
    publisher: wordsOf(first('publisher')),
    language: languageOf(first('lang', 'language')),
    address: addressOf(first('url', 'source', 'canonical', 'canonical_url')),
    warnings,
  };
}

function isBeyond(source: string): boolean {
  return (
    new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d+[.)])){${DEEPEST}}`, 'm').test(source) ||
    source
      .split(/\n[ \t]*\n/)
      .some(
        (paragraph) =>
          paragraph.length > LONGEST_PARAGRAPH ||
          paragraph.split('[').length - paragraph.split(']').length > MOST_BRACKETS,
      )
  );
}

interface Place {
  kind: BlockKind;
  depth: number;
}

function write(token: Token, draft: DraftText, place: Place): void {
  switch (token.type) {
    case 'heading':
      draft.add('heading', piecesOf(token.tokens), { level: (token as Tokens.Heading).depth });
      break;
    case 'paragraph':
    case 'text':
      draft.add(place.kind, piecesOf((token as Tokens.Text).tokens ?? [token]), levelOf(place));
      break;
    case 'blockquote':
      for (const inner of token.tokens ?? []) write(inner, draft, { ...place, kind: 'quotation' });
      break;
    case 'list':
      for (const item of (token as Tokens.List).items) {
        for (const inner of item.tokens)
          write(inner, draft, { kind: 'item', depth: place.depth + 1 });
      }
      break;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const lines = [header, ...rows].map((row) => row.map((cell) => flat(cell.tokens)).join('\t'));
      draft.add('table', lines.join('\n'));
      break;
    }
    case 'code':
      draft.add('code', (token as Tokens.Code).text);
      break;
    case 'html':
      draft.add(place.kind, withoutTags((token as Tokens.HTML).text), levelOf(place));
      break;
    case 'footnote': {
      const { label, tokens } = token as Footnote;
      draft.add('note', [{ text: `[${label}] `, strong: false }, ...piecesOf(tokens)]);
      break;
    }
  }
}

function levelOf({ kind, depth }: Place): { level?: number } {
  return kind === 'item' ? { level: depth } : {};
}

function piecesOf(
  tokens: readonly Token[] | undefined,
  style = { strong: false, italic: false },
): Piece[] {
  return (tokens ?? []).flatMap((token): Piece[] => {
    switch (token.type) {
      case 'strong':
        return piecesOf(token.tokens, { ...style, strong: true });
      case 'em':
        return piecesOf(token.tokens, { ...style, italic: true });
      case 'br':
        return [{ text: '\n', strong: false }];
      case 'image':
      case 'checkbox':
        return [];
      case 'html':
        return /^<br\b/i.test(token.raw) ? [{ text: '\n', strong: false }] : [];
      case 'noteNumber':
        return [{ text: `[${(token as Tokens.Generic).label}]`, ...style }];
      case 'codespan':
        return [{ text: (token as Tokens.Codespan).text, ...style }];
      default: {
        const inner = 'tokens' in token ? token.tokens : undefined;
        if (inner) return piecesOf(inner, style);
        const words = 'text' in token ? String(token.text) : token.raw;
        // A line that is only wrapped goes on.
        return [{ text: withoutEntities(words).replace(/\s*\n\s*/g, ' '), ...style }];
      }
    }
  });
}

function flat(tokens: readonly Token[]): string {
  return piecesOf(tokens)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutTags(html: string): string {
  const shown = html
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  return withoutEntities(shown);
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
};

function withoutEntities(words: string): string {
  return words.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * The text of a draft while it is made, for formats whose text is what a reader sees: block after block, white space as
 * HTML collapses it, an empty line between two; the items of a list stand in lines.
 */
import { type Block, RefusedDocument } from '../core/model/draft';
import type { Span } from '../core/model/source';
import { cut } from './cut';
import { MAX_CHARACTERS } from './limits';

/** A stretch of a block in one weight and slope. Lines are divided by `\n`, cells by a tab. */
export interface Piece {
  text: string;
  strong: boolean;
  italic?: boolean;
}

export type BlockKind = Block['kind'];
export type AboutBlock = Pick<Block, 'level' | 'page' | 'time' | 'speaker'>;

/** Soft hyphens and zero-width spaces say where a line may break; controls say nothing to a reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g;

export class DraftText {
  readonly blocks: Block[] = [];
  #parts: string[] = [];
  #length = 0;

  /** Adds a block; of nothing but white space, none. @throws a RefusedDocument when the text grows too large */
  add(kind: BlockKind, content: string | readonly Piece[], about: AboutBlock = {}): void {
    const pieces = typeof content === 'string' ? [{ text: content, strong: false }] : content;
    const { text, strong } = kind === 'code' ? verbatim(pieces) : collapsed(pieces);
    if (text === '') return;
    // A list is read as one.
    const goesOn = kind === 'item' && this.blocks.at(-1)?.kind === 'item';
    if (this.#length > 0) this.#append(goesOn ? '\n' : '\n\n');
    const isItalic = pieces.every((piece) => piece.italic || piece.text.trim() === '');
    const at = this.#length;
    this.#append(text);
    for (const { start, end } of cut(text, 0, text.length)) {
      const inside = kind === 'heading' ? [] : within(strong, start, end);
      this.blocks.push({
        kind,
        start: at + start,
        end: at + end,
        ...about,
        ...(isItalic && { isItalic }),
        ...(inside.length > 0 && {
          strong: inside.map((span) => ({ start: at + span.start, end: at + span.end })),
        }),
      });
    }
  }

  /** All of it. */
  get text(): string {
    return this.#parts.join('');
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > MAX_CHARACTERS)
      throw new RefusedDocument('too-large', `more than ${MAX_CHARACTERS} characters of text`);
  }
}

/** Hyphens at which no line may break look like any other. */
function seen(text: string): string {
  return text.replace(UNSEEN, '').replace(/[\u2010\u2011]/g, '-');
}

function collapsed(pieces: readonly Piece[]): { text: string; strong: Span[] } {
  const parts: string[] = [];
  const strong: Span[] = [];
  let length = 0;
  // White space waits for the next word: at the end it is none, and before a line's end.
  let white = '';
  for (const piece of pieces) {
    for (const [run] of seen(piece.text).matchAll(/[ \t\n\r\f\v]+|[^ \t\n\r\f\v]+/g)) {
      if (/^[ \t\n\r\f\v]/.test(run)) {
        white = (white + run).replace(/[ \r\f\v]+/g, ' ').replace(/ ?([\n\t]) ?/g, '$1');
        continue;
      }
      const added = length === 0 ? run : white + run;
      const end = length + added.length;
      if (piece.strong) mark(strong, length, end - run.length, end);
      white = '';
      parts.push(added);
      length = end;
    }
  }
  return trimmed(parts.join(''), strong);
}

function verbatim(pieces: readonly Piece[]): { text: string; strong: Span[] } {
  const text = pieces.map((piece) => piece.text).join('');
  return trimmed(text.replace(/\r\n?/g, '\n').replace(UNSEEN, ''), []);
}

/** Bold words with but a space between are one stretch. */
function mark(strong: Span[], before: number, start: number, end: number): void {
  const last = strong.at(-1);
  if (last && last.end === before) last.end = end;
  else strong.push({ start, end });
}

function trimmed(text: string, strong: readonly Span[]): { text: string; strong: Span[] } {
  const lead = text.length - text.trimStart().length;
  const inner = text.trim();
  const spans: Span[] = [];
  for (const span of strong) {
    let start = Math.max(0, Math.min(span.start - lead, inner.length));
    let end = Math.max(0, Math.min(span.end - lead, inner.length));
    while (start < end && /\s/.test(inner[start] ?? '')) start++;
    while (end > start && /\s/.test(inner[end - 1] ?? '')) end--;
    if (start < end) spans.push({ start, end });
  }
  return { text: inner, strong: spans };
}

function within(spans: readonly Span[], start: number, end: number): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }));
}

/** The words of lines, and of lines joined: hyphens at their ends undone, numbers of notes in brackets. */
import type { Piece } from '../draft-text';
import type { Line } from './lines';
import type { Run } from './page';

const NOTE_NUMBER = /^(?:\d{1,3}|[*†‡§]{1,3})$/;
/** Where no mark is raised, a number needs more than a space after it to be a note's. */
const NOTE_START = /^(?:\d{1,3}[.)]?|[*†‡§]{1,3})\s+\S|^[*†‡§]/;
const NO_SPACES = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

const texts = new WeakMap<Line, string>();

export function textOfLine(line: Line): string {
  let text = texts.get(line);
  if (text === undefined) {
    text = line.runs
      .map((run) => (run.isApart ? ` ${run.text}` : run.text))
      .join('')
      .trim();
    texts.set(line, text);
  }
  return text;
}

/** Whether it begins with what a note is referred to by. */
export function hasNoteMark(line: Line): boolean {
  const [first] = line.runs;
  if (first && line.runs.length > 1 && NOTE_NUMBER.test(first.text) && isRaised(first, line))
    return true;
  return NOTE_START.test(textOfLine(line));
}

function noteNumberOf(line: Line): string | null {
  return /^(?:\d{1,3}|[*†‡§]{1,3})/.exec(textOfLine(line))?.[0] ?? null;
}

function isRaised(run: Run, { size, y }: Line): boolean {
  return run.size < size * 0.9 && run.y < y - size * 0.08;
}

/** A document that hyphenates does so at the end of more lines than words bring hyphens to by chance. */
const HYPHENATES = 0.025;
/** A shorter half of a word may be any syllable. */
const LEAST_WORD = 3;

/** What a document tells of hyphens at its lines' ends: which are of a word, and which are of the line. */
export class Hyphens {
  #words = new Set<string>();
  #lines = 0;
  #hyphens = 0;
  /** Some programs set a hyphen of their own where they part a word. */
  #others = 0;

  learn(line: Line): void {
    const text = textOfLine(line);
    this.#lines++;
    if (/\p{L}-$/u.test(text)) this.#hyphens++;
    if (/\p{L}[‐\u00ad]$/u.test(text)) this.#others++;
    // The last word may be cut.
    for (const [word] of text.matchAll(WHOLE_WORD)) {
      this.#words.add(word.toLowerCase().replaceAll('‐', '-'));
      for (const part of word.split(/[-‐]/)) this.#words.add(part.toLowerCase());
    }
  }

  /** @param hyphen as it stands at the end of the line */
  isOwn(before: string, hyphen: string, after: string): boolean {
    const first = /[\p{L}\p{M}\p{N}-]+$/u.exec(before)?.[0].toLowerCase() ?? '';
    const second = /^[\p{L}\p{M}\p{N}-]+/u.exec(after)?.[0].toLowerCase() ?? '';
    // “Ili-Kazakh”, “2010-2015”
    if (!/^\p{Ll}/u.test(after) || /\p{N}$/u.test(first)) return true;
    if (this.#words.has(`${first}-${second}`)) return true;
    if (this.#words.has(first + second)) return false;
    if (hyphen !== '-') return false;
    if (this.#others > 0 || this.#hyphens < this.#lines * HYPHENATES) return true;
    const isWord = (half: string) => half.length >= LEAST_WORD && this.#words.has(half);
    return isWord(first) && isWord(second);
  }
}

const WHOLE_WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*(?=[^\p{L}\p{M}\-‐])/gu;

/** Notes that a page has: their numbers. */
export function noteNumbersOf(lines: readonly Line[]): Set<string> {
  return new Set(
    lines
      .filter(hasNoteMark)
      .map(noteNumberOf)
      .filter((number) => number !== null),
  );
}

/** The words of a paragraph. */
export function piecesOf(
  lines: readonly Line[],
  notes: (line: Line) => ReadonlySet<string>,
  hyphens: Hyphens,
): Piece[] {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const added = lineOf(line, notes(line));
    const last = pieces.at(-1);
    const start = added[0]?.text ?? '';
    if (last) last.text = joint(last.text, start, hyphens);
    pieces.push(...added);
  }
  return pieces;
}

/** A row of a table, its cells divided by tabs. */
export function rowOf(line: Line, notes: ReadonlySet<string>): string {
  return (line.cells ?? [])
    .map((runs) =>
      runPieces(runs, line, notes)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\t');
}

function lineOf(line: Line, notes: ReadonlySet<string>): Piece[] {
  return runPieces(line.runs, line, notes);
}

function runPieces(runs: readonly Run[], line: Line, notes: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, run] of runs.entries()) {
    const isReference =
      at > 0 && NOTE_NUMBER.test(run.text) && notes.has(run.text) && isRaised(run, line);
    const gap = run.isApart && at > 0 && !isReference ? ' ' : '';
    const text = gap + (isReference ? `[${run.text}]` : run.text);
    const last = pieces.at(-1);
    if (last?.strong === run.isBold) last.text += text;
    else pieces.push({ text, strong: run.isBold });
  }
  return pieces;
}

/** A line's end, made ready for what follows. */
function joint(end: string, start: string, hyphens: Hyphens): string {
  if (end.endsWith('\u00ad')) return end.slice(0, -1);
  if (/[\p{L}\p{M}\p{N}][-‐]$/u.test(end) && /^[\p{L}\p{N}]/u.test(start)) {
    const bare = end.slice(0, -1);
    return hyphens.isOwn(bare, end.slice(-1), start) ? end : bare;
  }
  if (/[\p{L}\p{N}][—/]$/u.test(end) && !/^\s/.test(start)) return end;
  return NO_SPACES.test(end.at(-1) ?? '') || NO_SPACES.test(start[0] ?? '') ? end : `${end} `;
}

/** A note, with its number as the text refers to it. */
export function notePiecesOf(lines: readonly Line[], hyphens: Hyphens): Piece[] {
  const [first] = lines;
  const number = first ? noteNumberOf(first) : null;
  const pieces = piecesOf(lines, () => new Set(), hyphens);
  const text = pieces.map((piece) => piece.text).join('');
  if (number === null || !text.startsWith(number)) return pieces;
  const rest = text.slice(number.length).replace(/^[.)]?\s*/, '');
  return [{ text: `[${number}] ${rest}`, strong: false }];
}

/**
 * Cuts a passage into stretches for showing. Promises: joined again, the stretches are the passage,
 * character for character, whatever the spans are. Leaves the look to `passage-text.tsx`.
 */
import type { Span } from '../../core/model/source';
import { LONGEST_QUERY } from '../../core/model/views';
import { escaped } from '../../core/text/escaped';

/** A stretch of plain text, or one piece of a span with what lies inside of it. */
export type Piece<S extends Span> =
  | string
  | {
      span: S;
      /** False when an earlier piece of the same span has been given: spans may cross. */
      first: boolean;
      pieces: Piece<S>[];
    };

/**
 * The text of `part` as nested pieces. `spans` come in the order of nesting, outermost first; a
 * span that crosses one before it is split at the crossing.
 */
export function nestSpans<S extends Span>(
  text: string,
  spans: readonly S[],
  part: Span = { start: 0, end: text.length },
): Piece<S>[] {
  const from = Math.max(0, Math.min(part.start, text.length));
  const to = Math.max(from, Math.min(part.end, text.length));
  const cuts = new Set([from, to]);
  for (const span of spans) {
    for (const cut of [span.start, span.end]) if (cut > from && cut < to) cuts.add(cut);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const atoms = places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? to;
    return {
      text: text.slice(start, end),
      spans: spans.filter((span) => span.start <= start && span.end >= end),
    };
  });
  return nest(atoms, 0, new Set());
}

interface Atom<S> {
  text: string;
  spans: S[];
}

function nest<S extends Span>(atoms: Atom<S>[], depth: number, seen: Set<S>): Piece<S>[] {
  const pieces: Piece<S>[] = [];
  for (let i = 0; i < atoms.length; ) {
    const span = atoms[i]?.spans[depth];
    let end = i + 1;
    while (end < atoms.length && atoms[end]?.spans[depth] === span) end++;
    const run = atoms.slice(i, end);
    if (span === undefined) {
      pieces.push(run.map((atom) => atom.text).join(''));
    } else {
      const first = !seen.has(span);
      seen.add(span);
      pieces.push({ span, first, pieces: nest(run, depth + 1, seen) });
    }
    i = end;
  }
  return pieces;
}

// English only names the rules: sentence and word ends follow the script of the text itself.
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The part of a long text to show at first: whole sentences around `anchor`, up to about `letters`
 * characters; words of one sentence when that alone is longer. The whole text when little would be
 * gained by folding. A Chinese character takes the room of two letters.
 */
export function foldAround(text: string, anchor: Span | undefined, letters: number): Span {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0;
  const limit = letters / (1 + wide / Math.max(1, text.length));
  if (text.length <= limit * 1.2) return { start: 0, end: text.length };
  const at = Math.min(anchor?.start ?? 0, text.length - 1);
  const units = [...sentences.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
  let first = units.findIndex((unit) => unit.start <= at && at < unit.end);
  let last = first;
  const own = units[first];
  if (!own) return { start: 0, end: text.length };
  if (own.end - own.start > limit) return trimEnd(text, wordsAround(text, own, at, limit));

  let { start, end } = own;
  for (;;) {
    const after = units[last + 1];
    const before = units[first - 1];
    if (after && after.end - start <= limit) {
      last++;
      end = after.end;
    } else if (before && end - before.start <= limit) {
      first--;
      start = before.start;
    } else return trimEnd(text, { start, end });
  }
}

function wordsAround(text: string, sentence: Span, at: number, limit: number): Span {
  const latest = sentence.end - limit;
  const from = Math.max(sentence.start, Math.min(at - limit / 3, latest));
  let start = sentence.start;
  let end = sentence.start;
  for (const { index, segment } of words.segment(text.slice(sentence.start, sentence.end))) {
    const place = sentence.start + index;
    if (place < from) start = place + segment.length;
    if (place + segment.length - start <= limit || place <= at) end = place + segment.length;
  }
  while (start < at && /[\s,;:.!?)\]”’»。，、]/.test(text.charAt(start))) start++;
  return { start: Math.min(start, at), end };
}

function trimEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** How many words a text holds, in any script. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
  return count;
}

/**
 * Finds what somebody typed, in any case, with any white space, with curly or straight quotes, and with accents however
 * they are written.
 * @returns a function that tells where a text holds it
 */
export function finderOf(query: string): (text: string) => Span[] {
  // Engines compile no expression of any length.
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  if (wanted === '') return () => [];
  const patterns = new Set([wanted.normalize('NFC'), wanted.normalize('NFD')].map(patternOf));
  const expression = new RegExp([...patterns].join('|'), 'giu');
  return (text) =>
    [...text.matchAll(expression)].map(({ index, 0: hit }) => ({
      start: index,
      end: index + hit.length,
    }));
}

function patternOf(wanted: string): string {
  return escaped(wanted)
    .replace(/\s+/g, '\\s+')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]');
}

/** Numbers in order as runs of neighbours, each from its first to its last. */
export function runsOf(numbers: readonly number[]): Array<[first: number, last: number]> {
  const runs: Array<[number, number]> = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number <= run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** The spans that do not overlap one before them, in order: of those that start together, the longest. */
export function outermost<S extends Span>(spans: readonly S[]): S[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

/** Cuts what is too long to be read as one passage. */
import type { Span } from '../core/model/source';
import { MAX_BLOCK } from './limits';

/** An end of a sentence, then what closes it; scripts without spaces need none. */
const SENTENCE_END = /[.!?…؟۔]["'”’»)\]]*(?=\s)|[。！？][”’」』）]*|\n/g;
const SPACE = /\s(?=\S)/g;

/**
 * The stretch from start to end in parts of at most 5,000 characters: cut at the last end of a line or sentence that
 * fits, else at a space, else where it must be. White space at the ends of a part belongs to none.
 */
export function cut(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > MAX_BLOCK) {
    // Half a part on, so that no part is a mere scrap.
    const least = from + (MAX_BLOCK >> 1);
    const window = text.slice(least, from + MAX_BLOCK);
    const at = least + (lastEnd(window, SENTENCE_END) ?? lastEnd(window, SPACE) ?? whole(window));
    push(spans, text, from, at);
    from = at;
  }
  push(spans, text, from, end);
  return spans;
}

function lastEnd(window: string, pattern: RegExp): number | null {
  let last: number | null = null;
  for (const match of window.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}

/** Not between the halves of a character. */
function whole(window: string): number {
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isWhite(text, start)) start++;
  while (end > start && isWhite(text, end - 1)) end--;
  if (start < end) spans.push({ start, end });
}

function isWhite(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

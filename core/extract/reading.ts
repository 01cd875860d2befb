/** A document on its way to names: sentences with their words and the spans found so far. */
import type { Form } from './forms';
import type { Word } from './words';

/** Offsets of words in the sentence, exclusive. Types are those of `TYPES`. */
export interface Span {
  from: number;
  to: number;
  type: number;
  /** How sure the model is, 0 to 1; a rule gives its own. */
  chance: number;
}

export interface ReadSentence {
  words: readonly Word[];
  forms: readonly Form[];
  language: string;
  /** In order; none overlap. */
  spans: Span[];
  /** All in capitals, or every word with one. */
  shouting: number;
}

/** The words of a span, with one space where there was any white space. */
export function textOf(sentence: ReadSentence, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const word = sentence.words[i];
    if (!word) break;
    text += i > from && !word.glued ? ` ${word.text}` : word.text;
  }
  return text;
}

/** The span that holds a word. */
export function spanAt(sentence: ReadSentence, at: number): Span | undefined {
  return sentence.spans.find(({ from, to }) => from <= at && at < to);
}

/** Puts a span in place of all that it overlaps. */
export function placeSpan(sentence: ReadSentence, span: Span): void {
  const others = sentence.spans.filter(({ from, to }) => to <= span.from || from >= span.to);
  sentence.spans = [...others, span].sort((a, b) => a.from - b.from);
}

/** True where a sentence, a quotation or a heading begins, so that a capital says nothing. */
export function opensSentence({ words }: ReadSentence, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const text = words[i]?.text ?? '';
    if (/^["“„«‘'([–—•*-]$/.test(text)) return true;
    if (/[\p{L}\p{N}]/u.test(text)) return /^[:]$/.test(words[at - 1]?.text ?? '');
  }
  return true;
}

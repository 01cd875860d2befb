/** Where a name begins and ends: without articles, titles, possessives and quotation marks. */

import type { Form } from '../forms';
import { opensSentence, type ReadSentence, type Span, textOf } from '../reading';
import { TYPES } from '../tags';
import { TITLES } from '../trigger-words';
import { classBit } from '../word-classes';

const ARTICLES = new Set(['the', 'a', 'an']);
const OUTER = /^(?:['’]s|['’"“”„«»‘(),;:.–—]|\[|\])$/;
const PERSON = TYPES.indexOf('PER');
/** "Coroner William McLaughlin", but no first name that is also a trade. */
const isWorker = (form: Form | undefined) =>
  form !== undefined &&
  (form.classes & classBit('title')) !== 0 &&
  (form.classes & (classBit('first-name') | classBit('surname'))) === 0;
const PREPOSITIONS = new Set(
  'after under before during since in on at from by with for to against between despite until following'.split(
    ' ',
  ),
);
const isQuotedFrom = ({ words }: ReadSentence, from: number) =>
  /^["“„«‘']$/.test(words[from - 1]?.text ?? '');

export function trimEdges(sentence: ReadSentence): void {
  sentence.spans = sentence.spans.flatMap((span) => {
    const trimmed = trim(sentence, span);
    return trimmed ? [trimmed] : [];
  });
}

function trim(sentence: ReadSentence, span: Span): Span | null {
  let { from, to } = span;
  const { words, forms } = sentence;
  const textAt = (i: number) => words[i]?.text ?? '';
  while (from < to) {
    const text = textAt(from);
    const folded = forms[from]?.folded.replace(/\.$/, '') ?? '';
    const isTitle =
      span.type === PERSON &&
      to - from > 1 &&
      forms[from + 1]?.isCapital &&
      (TITLES.has(folded) || (to - from > 2 && isWorker(forms[from])));
    if (OUTER.test(text) || ARTICLES.has(folded) || isTitle) from++;
    else break;
  }
  while (to > from) {
    const text = textAt(to - 1);
    if (!OUTER.test(text)) break;
    // "Yahoo!" keeps what belongs to it, "(UK)" both its brackets.
    const opening = text === ')' && textOf(sentence, from, to - 1).includes('(');
    if (opening || (text === '.' && /^(?:Inc|Ltd|Corp|Co|Jr|Sr)$/.test(textAt(to - 2)))) break;
    to--;
  }
  // "Kim Jong-un": what is glued to a person's name.
  if (span.type === PERSON && textAt(to) === '-' && words[to]?.glued && words[to + 1]?.glued) {
    if (/^\p{Ll}{2,5}$/u.test(textAt(to + 1))) to += 2;
  }
  // "Under Pell", "After World War II".
  const opens = PREPOSITIONS.has(forms[from]?.folded ?? '') && opensSentence(sentence, from);
  if (opens && to - from > 1 && forms[from + 1]?.isCapital && !isQuotedFrom(sentence, from)) from++;
  if (from >= to) return null;
  const hasLetters = /[\p{L}\p{N}]/u.test(textOf(sentence, from, to));
  return hasLetters ? { ...span, from, to } : null;
}

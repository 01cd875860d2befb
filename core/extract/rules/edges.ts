/** Where a name begins and ends: without articles, titles, possessives and quotation marks. */

import { type ReadSentence, type Span, textOf } from '../reading';
import { TYPES } from '../tags';
import { TITLES } from '../trigger-words';

const ARTICLES = new Set(['the', 'a', 'an']);
const OUTER = /^(?:['’]s|['’"“”„«»‘(),;:.–—]|\[|\])$/;
const PERSON = TYPES.indexOf('PER');

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
      span.type === PERSON && to - from > 1 && TITLES.has(folded) && forms[from + 1]?.isCapital;
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
  if (from >= to) return null;
  const hasLetters = /[\p{L}\p{N}]/u.test(textOf(sentence, from, to));
  return hasLetters ? { ...span, from, to } : null;
}

/** Words in small letters at the edges of a name: "Western model", "Likud party", "general election". */
import { isStateName } from '../countries';
import { CASES } from '../forms';
import { MISC, ORGANISATION, PEOPLE, PLACE } from '../kinds';
import { PEOPLES } from '../peoples';
import type { ReadSentence, Span } from '../reading';

/** Longer titles may end as they like. */
const LONGEST = 3;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
/** "Taldykorgan court", "general election": these stay. */
const ENDINGS: Record<number, ReadonlySet<string>> = {
  [ORGANISATION]: words('court ministry parliament'),
  [MISC]: words(
    'election elections referendum war wars revolution uprising massacre genocide famine summit treaty agreement act accords crisis doctrine',
  ),
};
const NONE: ReadonlySet<string> = new Set();
/** Part of a person's name at its beginning. */
const PARTICLES = words('al el de da di du van von der den bin ibn bint abu ben le la ter af zu');

export function trimTails(sentence: ReadSentence): void {
  const { forms } = sentence;
  for (const span of sentence.spans) {
    const before = span.to;
    if (span.type === MISC && span.to - span.from > LONGEST) continue;
    while (span.to - span.from > 1) {
      const last = forms[span.to - 1];
      const isSmall = last?.letterCase === CASES.small && !/^['’]/.test(last.text);
      if (!last || !isSmall || (ENDINGS[span.type] ?? NONE).has(last.folded)) break;
      span.to--;
    }
    // What is left may end in a word that joins.
    while (
      span.to < before &&
      span.to - span.from > 1 &&
      !/[\p{L}\p{N}]/u.test(forms[span.to - 1]?.text ?? '')
    ) {
      span.to--;
    }
    const { from } = span;
    while (span.to - span.from > 1) {
      const first = forms[span.from];
      const isSmall = first?.letterCase === CASES.small && forms[span.from + 1]?.text !== '-';
      if (!first || !isSmall || PARTICLES.has(first.folded)) break;
      span.from++;
      while (span.to - span.from > 1 && !/[\p{L}\p{N}]/u.test(forms[span.from]?.text ?? ''))
        span.from++;
    }
    // "province of British Columbia".
    if (span.from > from && /^(?:of|the)$/.test(forms[span.from]?.text ?? '')) span.from++;
    if (span.to < before || span.from > from) retype(sentence, span);
  }
}

/** "Western" is no work when "model" has gone. */
function retype({ forms }: ReadSentence, span: Span): void {
  const name = forms
    .slice(span.from, span.to)
    .map(({ folded }) => folded)
    .join(' ');
  if (PEOPLES.has(name)) span.type = PEOPLE;
  else if (isStateName(name)) span.type = PLACE;
}

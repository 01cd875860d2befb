/** The names of a sentence as a model labels them, with how sure it is. */
import { bestTags, chancesOf, scoresOf } from './decode';
import { type CaseCounts, openWords, type Sentence } from './features';
import type { Forms } from './forms';
import type { NameModel } from './name-model';
import type { Span } from './reading';
import { OUTSIDE, spansOf, TAGS } from './tags';

/** @param favour what is added to the scores of a word's tags, in units of the model */
export function modelSpans(
  model: NameModel,
  sentence: Sentence,
  forms: Forms,
  counts: CaseCounts,
  favour?: (word: number) => ArrayLike<number> | undefined,
): Span[] {
  const open = openWords(sentence.forms);
  const n = open.length;
  const spans: Span[] = [];
  if (!open.includes(1)) return spans;
  const scores = scoresOf(model, sentence, forms, counts, open);
  if (favour) {
    for (let i = 0; i < n; i++) {
      const extra = open[i] ? favour(i) : undefined;
      if (!extra) continue;
      for (let tag = 0; tag < TAGS; tag++) {
        scores[i * TAGS + tag] = (scores[i * TAGS + tag] ?? 0) + (extra[tag] ?? 0);
      }
    }
  }
  // Words that can be no name divide a sentence into stretches that know nothing of each other.
  for (let start = 0; start < n; start++) {
    if (!open[start]) continue;
    let end = start + 1;
    while (end < n && open[end]) end++;
    const part = scores.subarray(start * TAGS, end * TAGS);
    const edges = { before: start === 0 ? TAGS : OUTSIDE, after: end === n ? TAGS : OUTSIDE };
    const tags = bestTags(part, model.transitions, edges);
    const found = spansOf(tags);
    if (found.length > 0) {
      const chances = chancesOf(part, model.transitions, model.unit, edges);
      for (const { from, to, type } of found) {
        let sum = 0;
        for (let i = from; i < to; i++) sum += chances[i * TAGS + (tags[i] ?? 0)] ?? 0;
        spans.push({ from: start + from, to: start + to, type, chance: sum / (to - from) });
      }
    }
    start = end;
  }
  return spans;
}

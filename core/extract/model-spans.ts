/** The names of a sentence as a model labels them, with how sure it is. */
import { bestTags, chancesOf, scoresOf } from './decode';
import type { CaseCounts } from './features';
import type { Forms } from './forms';
import type { NameModel } from './name-model';
import type { ReadSentence, Span } from './reading';
import { OUTSIDE, spansOf, TAGS } from './tags';

export function modelSpans(
  model: NameModel,
  sentence: ReadSentence,
  forms: Forms,
  counts: CaseCounts,
): Span[] {
  const scores = scoresOf(model, sentence, forms, counts);
  const tags = bestTags(scores, model.transitions);
  if (tags.every((tag) => tag === OUTSIDE)) return [];
  const chances = chancesOf(scores, model.transitions, model.unit);
  return spansOf(tags).map(({ from, to, type }) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += chances[i * TAGS + (tags[i] ?? 0)] ?? 0;
    return { from, to, type, chance: sum / (to - from) };
  });
}

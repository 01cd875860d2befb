/** Measures a model, without the rules, on marked documents. */
import { bestTags, scoresOf } from '../../core/extract/decode';
import { Forms } from '../../core/extract/forms';
import type { NameModel } from '../../core/extract/name-model';
import { spansOf } from '../../core/extract/tags';
import type { TrainingDocument } from './corpus';
import { countsOf, sentenceOf } from './examples';
import { Score, type ScoredSpan } from './score';

export function evaluateModel(
  model: NameModel,
  documents: readonly TrainingDocument[],
  onSentence?: (text: string, gold: readonly ScoredSpan[], found: readonly ScoredSpan[]) => void,
): Score {
  const score = new Score();
  const forms = new Forms(model.lists);
  for (const document of documents) {
    const counts = countsOf(document, forms);
    for (const sentence of document.sentences) {
      const scores = scoresOf(model, sentenceOf(sentence, forms), forms, counts);
      const spans = spansOf(bestTags(scores, model.transitions));
      let found: ScoredSpan[] = spans.map(({ from, to, type }) => ({
        start: sentence.words[from]?.start ?? 0,
        end: sentence.words[to - 1]?.end ?? 0,
        type,
      }));
      if (document.unmarked.length > 0) {
        found = found.filter(({ type }) => !document.unmarked.includes(Number(type)));
      }
      const gold = sentence.spans.filter(({ type }) => !document.unmarked.includes(type));
      score.add(document.text, gold, found);
      onSentence?.(document.text, gold, found);
    }
  }
  return score;
}

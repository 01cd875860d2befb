/** A second look at a document: what most places of a word say counts in each. */
import type { CaseCounts } from './features';
import type { Forms } from './forms';
import { modelSpans } from './model-spans';
import type { NameModel } from './name-model';
import { opensSentence, type ReadSentence } from './reading';
import { OUTSIDE, TAGS, TYPES, tagOf } from './tags';

/** Votes of a word: for each type, then for being no name. */
type Votes = Float64Array;
const KINDS = TYPES.length + 1;
/** What a vote against all others is worth, as weights are before they are whole. */
const WORTH = 0.7;
/** As if each possibility had been seen this often. */
const DOUBT = 0.2;

/** Reads those sentences again that hold a word on which the document disagrees. */
export function lookAgain(
  sentences: readonly ReadSentence[],
  model: NameModel,
  forms: Forms,
  counts: CaseCounts,
): void {
  const votes = new Map<string, Votes>();
  for (const sentence of sentences) {
    let at = 0;
    sentence.forms.forEach((form, i) => {
      while (at < sentence.spans.length && (sentence.spans[at]?.to ?? 0) <= i) at++;
      if (!form.isCapital || sentence.shouting) return;
      const span = sentence.spans[at];
      const isIn = span !== undefined && span.from <= i;
      if (!isIn && opensSentence(sentence, i)) return;
      let vote = votes.get(form.folded);
      if (!vote) {
        vote = new Float64Array(KINDS);
        votes.set(form.folded, vote);
      }
      const kind = isIn ? span.type : TYPES.length;
      vote[kind] = (vote[kind] ?? 0) + (isIn ? span.chance : 0.7);
    });
  }
  const favours = new Map<string, Int32Array>();
  for (const [word, vote] of votes) {
    let sum = 0;
    let most = 0;
    for (const value of vote) {
      sum += value;
      most = Math.max(most, value);
    }
    if (sum < 1.3 || most > 0.97 * sum) continue;
    const favour = new Int32Array(TAGS);
    const worth = (value: number) =>
      Math.round((WORTH * Math.log((value + DOUBT) / (most + DOUBT))) / model.unit);
    for (let type = 0; type < TYPES.length; type++) {
      for (let part = 0; part < 4; part++) favour[tagOf(type, part)] = worth(vote[type] ?? 0);
    }
    favour[OUTSIDE] = worth(vote[TYPES.length] ?? 0);
    favours.set(word, favour);
  }
  if (favours.size === 0) return;
  for (const sentence of sentences) {
    if (!disagrees(sentence, favours)) continue;
    sentence.spans = modelSpans(model, sentence, forms, counts, (i) => {
      const form = sentence.forms[i];
      return form?.isCapital ? favours.get(form.folded) : undefined;
    });
  }
}

/** True where a word is not what most places say. */
function disagrees(
  { forms, spans }: ReadSentence,
  favours: ReadonlyMap<string, Int32Array>,
): boolean {
  let at = 0;
  return forms.some((form, i) => {
    while (at < spans.length && (spans[at]?.to ?? 0) <= i) at++;
    const favour = form.isCapital ? favours.get(form.folded) : undefined;
    if (!favour) return false;
    const span = spans[at];
    const tag = span !== undefined && span.from <= i ? tagOf(span.type, 0) : OUTSIDE;
    return (favour[tag] ?? 0) < 0;
  });
}

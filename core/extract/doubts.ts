/** What makes an entity doubtful, and how much. */
import type { Cluster } from './entities';
import type { CaseCounts } from './features';
import type { Doubt } from './found';
import { PEOPLE, PLACE } from './kinds';
import { isEverydayWord } from './needs-company';

/** What is left of the confidence after each doubt. */
const COSTS: Record<Doubt, number> = {
  'one-word': 0.95,
  'seen-once': 0.92,
  'sentence-start': 0.8,
  'everyday-word': 0.75,
  'kind-unsure': 0.85,
  ambiguous: 0.9,
  inflected: 0.9,
  unsure: 0.8,
};
/** Of the model, per word. */
const UNSURE = 0.75;

export function doubtsOf(
  { mentions, surfaces, isAmbiguous, type }: Cluster,
  counts: CaseCounts,
  canonical: string,
): { doubts: Doubt[]; confidence: number } {
  const doubts: Doubt[] = [];
  const isOneWord = [...surfaces.keys()].every((text) => !/\s/.test(text));
  if (isOneWord) doubts.push('one-word');
  if (mentions.length === 1) doubts.push('seen-once');
  if (mentions.every(({ isOpening }) => isOpening)) doubts.push('sentence-start');
  const isEveryday =
    isOneWord &&
    mentions.every(
      ({ forms }) => forms.length > 0 && forms.every((form) => isEverydayWord(form, counts)),
    );
  if (isEveryday) doubts.push('everyday-word');
  // An adjective of a state is no doubt about the state.
  const types = new Set(
    mentions.filter((mention) => mention.type !== PEOPLE || type !== PLACE).map((m) => m.type),
  );
  if (types.size > 1) doubts.push('kind-unsure');
  if (isAmbiguous) doubts.push('ambiguous');
  const isInflected =
    mentions[0]?.language === 'ru' && !surfaces.has(canonical) && !isAcronymOnly(surfaces.keys());
  if (isInflected) doubts.push('inflected');
  const best = Math.max(...mentions.map(({ chance }) => chance));
  if (best < UNSURE) doubts.push('unsure');
  const confidence = doubts.reduce((left, doubt) => left * COSTS[doubt], 0.5 + best / 2);
  return { doubts, confidence: Math.round(confidence * 1000) / 1000 };
}

const isAcronymOnly = (texts: Iterable<string>) =>
  [...texts].every((text) => /^\p{Lu}{2,}$/u.test(text));

/** A word that names a people is one, whatever the model took it for. */
import { PEOPLE, PERSON } from '../kinds';
import { PEOPLES } from '../peoples';
import type { ReadSentence } from '../reading';
import { classBit } from '../word-classes';

const NAMES = classBit('first-name') | classBit('surname');
/** Parties more often than adherents. */
const PARTIES = new Set(['labour', 'latin', 'anglo']);

export function retypePeoples({ spans, forms }: ReadSentence): void {
  for (const span of spans) {
    const form = forms[span.from];
    if (span.to - span.from !== 1 || !form || !PEOPLES.has(form.folded)) continue;
    // Christian, Norman, Frank.
    if (span.type === PERSON && form.classes & NAMES) continue;
    if (!PARTIES.has(form.folded)) span.type = PEOPLE;
  }
}

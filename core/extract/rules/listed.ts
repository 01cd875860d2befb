/** What lists know a name to be, where the model had no reason to think otherwise. */
import { MISC, ORGANISATION, PERSON, PLACE } from '../kinds';
import type { ReadSentence } from '../reading';
import { ORGANISATION_HEADS } from '../trigger-words';
import { classBit, type WordLists } from '../word-classes';

const PERSONS = classBit('first-name') | classBit('surname');
const STATES = classBit('region');
const BODIES = classBit('organisation');
/** A model less sure than this is no reason. */
const UNSURE = 0.7;

export function retypeListed({ spans, forms }: ReadSentence, lists: WordLists): void {
  for (const span of spans) {
    const words = forms.slice(span.from, span.to);
    const classes = lists.of(words.map(({ folded }) => folded).join(' '));
    const isFree =
      span.type === MISC ||
      (span.type === PERSON && (words.length > 1 || !(classes & PERSONS))) ||
      span.chance < UNSURE;
    if (classes & STATES && !(classes & BODIES)) {
      if (isFree && !(classes & PERSONS)) span.type = PLACE;
    } else if (classes & BODIES && !(classes & STATES)) {
      if (isFree) span.type = ORGANISATION;
    } else if (span.type === MISC && words.length > 1) {
      const last = words.at(-1);
      if (last?.isCapital && HEADS.has(last.folded)) span.type = ORGANISATION;
    }
  }
}

/** No works end so. */
const HEADS = new Set(
  [...ORGANISATION_HEADS].filter((word) =>
    /^(?:ministry|department|agency|authority|commission|committee|council|institute|university|association|corp|inc|ltd|llc|plc|group|holdings|foundation|federation|electronics|technologies|motors|airlines|airways|bank|community|party)$/.test(
      word,
    ),
  ),
);

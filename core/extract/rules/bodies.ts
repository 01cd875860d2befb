/** "Ministry of Foreign Affairs of the Republic of X": what follows a body's head belongs to its name. */
import { placeSpan, type ReadSentence } from '../reading';
import { TYPES } from '../tags';
import { ORGANISATION_HEADS } from '../trigger-words';

const [PERSON, PLACE, ORGANISATION, , MISC] = [0, 1, 2, 3, 4];
void [PERSON, MISC, TYPES];

/** Heads whose "of X" is part of the name: not "the Army of Ruritania", which news seldom means as one. */
const NOT_OF = new Set(
  'city united post times news media club company group police army force forces guard companies club river daily press'.split(
    ' ',
  ),
);

/** Joins names that "of" joins, when a body's head stands before it. */
export function joinBodies(sentence: ReadSentence): void {
  for (let again = true; again; ) {
    again = false;
    for (const span of sentence.spans) {
      const { forms } = sentence;
      if (span.type !== ORGANISATION) continue;
      const head = forms[span.to - 1]?.folded ?? '';
      const first = forms[span.from]?.folded ?? '';
      if (!isHead(head) && !(isHead(first) && span.to - span.from > 2)) continue;
      if (forms[span.to]?.text !== 'of') continue;
      const at = forms[span.to + 1]?.text === 'the' ? span.to + 2 : span.to + 1;
      const next = sentence.spans.find(({ from }) => from === at);
      if (!next || (next.type !== PLACE && next.type !== ORGANISATION)) continue;
      placeSpan(sentence, {
        ...span,
        to: next.to,
        chance: Math.min(span.chance, next.chance),
      });
      again = true;
      break;
    }
  }
}

const isHead = (word: string) => ORGANISATION_HEADS.has(word) && !NOT_OF.has(word);

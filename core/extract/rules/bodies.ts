/** "Ministry of Foreign Affairs of the Republic of X": what follows a body's head belongs to its name. */
import { MISC, ORGANISATION, PEOPLE, PERSON, PLACE } from '../kinds';
import { opensSentence, placeSpan, type ReadSentence, type Span } from '../reading';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Heads of which "of X" is a part of the name. */
const HEADS = words(`
ministry department bureau office agency authority administration commission committee council board court tribunal institute university
academy college school museum library bank association society organization organisation foundation fund federation confederation union
party centre center government parliament assembly embassy consulate chamber league alliance front movement secretariat
`);
/** Bodies, even where the model takes them for places. */
const NO_PLACES = words(
  'ministry committee commission council court tribunal party bank university institute association agency parliament federation foundation community',
);
/** With a capital, a body also without a word before it: "the Government of Ruritania". */
const ALONE = words('government ministry parliament embassy senate bank');

export function joinBodies(sentence: ReadSentence): void {
  const { forms } = sentence;
  for (const span of sentence.spans) {
    if (span.type === PLACE && NO_PLACES.has(forms[span.to - 1]?.folded ?? '')) {
      span.type = ORGANISATION;
    }
  }
  addGovernments(sentence);
  while (joinOne(sentence));
}

function joinOne(sentence: ReadSentence): boolean {
  const { forms } = sentence;
  for (const span of sentence.spans) {
    if (span.type === PERSON || span.type === PEOPLE) continue;
    const head = forms[span.to - 1]?.folded ?? '';
    const hasHead = HEADS.has(head);
    const goesOn = forms
      .slice(span.from, span.to)
      .some(
        ({ folded }, i) =>
          HEADS.has(folded) && /^(?:of|for|on)$/.test(forms[span.from + i + 1]?.text ?? ''),
      );
    const link = forms[span.to]?.text ?? '';
    const isLinked =
      (hasHead && /^(?:of|for|on)$/.test(link)) ||
      (goesOn && link === 'of') ||
      (goesOn && link === 'and' && /^(?:ministry|department)$/.test(firstHead(sentence, span)));
    if (!isLinked) continue;
    const at = forms[span.to + 1]?.text === 'the' ? span.to + 2 : span.to + 1;
    const next = sentence.spans.find(({ from }) => from === at);
    if (!next || next.type === PERSON || next.type === PEOPLE) continue;
    // "the court on China": a place after "on" or "for" is what it is about.
    if (next.type === PLACE && (link === 'for' || link === 'on')) continue;
    if (link === 'and' && next.type === ORGANISATION) continue;
    if (span.type === MISC && !hasHead) continue;
    placeSpan(sentence, {
      from: span.from,
      to: next.to,
      type: ORGANISATION,
      chance: Math.min(span.chance, next.chance),
    });
    return true;
  }
  return false;
}

const firstHead = ({ forms }: ReadSentence, span: Span) =>
  forms.slice(span.from, span.to).find(({ folded }) => HEADS.has(folded))?.folded ?? '';

function addGovernments(sentence: ReadSentence): void {
  const { forms } = sentence;
  for (const next of [...sentence.spans]) {
    if (next.type !== PLACE) continue;
    const of = forms[next.from - 1]?.text === 'the' ? next.from - 2 : next.from - 1;
    const head = forms[of - 1];
    if (forms[of]?.text !== 'of' || !head?.isCapital || !ALONE.has(head.folded)) continue;
    if (sentence.spans.some(({ from, to }) => from < of && of - 1 < to)) continue;
    if (opensSentence(sentence, of - 1) || forms[of - 2]?.isCapital) continue;
    placeSpan(sentence, { from: of - 1, to: next.to, type: ORGANISATION, chance: next.chance });
  }
}

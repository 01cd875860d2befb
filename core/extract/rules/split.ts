/** What the model took for one name and is several: lists, a place in a place, a body and a person after it. */
import { CASES, type Form } from '../forms';
import { MISC, ORGANISATION, PEOPLE, PERSON, PLACE } from '../kinds';
import { type ReadSentence, type Span, textOf } from '../reading';
import { ORGANISATION_HEADS, TITLES } from '../trigger-words';
import { classBit, EVERYDAY, type WordLists } from '../word-classes';

const LISTED = classBit('region') | classBit('organisation') | classBit('city');
const NAME = LISTED | classBit('people') | classBit('first-name') | classBit('surname');
const FIRST_NAME = classBit('first-name');

export function splitNames(sentence: ReadSentence, lists: WordLists): void {
  sentence.spans = sentence.spans
    .flatMap((span) => splitList(sentence, span, lists))
    .flatMap((span) => splitPlaces(sentence, span))
    .flatMap((span) => splitPair(sentence, span, lists))
    .flatMap((span) => splitPerson(sentence, span))
    .map((span) => withoutTitle(sentence, span));
}

/** "France, Germany and Italy", but "Trinidad and Tobago", and "Washington, D.C.". */
function splitList(sentence: ReadSentence, span: Span, lists: WordLists): Span[] {
  if (span.type !== PERSON && span.type !== PLACE) return [span];
  const { forms } = sentence;
  const joints: number[] = [];
  for (let i = span.from + 1; i < span.to - 1; i++) {
    const text = forms[i]?.text ?? '';
    if (/^(?:,|;|and|or|&)$/.test(text)) joints.push(i);
  }
  if (joints.length === 0) return [span];
  const whole = forms
    .slice(span.from, span.to)
    .map(({ folded }) => folded)
    .join(' ');
  if (lists.of(whole) & LISTED || /, (?:d\.c\.|jr|sr)/.test(whole)) return [span];
  const isPart = (from: number, to: number) => to > from && forms[from]?.isCapital;
  const parts: Span[] = [];
  let from = span.from;
  for (const joint of [...joints, span.to]) {
    if (isPart(from, joint)) parts.push({ ...span, from, to: joint });
    else if (joint > from) return [span];
    from = joint + 1;
  }
  return parts;
}

/** "Luton and London", where no word is of everyday: "War and Peace" stays. */
function splitPair({ forms, words }: ReadSentence, span: Span, lists: WordLists): Span[] {
  if (span.type !== MISC && span.type !== ORGANISATION) return [span];
  const between = forms.slice(span.from, span.to);
  const joint = between.findIndex(({ text }) => /^(?:and|,)$/.test(text)) + span.from;
  if (joint <= span.from || joint >= span.to - 1) return [span];
  const name = between.map(({ folded }) => folded).join(' ');
  const isEveryday = between.some(
    (form) => form.isCapital && form.classes & EVERYDAY && !(form.classes & NAME),
  );
  const isQuoted = /^["“„«‘']$/.test(words[span.from - 1]?.text ?? '');
  const isHead = between.some(({ folded }) => ORGANISATION_HEADS.has(folded));
  if (isEveryday || isQuoted || isHead || lists.of(name) & LISTED) return [span];
  let next = joint + 1;
  while (next < span.to && !forms[next]?.isCapital) next++;
  if (next === span.to || !forms[joint - 1]?.isCapital) return [span];
  const typed = (from: number, to: number): Span => ({
    ...span,
    from,
    to,
    type: typeByLists(forms.slice(from, to), lists) ?? span.type,
  });
  return [
    typed(span.from, joint),
    ...splitPair({ forms, words } as ReadSentence, typed(next, span.to), lists),
  ];
}

function typeByLists(forms: readonly Form[], lists: WordLists): number | null {
  const classes = lists.of(forms.map(({ folded }) => folded).join(' '));
  if (classes & classBit('people')) return PEOPLE;
  if (classes & (classBit('region') | classBit('city'))) return PLACE;
  if (forms.length > 1 && (forms[0]?.classes ?? 0) & FIRST_NAME) return PERSON;
  return null;
}

/** "Haixi Prefecture in Qinghai Province". */
function splitPlaces({ forms }: ReadSentence, span: Span): Span[] {
  if (span.type !== PLACE) return [span];
  for (let i = span.from + 1; i < span.to - 1; i++) {
    if (!/^(?:in|near)$/.test(forms[i]?.text ?? '') || !forms[i + 1]?.isCapital) continue;
    return [
      { ...span, to: i },
      { ...span, from: i + 1 },
    ];
  }
  return [span];
}

const REGION = classBit('region');
const NO_PERSON =
  EVERYDAY |
  REGION |
  classBit('organisation') |
  classBit('organisation-head') |
  classBit('place-head') |
  classBit('people') |
  classBit('title');

/** "the head of the Bank of Ruritania Aidar Aidarov": a body that ends in a state, then a person. */
function splitPerson({ forms }: ReadSentence, span: Span): Span[] {
  if (span.type === PERSON || span.type === PEOPLE || span.to - span.from < 3) return [span];
  const at = span.to - 2;
  const before = forms[at - 1];
  if (!before) return [span];
  const isOf = forms[forms[at - 2]?.text === 'the' ? at - 3 : at - 2]?.text === 'of';
  const isEnd = (before.classes & REGION) !== 0 && isOf && before.text.length > 3;
  const isPerson = forms
    .slice(at, span.to)
    .every((form) => form.letterCase === CASES.initial && !(form.classes & NO_PERSON));
  if (!isEnd || !isPerson) return [span];
  return [
    { ...span, to: at },
    { ...span, from: at, type: PERSON },
  ];
}

/** "Professor Ngozi Adeyemi" is a person, whatever the model says. */
function withoutTitle(sentence: ReadSentence, span: Span): Span {
  const { forms } = sentence;
  if (span.type !== ORGANISATION && span.type !== MISC) return span;
  const length = span.to - span.from;
  const first = forms[span.from];
  const second = forms[span.from + 1];
  if (length < 3 || length > 4 || !first || !second) return span;
  const isTitle = TITLES.has(first.folded.replace(/\.$/, ''));
  if (
    !isTitle ||
    !(second.classes & FIRST_NAME) ||
    /\b(?:of|the)\b/.test(textOf(sentence, span.from, span.to))
  ) {
    return span;
  }
  return { ...span, from: span.from + 1, type: PERSON };
}

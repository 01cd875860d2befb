/**
 * Names in Russian by rules: capitals, endings of surnames and patronymics, first names, nouns that head bodies and
 * places, quotation marks. No model: no corpus with a licence that fits.
 */
import type { CaseCounts } from '../features';
import { CASES, type Form } from '../forms';
import { MISC, ORGANISATION, PERSON, PLACE } from '../kinds';
import { opensSentence, placeSpan, type ReadSentence } from '../reading';
import {
  BODIES,
  COMPANIES,
  EVENTS,
  FIRST_NAMES,
  FUNCTION_WORDS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  STATES,
  TITLES,
  TOWN_NOUNS,
  WORKS,
} from './lists';
import { russianStem } from './stems';

const PATRONYMIC = /(?:ович|евич|ьич|овн|евн|ичн|инична?)(?:а|у|ем|е|ы|ой)?$/;
const SURNAME =
  /(?:[оеё]в|ин|ын)(?:а|у|ым|е|ой|ы|ых|ыми)?$|(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$|(?:енко|ко|чук|юк|дзе|швили|ян|янц|баев|улы|кызы)(?:а|у|ом|е)?$/;
/** Genitive and other endings of what follows a head: «иностранных дел», «сотрудничества». */
const DEPENDENT = /(?:ых|их|ого|его|ой|ей|ия|ии|ний|ции|ства|ств|дел|ения|ания|а|я|ы|и|ов|ев)$/;
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)$/;

export function russianSpans(sentences: readonly ReadSentence[], counts: CaseCounts): void {
  const surnames = new Set<string>();
  const stems = smallStems(counts);
  for (const sentence of sentences) {
    findQuoted(sentence);
    findBodies(sentence);
    findRuns(sentence, counts, stems, surnames);
  }
  // What was found in full elsewhere.
  const found = new Map<string, { type: number; chance: number }>();
  for (const { spans, forms } of sentences) {
    for (const { from, to, type, chance } of spans) {
      const word = forms[to - 1];
      if (to - from === 1 && word) {
        const stem = russianStem(word.text);
        if ((found.get(stem)?.chance ?? 0) < chance) found.set(stem, { type, chance });
      }
    }
  }
  for (const sentence of sentences) {
    for (const span of sentence.spans) {
      const word = sentence.forms[span.from];
      if (span.to - span.from !== 1 || !word) continue;
      const stem = russianStem(word.text);
      const other = found.get(stem);
      if (surnames.has(stem)) span.type = PERSON;
      else if (other && other.chance > span.chance) span.type = other.type;
    }
    sentence.forms.forEach((form, i) => {
      if (!form.isCapital || form.text.length < 3) return;
      if (sentence.spans.some(({ from, to }) => from <= i && i < to)) return;
      const stem = russianStem(form.text);
      if (surnames.has(stem)) {
        placeSpan(sentence, { from: i, to: i + 1, type: PERSON, chance: 0.8 });
      } else if (found.has(stem) && !stems.has(stem) && !FUNCTION_WORDS.has(form.folded)) {
        const type = found.get(stem)?.type ?? MISC;
        placeSpan(sentence, { from: i, to: i + 1, type, chance: 0.75 });
      }
    });
  }
}

/** Of words that the document writes small. */
function smallStems(counts: CaseCounts): Set<string> {
  const stems = new Set<string>();
  for (const [word, { small }] of counts) if (small > 0) stems.add(russianStem(word));
  return stems;
}

const isFree = ({ spans }: ReadSentence, from: number, to: number) =>
  spans.every((span) => span.to <= from || span.from >= to);

/** «Газпром» is a body, «Дом у реки» after «роман» a work, a sentence in quotation marks neither. */
function findQuoted(sentence: ReadSentence): void {
  const { words, forms } = sentence;
  for (let i = 0; i < words.length; i++) {
    if (!/^[«“„"]$/.test(words[i]?.text ?? '') || !forms[i + 1]?.isCapital) continue;
    let to = i + 1;
    while (to < words.length && !/^[»”"]$/.test(words[to]?.text ?? '')) to++;
    const length = to - i - 1;
    if (to === words.length || length > 7 || length < 1) continue;
    if (forms.slice(i + 1, to).some(({ text }) => /^[.!?,:;]/.test(text))) continue;
    const before = russianStem(words[i - 1]?.text ?? '');
    const isWork = WORKS.has(before);
    const isBody = COMPANIES.has(before) || length <= 2;
    if (!isWork && !isBody) continue;
    placeSpan(sentence, {
      from: i + 1,
      to,
      type: isWork ? MISC : ORGANISATION,
      chance: COMPANIES.has(before) || isWork ? 0.9 : 0.7,
    });
  }
}

/** A head in any case, with the adjectives before it and the genitives after it. */
function findBodies(sentence: ReadSentence): void {
  const { forms } = sentence;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i];
    if (!form || form.letterCase === CASES.none || !isFree(sentence, i, i + 1)) continue;
    const stem = russianStem(form.text);
    const isBody = BODIES.has(stem);
    const isPlace = PLACE_NOUNS.has(stem);
    const isEvent = EVENTS.has(stem);
    if (!isBody && !isPlace && !isEvent) continue;
    // «Шанхайская организация», «Великой Отечественной войны».
    let from = i;
    while (from > 0 && ADJECTIVE.test(forms[from - 1]?.folded ?? '') && isWord(forms[from - 1])) {
      from--;
      if (forms[from]?.isCapital && !forms[from - 1]?.isCapital) break;
    }
    while (from < i && !forms[from]?.isCapital) from++;
    const starts = forms[from];
    if (!starts?.isCapital) continue;
    if (from === i && (isPlace || isEvent)) continue;
    let to = i + 1;
    if (isBody) {
      // «Министерство иностранных дел», until something that is no genitive.
      while (to < forms.length && to - i < 6) {
        const next = forms[to];
        const small = next?.letterCase === CASES.small && DEPENDENT.test(next.folded);
        if (!next || !isWord(next) || FUNCTION_WORDS.has(next.folded) || !small) break;
        to++;
      }
    }
    if (from === i && to === i + 1) continue;
    placeSpan(sentence, {
      from,
      to,
      type: isBody ? ORGANISATION : isPlace ? PLACE : MISC,
      chance: 0.8,
    });
  }
}

const isWord = (form: Form | undefined) => form !== undefined && /^[\p{L}-]+$/u.test(form.text);

/** Capitals that are left: persons, abbreviations, places. */
function findRuns(
  sentence: ReadSentence,
  counts: CaseCounts,
  stems: ReadonlySet<string>,
  surnames: Set<string>,
): void {
  const { forms, words } = sentence;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i];
    if (!form?.isCapital || !isFree(sentence, i, i + 1)) continue;
    let to = i + 1;
    while (to < forms.length && isFree(sentence, to, to + 1)) {
      const next = forms[to];
      const hyphen = next?.text === '-' && words[to]?.glued && words[to + 1]?.glued;
      if (hyphen && /^\p{L}/u.test(forms[to + 1]?.text ?? '')) to += 2;
      else if (next?.isCapital) to++;
      else break;
    }
    let from = i;
    const opens = opensSentence(sentence, from);
    if (opens && isCommon(form, counts, stems)) {
      if (to - from === 1 || forms[from + 1]?.text === '-') {
        i = to - 1;
        continue;
      }
      from++;
    }
    // «из Алматы Дина Оспанова» are two.
    const second = forms[from + 1];
    if (to - from > 2 && isStated(forms[from]) && isFirstName(second)) {
      placeSpan(sentence, { from, to: from + 1, type: PLACE, chance: 0.9 });
      from++;
    }
    const verdict = label(sentence, from, to, surnames, opens && from === i);
    if (verdict) placeSpan(sentence, { from, to, ...verdict });
    i = to - 1;
  }
}

function isCommon(form: Form, counts: CaseCounts, stems: ReadonlySet<string>): boolean {
  return (
    FUNCTION_WORDS.has(form.folded) ||
    (counts.get(form.folded)?.small ?? 0) > 0 ||
    stems.has(russianStem(form.text)) ||
    ((counts.get(form.folded)?.capital ?? 0) === 0 &&
      (!SURNAME.test(form.folded) || ADJECTIVE.test(form.folded)) &&
      !isFirstName(form) &&
      form.letterCase !== CASES.capitals &&
      !isStated(form))
  );
}

const isStated = (form: Form | undefined) =>
  form !== undefined && STATES.has(russianStem(form.text));
const isFirstName = (form: Form | undefined) =>
  form !== undefined && FIRST_NAMES.has(russianStem(form.text));

const STATE_ACRONYM = /^(?:США|КНР|РФ|СССР|ОАЭ|ФРГ|РК|КНДР|ЮАР)$/;

interface Verdict {
  type: number;
  chance: number;
}
const verdict = (type: number, chance: number): Verdict => ({ type, chance });

/** What a run of capitals is; null for nothing. */
function label(
  sentence: ReadSentence,
  from: number,
  to: number,
  surnames: Set<string>,
  opens: boolean,
): Verdict | null {
  const { forms } = sentence;
  const run = forms.slice(from, to);
  const last = run.at(-1);
  const before = forms[from - 1];
  if (!last) return null;
  if (run.length === 1) {
    if (last.letterCase === CASES.letter) return null;
    if (last.letterCase === CASES.capitals) {
      return verdict(STATE_ACRONYM.test(last.text) ? PLACE : ORGANISATION, 0.8);
    }
    if (isStated(last)) return verdict(PLACE, 0.95);
    const stem = russianStem(before?.text ?? '');
    if (TITLES.has(stem) && (SURNAME.test(last.folded) || !/[аяыи]$/.test(last.folded))) {
      surnames.add(russianStem(last.text));
      return verdict(PERSON, 0.85);
    }
    if (isFirstName(last)) return verdict(PERSON, 0.7);
    if (PLACE_PREPOSITIONS.has(before?.folded ?? '') || TOWN_NOUNS.has(stem)) {
      return verdict(PLACE, TOWN_NOUNS.has(stem) ? 0.9 : 0.75);
    }
    if (SURNAME.test(last.folded)) return verdict(PERSON, opens ? 0.5 : 0.6);
    return opens ? null : verdict(PLACE, 0.5);
  }
  const isPerson =
    run.some((form) => isFirstName(form) || form.letterCase === CASES.letter) ||
    run.some(({ folded }) => PATRONYMIC.test(folded)) ||
    (run.length <= 3 && SURNAME.test(last.folded) && !isStated(last)) ||
    TITLES.has(russianStem(before?.text ?? ''));
  if (isPerson && run.length <= 5) {
    surnames.add(russianStem(last.text));
    return verdict(PERSON, 0.9);
  }
  if (isStated(last) || run.some(({ text }) => text === '-')) return verdict(PLACE, 0.8);
  if (PLACE_PREPOSITIONS.has(before?.folded ?? '')) return verdict(PLACE, 0.7);
  return verdict(ORGANISATION, 0.5);
}

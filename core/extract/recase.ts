/** Sentences in capitals, as they would stand in running text: the model knows names by their capitals. */
import { CASES, type Form, type Forms } from './forms';
import { classBit, EVERYDAY } from './word-classes';
import type { Word } from './words';

export interface ReadForms {
  forms: readonly Form[];
  /** 2 for a sentence in capitals, 1 where every longer word has one, else 0. */
  shouting: number;
}

/** More often a name than the everyday word that it also is: Turkey, Polish. */
const PLACES = classBit('region') | classBit('people');
const NAMES = PLACES | classBit('first-name') | classBit('surname') | classBit('city');
/** Longer ones are no acronyms. */
const LONGEST_ACRONYM = 4;

export function readForms(words: readonly Word[], all: Forms): ReadForms {
  const forms = words.map(({ text }) => all.of(text));
  const shouting = shoutingOf(forms);
  if (shouting < 2) return { forms, shouting };
  return { forms: forms.map((form) => recase(form, all)), shouting };
}

function recase(form: Form, all: Forms): Form {
  if (form.letterCase !== CASES.capitals || !/^\p{L}[\p{L}'’]*$/u.test(form.text)) return form;
  const small = form.text.toLowerCase();
  const { classes } = form;
  const isPlace = classes & PLACES && !(classes & classBit('function-word'));
  if (classes & EVERYDAY && !isPlace) return all.of(small);
  if (form.text.length <= LONGEST_ACRONYM && !(classes & NAMES)) return form;
  return all.of(form.text.charAt(0) + small.slice(1));
}

/** All capitals, or every longer word with one: then capitals tell little. */
function shoutingOf(forms: readonly Form[]): number {
  let capitals = 0;
  let initials = 0;
  let small = 0;
  for (const { letterCase, text } of forms) {
    if (text.length < 2) continue;
    if (letterCase === CASES.capitals) capitals++;
    else if (letterCase === CASES.small) small += text.length > 3 ? 1 : 0;
    else if (letterCase !== CASES.none) initials++;
  }
  if (capitals > 2 && capitals >= 4 * (small + initials)) return 2;
  return capitals + initials > 3 && capitals + initials > 5 * small ? 1 : 0;
}

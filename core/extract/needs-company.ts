/** Names that on a page may be somebody else's, or no name at all. */

import type { EntityKind } from '../model/source';
import { isStateName } from './countries';
import type { CaseCounts } from './features';
import { CASES, type Form } from './forms';
import { CALENDAR, ORGANISATION_HEADS, PLACE_HEADS, TITLES } from './trigger-words';
import { classBit, EVERYDAY } from './word-classes';

const FIRST_NAME = classBit('first-name');
const KNOWN_PLACE = classBit('region') | classBit('city');

/** True for a word that texts write in small letters too. */
export function isEverydayWord(form: Form, counts: CaseCounts): boolean {
  return (
    (form.classes & EVERYDAY) !== 0 ||
    (counts.get(form.folded)?.small ?? 0) > 0 ||
    CALENDAR.has(form.folded) ||
    TITLES.has(form.folded) ||
    ORGANISATION_HEADS.has(form.folded) ||
    PLACE_HEADS.has(form.folded)
  );
}

/**
 * @param forms the words of the name
 * @param isSurname it is the last word of a person's full name
 */
export function needsCompany(
  forms: readonly Form[],
  kind: EntityKind,
  counts: CaseCounts,
  isSurname = false,
): boolean {
  const words = forms.filter(({ letterCase }) => letterCase !== CASES.none);
  const [word] = words;
  if (!word) return true;
  if (isStateName(forms.map(({ text }) => text).join(' '))) return word.text.length <= 2;
  if (words.length > 1) return words.every((form) => isEverydayWord(form, counts));
  const letters = word.text.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (word.letterCase === CASES.capitals && letters <= 2) return true;
  if (/^\p{Script=Han}/u.test(word.text)) return letters < 2;
  if (word.letterCase === CASES.letter || letters <= 3) {
    return word.letterCase !== CASES.capitals;
  }
  if (isEverydayWord(word, counts)) return (word.classes & KNOWN_PLACE) === 0 || kind !== 'place';
  if (kind === 'person') {
    // A surname that is also a first name: Kevin, James.
    return !isSurname || (word.classes & FIRST_NAME) !== 0;
  }
  return false;
}

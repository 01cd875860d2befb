/** "Shanghai Cooperation Organization (SCO)": an acronym is what it stands for, and tells how long its name is. */
import { placeSpan, type ReadSentence, spanAt, textOf } from '../reading';
import { TYPES } from '../tags';

export interface Definition {
  acronym: string;
  name: string;
  type: number;
}

const ORGANISATION = TYPES.indexOf('ORG');
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&]{1,9}s?$/u;
/** Not counted among initials. */
const SMALL = /^(?:of|the|and|for|on|in|to|at|de|la|du|des|и|по|в|на|&|-)$/i;

/** Marks what acronyms in brackets stand for. @returns the definitions found */
export function findAcronyms(sentence: ReadSentence): Definition[] {
  const { words } = sentence;
  const found: Definition[] = [];
  for (let i = 1; i + 1 < words.length; i++) {
    if (words[i]?.text !== '(' || words[i + 2]?.text !== ')') continue;
    const acronym = words[i + 1]?.text ?? '';
    if (!ACRONYM.test(acronym)) continue;
    const from = beginningOf(sentence, i, acronym);
    const before = spanAt(sentence, i - 1);
    if (from === null) {
      // "Communist Party of China (CPC)" may have other initials; then the model's span stands.
      continue;
    }
    const type = before?.type ?? spanAt(sentence, from)?.type ?? ORGANISATION;
    const wider = before && before.from < from && before.type === type ? before.from : from;
    placeSpan(sentence, { from: wider, to: i, type, chance: Math.max(before?.chance ?? 0, 0.9) });
    placeSpan(sentence, { from: i + 1, to: i + 2, type, chance: 0.9 });
    found.push({ acronym, name: textOf(sentence, wider, i), type });
  }
  return found;
}

/** Where the words begin whose initials end before `at` and spell the acronym. */
function beginningOf({ words, forms }: ReadSentence, at: number, acronym: string): number | null {
  const letters = acronym
    .replace(/s$/, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  if (letters.length < 2) return null;
  let left = letters.length - 1;
  for (let i = at - 1; i >= 0; i--) {
    const form = forms[i];
    if (!form) return null;
    const initial = form.text.charAt(0).toLowerCase();
    if (initial === letters.charAt(left) && /\p{L}/u.test(initial)) {
      // The first must have a capital; small words may be counted, or not.
      if (left === 0) return form.isCapital ? i : null;
      left--;
      continue;
    }
    if (SMALL.test(words[i]?.text ?? '')) continue;
    // "KazMunayGas (KMG)", "Interior Ministry (MVD)".
    return null;
  }
  return null;
}

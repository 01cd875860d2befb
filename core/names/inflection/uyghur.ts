/**
 * Uyghur, in Arabic script: the suffix chains that a name takes on its last word; what stands before it
 * stays.
 *
 * Every name takes the cases, -دىكى on the locative (شىنجاڭدىكى), the limit (-غىچە) and -مۇ ("too"). One word
 * also gives its -لىق with plural and cases (قازاقىستانلىقلارنىڭ), and -چە (ئۇيغۇرچە). A plural takes the
 * possessive and its cases (ئۇيغۇرلىرىنىڭ); it is a name of its own. A final ا or ە may be reduced to ى
 * (ئامېرىكىدا) or kept, as in loans (سۈرىيەدە): both come out. Where the harmony is not sure, so do both
 * readings.
 *
 * Left out: possessives of the first and second person and of a singular, predicative endings, -دەك, -لا,
 * -سىز, -مۇ after a case, and what follows -دىكى.
 */
import type { InflectionHint } from './hint';

type Side = 'back' | 'front';

/** Suffixes are written with back vowels below; these letters make them front. */
const FRONT: Record<string, string> = { ا: 'ە', غ: 'گ', ق: 'ك', ۇ: 'ۈ' };

const VOICELESS_END = /[پتچخسشفقكھ]$/;
/** Written voiced, but heard voiceless before a suffix: كىتابقا. */
const DEVOICED_END = /[بدغگ]$/;

/** Dative, limit, locative, its -دىكى, ablative. */
const VOICED_CASES = ['غا', 'غىچە', 'دا', 'دىكى', 'دىن'];
const VOICELESS_CASES = ['قا', 'قىچە', 'تا', 'تىكى', 'تىن'];

/** Heeds the hints `adj` (takes nothing) and those of persons. */
export function uyghurForms(name: string, hint?: InflectionHint): string[] {
  const at = name.lastIndexOf(' ') + 1;
  const word = name.slice(at);
  if (hint === 'adj' || !/^[\u0621-\u06d5]+$/.test(word)) return [];
  return formsOfLastWord(word, name, hint).map((form) => name.slice(0, at) + form);
}

function formsOfLastWord(word: string, name: string, hint?: InflectionHint): string[] {
  const forms = [...cases(word), ...stemsOf(word).map((stem) => `${stem}مۇ`)];
  if (/ل[اە]ر$/.test(word)) {
    const owned = `${word.slice(0, -2)}ىرى`;
    return [...forms, owned, ...cases(owned, sidesOf(word))];
  }
  const isPerson = hint === 'person-m' || hint === 'person-f';
  if (name !== word || isPerson) return forms;
  return [...forms, ...stemsOf(word).map((stem) => `${stem}چە`), ...dwellerForms(word)];
}

/** Those of the place: قازاقىستانلىق, قازاقىستانلىقلار. */
function dwellerForms(place: string): string[] {
  const isRound = /[وۇۆۈ][^اەېىوۇۆۈ]*$/.test(place);
  return sidesOf(place).flatMap((side) =>
    stemsOf(place).flatMap((stem) => {
      const dweller = stem + onSide(isRound ? 'لۇق' : 'لىق', side);
      const dwellers = dweller + onSide('لار', side);
      return [dweller, ...cases(dweller, [side]), dwellers, ...cases(dwellers, [side])];
    }),
  );
}

function cases(word: string, sides = sidesOf(word)): string[] {
  const endings = VOICELESS_END.test(word)
    ? VOICELESS_CASES
    : DEVOICED_END.test(word)
      ? [...VOICED_CASES, ...VOICELESS_CASES]
      : VOICED_CASES;
  return stemsOf(word).flatMap((stem) => [
    `${stem}نىڭ`,
    `${stem}نى`,
    ...sides.flatMap((side) => endings.map((ending) => stem + onSide(ending, side))),
  ]);
}

/** The word before a suffix. */
function stemsOf(word: string): string[] {
  return /[اە]$/.test(word) ? [word, `${word.slice(0, -1)}ى`] : [word];
}

function onSide(suffix: string, side: Side): string {
  return side === 'back' ? suffix : suffix.replace(/[اغقۇ]/g, (letter) => FRONT[letter] ?? letter);
}

/** Vowel harmony, by the last vowel that has a side: ې and ى have none, and ى may hide a reduced ە. */
function sidesOf(word: string): readonly Side[] {
  // جۇمھۇرىيەت, جۇمھۇرىيىتى; پارتىيە, پارتىيىسى.
  if (/يى[تس]ى$/.test(word)) return ['front'];
  const last = word.match(/[اوۇەۆۈ]/g)?.at(-1);
  if (!last) return /[قغ]/.test(word) ? ['back'] : ['back', 'front'];
  return /[اوۇ]/.test(last) ? ['back'] : ['front'];
}

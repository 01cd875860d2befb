/** In which language a stretch of text is written, as far as names are found differently: by script, then letters. */

/** Languages whose names are listed, and whose names of states are known. */
export const NAME_LANGUAGES = ['en', 'ru', 'kk', 'zh', 'ug'];

const SCRIPTS: ReadonlyArray<readonly [language: string, letters: RegExp]> = [
  ['zh', /\p{Script=Han}/gu],
  ['ug', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['en', /\p{Script=Latin}/gu],
];
/** Kazakh writes one of these in every few words; Russian has none. */
const KAZAKH = /[әғқңөұүһі]/giu;

/** @param usual the language of the document, for what could be either; the answer for other scripts is `en` */
export function languageOf(text: string, usual: string): string {
  let language = usual;
  let most = 0;
  for (const [name, letters] of SCRIPTS) {
    const weight = name === 'zh' ? 3 : 1;
    const count = (text.match(letters)?.length ?? 0) * weight;
    if (count > most) {
      most = count;
      language = name;
    }
  }
  if (language === 'ru') {
    const kazakh = text.match(KAZAKH)?.length ?? 0;
    if (kazakh * 25 > most) return 'kk';
    // A heading in Kazakh may do without.
    return usual === 'kk' && most < 25 ? 'kk' : 'ru';
  }
  return language;
}

/**
 * How a name roughly sounds, in Latin letters: what a search compares when the spelling fails. One name is
 * romanised in many ways (Uyghur, Uigur; Kazakh, Qazaq), and a reader may type in another script than a source.
 * Both sides are written the same way, so it need not be right, only alike.
 */

const LETTERS = new Map<string, string>();
// Cyrillic, Kazakh letters among them
for (const pair of (
  'а:a ә:a б:b в:v г:g ғ:g д:d е:e ж:j з:z и:i й:i і:i к:k қ:k л:l м:m н:n ң:ng о:o ө:o п:p р:r с:s т:t ' +
  'у:u ұ:u ү:u ф:f х:h һ:h ц:ts ч:ch ш:sh щ:sh ъ: ы:i ь: э:e ю:iu я:ia ' +
  // Arabic script as Uyghur writes it
  'ئ: ا:a ە:e ب:b پ:p ت:t ج:j چ:ch خ:h د:d ر:r ز:z ژ:j س:s ش:sh غ:g ف:f ق:k ك:k گ:g ڭ:ng ل:l م:m ن:n ' +
  "ھ:h و:o ۇ:u ۆ:o ۈ:u ۋ:v ې:e ى:i ي:i ':"
).split(' ')) {
  const [letter = '', latin = ''] = pair.split(':');
  LETTERS.set(letter, latin);
}
LETTERS.set('-', ' ');

/** Spellings of one sound. */
const SOUNDS: Record<string, string> = {
  kh: 'h',
  gh: 'g',
  zh: 'j',
  ph: 'f',
  ch: 'c',
  c: 'k',
  q: 'k',
  x: 'sh',
  y: 'i',
  w: 'v',
};
const doubled = /([bcdfghjklmnpqrstvwxz])\1/g;
const spellings = new RegExp(Object.keys(SOUNDS).join('|'), 'g');

/** @param folded a text as `fold` gives it */
export function soundOf(folded: string): string {
  return latinOf(folded)
    .replace(spellings, (written) => SOUNDS[written] ?? written)
    .replace(doubled, '$1');
}

/** Cyrillic and Uyghur letters in Latin ones, the rest as it is. @param folded a text as `fold` gives it */
export function latinOf(folded: string): string {
  let latin = '';
  for (const letter of folded) latin += LETTERS.get(letter) ?? letter;
  return latin;
}

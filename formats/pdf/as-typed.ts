/** Characters as a writer types them: fonts name some by their shapes. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without names for their characters give these
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff\ufffe\uffff]/g;
/** Arabic letters by their place in a word, Latin ligatures, Chinese characters in their role as a radical. */
const SHAPES = /[\u2f00-\u2fd5\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]+/g;
/** Radicals that Unicode gives no character for, though they look like one. */
const RADICALS = '⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳';
const CHARACTERS = '民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟';
const RADICAL = new RegExp(`[${RADICALS}]`, 'g');

/** Letters of Uyghur, of Kazakh and of Kurdish, which Arabic and Persian have not. */
const NOT_ARABIC = /[\u06c6-\u06c8\u06cb\u06d0\ufbd7-\ufbdf\ufbe4-\ufbe7]/g;
const ARABIC = /[\u0620-\u06d5\ufb50-\ufdfb\ufe70-\ufefc]/g;

/** Whether a page's letters are those of Uyghur or its neighbours. */
export function hasUyghurLetters(text: string): boolean {
  const letters = text.match(ARABIC)?.length ?? 0;
  return letters > 0 && (text.match(NOT_ARABIC)?.length ?? 0) > letters / 40;
}

/** @param isUyghur where e and h are letters of their own, and share the shapes of one Arabic letter */
export function asTyped(text: string, isUyghur: boolean): string {
  const own = isUyghur
    ? text.replace(/[\u0647\ufee9\ufeea]/g, '\u06d5').replace(/[\ufeeb\ufeec]/g, '\u06be')
    : text;
  return own
    .replace(UNSEEN, '')
    .replace(SHAPES, (shapes) => shapes.normalize('NFKC'))
    .replace(RADICAL, (radical) => CHARACTERS[RADICALS.indexOf(radical)] ?? radical);
}

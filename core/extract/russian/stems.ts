/** Russian words without their case endings, for telling what is the same name. */

const ENDINGS =
  /(?:иями|иях|ием|ии|ию|ия|ий|ией|ого|его|ому|ему|ыми|ими|ами|ями|ая|яя|ое|ее|ую|юю|ой|ей|ою|ею|ый|ым|им|ом|ем|ём|ах|ях|ых|их|ы|и|а|я|у|ю|е|о|ь|й)$/;

/** One word, in small letters, without its ending; short ones stay. */
export function russianStem(word: string): string {
  const small = word.toLowerCase().replaceAll('ё', 'е');
  let stem = small;
  // Again and again: «Газпром» seems to end like «Петром».
  for (;;) {
    const next = stem.replace(ENDINGS, '');
    if (next.length < 3 || next === stem) break;
    stem = next;
  }
  return stem === small && small.length <= 4 ? small.replace(/[аяуюыие]$/, '') : stem;
}

/** What is compared of a name in Russian. Acronyms stay as they are. */
export function russianKey(text: string): string {
  return text
    .split(/[\s-]+/)
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : russianStem(word.replace(/[«»“”"]/g, ''))))
    .join(' ')
    .trim();
}

/** Words of a text: what a name begins and ends with, and what the model labels. */

export interface Word {
  /** Offsets in the text, UTF-16, end-exclusive. */
  start: number;
  end: number;
  text: string;
  /** No white space stands before it: "’s", the second half of "Sino-Russian". */
  glued: boolean;
  /** Line breaks in the white space before it. */
  breaks: number;
}

const LETTER = '\\p{L}\\p{M}';
/** Scripts without spaces are words of their own. */
const RUN = `(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[${LETTER}\\p{N}\\u00ad\\u200b-\\u200f])+`;
const APOSTROPHE = "['’ʼ‘`]";
/** With its full stop it is one word, wherever it stands. */
const ABBREVIATIONS =
  'Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|St|Ste|Ave|Blvd|Rd|Mt|Ft|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Dept|Univ|Assn|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Messrs|Mme|Fr|Pres|Supt|Det|Atty|им|гг|г|ул|стр|см|др|тыс|млн|млрд';
const WORD = new RegExp(
  [
    'https?://\\S*[\\w/]|www\\.\\S*[\\w/]',
    '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '[@#][\\p{L}\\p{N}_]+',
    `(?:${ABBREVIATIONS})\\.(?![${LETTER}\\d])`,
    // U.S., J.K., D.C.; a single initial.
    `\\p{Lu}\\.(?:\\p{Lu}\\.)+|\\p{Lu}\\.(?:\\p{Lu}\\.)*\\p{Lu}(?![${LETTER}\\d.])|(?<![${LETTER}\\d])\\p{Lu}\\.(?=\\s?\\p{L})`,
    '\\p{Nd}+(?:[.,:/]\\p{Nd}+)*(?:st|nd|rd|th)?(?![\\p{L}\\p{M}])',
    '[\\p{Script=Han}]+|[\\p{Script=Hiragana}\\p{Script=Katakana}ー]+',
    // The clitic, then words, with an apostrophe inside: O’Brien, don’t, Xi’an.
    `${APOSTROPHE}s(?![${LETTER}\\d])`,
    `${RUN}(?:${APOSTROPHE}(?!s(?![${LETTER}\\d]))${RUN})*`,
    '\\.{2,}|[^\\s]',
  ].join('|'),
  'gsu',
);

/** @param start where the stretch begins in the text; offsets count from the text's beginning */
export function wordsOf(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const piece = start === 0 && end === text.length ? text : text.slice(start, end);
  let before = 0;
  for (const { 0: word, index } of piece.matchAll(WORD)) {
    let breaks = 0;
    for (let i = before; i < index; i++) if (piece.charCodeAt(i) === 10) breaks++;
    const at = start + index;
    words.push({
      start: at,
      end: at + word.length,
      text: word,
      glued: index === before && words.length > 0,
      breaks,
    });
    before = index + word.length;
  }
  return words;
}

/** Sentences: what the model labels at one go. */
import type { Word } from './words';

const ENDS = /^(?:[.!?…。！？]|\.{2,})$/;
const CLOSES = /^[)\]}"”’'»›]$/;
/** Full stops after these end a sentence only where the next word is a usual opener of one. */
const TITLES =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|St|Ste|Mt|Ft|vs|No|Messrs|Mme|Pres|Supt|Det|Atty|им|г|ул|стр|см)\.$/;
const ABBREVIATED = /^(?:\p{L}+\.)+$/u;
const OPENERS = new Set(
  'the a an in on at it he she they we i this that these those but and however his her its their as for with when while after before if there what who why how since according meanwhile'.split(
    ' ',
  ),
);
/** Longer ones are cut: tables and lists without full stops. */
const LONGEST = 250;

/**
 * Divides the words of one block. A line break is only where a wrapped line goes on, unless the line ends a sentence or
 * had room for the next word.
 * @returns ends of sentences, as indices of words, exclusive
 */
export function sentenceEnds(words: readonly Word[]): number[] {
  const hard = lineEnds(words);
  const ends: number[] = [];
  let began = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const next = words[i + 1];
    if (!word) continue;
    const last = !next || hard.has(i + 1) || i - began >= LONGEST || endsSentence(words, i, began);
    if (!last) continue;
    ends.push(i + 1);
    began = i + 1;
  }
  return ends;
}

function endsSentence(words: readonly Word[], i: number, began: number): boolean {
  let at = i;
  while (at > began && CLOSES.test(words[at]?.text ?? '') && words[at]?.glued) at--;
  const word = words[at];
  const next = words[i + 1];
  if (!word || !next || next.glued || CLOSES.test(next.text)) return false;
  const opensWith = /^\p{Ll}/u.test(next.text) ? 'small' : 'other';
  if (ENDS.test(word.text)) return opensWith === 'other' && !/^[.!?,;:]/.test(next.text);
  if (at !== i || !ABBREVIATED.test(word.text) || TITLES.test(word.text)) return false;
  // "in the U.S. The": an initial before a name is no end.
  return opensWith === 'other' && OPENERS.has(next.text.toLowerCase()) && word.text.length > 2;
}

/** Where a line break ends a sentence, as indices of the words that begin the next line. */
function lineEnds(words: readonly Word[]): Set<number> {
  const hard = new Set<number>();
  const starts = [0];
  for (let i = 1; i < words.length; i++) if ((words[i]?.breaks ?? 0) > 0) starts.push(i);
  if (starts.length === 1) return hard;
  const lines = starts.map((from, line) => {
    const to = starts[line + 1] ?? words.length;
    const start = words[from]?.start ?? 0;
    return { from, to, length: (words[to - 1]?.end ?? start) - start };
  });
  const width = Math.max(...lines.map(({ length }) => length));
  lines.forEach(({ to, length }, line) => {
    const next = lines[line + 1];
    if (!next) return;
    const last = words[to - 1];
    const first = words[next.from];
    if (!last || !first) return;
    const room = length + 1 + (first.end - first.start) <= width - ROOM;
    const small = /^[\p{Ll},;)]/u.test(first.text);
    const wrapped = width <= WIDEST_WRAP && !room && !(ENDS.test(last.text) && !small);
    if (first.breaks > 1 || !(wrapped || (small && width <= WIDEST_WRAP && !ENDS.test(last.text))))
      hard.add(next.from);
  });
  return hard;
}

/** Lines of wrapped text differ in length by no more than the next word, and a little. */
const ROOM = 4;
/** Longer lines are paragraphs. */
const WIDEST_WRAP = 130;

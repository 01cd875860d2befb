/** Labels of words: outside, or beginning, inside, last and unit of a name of one of five types. */

export const TYPES = ['PER', 'LOC', 'ORG', 'NORP', 'MISC'] as const;

/** O, then B I L U of each type. */
export const TAGS = 1 + 4 * TYPES.length;
export const OUTSIDE = 0;
const [BEGIN, INSIDE, LAST, UNIT] = [0, 1, 2, 3];

export const tagOf = (type: number, part: number) => 1 + 4 * type + part;
const typeOf = (tag: number) => (tag - 1) >> 2;
const partOf = (tag: number) => (tag - 1) & 3;

/** True where a name is open after the tag: B and I. */
const opens = (tag: number) => tag !== OUTSIDE && partOf(tag) < LAST;
/** True where the tag goes on with a name: I and L. */
const goesOn = (tag: number) => tag !== OUTSIDE && (partOf(tag) === INSIDE || partOf(tag) === LAST);

/** True where `next` may follow `tag`; -1 stands for the beginning of a sentence, and for its end. */
export function mayFollow(tag: number, next: number): boolean {
  if (next === -1) return tag === -1 || !opens(tag);
  if (tag === -1) return !goesOn(next);
  return opens(tag) ? goesOn(next) && typeOf(tag) === typeOf(next) : !goesOn(next);
}

/** A name in a sentence: words from `from` to `to`, exclusive. */
export interface LabelledSpan {
  from: number;
  to: number;
  type: number;
}

/** @param tags of one sentence, each allowed to follow the one before */
export function spansOf(tags: ArrayLike<number>, count = tags.length): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let from = 0;
  for (let i = 0; i < count; i++) {
    const tag = tags[i] ?? OUTSIDE;
    if (tag === OUTSIDE) continue;
    const part = partOf(tag);
    if (part === BEGIN || part === UNIT) from = i;
    if (part === LAST || part === UNIT) spans.push({ from, to: i + 1, type: typeOf(tag) });
  }
  return spans;
}

/** Writes the tags of a span over `tags`. */
export function writeSpan(tags: Uint8Array | number[], { from, to, type }: LabelledSpan): void {
  for (let i = from; i < to; i++) {
    const part = to - from === 1 ? UNIT : i === from ? BEGIN : i === to - 1 ? LAST : INSIDE;
    tags[i] = tagOf(type, part);
  }
}

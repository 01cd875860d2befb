/** What of a text is being read by somebody who points at a name in it. */

/** On either side of the name; longer blocks are pages, not paragraphs. In characters. */
const REACH = 1200;
/** Where a stretch may begin and end: after a line, or a sentence. */
const BOUND = /\n|[.!?…]["”’»)\]]*\s|[。！？؟]/g;

/** Bounds of what is read around an offset of a text: whole sentences and lines, or all where it is short. */
export function stretchAround(text: string, at: number): [from: number, to: number] {
  const bounds = [...text.matchAll(BOUND)].map(({ index, 0: { length } }) => index + length);
  const from =
    at <= REACH ? 0 : (bounds.find((bound) => bound >= at - REACH && bound <= at) ?? at - REACH);
  const end = at + REACH;
  const to =
    text.length <= end
      ? text.length
      : (bounds.findLast((bound) => bound > at && bound <= end) ?? end);
  return [from, to];
}

/** What a page of a PDF holds: stretches of text with their places. The origin is at the upper left. */

/** Text of one font on one line, as the file draws it. */
export interface Run {
  text: string;
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  size: number;
  isBold: boolean;
  isRightToLeft: boolean;
  /** White space stands before it. */
  isApart: boolean;
  /** Its place in the file. */
  order: number;
}

/** Runs on one line without a wide gap between. */
export interface Segment {
  /** In reading order. */
  runs: Run[];
  left: number;
  right: number;
  y: number;
  /** Of most of its characters. */
  size: number;
  isRightToLeft: boolean;
}

export interface Page {
  /** As the document numbers it. */
  label: string;
  width: number;
  height: number;
  segments: Segment[];
}

/** How far it reaches above its baseline, and below, in parts of its size. */
const ABOVE = 0.8;
const BELOW = 0.2;

export const topOf = ({ y, size }: { y: number; size: number }) => y - size * ABOVE;
export const bottomOf = ({ y, size }: { y: number; size: number }) => y + size * BELOW;

/** Its words, without regard to weight. */
export function wordsOf({ runs }: Segment): string {
  return runs
    .map((run) => (run.isApart ? ` ${run.text}` : run.text))
    .join('')
    .trim();
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Many texts as one, so that a list of 100,000 is read from storage at once and nothing is made of it before it is asked for. */

export interface Strings {
  text: string;
  /** Where each ends in the text. */
  ends: Uint32Array;
}

export function packStrings(list: readonly string[]): Strings {
  const ends = new Uint32Array(list.length);
  let end = 0;
  list.forEach((one, i) => {
    end += one.length;
    ends[i] = end;
  });
  return { text: list.join(''), ends };
}

/** The text of this number; empty where there is none. */
export function stringAt({ text, ends }: Strings, number: number): string {
  return text.slice(number === 0 ? 0 : ends[number - 1], ends[number] ?? 0);
}

/**
 * The first of a sorted run that is not before what is sought.
 * @param isBefore told a number of the run
 */
export function lowerBound(from: number, to: number, isBefore: (at: number) => boolean): number {
  let low = from;
  for (let high = to; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

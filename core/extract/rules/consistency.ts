/** What is a name in one place of a document is one in the others. */

import type { CaseCounts } from '../features';
import { opensSentence, placeSpan, type ReadSentence, textOf } from '../reading';
import { EVERYDAY } from '../word-classes';

interface Surface {
  text: string;
  length: number;
  /** Summed chances by type. */
  types: number[];
  count: number;
}

/** Less sure ones confirm nothing. */
const SURE = 0.6;

/** Marks the same words elsewhere, and gives all places of a surface the type of most of them. */
export function makeConsistent(sentences: readonly ReadSentence[], counts: CaseCounts): void {
  const surfaces = new Map<string, Surface>();
  for (const sentence of sentences) {
    for (const { from, to, type, chance } of sentence.spans) {
      const text = textOf(sentence, from, to);
      let surface = surfaces.get(text);
      if (!surface) {
        surface = { text, length: to - from, types: [0, 0, 0, 0, 0], count: 0 };
        surfaces.set(text, surface);
      }
      surface.types[type] = (surface.types[type] ?? 0) + chance;
      surface.count++;
    }
  }
  const byFirst = new Map<string, Surface[]>();
  for (const surface of surfaces.values()) {
    const first = /^[^\s]*/.exec(surface.text)?.[0] ?? '';
    const key = first.split(/[-'’&]/)[0] ?? first;
    byFirst.set(key, [...(byFirst.get(key) ?? []), surface]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  for (const sentence of sentences) {
    for (const span of sentence.spans) {
      const surface = surfaces.get(textOf(sentence, span.from, span.to));
      if (!surface || surface.count < 2) continue;
      const best = surface.types.indexOf(Math.max(...surface.types));
      if ((surface.types[best] ?? 0) > 2 * span.chance) span.type = best;
    }
    if (sentence.shouting) continue;
    for (let at = 0; at < sentence.words.length; at++) {
      const form = sentence.forms[at];
      if (!form?.isCapital) continue;
      const list = byFirst.get(form.text.split(/[-'’&]/)[0] ?? form.text);
      if (!list) continue;
      for (const surface of list) {
        const to = at + surface.length;
        if (textOf(sentence, at, to) !== surface.text) continue;
        const best = surface.types.indexOf(Math.max(...surface.types));
        if ((surface.types[best] ?? 0) / surface.count < SURE) continue;
        const overlapped = sentence.spans.some(({ from, to: end }) => from < to && at < end);
        if (overlapped) break;
        const isWord =
          surface.length === 1 &&
          ((form.classes & EVERYDAY) !== 0 || (counts.get(form.folded)?.small ?? 0) > 0);
        if (isWord && opensSentence(sentence, at)) break;
        // Part of a longer run of capitals is another name.
        const run =
          (sentence.forms[at - 1]?.isCapital && !opensSentence(sentence, at - 1)) ||
          sentence.forms[to]?.isCapital;
        if (run) break;
        placeSpan(sentence, { from: at, to, type: best, chance: 0.7 });
        break;
      }
    }
  }
}

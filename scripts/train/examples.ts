/** Turns documents into what the trainer learns from: features as ids, tags as masks. */
import {
  type CaseCount,
  countCases,
  eachWord,
  openWords,
  type Sentence,
  TELLING,
} from '../../core/extract/features';
import type { Forms } from '../../core/extract/forms';
import { readForms } from '../../core/extract/recase';
import { OUTSIDE, TAGS, writeSpan } from '../../core/extract/tags';
import type { TrainingDocument, TrainingSentence } from './corpus';
import type { Example } from './crf';

/** Features by hash. Only those of at least `least` words stay. */
export class FeatureIds {
  #size = 1 << 22;
  #keys = new Uint32Array(this.#size);
  #counts = new Uint8Array(this.#size);
  #ids = new Int32Array(this.#size).fill(-1);
  #filled = 0;
  count = 0;
  hashes: number[] = [];
  /** How many words have it, up to 255. */
  frequencies: number[] = [];

  #slot(hash: number): number {
    const key = hash >>> 0 || 1;
    let slot = (key >>> 3) & (this.#size - 1);
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (this.#size - 1);
    return slot;
  }

  see(hash: number): void {
    const slot = this.#slot(hash);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = hash >>> 0 || 1;
      if (++this.#filled > this.#size * 0.7) this.#grow();
      this.see(hash);
      return;
    }
    if ((this.#counts[slot] ?? 0) < 255) this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#size *= 2;
    this.#keys = new Uint32Array(this.#size);
    this.#counts = new Uint8Array(this.#size);
    this.#ids = new Int32Array(this.#size).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      if (!keys[i]) continue;
      const slot = this.#slot(keys[i] ?? 0);
      this.#keys[slot] = keys[i] ?? 0;
      this.#counts[slot] = counts[i] ?? 0;
    }
  }

  fix(least: number): void {
    for (let slot = 0; slot < this.#size; slot++) {
      if ((this.#counts[slot] ?? 0) < least) continue;
      this.#ids[slot] = this.count++;
      this.hashes.push(this.#keys[slot] ?? 0);
      this.frequencies.push(this.#counts[slot] ?? 0);
    }
  }

  of(hash: number): number {
    return this.#ids[this.#slot(hash)] ?? -1;
  }
}

export function countsOf(document: TrainingDocument, forms: Forms): Map<string, CaseCount> {
  const counts = new Map<string, CaseCount>();
  for (const { words } of document.sentences) {
    countCases(readForms(words, forms), counts);
  }
  return counts;
}

export const sentenceOf = ({ words }: TrainingSentence, forms: Forms): Sentence => ({
  words,
  ...readForms(words, forms),
});

/** The tag of each word; -1 where the annotation cuts a word in two. */
function goldTags({ words, spans }: TrainingSentence): Int32Array {
  const tags = new Int32Array(words.length).fill(OUTSIDE);
  for (const { start, end, type } of spans) {
    const inside = words.flatMap((word, i) => (word.start < end && word.end > start ? [i] : []));
    const [from] = inside;
    const last = inside.at(-1);
    if (from === undefined || last === undefined) continue;
    const cut = (words[from]?.start ?? 0) < start || (words[last]?.end ?? 0) > end;
    if (cut) for (const i of inside) tags[i] = -1;
    else writeSpan(tags as unknown as number[], { from, to: last + 1, type });
  }
  return tags;
}

/** Nothing is known of the name around a word. */
function closeName(tags: Int32Array, at: number): void {
  let from = at;
  let to = at;
  while (from > 0 && tags[from - 1] !== OUTSIDE) from--;
  while (to + 1 < tags.length && tags[to + 1] !== OUTSIDE) to++;
  for (let i = from; i <= to; i++) tags[i] = i === at ? OUTSIDE : -1;
}

const ALL = (1 << TAGS) - 1;

export function exampleOf(
  sentence: TrainingSentence,
  counts: ReadonlyMap<string, CaseCount>,
  forms: Forms,
  ids: FeatureIds,
  weight: number,
  hidden: number,
): Example {
  const n = sentence.words.length;
  const features: number[] = [];
  const offsets = new Int32Array(n + 1);
  const telling = new Uint8Array(n);
  const seen = sentenceOf(sentence, forms);
  const open = openWords(seen.forms);
  let filled = 0;
  eachWord(seen, open, forms, counts, (index, hashes, count) => {
    offsets.fill(features.length, filled + 1, index + 1);
    filled = index;
    for (let f = 0; f < count; f++) {
      const id = ids.of(hashes[f] ?? 0);
      if (id < 0) continue;
      features.push(id);
      if (f < TELLING) telling[index] = (telling[index] ?? 0) + 1;
    }
    offsets[index + 1] = features.length;
    filled = index + 1;
  });
  offsets.fill(features.length, filled + 1);
  const tags = goldTags(sentence);
  // A name of closed words only cannot be learned.
  for (let i = 0; i < n; i++) if (!open[i] && tags[i] !== OUTSIDE) closeName(tags, i);
  const allowed = Int32Array.from(tags, (tag) => (tag === -1 ? ALL : 1 << tag));
  return { features: Int32Array.from(features), offsets, telling, allowed, weight, hidden };
}

/** The best labels of a sentence (Viterbi), and how sure each is (forward and backward). */
import { type CaseCounts, eachWord, openWords, type Sentence } from './features';
import type { Forms } from './forms';
import { CASES } from './forms';
import { type NameModel, SIDE } from './name-model';
import { mayFollow, OUTSIDE, TAGS, TYPES, tagOf } from './tags';

/** The share of a model's caution that a word takes which begins a sentence: there a capital says little. */
const OPENING_SHARE = 0.5;
/**
 * Taken from the score of every tag of MISC at a word with a capital, as weights are before they are whole: the corpora
 * name more works and terms than news does.
 */
const RESERVE = 0.5;
const MISC = TYPES.indexOf('MISC');
const NEVER = -1e9;
/** Of every tag but O for a word that can be no name. */
const CLOSED = -1e6;
const nextOf: number[][] = [];
for (let tag = 0; tag < TAGS; tag++) {
  nextOf.push(Array.from({ length: TAGS }, (_, to) => to).filter((to) => mayFollow(tag, to)));
}
const mayBegin = Array.from({ length: TAGS }, (_, tag) => mayFollow(-1, tag));
const mayEnd = Array.from({ length: TAGS }, (_, tag) => mayFollow(tag, -1));

/** Scores of each word's tags, in units of the model. */
export function scoresOf(
  model: NameModel,
  sentence: Sentence,
  forms: Forms,
  counts: CaseCounts,
  open = openWords(sentence.forms),
): Int32Array {
  const scores = new Int32Array(sentence.words.length * TAGS);
  const { weights } = model;
  const reserve = Math.round(RESERVE / model.unit);
  open.forEach((isOpen, i) => {
    if (!isOpen) scores.fill(CLOSED, i * TAGS + 1, (i + 1) * TAGS);
    else if (sentence.forms[i]?.isCapital) {
      const opens = i === 0 || (i === 1 && sentence.forms[0]?.letterCase === CASES.none);
      scores[i * TAGS + OUTSIDE] = -Math.round(model.caution * (opens ? OPENING_SHARE : 1));
      for (let part = 0; part < 4; part++) scores[i * TAGS + tagOf(MISC, part)] = -reserve;
    }
  });
  eachWord(sentence, open, forms, counts, (index, features, count) => {
    const own = scores.subarray(index * TAGS, (index + 1) * TAGS);
    for (let f = 0; f < count; f++) {
      const at = model.weightsOf(features[f] as number);
      if (at < 0) continue;
      // The hottest loop of all: no checks for what cannot be.
      for (let tag = 0; tag < TAGS; tag++) {
        own[tag] = (own[tag] as number) + (weights[at + tag] as number);
      }
    }
  });
  return scores;
}

/** What stands beside a stretch of words: the edge of the sentence, or a word that is no name. */
export interface Edges {
  before: number;
  after: number;
}
const SENTENCE: Edges = { before: TAGS, after: TAGS };

/**
 * @param scores `TAGS` for each word
 * @param transitions see `NameModel`
 */
export function bestTags(
  scores: ArrayLike<number>,
  transitions: ArrayLike<number>,
  { before, after }: Edges = SENTENCE,
): Uint8Array {
  const n = scores.length / TAGS;
  const tags = new Uint8Array(n);
  if (n === 0) return tags;
  const from = new Uint8Array(n * TAGS);
  let best = new Float64Array(TAGS).fill(NEVER);
  for (let tag = 0; tag < TAGS; tag++) {
    if (mayBegin[tag]) best[tag] = (scores[tag] ?? 0) + (transitions[before * SIDE + tag] ?? 0);
  }
  for (let i = 1; i < n; i++) {
    const next = new Float64Array(TAGS).fill(NEVER);
    for (let tag = 0; tag < TAGS; tag++) {
      const sum = best[tag] ?? NEVER;
      if (sum === NEVER) continue;
      for (const to of nextOf[tag] ?? []) {
        const total = sum + (transitions[tag * SIDE + to] ?? 0);
        if (total > (next[to] ?? NEVER)) {
          next[to] = total;
          from[i * TAGS + to] = tag;
        }
      }
    }
    for (let tag = 0; tag < TAGS; tag++) {
      if (next[tag] !== NEVER) next[tag] = (next[tag] ?? 0) + (scores[i * TAGS + tag] ?? 0);
    }
    best = next;
  }
  let last = OUTSIDE;
  let most = Number.NEGATIVE_INFINITY;
  for (let tag = 0; tag < TAGS; tag++) {
    const total = (best[tag] ?? NEVER) + (transitions[tag * SIDE + after] ?? 0);
    if (mayEnd[tag] && total > most) {
      most = total;
      last = tag;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    tags[i] = last;
    last = from[i * TAGS + last] ?? 0;
  }
  return tags;
}

const powers = new WeakMap<object, Float64Array>();

function powersOf(transitions: ArrayLike<number>, unit: number): Float64Array {
  const known = powers.get(transitions);
  if (known) return known;
  const made = Float64Array.from(transitions, (value) => Math.exp(value * unit));
  powers.set(transitions, made);
  return made;
}

/** The probability of each word's tags. @param unit what a score of 1 is worth */
export function chancesOf(
  scores: ArrayLike<number>,
  transitions: ArrayLike<number>,
  unit: number,
  { before, after }: Edges = SENTENCE,
): Float64Array {
  const n = scores.length / TAGS;
  const chances = new Float64Array(n * TAGS);
  if (n === 0) return chances;
  const step = powersOf(transitions, unit);
  const emission = new Float64Array(n * TAGS);
  const forward = new Float64Array(n * TAGS);
  const backward = new Float64Array(n * TAGS);
  const scale = (values: Float64Array, row: number) => {
    let sum = 0;
    for (let tag = 0; tag < TAGS; tag++) sum += values[row + tag] ?? 0;
    if (sum > 0)
      for (let tag = 0; tag < TAGS; tag++) values[row + tag] = (values[row + tag] ?? 0) / sum;
  };
  for (let i = 0; i < n; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < TAGS; tag++) most = Math.max(most, scores[i * TAGS + tag] ?? 0);
    for (let tag = 0; tag < TAGS; tag++) {
      emission[i * TAGS + tag] = Math.exp(((scores[i * TAGS + tag] ?? 0) - most) * unit);
    }
  }
  for (let i = 0; i < n; i++) {
    const row = i * TAGS;
    for (let tag = 0; tag < TAGS; tag++) {
      if (i === 0) {
        if (mayBegin[tag]) forward[tag] = (emission[tag] ?? 0) * (step[before * SIDE + tag] ?? 0);
        continue;
      }
      const sum = forward[row - TAGS + tag] ?? 0;
      if (sum < 1e-12) continue;
      for (const to of nextOf[tag] ?? []) {
        forward[row + to] =
          (forward[row + to] ?? 0) + sum * (step[tag * SIDE + to] ?? 0) * (emission[row + to] ?? 0);
      }
    }
    scale(forward, row);
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * TAGS;
    for (let tag = 0; tag < TAGS; tag++) {
      if (i === n - 1) {
        backward[row + tag] = mayEnd[tag] ? (step[tag * SIDE + after] ?? 0) : 0;
        continue;
      }
      let sum = 0;
      for (const to of nextOf[tag] ?? []) {
        sum +=
          (step[tag * SIDE + to] ?? 0) *
          (emission[row + TAGS + to] ?? 0) *
          (backward[row + TAGS + to] ?? 0);
      }
      backward[row + tag] = sum;
    }
    scale(backward, row);
  }
  for (let i = 0; i < n * TAGS; i++) chances[i] = (forward[i] ?? 0) * (backward[i] ?? 0);
  for (let i = 0; i < n; i++) scale(chances, i * TAGS);
  return chances;
}

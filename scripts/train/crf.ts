/**
 * A conditional random field of first order, learned by AdaGrad. Words may have several tags allowed: then the
 * probability of all of them together is raised.
 */
import { mayFollow, TAGS } from '../../core/extract/tags';
import { exponential } from './exponential';
import { randomFrom, shuffle } from './random';

export interface Example {
  /** Features of all words, one after the other: ids. */
  features: Int32Array;
  /** Where each word's begin; one more than words. */
  offsets: Int32Array;
  /** How many of each word's features say which word it is: they stand first. */
  telling: Uint8Array;
  /** Of each word, a bit for each allowed tag. */
  allowed: Int32Array;
  /** How much it counts. */
  weight: number;
  /** How often the telling features of a word are hidden. */
  hidden: number;
}

export interface LearnOptions {
  epochs: number;
  rate: number;
  /** What each weight loses towards zero, for each example's worth of steps (L1). */
  lasso: number;
  /** As part of itself, after each epoch (L2). */
  ridge: number;
  seed: number;
  /** Epochs at the end that are averaged. */
  averaged: number;
  onEpoch?: (epoch: number, seconds: number) => void;
}

export interface Learned {
  /** Of each feature, `TAGS` weights. */
  weights: Float32Array;
  /** From tag to tag; row `TAGS` from the beginning, column `TAGS` to the end. */
  transitions: Float32Array;
}

/** Smaller gradients are not worth a step. */
const LEAST = 5e-3;

const SIDE = TAGS + 1;
const legalNext: number[][] = [];
for (let tag = 0; tag < TAGS; tag++) {
  const next: number[] = [];
  for (let to = 0; to < TAGS; to++) if (mayFollow(tag, to)) next.push(to);
  legalNext.push(next);
}
const legalFirst = Array.from({ length: TAGS }, (_, tag) => tag).filter((tag) =>
  mayFollow(-1, tag),
);
const legalLast = Array.from({ length: TAGS }, (_, tag) => mayFollow(tag, -1));

export function learn(
  examples: readonly Example[],
  featureCount: number,
  options: LearnOptions,
  start?: Learned,
): Learned {
  // What was pruned stays so.
  const isPruned = start
    ? Uint8Array.from(start.weights, (weight) => (weight === 0 ? 1 : 0))
    : null;
  const weights = start ? start.weights.slice() : new Float32Array(featureCount * TAGS);
  const squares = new Float32Array(featureCount * TAGS);
  const transitions = start ? start.transitions.slice() : new Float32Array(SIDE * SIDE);
  const transitionSquares = new Float32Array(SIDE * SIDE);
  const sumWeights = new Float64Array(featureCount * TAGS);
  const sumTransitions = new Float64Array(SIDE * SIDE);
  const random = randomFrom(options.seed);
  const order = Int32Array.from(examples, (_, i) => i);
  const longest = Math.max(...examples.map(({ allowed }) => allowed.length));
  const scores = new Float64Array(longest * TAGS);
  const free = lattice(longest);
  const held = lattice(longest);
  const powers = new Float64Array(SIDE * SIDE);
  const slope = new Float64Array(TAGS);
  const tagsMoved = new Uint8Array(TAGS);
  const { rate, lasso } = options;
  let used = new Int32Array(4096);
  const step = (at: number, gradient: number) => {
    if (isPruned !== null && isPruned[at] === 1) return;
    const square = (squares[at] as number) + gradient * gradient;
    squares[at] = square;
    const pace = rate / Math.sqrt(square + 1e-8);
    let weight = (weights[at] as number) - pace * gradient;
    if (lasso > 0) {
      const loss = pace * lasso;
      weight = weight > loss ? weight - loss : weight < -loss ? weight + loss : 0;
    }
    weights[at] = weight;
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const began = performance.now();
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { features, offsets, allowed, telling, weight, hidden } = example;
      const n = allowed.length;
      // Features in use this time.
      if (used.length < features.length) used = new Int32Array(features.length * 2);
      const bounds = new Int32Array(n + 1);
      let count = 0;
      for (let i = 0; i < n; i++) {
        let from = offsets[i] ?? 0;
        const to = offsets[i + 1] ?? from;
        if (hidden > 0 && random() < hidden) from += telling[i] ?? 0;
        for (let f = from; f < to; f++) used[count++] = features[f] ?? 0;
        bounds[i + 1] = count;
      }
      scores.fill(0, 0, n * TAGS);
      for (let i = 0; i < n; i++) {
        const row = i * TAGS;
        // A word that can be no name.
        if (offsets[i] === offsets[i + 1]) scores.fill(-200, row + 1, row + TAGS);
        for (let f = bounds[i] ?? 0; f < (bounds[i + 1] ?? 0); f++) {
          const base = (used[f] ?? 0) * TAGS;
          for (let tag = 0; tag < TAGS; tag++) {
            scores[row + tag] = (scores[row + tag] as number) + (weights[base + tag] as number);
          }
        }
      }
      for (let i = 0; i < SIDE * SIDE; i++) powers[i] = exponential(transitions[i] ?? 0);
      emissions(scores, n, free);
      sweep(free, n, powers);
      if (!settle(held, allowed, n)) {
        for (let i = 0; i < n * TAGS; i++) {
          const isAllowed = (allowed[(i / TAGS) | 0] ?? 0) & (1 << (i % TAGS));
          held.emission[i] = isAllowed ? (free.emission[i] ?? 0) : 0;
        }
        if (!sweep(held, n, powers)) continue;
      }
      for (let i = 0; i < n; i++) {
        let moved = 0;
        for (let tag = 0; tag < TAGS; tag++) {
          const difference =
            ((free.single[i * TAGS + tag] ?? 0) - (held.single[i * TAGS + tag] ?? 0)) * weight;
          if (difference < LEAST && difference > -LEAST) continue;
          slope[moved] = difference;
          tagsMoved[moved++] = tag;
        }
        if (moved === 0) continue;
        for (let f = bounds[i] ?? 0; f < (bounds[i + 1] ?? 0); f++) {
          const base = (used[f] ?? 0) * TAGS;
          for (let m = 0; m < moved; m++) step(base + (tagsMoved[m] as number), slope[m] as number);
        }
      }
      for (let at = 0; at < SIDE * SIDE; at++) {
        const gradient = ((free.pairs[at] ?? 0) - (held.pairs[at] ?? 0)) * weight;
        if (gradient > 1e-3 || gradient < -1e-3) {
          const square = (transitionSquares[at] ?? 0) + gradient * gradient;
          transitionSquares[at] = square;
          transitions[at] = (transitions[at] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-8);
        }
      }
    }
    if (options.ridge > 0) {
      const keep = 1 - options.ridge;
      for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) * keep;
    }
    if (epoch >= options.epochs - options.averaged) {
      for (let i = 0; i < weights.length; i++)
        sumWeights[i] = (sumWeights[i] ?? 0) + (weights[i] ?? 0);
      for (let i = 0; i < transitions.length; i++)
        sumTransitions[i] = (sumTransitions[i] ?? 0) + (transitions[i] ?? 0);
    }
    options.onEpoch?.(epoch, (performance.now() - began) / 1000);
  }
  return {
    weights: Float32Array.from(sumWeights, (sum) => sum / options.averaged),
    transitions: Float32Array.from(sumTransitions, (sum) => sum / options.averaged),
  };
}

interface Lattice {
  emission: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  single: Float64Array;
  /** Expected counts of transitions. */
  pairs: Float64Array;
}

function lattice(longest: number): Lattice {
  const make = () => new Float64Array(longest * TAGS);
  return {
    emission: make(),
    forward: make(),
    backward: make(),
    single: make(),
    pairs: new Float64Array(SIDE * SIDE),
  };
}

function emissions(scores: Float64Array, n: number, into: Lattice): void {
  for (let i = 0; i < n; i++) {
    const row = i * TAGS;
    let most = -Infinity;
    for (let tag = 0; tag < TAGS; tag++) {
      if ((scores[row + tag] ?? 0) > most) most = scores[row + tag] ?? 0;
    }
    for (let tag = 0; tag < TAGS; tag++) {
      const below = (scores[row + tag] ?? 0) - most;
      into.emission[row + tag] = below > -100 ? exponential(below > -40 ? below : -40) : 0;
    }
  }
}

/** Where one tag is allowed for each word, nothing is to be computed. @returns false when more are */
function settle({ single, pairs }: Lattice, allowed: Int32Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const mask = allowed[i] ?? 0;
    if ((mask & (mask - 1)) !== 0) return false;
  }
  single.fill(0, 0, n * TAGS);
  pairs.fill(0);
  let before = TAGS;
  for (let i = 0; i < n; i++) {
    const tag = 31 - Math.clz32(allowed[i] ?? 1);
    single[i * TAGS + tag] = 1;
    pairs[before * SIDE + tag] = (pairs[before * SIDE + tag] ?? 0) + 1;
    before = tag;
  }
  pairs[before * SIDE + TAGS] = (pairs[before * SIDE + TAGS] ?? 0) + 1;
  return true;
}

/** Forward and backward, scaled. @returns false when nothing is allowed */
function sweep(at: Lattice, n: number, powers: Float64Array): boolean {
  const { emission, forward, backward, single, pairs } = at;
  pairs.fill(0);
  forward.fill(0, 0, n * TAGS);
  backward.fill(0, 0, n * TAGS);
  const scale = (values: Float64Array, row: number) => {
    let sum = 0;
    for (let tag = 0; tag < TAGS; tag++) sum += values[row + tag] ?? 0;
    if (sum === 0) return 0;
    for (let tag = 0; tag < TAGS; tag++) values[row + tag] = (values[row + tag] ?? 0) / sum;
    return sum;
  };
  for (const tag of legalFirst) {
    forward[tag] = (emission[tag] ?? 0) * (powers[TAGS * SIDE + tag] ?? 0);
  }
  if (scale(forward, 0) === 0) return false;
  for (let i = 1; i < n; i++) {
    const row = i * TAGS;
    for (let from = 0; from < TAGS; from++) {
      const f = forward[row - TAGS + from] ?? 0;
      if (f < 1e-30) continue;
      for (const to of legalNext[from] ?? []) {
        const e = emission[row + to] ?? 0;
        if (e > 0)
          forward[row + to] = (forward[row + to] ?? 0) + f * (powers[from * SIDE + to] ?? 0) * e;
      }
    }
    if (scale(forward, row) === 0) return false;
  }
  const lastRow = (n - 1) * TAGS;
  for (let tag = 0; tag < TAGS; tag++) {
    backward[lastRow + tag] = legalLast[tag] ? (powers[tag * SIDE + TAGS] ?? 0) : 0;
  }
  if (scale(backward, lastRow) === 0) return false;
  for (let i = n - 2; i >= 0; i--) {
    const row = i * TAGS;
    for (let from = 0; from < TAGS; from++) {
      let sum = 0;
      for (const to of legalNext[from] ?? []) {
        sum +=
          (powers[from * SIDE + to] ?? 0) *
          (emission[row + TAGS + to] ?? 0) *
          (backward[row + TAGS + to] ?? 0);
      }
      backward[row + from] = sum;
    }
    scale(backward, row);
  }
  for (let i = 0; i < n; i++) {
    const row = i * TAGS;
    let sum = 0;
    for (let tag = 0; tag < TAGS; tag++)
      sum += (forward[row + tag] ?? 0) * (backward[row + tag] ?? 0);
    if (sum === 0) return false;
    for (let tag = 0; tag < TAGS; tag++) {
      single[row + tag] = ((forward[row + tag] ?? 0) * (backward[row + tag] ?? 0)) / sum;
    }
  }
  for (let i = 0; i + 1 < n; i++) {
    const row = i * TAGS;
    const next = row + TAGS;
    let sum = 0;
    for (let pass = 0; pass < 2; pass++) {
      for (let from = 0; from < TAGS; from++) {
        const f = forward[row + from] ?? 0;
        if (f < 1e-12) continue;
        for (const to of legalNext[from] ?? []) {
          const e = emission[next + to] ?? 0;
          if (e === 0) continue;
          const p = f * (powers[from * SIDE + to] ?? 0) * e * (backward[next + to] ?? 0);
          if (pass === 0) sum += p;
          else if (sum > 0) pairs[from * SIDE + to] = (pairs[from * SIDE + to] ?? 0) + p / sum;
        }
      }
    }
  }
  for (let tag = 0; tag < TAGS; tag++) {
    pairs[TAGS * SIDE + tag] = (pairs[TAGS * SIDE + tag] ?? 0) + (single[tag] ?? 0);
    pairs[tag * SIDE + TAGS] = (pairs[tag * SIDE + TAGS] ?? 0) + (single[lastRow + tag] ?? 0);
  }
  return true;
}

/** Trains one name model. */

import { eachWord, openWords } from '../../core/extract/features';
import { Forms } from '../../core/extract/forms';
import { encodeNameModel, featureKey } from '../../core/extract/name-model';
import { TAGS } from '../../core/extract/tags';
import { WordLists } from '../../core/extract/word-classes';
import type { TrainingDocument } from './corpus';
import { type Example, type Learned, learn } from './crf';
import { countsOf, exampleOf, FeatureIds, sentenceOf } from './examples';

export interface Settings {
  epochs: number;
  rate: number;
  lasso: number;
  ridge: number;
  averaged: number;
  seed: number;
  /** Features of fewer words are left out. */
  least: number;
  /** How often it is hidden which word stands there. */
  hidden: number;
  /** Weights nearer to nothing are left out. */
  prune: number;
  /** How many weights stay, and epochs that are learned anew with them; 0 for none. */
  entries: number;
  again: number;
  /** What a weight of 1 is worth in the file. */
  unit: number;
  /** Taken from the score of a word with a capital of being no name. */
  recall: number;
  weightOf: (file: string) => number;
}

/** Tweets and contracts are marked sparingly, and are not what is read most. */
const WEIGHTS: ReadonlyArray<[prefix: string, weight: number]> = [
  ['btc', 0.6],
  ['wnut', 0.5],
  ['sec', 0.3],
];

const DEFAULTS: Settings = {
  epochs: 4,
  rate: 0.1,
  lasso: 0,
  ridge: 0,
  averaged: 2,
  seed: 1,
  least: 2,
  hidden: 0.4,
  prune: 0.05,
  entries: 450_000,
  again: 2,
  unit: 1 / 32,
  recall: 2,
  weightOf: (file) => WEIGHTS.find(([name]) => file.startsWith(name))?.[1] ?? 1,
};

export interface Trained {
  learned: Learned;
  /** Of each feature. */
  hashes: readonly number[];
}

export function trainModel(
  language: string,
  documents: readonly TrainingDocument[],
  lists: ReadonlyMap<number, number>,
  settings: Settings,
  log: (line: string) => void = () => {},
): Uint8Array<ArrayBuffer> {
  return packModel(language, trainWeights(documents, lists, settings, log), lists, settings);
}

function trainWeights(
  documents: readonly TrainingDocument[],
  lists: ReadonlyMap<number, number>,
  settings: Settings,
  log: (line: string) => void = () => {},
): Trained {
  const forms = new Forms(new WordLists(lists));
  const ids = new FeatureIds();
  const prepared = documents.map((document) => ({ document, counts: countsOf(document, forms) }));
  for (const { document, counts } of prepared) {
    for (const sentence of document.sentences) {
      const seen = sentenceOf(sentence, forms);
      eachWord(seen, openWords(seen.forms), forms, counts, (_, hashes, count) => {
        for (let f = 0; f < count; f++) ids.see(hashes[f] ?? 0);
      });
    }
  }
  ids.fix(settings.least);
  const examples: Example[] = prepared.flatMap(({ document, counts }) =>
    document.sentences.map((sentence) =>
      exampleOf(sentence, counts, forms, ids, settings.weightOf(document.file), settings.hidden),
    ),
  );
  log(`${examples.length} sentences, ${ids.count} features`);
  const onEpoch = (epoch: number, seconds: number) =>
    log(`epoch ${epoch + 1}: ${seconds.toFixed(1)} s`);
  const whole = learn(examples, ids.count, { ...settings, onEpoch });
  if (settings.again === 0) return { learned: whole, hashes: ids.hashes };
  const left = pruneWeights(whole, ids.frequencies, settings.entries);
  const learned = learn(
    examples,
    ids.count,
    { ...settings, epochs: settings.again, averaged: Math.ceil(settings.again / 2), onEpoch },
    left,
  );
  return { learned, hashes: ids.hashes };
}

/**
 * Leaves the weights that do most: large ones, of features that are frequent.
 * @param entries how many stay
 */
function pruneWeights(
  { weights, transitions }: Learned,
  frequencies: readonly number[],
  entries: number,
): Learned {
  const worth = weights.map(
    (weight, at) => Math.abs(weight) * Math.sqrt(frequencies[Math.floor(at / TAGS)] ?? 0),
  );
  const least = worth.toSorted()[Math.max(0, worth.length - entries)] ?? 0;
  return {
    weights: weights.map((weight, at) => ((worth[at] ?? 0) < least ? 0 : weight)),
    transitions,
  };
}

/** Whole numbers of what was learned, without what is near to nothing. */
function packModel(
  language: string,
  { learned: { weights, transitions }, hashes }: Trained,
  lists: ReadonlyMap<number, number>,
  { prune, unit, recall }: Settings,
): Uint8Array<ArrayBuffer> {
  const features = new Map<number, Int8Array>();
  hashes.forEach((hash, id) => {
    const row = new Int8Array(TAGS);
    let any = false;
    for (let tag = 0; tag < TAGS; tag++) {
      const weight = weights[id * TAGS + tag] ?? 0;
      if (weight < prune && weight > -prune) continue;
      row[tag] = Math.max(-127, Math.min(127, Math.round(weight / unit)));
      if (row[tag] !== 0) any = true;
    }
    // Of two features with one key the first stays.
    if (any && !features.has(featureKey(hash))) features.set(featureKey(hash), row);
  });
  const whole = Array.from(transitions, (value) => Math.round(value / unit));
  const caution = Math.round(recall / unit);
  return encodeNameModel({ language, unit, caution, transitions: whole, lists, features });
}

/** What is used, as measured (docs/extraction.md). */
export function settingsFor(language: string): Settings {
  return language === 'kk' ? { ...DEFAULTS, ...KAZAKH } : DEFAULTS;
}

const KAZAKH: Partial<Settings> = { entries: 90_000, recall: 1.5 };

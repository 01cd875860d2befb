/** Holds the committed weights, and the rules around them, to what they have reached: see docs/extraction.md. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readNameModel } from '../../core/extract/extract';
import { MODELS, shippedModels } from '../../modules/documents/name-models';
import { extractText } from '../../scripts/extraction/extract-file';
import { readMarked, readSeed } from '../../scripts/extraction/marked';
import { aliasScore, scoreMentions } from '../../scripts/extraction/measure';

const models = shippedModels();

/** F1 of spans, share of right kinds, B³ of surfaces. */
const FLOORS: Record<string, [f1: number, kind: number, alias: number]> = {
  'bundled source': [0.9, 0.94, 0.95],
  'chips-and-cinema': [0.97, 0.9, 0.97],
  energy: [0.97, 0.97, 0.97],
  'lake-dispute': [0.91, 0.94, 0.97],
  library: [0.98, 0.98, 0.98],
  museum: [0.95, 0.92, 0.97],
  'river-and-games': [0.95, 0.9, 0.97],
  'trade-forum': [0.97, 0.95, 0.95],
};

const DOCUMENTS = [readSeed(), ...readMarked()];

test('every document has a floor', () => {
  expect(DOCUMENTS.map(({ name }) => name).sort()).toEqual(Object.keys(FLOORS).sort());
});

test.each(DOCUMENTS)('names of $name', (document) => {
  const [f1, kind, alias] = FLOORS[document.name] ?? [1, 1, 1];
  const { mentions, entities } = extractText(document.text, document.language, models);
  const score = scoreMentions(document, mentions);
  expect(score.f1).toBeGreaterThanOrEqual(f1);
  expect(score.typeAccuracy).toBeGreaterThanOrEqual(kind);
  expect(aliasScore(document, entities)).toBeGreaterThanOrEqual(alias);
  for (const { start, end, text } of mentions) {
    expect(document.text.slice(start, end).replace(/\s+/g, ' ')).toBe(text);
  }
});

test('the weights fit', () => {
  const bytes = ['en', 'kk'].map((language) => statSync(resolve(MODELS, `${language}.bin`)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_300_000);
});

test('a stranger’s file is refused with what to do', () => {
  expect(() => readNameModel(new ArrayBuffer(4))).toThrow(/no name model/);
  const other = new Uint8Array([0x53, 0x4c, 0x4e, 0x4d, 99, 0, 0, 0, 0, 0]);
  expect(() => readNameModel(other.buffer)).toThrow(/version 99/);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { RefusedDocument } from '../core/model/draft';
import { checkDraft } from './check-draft';
import { readDocument } from './read-document';

const FOLDER = resolve(import.meta.dirname, '../tests/documents');
const DOCUMENTS = readdirSync(FOLDER).filter((name) => !/\.expected\.txt$|^README/.test(name));
const ROUNDS = Number(process.env.SIDELIGHT_ROUNDS ?? 12);
/** Of one damaged file. */
const LONGEST_MS = 10_000;

/** The same damage in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function damaged(bytes: Uint8Array, round: number): Uint8Array {
  const next = random(round * 7919 + bytes.length);
  const at = Math.floor(next() * bytes.length);
  if (round % 3 === 0) return bytes.slice(0, at);
  const copy = bytes.slice();
  if (round % 3 === 1) {
    for (let flip = 0; flip < 1 + round; flip++) {
      const place = Math.floor(next() * copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(next() * 8));
    }
    return copy;
  }
  // A stretch from elsewhere in the file.
  const length = Math.min(200, copy.length - at);
  copy.copyWithin(at, Math.floor(next() * (copy.length - length)), copy.length);
  return copy;
}

describe.each(DOCUMENTS)('%s, damaged', (name) => {
  test('is a draft or is refused', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const whole = new Uint8Array(readFileSync(join(FOLDER, name)));
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      try {
        const draft = await readDocument({ name, bytes: damaged(whole, round) }, () => {});
        expect(checkDraft(draft), `round ${round}`).toEqual([]);
      } catch (error) {
        if (!(error instanceof RefusedDocument))
          throw new Error(`round ${round}`, { cause: error });
      }
      expect(performance.now() - began, `round ${round}`).toBeLessThan(LONGEST_MS);
    }
    // What no part of ours has foreseen.
    expect(errors.mock.calls).toEqual([]);
    vi.restoreAllMocks();
  }, 60_000);
});

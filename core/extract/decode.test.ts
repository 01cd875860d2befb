import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTags, chancesOf } from './decode';
import { SIDE } from './name-model';
import { mayFollow, TAGS } from './tags';

const scoresOf = (length: number) =>
  fc.array(fc.integer({ min: -60, max: 60 }), {
    minLength: length * TAGS,
    maxLength: length * TAGS,
  });
const transitions = fc.array(fc.integer({ min: -40, max: 40 }), {
  minLength: SIDE * SIDE,
  maxLength: SIDE * SIDE,
});

/** Every sequence of tags that is allowed, with its score. */
function* all(scores: number[], steps: number[]): Generator<{ tags: number[]; score: number }> {
  const n = scores.length / TAGS;
  const tags: number[] = [];
  function* go(
    i: number,
    before: number,
    score: number,
  ): Generator<{ tags: number[]; score: number }> {
    if (i === n) {
      if (mayFollow(before, -1)) {
        yield { tags: [...tags], score: score + (steps[before * SIDE + TAGS] ?? 0) };
      }
      return;
    }
    for (let tag = 0; tag < TAGS; tag++) {
      if (!mayFollow(before, tag)) continue;
      tags.push(tag);
      const row = before === -1 ? TAGS : before;
      yield* go(i + 1, tag, score + (scores[i * TAGS + tag] ?? 0) + (steps[row * SIDE + tag] ?? 0));
      tags.pop();
    }
  }
  yield* go(0, -1, 0);
}

test('the best tags are those of the best of all sequences', () => {
  fc.assert(
    fc.property(scoresOf(3), transitions, (scores, steps) => {
      const ranked = [...all(scores, steps)].sort((a, b) => b.score - a.score);
      const found = ranked.find(({ tags }) => `${tags}` === `${[...bestTags(scores, steps)]}`);
      expect(found?.score).toBe(ranked[0]?.score);
    }),
    { numRuns: 20 },
  );
});

test('chances are shares of all sequences', () => {
  fc.assert(
    fc.property(scoresOf(2), transitions, (scores, steps) => {
      const unit = 1 / 16;
      const chances = chancesOf(scores, steps, unit);
      let sum = 0;
      const expected = new Float64Array(2 * TAGS);
      for (const { tags, score } of all(scores, steps)) {
        const weight = Math.exp(score * unit);
        sum += weight;
        tags.forEach((tag, i) => {
          expected[i * TAGS + tag] = (expected[i * TAGS + tag] ?? 0) + weight;
        });
      }
      expected.forEach((weight, i) => {
        expect(chances[i]).toBeCloseTo(weight / sum, 6);
      });
    }),
    { numRuns: 20 },
  );
});

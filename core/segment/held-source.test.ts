import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../../tests/fixtures/seed';
import { type HeldPassage, heldParts, rankable } from './held-source';

const { passages, entities, held } = heldParts(seed);

test('a source is held whole: passages verbatim, entities in order, mentions at their words', () => {
  expect(passages.map(({ text }) => text)).toEqual(
    seed.passages.map(({ start, end }) => seed.text.slice(start, end)),
  );
  expect(entities.map(({ id }) => id)).toEqual(seed.entities.map(({ id }) => id).toSorted());
  const words = passages.flatMap(({ text, mentions }) =>
    mentions.map(({ start, end, entity }) => [entities[entity]?.id, text.slice(start, end)]),
  );
  expect(words).toEqual(seed.mentions.map(({ entity, surface }) => [entity, surface]));
  expect(held).toMatchObject({ passages: 56, entities: 71, mentions: seed.mentions.length });
});

test('ranking sees the mentions that are not part of a longer one, as a naive search finds them', () => {
  const span = fc.record({ start: fc.nat(12), length: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 10 }), (spans) => {
      const mentions = spans
        .map(({ start, length }, entity) => ({ start, end: start + length, entity }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const passage = { ...(passages[0] as HeldPassage), mentions };
      const outer = mentions.filter(
        (one) =>
          !mentions.some(
            (other) =>
              other.start <= one.start &&
              other.end >= one.end &&
              other.end - other.start > one.end - one.start,
          ),
      );
      expect(rankable(passage).mentions).toEqual(outer);
    }),
  );
});

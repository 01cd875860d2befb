import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Joinable, joinSubjects, membersOf, reasonFor } from './subjects';

const entity = (kind: Joinable['kind'], sureNames: string[], wikidata = 0): Joinable => ({
  kind,
  wikidata,
  sureNames,
});
/** The subjects, as lists of entities. */
const subjectsOf = (entities: Joinable[], apart: number[] = [], joined: number[][] = []) => {
  const subjects = joinSubjects(entities, new Set(apart), joined);
  return Array.from(subjects.ends, (_, subject) => [...membersOf(subjects, subject)]);
};

describe('entities are one subject', () => {
  test.each<[string, Joinable[], number[][]]>([
    [
      'with the same Wikidata item',
      [entity('place', ['a'], 5), entity('idea', ['b'], 5)],
      [[0, 1]],
    ],
    ['not with two items', [entity('place', ['a'], 5), entity('place', ['b'], 6)], [[0], [1]]],
    [
      'with a name of one kind',
      [entity('place', ['kashgar']), entity('place', ['kashi', 'kashgar'])],
      [[0, 1]],
    ],
    [
      'not with a name of two kinds',
      [entity('place', ['georgia']), entity('person', ['georgia'])],
      [[0], [1]],
    ],
    [
      'not by a surname alone',
      [entity('person', ['zakir']), entity('person', ['zakir'])],
      [[0], [1]],
    ],
    [
      'by a full name',
      [entity('person', ['shohrat zakir', 'zakir']), entity('person', ['shohrat zakir'])],
      [[0, 1]],
    ],
    [
      'by a full name without spaces',
      [entity('person', ['习近平']), entity('person', ['习近平'])],
      [[0, 1]],
    ],
    [
      'not without any name that needs no company',
      [entity('place', []), entity('place', [])],
      [[0], [1]],
    ],
    [
      'by way of a third',
      [entity('place', ['a']), entity('place', ['a', 'b']), entity('place', ['b'])],
      [[0, 1, 2]],
    ],
  ])('%s', (_, entities, subjects) => {
    expect(subjectsOf(entities)).toEqual(subjects);
  });

  test('not where a reader has parted them, and so where a reader has joined them', () => {
    const entities = [entity('place', ['a']), entity('place', ['a']), entity('idea', ['b'])];
    expect(subjectsOf(entities, [1])).toEqual([[0], [1], [2]]);
    expect(subjectsOf(entities, [1], [[1, 2]])).toEqual([[0], [1, 2]]);
    expect(subjectsOf(entities, [], [[2, 0], [5]])).toEqual([[0, 1, 2]]);
  });

  test('each in just one, whatever they share; those of a naive search', () => {
    const anyEntity = fc.record({
      kind: fc.constantFrom<Joinable['kind']>('place', 'idea', 'person'),
      wikidata: fc.nat(3),
      sureNames: fc.subarray(['a b', 'c', 'd', 'e f']),
    });
    fc.assert(
      fc.property(fc.array(anyEntity, { maxLength: 12 }), (entities) => {
        const subjects = subjectsOf(entities);
        expect(subjects.flat().toSorted((a, b) => a - b)).toEqual(entities.map((_, i) => i));
        const near = (one: number) =>
          entities.flatMap((other, i) => (reasonFor(entities[one] as Joinable, other) ? [i] : []));
        entities.forEach((_, start) => {
          const reached = new Set([start]);
          for (const one of reached) for (const other of near(one)) reached.add(other);
          const own = subjects.find((members) => members.includes(start));
          expect(own).toEqual([...reached].toSorted((a, b) => a - b));
        });
      }),
    );
  });
});

test.each<[string, Joinable, Joinable, unknown]>([
  [
    'the item',
    entity('place', ['a'], 5),
    entity('place', ['a'], 5),
    { by: 'wikidata', item: 'Q5' },
  ],
  ['the name', entity('place', ['b', 'a']), entity('place', ['a']), { by: 'name', name: 'a' }],
  ['nothing', entity('place', ['a']), entity('place', ['b']), null],
])('the reason is %s', (_, one, other, reason) => {
  expect(reasonFor(one, other)).toEqual(reason);
});

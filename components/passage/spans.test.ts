import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../core/model/source';
import {
  countWords,
  finderOf,
  foldAround,
  nestSpans,
  outermost,
  type Piece,
  runsOf,
} from './spans';

const join = <S extends Span>(pieces: Piece<S>[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : join(piece.pieces))).join('');

/** Each piece in brackets; `+` where a span goes on after a split. */
const draw = <S extends Span>(pieces: Piece<S>[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `${piece.first ? '' : '+'}[${draw(piece.pieces)}]`,
    )
    .join('');

/** The spans over each character, as places in the list given, outermost first. */
const over = <S extends Span>(pieces: Piece<S>[], spans: S[], outer: number[] = []): number[][] =>
  pieces.flatMap((piece) =>
    typeof piece === 'string'
      ? [...Array(piece.length)].map(() => outer)
      : over(piece.pieces, spans, [...outer, spans.indexOf(piece.span)]),
  );

const passage = fc.string({ unit: 'grapheme', maxLength: 60 });
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: -5, max: 80 }), fc.integer({ min: -5, max: 80 }))
    .map(([start, end]) => ({ start, end })),
  { maxLength: 8 },
);

describe('nestSpans', () => {
  test.each<[name: string, spans: Array<[number, number]>, drawn: string]>([
    ['no spans', [], 'abcdefgh'],
    ['one', [[2, 4]], 'ab[cd]efgh'],
    ['the whole', [[0, 8]], '[abcdefgh]'],
    [
      'one inside another',
      [
        [1, 7],
        [3, 5],
      ],
      'a[bc[de]fg]h',
    ],
    [
      'the same place twice',
      [
        [2, 4],
        [2, 4],
      ],
      'ab[[cd]]efgh',
    ],
    [
      'side by side',
      [
        [0, 4],
        [4, 8],
      ],
      '[abcd][efgh]',
    ],
    [
      'crossing: the later one is split',
      [
        [0, 5],
        [3, 8],
      ],
      '[abc[de]]+[fgh]',
    ],
    [
      'the inner one first: the outer one is split',
      [
        [3, 5],
        [1, 7],
      ],
      'a[bc][+[de]]+[fg]h',
    ],
    [
      'empty, out of range, turned around',
      [
        [3, 3],
        [-4, 2],
        [6, 99],
        [50, 60],
        [5, 4],
      ],
      '[ab]cdef[gh]',
    ],
  ])('%s', (_, given, drawn) => {
    const list = given.map(([start, end]) => ({ start, end }));
    expect(draw(nestSpans('abcdefgh', list))).toBe(drawn);
  });

  test('a part keeps only what lies in it', () => {
    const list = [{ start: 1, end: 4 }];
    expect(draw(nestSpans('abcdefgh', list, { start: 2, end: 6 }))).toBe('[cd]ef');
  });

  test('the text is always the passage, and each character has exactly its spans', () => {
    fc.assert(
      fc.property(passage, spans, (text, list) => {
        const pieces = nestSpans(text, list);
        expect(join(pieces)).toBe(text);
        const expected = [...Array(text.length).keys()].map((place) =>
          [...list.keys()].filter((i) => {
            const { start, end } = list[i] as Span;
            return start <= place && place < end;
          }),
        );
        expect(over(pieces, list)).toEqual(expected);
      }),
    );
  });

  test('each span has one first piece', () => {
    const firsts = (pieces: Piece<Span>[]): Span[] =>
      pieces.flatMap((piece) =>
        typeof piece === 'string'
          ? []
          : [...(piece.first ? [piece.span] : []), ...firsts(piece.pieces)],
      );
    fc.assert(
      fc.property(passage, spans, (text, list) => {
        const shown = list.filter(
          ({ start, end }) => Math.max(start, 0) < Math.min(end, text.length),
        );
        const found = firsts(nestSpans(text, list));
        expect(found).toHaveLength(shown.length);
        expect(new Set(found)).toEqual(new Set(shown));
      }),
    );
  });
});

describe('foldAround', () => {
  const text =
    'First of all, this. Then Kashgar was named. After it came a third sentence. And a fourth.';

  test('a text that is hardly longer than the limit stays whole', () => {
    expect(foldAround(text, undefined, 80)).toEqual({ start: 0, end: text.length });
  });

  test.each<[limit: number, shown: string]>([
    [30, 'Then Kashgar was named.'],
    [46, 'First of all, this. Then Kashgar was named.'],
    [60, 'Then Kashgar was named. After it came a third sentence.'],
    [10, 'Kashgar'],
  ])('%i characters', (limit, shown) => {
    const start = text.indexOf('Kashgar');
    const part = foldAround(text, { start, end: start + 7 }, limit);
    expect(text.slice(part.start, part.end)).toBe(shown);
  });

  test('without a mention, from the beginning', () => {
    expect(text.slice(0, foldAround(text, undefined, 45).end)).toBe(
      'First of all, this. Then Kashgar was named.',
    );
  });

  test('Chinese takes twice the room', () => {
    const given = '喀什在新疆。'.repeat(10);
    expect(foldAround(given, undefined, 24)).toEqual({ start: 0, end: 12 });
  });

  test('the mention begins in the part, which is never longer than the text', () => {
    const prose = fc
      .array(fc.constantFrom('word', 'Xinjiang', 'a.', '新疆。', 'Шыңжаң', '?', '…'), {
        minLength: 1,
        maxLength: 120,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(prose, fc.nat(), fc.integer({ min: 5, max: 300 }), (given, place, limit) => {
        const start = place % given.length;
        const part = foldAround(given, { start, end: start + 1 }, limit);
        expect(part.start).toBeGreaterThanOrEqual(0);
        expect(part.end).toBeLessThanOrEqual(given.length);
        expect(part.start).toBeLessThanOrEqual(start);
        if (given.charAt(start) !== ' ') expect(part.end).toBeGreaterThan(start);
      }),
    );
  });
});

test.each<[text: string, words: number]>([
  ['', 0],
  ['The court refused, in 2018.', 5],
  ['Шыңжаң – Қазақстан', 2],
])('countWords: %s', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test('finderOf takes the beginning of what is very long', () => {
  expect(finderOf('a '.repeat(200_000))('a '.repeat(400))[0]?.end).toBe(300);
});

test.each<[text: string, query: string, hits: string[]]>([
  ['China and china', 'china', ['China', 'china']],
  ['China’s “dream”', 'china\'s "dream"', ['China’s “dream”']],
  ['One  Road', ' one road ', ['One  Road']],
  ['a.b (c) [d]', '.b (c) [', ['.b (c) [']],
  ['anything', '  ', []],
  ['İstanbul ist', 'IST', ['ist']],
  ['cafe\u0301 and café', 'Café', ['cafe\u0301', 'café']],
])('finderOf: %s, %s', (text, query, hits) => {
  expect(finderOf(query)(text).map(({ start, end }) => text.slice(start, end))).toEqual(hits);
});

describe('runs of numbers', () => {
  test.each<[number[], Array<[number, number]>]>([
    [[], []],
    [[7], [[7, 7]]],
    [
      [1, 3, 4, 5, 9, 10],
      [
        [1, 1],
        [3, 5],
        [9, 10],
      ],
    ],
    [[2, 2, 3], [[2, 3]]],
  ])('%j', (numbers, runs) => {
    expect(runsOf(numbers)).toEqual(runs);
  });

  test('hold every number, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const held = runsOf(sorted).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        );
        expect(held).toEqual(sorted);
      }),
    );
  });
});

describe('the outermost spans', () => {
  test.each<[string, Span[], Span[]]>([
    [
      'are all where none overlap',
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    ],
    [
      'are not those within a longer one',
      [
        { start: 4, end: 6 },
        { start: 0, end: 6 },
        { start: 0, end: 3 },
      ],
      [{ start: 0, end: 6 }],
    ],
    [
      'of two that cross are the first',
      [
        { start: 3, end: 8 },
        { start: 0, end: 5 },
      ],
      [{ start: 0, end: 5 }],
    ],
  ])('%s', (_, spans, kept) => {
    expect(outermost(spans)).toEqual(kept);
  });
});

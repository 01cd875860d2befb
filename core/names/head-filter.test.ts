import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { word } from '../../tests/fixtures/words';
import { encodeHeadFilter, hashHead, mayHold } from './head-filter';

const filterOf = (heads: string[]) => encodeHeadFilter(heads.map(hashHead));

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => word(from + i));

test('the filter passes every head that it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (heads) => {
      const filter = filterOf(heads);
      expect(heads.filter((head) => !mayHold(filter, head))).toEqual([]);
    }),
  );
});

describe.each([1_000, 20_000, 100_000])('of %i heads, the filter', (count) => {
  const filter = filterOf(words(0, count));

  test('passes every one', () => {
    expect(words(0, count).filter((head) => !mayHold(filter, head))).toEqual([]);
  });

  test('passes fewer than 3 in 100 other words', () => {
    const others = words(count, 50_000);
    const passed = others.filter((head) => mayHold(filter, head)).length;
    expect(passed / others.length).toBeLessThan(0.03);
  });

  test('passes fewer than 3 in 100 pairs of Han characters', () => {
    let passed = 0;
    for (let i = 0; i < 10_000; i++) {
      const pair = String.fromCharCode(0x4e00 + (i % 100), 0x6000 + Math.floor(i / 100));
      if (mayHold(filter, pair)) passed++;
    }
    expect(passed / 10_000).toBeLessThan(0.03);
  });

  test('is a text of one-byte characters', () => {
    expect(filter).toMatch(/^[\0-\xff]+$/);
  });
});

test('the filter of no heads passes nothing', () => {
  const filter = filterOf([]);
  expect(words(0, 1000).filter((head) => mayHold(filter, head))).toEqual([]);
});

test('the filter does not depend on the order or the number of times that heads are given', () => {
  expect(filterOf(['b', 'a', 'b', 'b'])).toBe(filterOf(['a', 'b']));
});

test('the filter takes 256 KiB at most, and still passes every head', () => {
  const heads = words(0, 200_000);
  const filter = filterOf(heads);
  expect(filter).toHaveLength(1 << 18);
  expect(heads.filter((head) => !mayHold(filter, head))).toEqual([]);
});

test('a hash is a whole number of 30 bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (head) => {
      expect(hashHead(head)).toBe(hashHead(head) & (2 ** 30 - 1));
    }),
  );
});

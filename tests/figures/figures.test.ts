import { describe, expect, test } from 'vitest';
import { type Half, type Item, measure, precision, readItems, recall } from './evaluate';

/** What docs/figures.md promises. */
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.6;

const items = readItems();
const percent = (value: number) => `${Math.round(value * 100)} %`;

test.each<Half | 'all'>(['tune', 'test', 'all'])('figures on the judged set: %s', (half) => {
  const totals = measure(items.filter((item) => half === 'all' || item.half === half));
  const { expected, found, right } = totals;
  console.info(
    `${half}: precision ${percent(precision(totals))} (${right} of ${found}), recall ${percent(recall(totals))} (${right} of ${expected})`,
  );
  if (half !== 'all') return;
  expect(precision(totals)).toBeGreaterThanOrEqual(LEAST_PRECISION);
  expect(recall(totals)).toBeGreaterThanOrEqual(LEAST_RECALL);
});

describe('the set', () => {
  const count = (is: (item: Item) => boolean) => items.filter(is).length;

  test('is as large and as varied as docs/figures.md says', () => {
    const inLanguage = (asked: Item['language']) => count(({ language }) => language === asked);
    expect({
      en: inLanguage('en'),
      ru: inLanguage('ru'),
      zh: inLanguage('zh'),
      kk: inLanguage('kk'),
      mixed: inLanguage('mixed'),
    }).toEqual({ en: 40, ru: 8, zh: 6, kk: 3, mixed: 3 });
  });

  test('is about half traps', () => {
    const traps = count(({ pairs }) => pairs.length === 0);
    expect(traps).toBeGreaterThanOrEqual(27);
    expect(traps).toBeLessThanOrEqual(33);
  });
});

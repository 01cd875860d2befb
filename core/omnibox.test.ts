import { describe, expect, test } from 'vitest';
import { library, ours } from '../tests/fixtures/seed';
import { markUp, plainText, suggestionsFor } from './omnibox';
import { NO_FILTER } from './types';

await library.readySearch();
const offered = (query: string) =>
  suggestionsFor(
    library.find(query, NO_FILTER, new Set()),
    (kind) => `a ${kind}`,
    ({ speaker, hedges }) => `${speaker?.name} (${hedges.length} hedges)`,
  );

describe('the address bar offers', () => {
  test('names with their kind, and as what they were found', () => {
    const [first] = offered('新疆');
    expect(first?.id).toBe(ours('xinjiang'));
    expect(plainText(first?.line ?? [])).toMatch(/^Xinjiang.* – a place – 新疆$/);
  });

  test('passages around the words found, with who says them, how firmly, and where', () => {
    const [first] = offered('raindrops');
    expect(first?.id).toBe(ours('27'));
    expect(first?.line.find(({ style }) => style === 'match')?.text).toBe('raindrops');
    expect(first?.line.at(-1)?.text).toMatch(/ – Aidar Amrebayev \(\d+ hedges\), ¶ 27, Interview/);
  });

  test('six lines at most, of both sorts', () => {
    const ids = offered('china').map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(ids.filter((id) => /\/\d+$/.test(id))).toHaveLength(3);
  });

  test('nothing where nothing is found', () => {
    expect(offered('zzzqqq')).toEqual([]);
  });
});

test.each([
  ['<b>&"\'', '&lt;b&gt;&amp;&quot;&apos;'],
  ['a\u0001\u0000b', 'a  b'],
  ['\ud800x😀', ' x😀'],
])('markup of %j is text', (text, escaped) => {
  expect(markUp([{ text, style: 'plain' }])).toBe(escaped);
  expect(markUp([{ text, style: 'match' }])).toBe(`<match>${escaped}</match>`);
});

test('stretches that are empty leave no tags', () => {
  expect(
    markUp([
      { text: '', style: 'dim' },
      { text: 'x', style: 'plain' },
    ]),
  ).toBe('x');
});

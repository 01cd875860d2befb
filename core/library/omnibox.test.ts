import { describe, expect, test } from 'vitest';
import { library, ours } from '../../tests/fixtures/seed';
import { DEFAULT_SETTINGS } from '../choices/settings';
import { NO_FILTER } from '../model/views';
import { markUp, plainText, suggestionsFor } from './omnibox';

const find = (query: string) => library.find(query, NO_FILTER, [], DEFAULT_SETTINGS);
const [long] = (await find('raindrops')).passages;
if (!long) throw new Error('the source has no raindrops');
const offered = async (query: string) =>
  suggestionsFor(
    await find(query),
    (kind) => `a ${kind}`,
    ({ start, end }, { speaker, text }) => `${speaker?.name} on ${text.slice(start, end)}`,
  );

describe('the address bar offers', () => {
  test('names with their kind, and as what they were found', async () => {
    const [first] = await offered('新疆');
    expect(first?.id).toBe(ours('xinjiang'));
    expect(plainText(first?.line ?? [])).toMatch(/^Xinjiang.* – a place – 新疆$/);
  });

  test('passages around the words found: first who says them, last where', async () => {
    const [first] = await offered('raindrops');
    expect(first?.id).toBe(ours('27'));
    expect(first?.line.find(({ style }) => style === 'match')?.text).toBe('raindrops');
    expect(first?.line[0]).toEqual({ text: 'Aidar Amrebayev on raindrops: ', style: 'dim' });
    expect(first?.line.at(-1)?.text).toMatch(/^ – ¶ 27, Interview/);
  });

  test('dots only where words are left out', () => {
    const whole = { id: 's/1', ordinal: 1, text: 'Short words.', hits: [{ start: 0, end: 5 }] };
    const [first] = suggestionsFor(
      { names: [], ofFirst: [], passages: [{ ...long, ...whole }], fit: 'all' },
      String,
      () => 'X',
    );
    expect(plainText(first?.line ?? [])).toContain('X: Short words. – ¶ 1');
  });

  test('six lines at most, of both sorts', async () => {
    const ids = (await offered('china')).map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(ids.filter((id) => /\/\d+$/.test(id))).toHaveLength(3);
  });

  test('nothing where nothing is found', async () => {
    expect(await offered('zzzqqq')).toEqual([]);
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

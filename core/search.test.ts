import { describe, expect, test } from 'vitest';
import { ours, seed } from '../tests/fixtures/seed';
import { fold } from './fold';
import { Search } from './search';

const search = new Search([seed]);
const passageText = (id: string) => {
  const passage = seed.passages.find((some) => some.id === id);
  return seed.text.slice(passage?.start, passage?.end);
};

describe('names', () => {
  test.each([
    ['as the source writes them', 'Xinjiang', 'xinjiang'],
    ['in lower case', 'kashgar', 'kashgar'],
    ['with a letter missing', 'xinjang', 'xinjiang'],
    ['with letters swapped', 'Kazakshtan', 'kazakhstan'],
    ['without diacritics', 'Shohret Zakir', 'shohrat-zakir'],
    ['by an alias', 'Uygur', 'uyghurs'],
    ['in Russian', 'Казахстан', 'kazakhstan'],
    ['in Kazakh', 'қазақтар', 'kazakhs'],
    ['in Chinese', '新疆', 'xinjiang'],
    ['in Uyghur', 'ئۇيغۇر', 'uyghurs'],
    ['by their beginning', 'Shohr', 'shohrat-zakir'],
    ['with white space around', '  Tibet ', 'tibet'],
  ])('are found %s', (_, query, entity) => {
    expect(search.find(query).names[0]?.entity).toBe(ours(entity));
  });

  test('are given in the form that was found', () => {
    expect(search.find('Xinjiang').names[0]).toEqual({
      entity: ours('xinjiang'),
      name: 'Xinjiang',
    });
    expect(search.find('中国').names[0]).toEqual({ entity: ours('china'), name: '中国' });
  });

  test.each(['China', 'Kazakh', 'the', 'Китай'])(
    'of one entity are found once, eight at most (%s)',
    (query) => {
      const entities = search.find(query).names.map(({ entity }) => entity);
      expect(entities.length).toBeGreaterThan(0);
      expect(entities.length).toBeLessThanOrEqual(8);
      expect(new Set(entities).size).toBe(entities.length);
    },
  );

  test('are not found where nothing is like them', () => {
    expect(search.find('zzzzqqqq').names).toEqual([]);
  });
});

describe('passages', () => {
  const ordinals = (query: string) =>
    search.find(query).passages.map(({ passage }) => Number(passage.split('/')[1]));

  test('are found when they hold every word, and only then', () => {
    const wanted = seed.passages
      .filter(({ id }) => /\bcamps/i.test(passageText(id)) && /\bzakir/i.test(passageText(id)))
      .map(({ ordinal }) => ordinal);
    expect(wanted.length).toBeGreaterThan(0);
    expect(ordinals('zakir camps').sort((a, b) => a - b)).toEqual(wanted);
  });

  test('are found by the beginnings of words', () => {
    expect(ordinals('raindr')).toEqual([27]);
    expect(ordinals('aindrops')).toEqual([]);
  });

  test.each(['china', 'camps', 'chinese camp', 'Shohrat'])(
    'come with the places of the words (%s)',
    (query) => {
      const { passages } = search.find(query);
      expect(passages.length).toBeGreaterThan(0);
      for (const { passage, hits } of passages) {
        expect(hits.length).toBeGreaterThan(0);
        for (const { start, end } of hits) {
          const hit = fold(passageText(passage).slice(start, end));
          expect(
            fold(query)
              .split(' ')
              .some((word) => hit.startsWith(word)),
          ).toBe(true);
        }
      }
    },
  );

  test('with more hits come first, twenty at most', () => {
    const counts = search.find('china').passages.map(({ hits }) => hits.length);
    expect(counts).toHaveLength(20);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test('are not found when a word is in none', () => {
    expect(ordinals('china zzzz')).toEqual([]);
  });
});

test.each(['', ' ', 'a', '\u200b'])('nothing is found for “%s”', (query) => {
  expect(search.find(query)).toEqual({ names: [], passages: [] });
});

test('punctuation finds no passage', () => {
  expect(search.find('...').passages).toEqual([]);
});

test('without sources nothing is found', () => {
  expect(new Search([]).find('China')).toEqual({ names: [], passages: [] });
});

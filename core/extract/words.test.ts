import { expect, test } from 'vitest';
import { wordsOf } from './words';

test.each([
  ['Xi’an is in China.', 'Xi’an is in China .'],
  ["Xinjiang's fate", "Xinjiang 's fate"],
  ['the U.S. and J. K. Rowling', 'the U.S. and J. K. Rowling'],
  ['Ili-Kazakh (XUAR, PRC)', 'Ili - Kazakh ( XUAR , PRC )'],
  ['Evergreen Solar, Inc. said', 'Evergreen Solar , Inc. said'],
  ['O’Brien doesn’t know', 'O’Brien doesn’t know'],
  ['@name #Xinjiang https://a.b/c?d.', '@name #Xinjiang https://a.b/c?d .'],
  ['в 1,5 раза', 'в 1,5 раза'],
  ['Қасым-Жомарт Тоқаев', 'Қасым - Жомарт Тоқаев'],
  ['中国China', '中国 China'],
  ['It ended. Then… what?', 'It ended . Then … what ?'],
])('%s', (text, words) => {
  expect(
    wordsOf(text)
      .map((word) => word.text)
      .join(' '),
  ).toBe(words);
});

test('offsets are those of the text, and glued words and line breaks are told', () => {
  const text = 'Lower\nAustria’s dams';
  const words = wordsOf(text, 0, text.length);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Lower',
    'Austria',
    '’s',
    'dams',
  ]);
  expect(words.map(({ glued }) => glued)).toEqual([false, false, true, false]);
  expect(words.map(({ breaks }) => breaks)).toEqual([0, 1, 0, 0]);
});

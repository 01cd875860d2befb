import { expect, test } from 'vitest';
import { findReportedSpeech } from './reported-speech';

const found = (text: string) =>
  findReportedSpeech(text).map(
    ({ start, end, speaker }) => `${speaker}: ${text.slice(start, end)}`,
  );

test.each<[string, string[]]>([
  ['“The river is low,” said the ferryman.', ['the ferryman: “The river is low,”']],
  [
    '“The river is low,” Captain Nemo said. “It will stay low.”',
    ['Captain Nemo: “The river is low,”', 'Captain Nemo: “It will stay low.”'],
  ],
  ['The ministry said that the dam holds.', ['The ministry: the dam holds']],
  ['For example, the press writes that rivers run dry.', ['the press: rivers run dry']],
  [
    'The chairman, Baron Munchausen, told reporters that all is well here.',
    ['Baron Munchausen: all is well here'],
  ],
  ['Mr. Fogg announced: “We shall sail at noon.”', ['Mr. Fogg: “We shall sail at noon.”']],
  ['He said that the dam holds.', []],
  ['She told us, “It never rains here.”', []],
  ['The word “steppe” is Russian.', []],
  ['“The Old Man and the Sea” is a book.', []],
  ['Аким заявил: «Колодец общий для всех».', ['Аким: «Колодец общий для всех»']],
  [
    '«Вода вернётся к весне», — сказал Ходжа Насреддин.',
    ['Ходжа Насреддин: «Вода вернётся к весне»'],
  ],
  ['Министерство сообщило, что вода вернётся весной.', ['Министерство: вода вернётся весной']],
  ['Он заявил: «Колодец общий для всех».', []],
  ['«Бояу кепкен жоқ», – деді Тазша бала.', ['Тазша бала: «Бояу кепкен жоқ»']],
])('%s', (text, quotes) => {
  expect(found(text)).toEqual(quotes);
});

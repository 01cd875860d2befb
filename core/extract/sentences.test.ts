import { expect, test } from 'vitest';
import { sentenceEnds } from './sentences';
import { wordsOf } from './words';

function sentences(text: string): string[] {
  const words = wordsOf(text);
  let from = 0;
  return sentenceEnds(words).map((to) => {
    const sentence = text.slice(words[from]?.start, words[to - 1]?.end);
    from = to;
    return sentence;
  });
}

test.each([
  ['It rained. He left.', ['It rained.', 'He left.']],
  ['Dr. Holzer met J. K. Rowling.', ['Dr. Holzer met J. K. Rowling.']],
  ['He is in the U.S. The army left.', ['He is in the U.S.', 'The army left.']],
  ['the U.S. Senate voted', ['the U.S. Senate voted']],
  ['“We know.” She left.', ['“We know.”', 'She left.']],
  ['costs 3.5 million. yes', ['costs 3.5 million. yes']],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test('a wrapped line goes on, a short line ends', () => {
  const wrapped =
    'The army sent two hundred soldiers to the north of Lower\nAustria, where dams near Krems were close to breaking';
  expect(sentences(wrapped)).toEqual([wrapped]);
  expect(sentences('FLOODS\nThe army sent two hundred soldiers to the dams in the north.')).toEqual(
    ['FLOODS', 'The army sent two hundred soldiers to the dams in the north.'],
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesIn, form } from '../tests/reference/match-text';
import { naiveCandidates, naiveChoice, runsOf } from '../tests/reference/naive-matches';
import { JOINT } from './fold';
import { sureMatches } from './resolve';

const WORDS = [
  'China',
  'china',
  'CHINA',
  'Hong',
  'Kong',
  'HONG',
  'Xin',
  'jiang',
  'Xinjiang',
  'Ürümqi',
  'Urumqi',
  'U\u0308ru\u0308mqi',
  'the',
  'of',
  'West',
  'west',
  'UN',
  'Un',
  'Китай',
  'Китаи',
  'Кита\u0438\u0306',
  'КИТАЙ',
  'Орёл',
  'Орел',
  'уйгуры',
  'Уйгуры',
  '新疆',
  '新',
  '疆',
  '中国',
  '维吾尔',
  'ئۇيغۇر',
  'ҚХР',
  'да',
  's',
  '2',
  'Xi',
  'an',
  'é',
];
const GLUE = [
  ' ',
  '  ',
  '\n ',
  '\u00a0',
  '',
  '',
  '-',
  '‑',
  '–',
  "'",
  '’',
  '.',
  ', ',
  '\u00ad',
  '\u200b',
  JOINT,
  ` ${JOINT}`,
  `${JOINT} `,
];

const phrase = (least: number, most: number, glue: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...glue)), {
      minLength: least,
      maxLength: most,
    })
    .map((parts) =>
      parts.map(([word, between], i) => (i < parts.length - 1 ? word + between : word)).join(''),
    );

const forms = fc
  .uniqueArray(
    fc.tuple(
      phrase(1, 3, [' ', '-', "'"]),
      fc.constantFrom<'exact' | 'any-case' | 'acronym'>('exact', 'exact', 'any-case', 'acronym'),
    ),
    { minLength: 1, maxLength: 6, selector: ([text]) => text.toLowerCase() },
  )
  .map((list) => list.map(([text, rule], i) => form(text, `e${i}`, { rule })))
  // A name must hold a word, or two characters of a script without spaces.
  .filter((list) => list.every(({ text }) => /[\p{L}]{2}/u.test(text)));

test('the matcher finds what the naive reference finds', () => {
  fc.assert(
    fc.property(forms, phrase(1, 14, GLUE), fc.integer(), (names, text, flowSeed) => {
      const flows = (offset: number) => ((flowSeed >>> (offset % 31)) & 1) === 1;
      const wanted = runsOf(text, flows)
        .flatMap((run) => naiveChoice(naiveCandidates(run, names)))
        .map(({ start, end }) => [start, end]);
      const found = sureMatches(candidatesIn(text, names, flows)).map(({ start, end }) => [
        start,
        end,
      ]);
      expect(found).toEqual(wanted);
    }),
    { numRuns: 3000 },
  );
}, 60_000);

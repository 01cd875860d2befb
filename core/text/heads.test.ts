import { describe, expect, test } from 'vitest';
import { isLowerName, wordExpressions } from '../names/lower-names';
import { foldShapeOf, JOINT } from './fold';
import { ANY_WORD, collectWords, headsOf, isUnspaced, isWordUnit, wordFinder } from './heads';

const EVERY_WORD = { words: ANY_WORD, beginnings: '', names: '' };

const collect = (text: string, names: readonly string[] | 'every' = []) => [
  ...collectWords(text, wordFinder(names === 'every' ? EVERY_WORD : wordExpressions(names))),
];

describe('the words of a page that may be heads', () => {
  test.each<[string, string, string[]]>([
    ['are capitalised in Latin', 'the Uyghurs of China, since 2017', ['Uyghurs', 'China']],
    ['hold diacritics', 'in Ürümqi and Łódź', ['Ürümqi', 'Łódź']],
    ['end at hyphens and apostrophes', "Ili-Kazakh, China's", ['Ili', 'Kazakh', 'China']],
    ['hold digits after a capital', 'in G20 and B-52', ['G20', 'B']],
    ['begin at a capital inside of a word', 'the eBay', ['Bay']],
    ['are in capitals too', 'the UN', ['UN']],
    ['hold invisible characters', 'Xin\u00adji\u200bang', ['Xin\u00adji\u200bang']],
    ['are listed once', 'China and China', ['China']],
    ['are all words in Cyrillic', 'в Китае уйгуры', ['в', 'Китае', 'уйгуры']],
    ['hold й in two units', 'Кита\u0438\u0306', ['Кита\u0438\u0306']],
    ['are all words in Kazakh', 'қазақтар Қытайда', ['қазақтар', 'Қытайда']],
    ['are all words in the Arabic script', 'ئۇيغۇر، قازاق', ['ئۇيغۇر', 'قازاق']],
    ['are apart in mixed scripts', 'ҚХР-да China的Қытай', ['ҚХР', 'да', 'China', 'Қытай']],
    ['are not there in lower case, digits, nothing', 'the camps 2017 —', []],
    ['are not there in an empty text', '', []],
  ])('%s', (_, text, words) => {
    expect(collect(text)).toEqual(words);
  });

  test.each<[string, string, readonly string[] | 'every', string[]]>([
    ['in lower case', 'the camps of China', ['camps'], ['China', 'camps']],
    ['whole, not word by word', 'labour in labour camps', ['labour camps'], ['labour camps']],
    ['with a capital', 'Camps', ['camps'], ['Camps']],
    ['not at the beginning of a longer word', 'campsite', ['camps', 'camp'], []],
    ['when one begins another', 'camp camps', ['camp', 'camps'], ['camp', 'camps']],
    ['without invisible characters', 'cam\u00adps', ['camps'], ['camps']],
    ['without the joints of inline tags', `cam${JOINT}ps`, ['camps'], ['camps']],
    [
      'across white space of any kind',
      'labour\u00a0 camps',
      ['labour camps'],
      ['labour\u00a0 camps'],
    ],
    ['with their diacritics', 'les ouïghours', ['ouïghours'], ['ouïghours']],
    ['without their diacritics', 'les ouighours', ['ouïghours'], ['ouighours']],
    [
      'among all words when they are many',
      'The camps of 2017',
      'every',
      ['The', 'camps', 'of', '2017'],
    ],
  ])('names without capitals are found %s', (_, text, lowerNames, words) => {
    expect(collect(text, lowerNames)).toEqual(words);
  });

  test.each<[string, string, string[]]>([
    ['whole and in parts', `Xin${JOINT}Jiang`, [`Xin${JOINT}Jiang`, 'Xin', 'Jiang']],
    ['in parts that go on in lower case', `Xin${JOINT}jiang`, [`Xin${JOINT}jiang`, 'Xin', 'jiang']],
    ['in every part', `A${JOINT}B${JOINT}C`, [`A${JOINT}B${JOINT}C`, 'A', 'B', 'C']],
    ['without empty parts', `China${JOINT}${JOINT}`, [`China${JOINT}${JOINT}`, 'China']],
    ['in Cyrillic', `Ки${JOINT}тай`, [`Ки${JOINT}тай`, 'Ки', 'тай']],
  ])('glued across a joint are given %s', (_, text, words) => {
    expect(collect(text)).toEqual(words);
  });
});

describe('the pairs of a page', () => {
  test.each<[string, string, string[]]>([
    ['overlap in Han', '新疆人', ['新疆', '疆人']],
    [
      'overlap in runs of any length',
      '一二三四，五六七八九',
      ['一二', '二三', '三四', '五六', '六七', '七八', '八九'],
    ],
    ['are not made of one character', '在 China 的', ['China']],
    [
      'do not cross other scripts or punctuation',
      '新疆，中国China人民',
      ['新疆', '中国', 'China', '人民'],
    ],
    ['cross invisible characters', '新\u200b疆', ['新疆']],
    ['cross joints', `新${JOINT}疆`, ['新疆']],
    ['are made of Kana', 'カザフ', ['カザ', 'ザフ']],
    ['are made of Thai', 'จีน', ['จี', 'ีน']],
    ['are not made in scripts with spaces', 'China Китай قازاق', ['China', 'Китай', 'قازاق']],
  ])('%s', (_, text, found) => {
    expect(collect(text).toSorted()).toEqual(found.toSorted());
  });
});

describe('the heads of a name', () => {
  test.each<[string, string, Array<[string, number]>]>([
    [
      'its capitalised words',
      'Ministry of China',
      [
        ['ministry', 0],
        ['china', 12],
      ],
    ],
    [
      'its parts around a hyphen',
      'Ili-Kazakh',
      [
        ['ili', 0],
        ['kazakh', 4],
      ],
    ],
    ['folded words', 'Ürümqi', [['urumqi', 0]]],
    [
      'every word where none has a capital',
      're-education camps',
      [
        ['re', 0],
        ['education', 3],
        ['camps', 13],
      ],
    ],
    [
      'numbers where there is no capital',
      '1916 revolt',
      [
        ['1916', 0],
        ['revolt', 5],
      ],
    ],
    [
      'every word in Cyrillic',
      'Шёлковый путь',
      [
        ['шелковый', 0],
        ['путь', 9],
      ],
    ],
    [
      'every word in Kazakh',
      'Сүлеймен патша',
      [
        ['сүлеймен', 0],
        ['патша', 9],
      ],
    ],
    [
      'every word in the Arabic script',
      'شۆھرەت زاكىر',
      [
        ['شۆھرەت', 0],
        ['زاكىر', 7],
      ],
    ],
    [
      'neighbouring characters in Han',
      '新疆人',
      [
        ['新疆', 0],
        ['疆人', 1],
      ],
    ],
    [
      'characters on each side of a dot',
      '扎克·尔人',
      [
        ['扎克', 0],
        ['尔人', 3],
      ],
    ],
    ['pairs alone in mixed scripts', 'G20杭州', [['杭州', 3]]],
    ['words beside a single Han character', 'C位', [['c', 0]]],
  ])('are %s', (_, name, heads) => {
    expect(headsOf(foldShapeOf(name)).map(({ head, at }) => [head, at])).toEqual(heads);
  });

  test.each(['', '—', '…!', '新', '新·疆'])('are not there in “%s”', (name) => {
    expect(headsOf(foldShapeOf(name))).toEqual([]);
  });

  test.each([
    ['China', 'exact', false],
    ['the West', 'exact', false],
    ['camps', 'exact', true],
    ['1916', 'exact', true],
    ['China', 'any-case', true],
    ['уйгуры', 'exact', false],
    ['ООНовский', 'any-case', false],
    ['قازاق', 'exact', false],
    ['新疆', 'any-case', false],
  ] as const)('“%s” (%s) may stand on a page without capitals: %s', (name, rule, may) => {
    expect(isLowerName(name, rule)).toBe(may);
  });
});

test.each([
  ['a', true, false],
  ['Z', true, false],
  ['7', true, false],
  ['é', true, false],
  ['қ', true, false],
  ['ئ', true, false],
  ['\u0301', true, false],
  ['新', true, true],
  ['カ', true, true],
  ['ก', true, true],
  ['한', true, false],
  [' ', false, false],
  ['-', false, false],
  ['’', false, false],
  ['。', false, false],
  ['@', false, false],
  ['[', false, false],
  [JOINT, false, false],
])('“%s” is a unit of a word: %s, of a script without spaces: %s', (char, ofWord, unspaced) => {
  expect(isWordUnit(char.charCodeAt(0))).toBe(ofWord);
  expect(isUnspaced(char.charCodeAt(0))).toBe(unspaced);
});

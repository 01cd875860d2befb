import { describe, expect, test } from 'vitest';
import { form, matchesIn } from '../../tests/reference/match-text';
import { type Form, notOf } from '../model/form';
import { JOINT } from '../text/fold';

const CHINA = form('China');
const NAMES: Form[] = [
  CHINA,
  form('Hong Kong'),
  form('Xinjiang'),
  form('Kazakhstan'),
  form('Ministry of Foreign Affairs of China', 'ministry'),
  form('People’s Republic of China', 'China'),
  form('Uyghurs'),
  form('re-education camps', 'camps'),
  form('UN', 'UN', { rule: 'acronym' }),
  form('Barköl'),
  form('уйгуры', 'Uyghurs'),
  form('Китай', 'China'),
  form('Королёв'),
  form('新疆', 'Xinjiang'),
  form('新疆维吾尔自治区', 'Xinjiang'),
  form('中国', 'China'),
  form('قازاقىستان', 'Kazakhstan'),
  form('ҚХР-да', 'China', { rule: 'acronym' }),
  form('Xi’an'),
  form('俄罗斯', 'Russia'),
  form('白俄罗斯', '', { entity: notOf('s/Russia') }),
  form('外交部', 'MFA'),
  form('俄罗斯外交部', '', { entity: notOf('s/MFA') }),
];

const shown = (text: string, flows = true) =>
  matchesIn(text, NAMES, () => flows).map(({ start, end }) => text.slice(start, end));

describe('a match', () => {
  test.each<[string, string, string[]]>([
    ['stands alone', 'China', ['China']],
    ['stands in a sentence', 'In China, and in Xinjiang.', ['China', 'Xinjiang']],
    ['is a whole word', 'Indochina Chinatown Chinas China’s', ['China']],
    [
      'ends before a possessive',
      "China's People’s Republic of China’s",
      ['China', 'People’s Republic of China'],
    ],
    ['takes no digit at its side', 'China2 2China China-2', ['China']],
    ['is bounded by hyphens', 'China-backed non-China', ['China', 'China']],
    ['keeps capitals', 'china', []],
    ['may stand in capitals from four letters', 'CHINA XINJIANG', ['CHINA', 'XINJIANG']],
    ['is no mixture of cases', 'ChInA cHINA', []],
    ['acronyms only in capitals', 'UN un Un U', ['UN']],
    ['a lower-case name takes a capital', 'Re-education camps', ['Re-education camps']],
    ['a lower-case name in a title', 'Re-Education Camps', ['Re-Education Camps']],
    ['a lower-case name in capitals', 'RE-EDUCATION CAMPS', ['RE-EDUCATION CAMPS']],
    ['a lower-case name as it is', 'the re-education camps of', ['re-education camps']],
    [
      'longest wins',
      'Ministry of Foreign Affairs of China',
      ['Ministry of Foreign Affairs of China'],
    ],
    [
      'white space is one space',
      'Hong  \n\t Kong Hong\u00a0Kong',
      ['Hong  \n\t Kong', 'Hong\u00a0Kong'],
    ],
    ['words apart do not join', 'HongKong Hong-Kong', []],
    ['soft hyphens and zero width are nothing', 'Xin\u00adji\u200bang', ['Xin\u00adji\u200bang']],
    ['no invisible character at its end', 'Xinjiang\u200b!', ['Xinjiang']],
    [
      'diacritics fold',
      'Barkol Barköl Barko\u0308l BARKÖL',
      ['Barkol', 'Barköl', 'Barko\u0308l', 'BARKÖL'],
    ],
    ['quotes fold', "Xi'an Xi’an Xiʼan", ["Xi'an", 'Xi’an', 'Xiʼan']],
    ['hyphens fold', 're\u2011education camps', ['re\u2011education camps']],
    ['ё is е', 'Королев КОРОЛЁВ', ['Королев', 'КОРОЛЁВ']],
    ['й is not и', 'Китаи Китай Кита\u0438\u0306', ['Китай', 'Кита\u0438\u0306']],
    ['Cyrillic words are whole', 'Китайский уйгурыч Уйгуры', ['Уйгуры']],
    ['Han needs no boundary', '在新疆的中国人', ['新疆', '中国']],
    ['Han longest wins', '新疆维吾尔自治区', ['新疆维吾尔自治区']],
    ['words that hold a name but are another’s', '白俄罗斯和俄罗斯', ['俄罗斯']],
    [
      'another’s words keep no other name from its place',
      '俄罗斯外交部和外交部',
      ['俄罗斯', '外交部'],
    ],
    ['Han overlaps', '新疆维吾尔', ['新疆']],
    ['Han across invisible characters', '新\u200b疆', ['新\u200b疆']],
    ['Latin beside Han', '在China的', ['China']],
    ['Arabic script', 'قازاقىستان ۋە قازاقىستاندا', ['قازاقىستان']],
    ['acronyms with suffixes', 'ҚХР-да ҚХР-дағы', ['ҚХР-да']],
    ['a head inside of the name', 'the Foreign Affairs of China', ['China']],
  ])('%s', (_, text, wanted) => {
    expect(shown(text)).toEqual(wanted);
  });

  test.each<[string, string, boolean, string[]]>([
    ['across an inline tag', `Hong${JOINT} Kong`, true, [`Hong${JOINT} Kong`]],
    ['within a word', `Xin${JOINT}jiang`, true, [`Xin${JOINT}jiang`]],
    ['at a hyphen', `re-${JOINT}education camps`, true, [`re-${JOINT}education camps`]],
    ['within Han', `新${JOINT}疆`, true, [`新${JOINT}疆`]],
    ['glued words', `China${JOINT}town`, true, []],
    ['a block between', `Hong${JOINT} Kong`, false, []],
    ['blocks that touch', `China${JOINT}Kazakhstan`, false, ['China', 'Kazakhstan']],
    ['blocks after a word', `the${JOINT}China`, false, ['China']],
    ['Han blocks', `新${JOINT}疆`, false, []],
  ])('%s', (_, text, flows, wanted) => {
    expect(shown(text, flows)).toEqual(wanted);
  });
});

describe('an ambiguous name', () => {
  const names = [
    form('Han', 'Han', { needsCompany: true }),
    form('US', 'US', { needsCompany: true, rule: 'acronym' }),
    form('Western China', 'west', { needsCompany: true }),
    CHINA,
    form('Tibet'),
    form('Xinjiang'),
  ];
  const marked = (text: string) =>
    matchesIn(text, names, () => false).map(({ start, end }) => text.slice(start, end));

  test.each<[string, string, string[]]>([
    ['alone', 'The Han live here.', []],
    ['with one in its block', 'The Han of China', ['Han', 'China']],
    ['with one in another block', `The Han live.${JOINT}China`, ['China']],
    ['with two on the page', `The Han live.${JOINT}China${JOINT}Tibet`, ['Han', 'China', 'Tibet']],
    ['its own entity is no company', `The Han live.${JOINT}The Han${JOINT}China`, ['China']],
    ['a longer name', 'Han Solo in China and Tibet', ['China', 'Tibet']],
    ['the end of a longer name', 'See Byung Han in China', ['China']],
    [
      'after the first word of a sentence',
      'Many Han live in China. Few Han left.',
      ['Han', 'China', 'Han'],
    ],
    ['beside ours', 'in Tibet Han people of China', ['Tibet', 'Han', 'China']],
    ['a title in capitals', 'HAN IN CHINA', ['CHINA']],
    ['an acronym beside a title', 'the US Senate on China', ['US', 'China']],
    ['an acronym beside a word in capitals', 'CONTACT US on China', ['China']],
    ['without company leaves the shorter name', 'Western China', ['China']],
    ['with company takes the longer name', 'Western China and Tibet', ['Western China', 'Tibet']],
  ])('%s', (_, text, wanted) => {
    expect(marked(text)).toEqual(wanted);
  });
});

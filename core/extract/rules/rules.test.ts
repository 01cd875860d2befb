import { expect, test } from 'vitest';
import { Forms } from '../forms';
import type { ReadSentence } from '../reading';
import { readForms } from '../recase';
import { TYPES } from '../tags';
import { classBit, listHash, type WordClass, WordLists } from '../word-classes';
import { wordsOf } from '../words';
import { findAcronyms } from './acronyms';
import { joinBodies } from './bodies';
import { makeConsistent } from './consistency';
import { trimEdges } from './edges';
import { retypeListed } from './listed';
import { retypePeoples } from './peoples';
import { markPhrases } from './phrases';
import { splitNames } from './split';
import { trimTails } from './tails';

const LISTED: Array<[name: string, word: WordClass]> = [
  ['trinidad and tobago', 'region'],
  ['kazakhstan', 'region'],
  ['u.n.', 'organisation'],
  ['war', 'noun'],
  ['peace', 'noun'],
  ['ngozi', 'first-name'],
  ['christian', 'first-name'],
  ['luton', 'city'],
  ['coroner', 'title'],
];
const lists = new WordLists(
  new Map(LISTED.map(([word, name]) => [listHash(word), classBit(name)])),
);
const all = new Forms(lists);

/** "[ORG State Bank] of [LOC Ruritania]" is a sentence with two spans. */
function read(marked: string): ReadSentence & { text: string } {
  let text = '';
  const spans: Array<{ start: number; end: number; type: number }> = [];
  for (const [i, part] of marked.split(/\[([A-Z]+ [^\]]+)\]/).entries()) {
    const [type = '', ...words] = i % 2 ? part.split(' ') : ['', part];
    const piece = words.join(' ');
    if (type) {
      spans.push({
        start: text.length,
        end: text.length + piece.length,
        type: TYPES.indexOf(type as never),
      });
    }
    text += piece;
  }
  const words = wordsOf(text);
  return {
    text,
    words,
    language: 'en',
    ...readForms(words, all),
    spans: spans.map(({ start, end, type }) => ({
      from: words.findIndex((word) => word.start === start),
      to: words.findIndex((word) => word.end === end) + 1,
      type,
      chance: 0.9,
    })),
  };
}

function written({ spans, words, text }: ReadSentence & { text: string }): string[] {
  return spans.map(
    ({ from, to, type }) => `${TYPES[type]} ${text.slice(words[from]?.start, words[to - 1]?.end)}`,
  );
}

type Rule = (sentence: ReadSentence & { text: string }) => unknown;
const split: Rule = (sentence) => splitNames(sentence, lists);
const listed: Rule = (sentence) => retypeListed(sentence, lists);
const phrases: Rule = (sentence) => markPhrases(sentence, sentence.text);

test.each<[string, Rule, string, string[]]>([
  ['article', trimEdges, '[ORG The Bank] said', ['ORG Bank']],
  ['title', trimEdges, '[PER Mr Rashid Velizade] said', ['PER Rashid Velizade']],
  ['trade', trimEdges, '[PER Coroner William McLaughlin] said', ['PER William McLaughlin']],
  ['title alone', trimEdges, 'the [PER Pope] said', ['PER Pope']],
  ['possessive', trimEdges, "[LOC China's] navy", ['LOC China']],
  ['quotation marks', trimEdges, 'in “[MISC Salt on the Window”] he', ['MISC Salt on the Window']],
  ['syllable', trimEdges, 'then [PER Kim Jong]-un left', ['PER Kim Jong-un']],
  ['preposition', trimEdges, '[ORG Under Pell] it grew', ['ORG Pell']],
  ['full stop', trimEdges, 'by [ORG Evergreen Solar, Inc.]', ['ORG Evergreen Solar, Inc.']],
  ['small tail', trimTails, 'a [MISC Western model] of', ['NORP Western']],
  ['tail of a body', trimTails, 'the [ORG Likud party] won', ['ORG Likud']],
  ['court stays', trimTails, 'the [ORG Taldykorgan court] ruled', ['ORG Taldykorgan court']],
  [
    'election stays',
    trimTails,
    'the [MISC Canadian federal election]',
    ['MISC Canadian federal election'],
  ],
  ['small beginning', trimTails, 'in [LOC southern Mongolia]', ['LOC Mongolia']],
  ['particle', trimTails, 'by [PER van Gogh]', ['PER van Gogh']],
  ['list', split, 'in [LOC France, Germany and Italy]', ['LOC France', 'LOC Germany', 'LOC Italy']],
  ['state with and', split, 'in [LOC Trinidad and Tobago]', ['LOC Trinidad and Tobago']],
  ['pair', split, 'from [MISC Luton and Ayr]', ['LOC Luton', 'MISC Ayr']],
  ['title of everyday words', split, 'read [MISC War and Peace]', ['MISC War and Peace']],
  [
    'place in a place',
    split,
    'in [LOC Haixi County in Qinghai]',
    ['LOC Haixi County', 'LOC Qinghai'],
  ],
  [
    'person after a body',
    split,
    'the [ORG Center of Kazakhstan Aidar Amrebayev]',
    ['ORG Center of Kazakhstan', 'PER Aidar Amrebayev'],
  ],
  ['title of no person', split, 'the [ORG Professor Ngozi Adeyemi] said', ['PER Ngozi Adeyemi']],
  ['of', joinBodies, 'the [ORG State Bank] of [LOC Ruritania]', ['ORG State Bank of Ruritania']],
  [
    'on the',
    joinBodies,
    '[ORG UN Committee] on the [MISC Elimination of Hunger]',
    ['ORG UN Committee on the Elimination of Hunger'],
  ],
  [
    'government',
    joinBodies,
    'of the Government of the [LOC Republic of Ruritania]',
    ['ORG Government of the Republic of Ruritania'],
  ],
  [
    'about a place',
    joinBodies,
    'the [ORG Council] on [LOC Ruritania]',
    ['ORG Council', 'LOC Ruritania'],
  ],
  ['no head', joinBodies, '[ORG Reuters] of [LOC London]', ['ORG Reuters', 'LOC London']],
  ['people', retypePeoples, 'the [PER Georgian] port', ['NORP Georgian']],
  ['person with a people’s name', retypePeoples, 'said [PER Christian]', ['PER Christian']],
  ['listed body', listed, 'the [MISC U.N.] said', ['ORG U.N.']],
  ['head of a body', listed, 'by [MISC Samsung Electronics]', ['ORG Samsung Electronics']],
  [
    'phrase',
    phrases,
    'the [LOC Belt] and [LOC Road Initiative]',
    ['MISC Belt and Road Initiative'],
  ],
  ['phrase in a body', phrases, 'the [ORG Silk Road Fund]', ['ORG Silk Road Fund']],
])('%s', (_, rule, marked, expected) => {
  const sentence = read(marked);
  rule(sentence);
  expect(written(sentence)).toEqual(expected);
});

test.each([
  ['the [ORG Cooperation Organization] of (ABC)', [], []],
  [
    'the Shanghai [ORG Cooperation Organization] (SCO), a body',
    ['ORG Shanghai Cooperation Organization', 'ORG SCO'],
    ['SCO = Shanghai Cooperation Organization'],
  ],
  [
    'the Bank of Great Islands (BGI)',
    ['ORG Bank of Great Islands', 'ORG BGI'],
    ['BGI = Bank of Great Islands'],
  ],
])('acronym: %s', (marked, spans, definitions) => {
  const sentence = read(marked);
  const found = findAcronyms(sentence);
  expect(found.map(({ acronym, name }) => `${acronym} = ${name}`)).toEqual(definitions);
  if (spans.length > 0) expect(written(sentence)).toEqual(spans);
});

test('what is a name in one place is one in the others, unless it opens a sentence as a word', () => {
  const sentences = [
    read('he met [PER Holzer] there'),
    read('and Holzer left'),
    read('the [ORG War] Office'),
    read('War is over'),
  ];
  makeConsistent(sentences, new Map());
  expect(sentences.map((sentence) => written(sentence))).toEqual([
    ['PER Holzer'],
    ['PER Holzer'],
    ['ORG War'],
    [],
  ]);
});

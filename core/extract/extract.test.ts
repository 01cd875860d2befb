import { expect, test } from 'vitest';
import { clusterMentions, type RawMention } from './entities';
import { extractEntities, type KnownName, stateNames } from './extract';
import { Forms } from './forms';
import { languageOf } from './languages';
import { WordLists } from './word-classes';
import { wordsOf } from './words';

const forms = new Forms(new WordLists(new Map()));
const TYPES: Record<string, number> = { P: 0, L: 1, O: 2, N: 3, M: 4 };

/** "P:Han Fei" is a mention; each begins where the one before ends. */
function mentions(...marked: string[]): RawMention[] {
  let start = 0;
  return marked.map((mark) => {
    const text = mark.slice(2);
    const mention: RawMention = {
      start,
      end: start + text.length,
      text,
      type: TYPES[mark.charAt(0)] ?? 0,
      chance: 0.9,
      language: /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en',
      isOpening: false,
      isQuoted: false,
      isShouted: false,
      forms: wordsOf(text).map((word) => forms.of(word.text)),
    };
    start += text.length + 1;
    return mention;
  });
}

test.each([
  ['a surname is its person', ['P:Aidar Amrebayev', 'P:Amrebayev'], 1],
  ['so is a first name', ['P:Sairagul Sauytbai', 'P:Sairagul'], 1],
  ['a people is no surname', ['P:Han Fei', 'N:Han'], 2],
  ['not even labelled so', ['P:Han Fei', 'P:Han'], 2],
  ['initials', ['P:John Smith', 'P:J. Smith'], 1],
  ['other initials', ['P:John Smith', 'P:P. Smith'], 2],
  ['middle names', ['P:Joanna P. Whitfield', 'P:Joanna Whitfield', 'P:Whitfield'], 1],
  ['an acronym by its letters', ['O:Shanghai Cooperation Organization', 'O:SCO'], 1],
  ['with small words counted or not', ['O:Bank of Great Islands', 'O:BGI'], 1],
  ['long and short names of states', ['L:Republic of Kazakhstan', 'L:Kazakhstan'], 1],
  ['abbreviations of states', ['L:China', 'L:PRC', 'L:People’s Republic of China'], 1],
  ['full stops', ['L:U.S.', 'L:US', 'L:United States'], 1],
  ['an adjective is its state', ['L:China', 'N:Chinese'], 1],
  ['without the state it is a people', ['N:Chinese', 'N:Kazakh'], 2],
  ['a people and its plural', ['L:Kazakhstan', 'N:Kazakhs', 'N:Kazakh'], 2],
  ['provinces', ['L:Gansu Province', 'L:Gansu'], 1],
  ['a body and its beginning', ['O:Harcourt Museum of Asian Art', 'O:Harcourt Museum'], 1],
  ['case endings', ['P:Болат Ахметов', 'P:Ахметова', 'P:Ахметову'], 1],
  ['towns in Russian', ['L:Астана', 'L:Астане'], 1],
])('%s', (_, marked, count) => {
  expect(clusterMentions(mentions(...marked), [])).toHaveLength(count);
});

test('a surname of two persons is the last one’s, and ambiguous', () => {
  const clusters = clusterMentions(
    mentions('P:Anthony Pell', 'P:Pell', 'P:Helena Pell', 'P:Pell'),
    [],
  );
  expect(clusters.map(({ mentions }) => mentions.map(({ text }) => text))).toEqual([
    ['Anthony Pell', 'Pell'],
    ['Helena Pell', 'Pell'],
  ]);
  expect(clusters.every(({ isAmbiguous }) => isAmbiguous)).toBe(true);
});

test.each([
  ['The river is deep', 'en'],
  ['Министр приехал в город вчера вечером', 'ru'],
  ['Жиынға Мемлекет басшысы қатысты', 'kk'],
  ['中国外交部发言人', 'zh'],
  ['ئۇيغۇر ئاپتونوم رايونى', 'ug'],
  ['12 345', 'ru'],
])('%s is %s', (text, language) => {
  expect(languageOf(text, 'ru')).toBe(language);
});

function found(text: string, known: KnownName[] = [], language = 'en') {
  const { mentions, entities } = extractEntities(
    { text, blocks: [{ start: 0, end: text.length }], language },
    new Map(),
    known,
  );
  for (const mention of mentions) {
    expect(text.slice(mention.start, mention.end).replace(/\s+/g, ' ')).toBe(mention.text);
  }
  return { mentions: mentions.map(({ text: name, kind }) => `${kind}:${name}`), entities };
}

test('known names are found in every language', () => {
  const known = ['en', 'zh', 'ru', 'ug'].flatMap(stateNames);
  expect(found('哈萨克斯坦和中国', known, 'zh').mentions).toEqual([
    'place:哈萨克斯坦',
    'place:中国',
  ]);
  expect(found('It lies in Kazakhstan.', known).mentions).toEqual(['place:Kazakhstan']);
  expect(found('Он живёт в Монголии.', known, 'ru').mentions).toEqual(['place:Монголии']);
});

test('what is the same as a known name takes its Wikidata item', () => {
  const known: KnownName = {
    text: 'Shanghai Cooperation Organization',
    language: 'en',
    kind: 'organisation',
    canonical: 'Shanghai Cooperation Organisation',
    wikidata: 'Q485207',
    needsCompany: false,
  };
  const { entities } = found('the Shanghai Cooperation Organization met', [known]);
  expect(entities[0]).toMatchObject({
    canonical: 'Shanghai Cooperation Organisation',
    wikidata: 'Q485207',
  });
});

test.each([
  ['Заседание вёл министр Болат Ахметов.', ['person:Болат Ахметов']],
  ['Об этом сообщило Министерство иностранных дел.', ['organisation:Министерство иностранных дел']],
  ['Она прочла роман «Дом у реки».', ['work:Дом у реки']],
  ['Он работает в компании «КазМунайГаз».', ['organisation:КазМунайГаз']],
  ['Саммит ШОС прошёл в Бишкеке.', ['organisation:ШОС', 'place:Бишкеке']],
  [
    'Игорь Сергеевич Петров уехал. С Петровым говорили.',
    ['person:Игорь Сергеевич Петров', 'person:Петровым'],
  ],
])('%s', (text, expected) => {
  expect(found(text, [], 'ru').mentions).toEqual(expected);
});

test('progress ends with 1', () => {
  const done: number[] = [];
  extractEntities(
    { text: 'A b.', blocks: [{ start: 0, end: 4 }], language: 'en' },
    new Map(),
    [],
    (share) => done.push(share),
  );
  expect(done.at(-1)).toBe(1);
});

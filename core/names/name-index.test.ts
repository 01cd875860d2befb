import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalised, word } from '../../tests/fixtures/words';
import { form } from '../../tests/reference/match-text';
import { lookup } from '../match/lookup';
import { type Form, notOf } from '../model/form';
import type { SourceIndex } from '../model/source';
import { fold, foldShapeOf } from '../text/fold';
import { ANY_WORD, headsOf } from '../text/heads';
import { encodeNameIndex, formsOf } from './encode-name-index';
import { mayHold } from './head-filter';
import { makeSieve } from './head-sieve';
import { type FormAnswer, isHeadSieve, NameIndex, needsCompany, ruleOf } from './name-index';

/** Its words, and itself: a name without capitals is sought whole. */
const headsIn = (text: string) => [
  ...headsOf(foldShapeOf(text)).map(({ head }) => head),
  fold(text),
];

/** What an index of these forms answers to heads. */
function indexOf(forms: Form[]) {
  const { buffer, entities } = encodeNameIndex(forms);
  const index = new NameIndex(buffer);
  return (heads: string[]) => lookup(index, entities, heads);
}
const answersTo = (ask: ReturnType<typeof indexOf>, heads: string[]) =>
  ask(heads).flatMap(([, answers]) => answers);
const key = (text: string, entity: string, rule: string, company: boolean) =>
  [text, entity, rule, company].join('|');
const keyOf = (wanted: Form) =>
  key(foldShapeOf(wanted.text), wanted.entity, wanted.rule, wanted.needsCompany);
const keyOfAnswer = ([text, , entity, flags]: FormAnswer) =>
  key(text, entity, ruleOf(flags), needsCompany(flags));

const ALPHABETS = [
  'abcdeéü',
  'ABCabc',
  'абвёйКИ',
  'қғңөүҚӘ',
  'قازىئۇ',
  '新疆中国维吾尔',
  'カザフ',
  'กจน',
  'Ab-’1',
];
const part = fc
  .constantFrom(...ALPHABETS)
  .chain((alphabet) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 8 }),
  );
const name: fc.Arbitrary<Form> = fc
  .record({
    text: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    entity: fc.constantFrom('a', 'b', 'c', ''),
    rule: fc.constantFrom<Form['rule']>('exact', 'any-case', 'acronym'),
    needsCompany: fc.boolean(),
    name: fc.nat(0xffff),
  })
  .filter(({ text }) => headsOf(foldShapeOf(text)).length > 0);

describe('the index of names', () => {
  test('gives every form, as it was, to one who asks by all of its heads', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (forms) => {
        const index = indexOf(forms);
        for (const wanted of forms) {
          const answers = answersTo(index, headsIn(wanted.text));
          expect(answers.map(keyOfAnswer)).toContain(keyOf(wanted));
        }
      }),
    );
  });

  test('files a longer name under a word that is a name by itself, else under its rarest', () => {
    const forms = ['Aral Sea', 'Sea', 'Dead Man', 'The Red Book', 'The Blue Book'].map((text) =>
      form(text),
    );
    const found = indexOf(forms)(forms.flatMap(({ text }) => headsIn(text)));
    expect(found.map(([head, answers]) => [head, ...answers.map(([text]) => text)])).toEqual([
      ['sea', 'Aral Sea', 'Sea'],
      ['dead', 'Dead Man'],
      ['red', 'The Red Book'],
      ['blue', 'The Blue Book'],
    ]);
  });

  test.each([
    ['unknown', ['tibet', 'нет', '北京']],
    ['not folded', ['China']],
    ['empty', ['']],
    ['not there', []],
  ])('answers nothing to heads that are %s', (_, heads) => {
    const forms = [form('China'), form('Китай'), form('中国')];
    expect(indexOf(forms)(heads)).toEqual([]);
  });

  test('answers once to a head that is asked for twice', () => {
    expect(indexOf([form('China')])(['china', 'china'])).toEqual([
      ['china', [['China', 0, 's/China', 0]]],
    ]);
  });

  test('without any name answers nothing', () => {
    expect(indexOf([])(['china'])).toEqual([]);
  });

  test('of 20,000 names gives all of them, and nothing to words that are in none', () => {
    const forms = Array.from({ length: 20_000 }, (_, i) =>
      form(`${capitalised(word(i))} ${capitalised(word(i % 500))}`, `e${i}`),
    );
    const index = indexOf(forms);
    const answers = answersTo(
      index,
      forms.flatMap(({ text }) => headsIn(text)),
    );
    expect(new Set(answers.map(keyOfAnswer))).toEqual(new Set(forms.map(keyOf)));
    expect(answers).toHaveLength(forms.length);
    expect(index(Array.from({ length: 5000 }, (_, i) => word(30_000 + i)))).toEqual([]);
  });
});

describe('an index is refused', () => {
  const good = () => encodeNameIndex([form('China'), form('新疆')]).buffer;
  const withWord = (at: number, value: number) => {
    const buffer = good();
    new Uint32Array(buffer, 0, 6)[at] = value;
    return buffer;
  };
  const cut = (bytes: number) => {
    const buffer = good();
    return buffer.slice(0, buffer.byteLength - bytes);
  };

  test.each([
    ['of a later version', () => withWord(1, 99), 'has version 99; this Sidelight reads version'],
    ['of another kind', () => withWord(0, 7), 'no index of names'],
    ['without a byte', () => new ArrayBuffer(0), 'no index of names'],
    ['of three bytes', () => new ArrayBuffer(3), 'no index of names'],
    ['that ends a character early', () => cut(2), 'damaged: its length is wrong. Build it again.'],
    ['that ends a byte early', () => cut(1), 'damaged: its length is wrong'],
    ['that ends after its header', () => cut(good().byteLength - 24), 'damaged'],
    ['whose header claims more names', () => withWord(4, 3), 'damaged'],
  ])('%s', (_, data, message) => {
    expect(() => new NameIndex(data())).toThrow(message);
  });

  test('only when it is not as it was written', () => {
    expect(() => new NameIndex(good())).not.toThrow();
  });
});

test.each(['', '—', '…', '新', '新 疆'])(
  'the name “%s” is refused, since no page word leads to it',
  (text) => {
    expect(() => encodeNameIndex([form('China'), form(text, 'odd')])).toThrow(
      `The name “${text}” of s/odd cannot be found in a page`,
    );
  },
);

const sieveOf = (forms: Form[]) => makeSieve([encodeNameIndex(forms).heads]);

describe('the sieve', () => {
  test('lets through a head that leads to it, for every form', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (forms) => {
        const sieve = sieveOf(forms);
        const index = indexOf(forms);
        for (const wanted of forms) {
          const passed = headsIn(wanted.text).filter((head) => mayHold(sieve.filter, head));
          expect(answersTo(index, passed).map(keyOfAnswer)).toContain(keyOf(wanted));
        }
      }),
    );
  });

  test.each<[string, Form[], string[]]>([
    ['none of names with capitals', [form('China'), form('the Aral')], []],
    ['none of other scripts', [form('уйгуры'), form('قازاق'), form('新疆')], []],
    [
      'those in lower case, whole',
      [form('camps'), form('Labour'), form('labour camps')],
      ['camps', 'labour camps'],
    ],
    ['those in any case', [form('China', 'c', { rule: 'any-case' })], ['china']],
  ])('holds names without capitals: %s', (_, forms, heads) => {
    const { names } = sieveOf(forms).expressions;
    expect(names ? names.split('|').length : 0).toBe(heads.length);
    for (const head of heads) expect(new RegExp(`^(?:${names})$`, 'i').test(head)).toBe(true);
  });

  test.each([
    [150, false],
    [151, true],
  ])('of %i lower-case names asks for every word: %s', (count, every) => {
    const forms = Array.from({ length: count }, (_, i) => form(word(i)));
    expect(sieveOf(forms).expressions.words === ANY_WORD).toBe(every);
  });

  test.each<[string, unknown, boolean]>([
    ['of this version', sieveOf([]), true],
    ['that went through storage', JSON.parse(JSON.stringify(sieveOf([]))), true],
    ['of another version', { ...sieveOf([]), version: 0 }, false],
    ['without its filter', { version: sieveOf([]).version }, false],
    ['that is null', null, false],
    ['that is a text', 'sieve', false],
  ])('%s is one: %s', (_, value, is) => {
    expect(isHeadSieve(value)).toBe(is);
  });
});

test('the forms of a source are the names of what it speaks of, their forms, and the words that are not names', () => {
  const source = {
    passages: [
      { id: 's/1', turn: 'narration' },
      { id: 's/2', turn: 'boilerplate' },
    ],
    mentions: [
      { entity: 's/russia', passage: 's/1' },
      { entity: 's/russia', passage: 's/2' },
      { entity: 's/publisher', passage: 's/2' },
    ],
    entities: [
      {
        id: 's/publisher',
        notNames: [],
        names: [{ text: 'The Paper', forms: [], rule: 'exact', needsCompany: false }],
      },
      {
        id: 's/russia',
        notNames: ['白俄罗斯'],
        names: [
          { text: 'Россия', forms: ['России'], rule: 'exact', needsCompany: false },
          { text: 'RF', forms: [], rule: 'acronym', needsCompany: true },
        ],
      },
    ],
  } as unknown as SourceIndex;
  const company = { rule: 'acronym', needsCompany: true, name: 1 } as const;
  expect([...formsOf([source])]).toEqual([
    form('白俄罗斯', '', { entity: notOf('s/russia') }),
    form('Россия', 'russia'),
    form('России', 'russia'),
    form('RF', 'russia', company),
  ]);
});

test('a head is not answered with the list of a longer word', () => {
  const index = indexOf([form('Syrian'), form('Syria')]);
  expect(index(['syria'])).toEqual([['syria', [['Syria', 0, 's/Syria', 0]]]]);
});

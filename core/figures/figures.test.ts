import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresBeside } from './beside';
import { figuresIn } from './figures';

const shown = (text: string) =>
  figuresIn(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('figures of English', () => {
  test.each<[text: string, expected: string[]]>([
    ['About 1.2 million Kazakhs live there.', ['count: About 1.2 million Kazakhs']],
    ['It is about one and a half million people.', ['count: about one and a half million people']],
    ['Officially, half a million workers left.', ['count: half a million workers']],
    ['They bought two dozen horses.', ['count: two dozen horses']],
    ['Nearly three thousand deputies came.', ['count: Nearly three thousand deputies']],
    ['It has two hundred and fifty-six villages.', ['count: two hundred and fifty-six villages']],
    ['It has a population of 2.1 million.', ['count: 2.1 million']],
    ['Between 15 and 20 families stayed.', ['count: Between 15 and 20 families']],
    ['The town has 12 new schools or more.', ['count: 12 new schools or more']],
    ['The pipe is 1,700 kilometres long.', ['measure: 1,700 kilometres']],
    ['The pipe is 1 700 km long.', ['measure: 1 700 km']],
    ['They took 2.4 million tonnes of cotton.', ['measure: 2.4 million tonnes of cotton']],
    ['It covers some 26,000 square miles.', ['measure: some 26,000 square miles']],
    ['It covers 16,400 sq. km of land.', ['measure: 16,400 sq. km of land']],
    ['It was -40 °C in the yard.', ['measure: -40 °C']],
    ['The strike went on for six weeks.', ['measure: six weeks']],
    ['They spent $3.5bn on it.', ['money: $3.5bn']],
    ['They spent US$3.5 billion on it.', ['money: US$3.5 billion']],
    ['They spent about three billion dollars.', ['money: about three billion dollars']],
    ['Oil stood at $82 a barrel.', ['money: $82 a barrel']],
    ['16 per cent of voters came.', ['share: 16 per cent of voters']],
    ['Turnout was officially 89.1 percent.', ['share: officially 89.1 percent']],
    ['About a third of the voters came.', ['share: About a third of the voters']],
    ['Two-thirds of villages have it.', ['share: Two-thirds of villages']],
    ['One in five pupils leaves.', ['share: One in five pupils']],
    ['It began in the summer of 1916.', ['date: summer of 1916']],
    ['It began in June 2019.', ['date: June 2019']],
    ['On 3 June 2019 it rained.', ['date: 3 June 2019']],
    ['On June 3, 2019, it rained.', ['date: June 3, 2019']],
    ['In the early 1930s it rained.', ['date: early 1930s']],
    ['In the 20-30s it rained.', ['date: 20-30s']],
    ['The famine of 1931–33 is known.', ['date: 1931–33']],
    [
      'They are in 16th place among the nationalities of China.',
      ['rank: 16th place among the nationalities'],
    ],
    ['It is the third largest economy.', ['rank: third largest economy']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('figures of other languages', () => {
  test.each<[text: string, expected: string[]]>([
    ['Там около полутора миллионов человек.', ['count: около полутора миллионов человек']],
    ['Там живут около 1,2 млн казахов.', ['count: около 1,2 млн казахов']],
    ['Там более 300 тыс. семей.', ['count: более 300 тыс. семей']],
    ['Выросло на 16 процентов.', ['share: на 16 процентов']],
    ['Это менее трети населения.', ['share: менее трети населения']],
    ['Длина 1700 км.', ['measure: 1700 км']],
    ['Это было в 1932 году.', ['date: 1932 году']],
    ['Это 3,5 млрд долларов.', ['money: 3,5 млрд долларов']],
    ['Онда 1,2 млн қазақ тұрады.', ['count: 1,2 млн қазақ']],
    ['Сауда 16 пайыз өсті.', ['share: 16 пайыз']],
    ['约为150万人口。', ['count: 约为150万人口']],
    ['约有1.5亿人。', ['count: 约有1.5亿人']],
    ['增长了百分之十六。', ['share: 百分之十六']],
    ['占三分之一。', ['share: 三分之一']],
    ['全长超过1500公里。', ['measure: 超过1500公里']],
    ['居第十六位。', ['rank: 第十六位']],
    ['2018年春天离开。', ['date: 2018年春天']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('no figures', () => {
  test.each([
    'Call 8 (727) 250-46-75 or +7 727 250 46 75 today.',
    'Version 3.2 and 3.2.1 of it.',
    'It opens at 18:00, or at 6.30 pm, or at 5 p.m.',
    'See page 40, Article 12, section 3 and No. 7.',
    'The Group of Seven and the G20 spoke of COVID-19.',
    'One of the two republics is the larger one.',
    '1) Apples\n2) Pears',
    'The Boeing 737 stood there.',
    'It was a third line of defence.',
    'She is 12 years old and came three years ago.',
    'A 20-year-old won 2–1.',
    'Workers aged 18 to 35 came.',
    'It rose by two percentage points, or 3 percentage points.',
    'Millions of people, and tens of thousands of dogs.',
    'A pass of 12/03/2019.',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([]);
  });
});

test.each<[text: string, low: number, high: number, unit: string]>([
  ['1,000 miles', 1609344, 1609344, 'length'],
  ['20 hectares', 200000, 200000, 'area'],
  ['15 to 20 million tonnes', 15e9, 20e9, 'weight'],
  ['212 °F', 100, 100, 'temperature'],
  ['40 days', 3456000, 3456000, 'time'],
  ['$3.5bn', 3.5e9, 3.5e9, 'USD'],
  ['полтора миллиона тенге', 1.5e6, 1.5e6, 'KZT'],
  ['30亿元', 3e9, 3e9, 'CNY'],
  ['the 1930s', 1930, 1940, 'decade'],
  ['two and a half thousand camels', 2500, 2500, ''],
  ['two thirds of voters', 2 / 3, 2 / 3, ''],
])('%s are worth', (text, low, high, unit) => {
  const [figure] = figuresIn(text);
  expect(figure?.value.low).toBeCloseTo(low);
  expect(figure?.value.high).toBeCloseTo(high);
  expect(figure?.unit).toBe(unit);
});

describe('figures beside', () => {
  const beside = (read: string, passage: string) =>
    figuresBeside(read, passage).map((pair) => [
      read.slice(pair.read.start, pair.read.end),
      passage.slice(pair.source.start, pair.source.end),
    ]);

  test.each([
    [
      'About 1.2 million Kazakhs live in China, most of them in Xinjiang.',
      'The number of Kazakhs in China, according to official data, is about one and a half million people, and they occupy the 16th place among the nationalities of China.',
      ['About 1.2 million Kazakhs', 'about one and a half million people'],
    ],
    [
      'Women hold 27 per cent of seats in parliament.',
      'Women held only 12 per cent of seats in parliament then.',
      ['27 per cent of seats', 'only 12 per cent of seats'],
    ],
    [
      'The Ili River is 1,439 kilometres long.',
      'The Ili River is about 900 miles long, and half of it is in China.',
      ['1,439 kilometres', 'about 900 miles'],
    ],
    [
      'Iran exported 1.5 million barrels of oil a day in May.',
      'Before that Iran exported 2.5 million barrels of oil a day.',
      ['1.5 million barrels of oil', '2.5 million barrels of oil'],
    ],
  ])('shown: %s', (read, passage, pair) => {
    expect(beside(read, passage)).toEqual([pair]);
  });

  test('at most two pairs, each figure once', () => {
    const text =
      'Almaty has 2 million inhabitants. Almaty has 40 theatres in parks. Almaty has 12 stadiums in parks.';
    expect(beside(text, text)).toHaveLength(2);
  });

  test.each([
    [
      'other verb',
      'The airline ordered 40 planes in Toulouse.',
      'In Toulouse they delivered two planes.',
    ],
    [
      'other part',
      'Women hold 27 per cent of seats in parliament.',
      'The party holds 70 per cent of seats in parliament.',
    ],
    ['other place', 'Turnout in Kenya was 34 per cent.', 'In Ghana turnout was 91 percent.'],
    ['other currency', 'The tunnel cost €2 billion.', 'The tunnel cost two billion tenge.'],
    [
      'other dimension',
      'The bridge is 1.6 kilometres long.',
      'The bridge stands 40 metres above the water.',
    ],
    [
      'other purpose',
      'The ministry spent $400 million on roads.',
      'The ministry spent 20 million dollars on schools.',
    ],
    [
      'other group',
      'Unemployment among the young in Spain was 28 per cent.',
      'Unemployment in Spain was 14 per cent.',
    ],
    [
      'other direction',
      'Trade with Iran grew by 16 per cent.',
      'Trade with Iran fell by 12 per cent.',
    ],
    ['other end', 'The war began in 1941.', 'The war ended in 1945.'],
    [
      'other year',
      'The flood killed 300 people in Assam in 2022.',
      'The flood of 2020 killed 120 people in Assam.',
    ],
    [
      'stock and flow',
      'Kazakhstan exported 22,800 tonnes of uranium.',
      'Kazakhstan has 800,000 tonnes of uranium.',
    ],
    [
      'denied',
      'One in three villages has no running water.',
      'Two thirds of the villages have running water.',
    ],
    [
      'same year in passing',
      'In 2018 the bank opened a branch.',
      'In 2018 she crossed the border.',
    ],
  ])('none: %s', (_, read, passage) => {
    expect(beside(read, passage)).toEqual([]);
  });
});

const PIECES = [
  ...'0 1 12 1,700 1.2 2018 ( ) - – . , % $ € : / ° ’ \n 万 年 百分之 三分之一 人 个 第'.split(' '),
  ...'million and a half the of in about more than per cent third one two st 1930s km people'.split(
    ' ',
  ),
  ...'тыс млн полтора процентов года около жарым мың пайыз қазақ'.split(' '),
];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
);

test('no text makes it throw; spans lie in the text, in order, none over another', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let reached = 0;
      for (const { start, end, value } of figuresIn(text)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(value.low).toBeLessThanOrEqual(value.high);
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

test('pairs lie in their texts', () => {
  fc.assert(
    fc.property(texts, texts, (read, passage) => {
      const pairs = figuresBeside(read, passage);
      expect(pairs.length).toBeLessThanOrEqual(2);
      for (const pair of pairs) {
        expect(pair.read.end).toBeLessThanOrEqual(read.length);
        expect(pair.source.end).toBeLessThanOrEqual(passage.length);
      }
    }),
  );
});

test.each(['1', '1 ', '1,234 ', '12-', '1.', 'one and ', 'a half ', '百', '1:', '+1 '])(
  'twice the text takes twice the steps: “%s”',
  (piece) => {
    const steps = (length: number) => {
      let count = 0;
      figuresIn(piece.repeat(length / piece.length), () => count++);
      return count;
    };
    const [half, whole] = [steps(50_000), steps(100_000)];
    expect(whole).toBeLessThanOrEqual(half * 2 + 10);
  },
);

import { describe, expect, test } from 'vitest';
import type { Turn } from '../model/source';
import { contentWords } from '../text/content-words';
import { countRarity, type RankingPassage, rank as rankBy } from './ranking';

/** A passage, its mentions written as `[entity:words]`, or `[words]` for the entity that is asked for. */
function passage(ordinal: number, marked: string, turn: Turn = 'answer'): RankingPassage<string> {
  const mentions: Array<{ start: number; end: number; entity: string }> = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\[(?:(\w+):)?([^\]]+)\]/g)) {
    text += marked.slice(from, match.index);
    const [whole, entity = 'subject', surface = ''] = match;
    mentions.push({ start: text.length, end: text.length + surface.length, entity });
    text += surface;
    from = match.index + whole.length;
  }
  return { ordinal, turn, text: text + marked.slice(from), mentions };
}

const rank = (
  passages: Array<RankingPassage<string>>,
  paragraph = '',
  entities: string[] = [],
  others: Array<RankingPassage<string>> = [],
) =>
  rankBy(
    'subject',
    passages,
    { paragraph, sentence: paragraph, entities, near: entities },
    countRarity([...passages, ...others]),
  );
const order = (...args: Parameters<typeof rank>) => rank(...args).map(({ ordinal }) => ordinal);

/** Passages that name others, so that nothing is in every passage. */
const OTHERS = [7, 8, 9].map((ordinal) => passage(ordinal, 'Nothing of [nobody:Them] matters'));

describe('a passage ranks higher', () => {
  test.each<[string, RankingPassage<string>, RankingPassage<string>, string, string[]]>([
    [
      'when it names an entity that the paragraph names',
      passage(1, 'About [China] and [tibet:Tibet], at length'),
      passage(2, 'About [China] and [kashgar:Kashgar], at length'),
      'Kashgar',
      ['kashgar'],
    ],
    [
      'when it holds a word that the paragraph holds',
      passage(1, 'In [China] grew apples'),
      passage(2, 'In [China] were camps'),
      'A new camp',
      [],
    ],
    [
      'for a shared entity than for a shared word',
      passage(1, 'In [China] and [tibet:Lhasa] were camps'),
      passage(2, 'In [China] and [kashgar:Kashi] grew crops'),
      'A camp near Kashgar',
      ['kashgar'],
    ],
    [
      'when it speaks of the entity than when it lists it',
      passage(1, 'Among others [a:Aaaaa], [b:Bbbbb], [c:Ccccc], [China] and [d:Ddddd] came'),
      passage(2, '[China] wants it; [China] gets it; others wait'),
      '',
      [],
    ],
    [
      'when it names few others',
      passage(1, '[China] met [a:Aaaaa], [b:Bbbbb] and [c:Ccccc]'),
      passage(2, '[China] met nobody at all there'),
      '',
      [],
    ],
    [
      'when the others that it names are those of the paragraph',
      passage(1, '[China] met [a:Aaaaa], [b:Bbbbb] and [kashgar:Kashgar]'),
      passage(2, '[China] met [kashgar:Kashgar]'),
      'Kashgar',
      ['kashgar'],
    ],
    [
      'when the shared word stands in the sentence of the name',
      passage(1, 'In [China] grew apples. Elsewhere were camps.'),
      passage(2, 'In [China] were camps. Elsewhere grew apples.'),
      'A new camp',
      [],
    ],
    [
      'when the shared entity stands in the sentence of the name',
      passage(1, 'In [China] grew apples. They came to [kashgar:Kashgar].'),
      passage(2, 'From [China] to [kashgar:Kashgar] came apples. They grew.'),
      'Kashgar',
      ['kashgar'],
    ],
    [
      'when it is an answer than when it is a question',
      passage(1, 'What of [China]?', 'question'),
      passage(2, 'What of [China]!', 'answer'),
      '',
      [],
    ],
  ])('%s', (_, lower, higher, paragraph, entities) => {
    expect(order([lower, higher], paragraph, entities, OTHERS)).toEqual([2, 1]);
  });

  test('for a rare shared entity than for a common one', () => {
    const common = passage(1, 'In [China] and [xinjiang:Uuuu] then');
    const rare = passage(2, 'In [China] and [kashgar:Kkkk] then');
    const others = [3, 4, 5].map((ordinal) => passage(ordinal, 'In [xinjiang:Uuuu]'));
    expect(order([common, rare], '', ['xinjiang', 'kashgar'], others)).toEqual([2, 1]);
  });

  test('when it is short, of two that share the same', () => {
    const long = passage(1, `[China] and camps. ${'Many other matters came up here. '.repeat(40)}`);
    const short = passage(2, '[China] and camps.');
    const read = 'The camps';
    const scoreOf = (paragraph: string) =>
      Object.fromEntries(
        rank([long, short], paragraph, [], OTHERS).map((r) => [r.ordinal, r.score]),
      );
    const [before, after] = [scoreOf(''), scoreOf(read)];
    expect((after[2] ?? 0) - (before[2] ?? 0)).toBeGreaterThan((after[1] ?? 0) - (before[1] ?? 0));
  });
});

test('passages that tie keep the order of the source', () => {
  // Neighbours lend each other of their scores.
  const same = [30, 10, 20].map((ordinal) => passage(ordinal, 'On [China] alone'));
  expect(order(same)).toEqual([10, 20, 30]);
});

test('the same question has the same answer, in whatever order the passages come', () => {
  const passages = [
    passage(1, 'In [China] and [tibet:Tibet] were camps'),
    passage(2, 'On [kashgar:Kashgar], [China] and policies'),
    passage(3, '[China], [China], and camps of [kashgar:Kashgar]'),
    passage(4, 'On [China] alone'),
  ];
  const asked = ['A camp near Kashgar, and a policy', ['kashgar', 'tibet']] as const;
  const ranked = rank(passages, asked[0], [...asked[1]]);
  expect(rank([...passages].reverse(), asked[0], [...asked[1]])).toEqual(ranked);
  expect(rank(passages, asked[0], [...asked[1]])).toEqual(ranked);
});

describe('the reasons', () => {
  const reasonsFor = (marked: string, paragraph: string, entities: string[] = []) =>
    rank([passage(1, marked)], paragraph, entities, OTHERS)[0]?.shared;

  test('hold what the paragraph and the passage share, words as the passage writes them', () => {
    const reasons = reasonsFor(
      'In [China] and [tibet:Tibet] Camps teach policies',
      'A camp, a policy, an apple',
      ['tibet', 'kashgar'],
    );
    expect(reasons).toEqual({ entities: ['tibet'], words: ['Camps', 'policies'] });
  });

  test('never name the entity that is asked for', () => {
    expect(reasonsFor('On [China]', 'China', ['subject'])).toEqual({ entities: [], words: [] });
  });

  test('name a word once, as the passage first writes it', () => {
    expect(reasonsFor('On [China]: Camps. A camp is there.', 'camps')?.words).toEqual(['Camps']);
  });

  test('name an entity once', () => {
    expect(reasonsFor('[China], [t:Tibet], [t:Tibet]', '', ['t', 't'])?.entities).toEqual(['t']);
  });

  test('do not hold names as words', () => {
    const reasons = reasonsFor('On [China] in the [camps:Labour Camps]', 'Chinas labour camps');
    expect(reasons).toEqual({ entities: [], words: [] });
  });

  test('hold a word that stands outside of the names as well', () => {
    expect(reasonsFor('[China] has [camps:Labour Camps] for labour', 'labour')?.words).toEqual([
      'labour',
    ]);
  });

  test('are three of each at most, the rarest first', () => {
    const rare = passage(1, '[China] [a:A] [b:B] [c:C] [d:D] apples bricks chairs desks');
    const common = [2, 3].map((ordinal) => passage(ordinal, '[a:A] apples'));
    const [ranked] = rank([rare], 'apples bricks chairs desks', ['a', 'b', 'c', 'd'], common);
    expect(ranked?.shared).toEqual({
      entities: ['b', 'c', 'd'],
      words: ['bricks', 'chairs', 'desks'],
    });
  });

  test('are not there without anything read', () => {
    for (const { shared } of rank([passage(1, 'On [China]'), passage(2, '[China] and camps')])) {
      expect(shared).toEqual({ entities: [], words: [] });
    }
  });
});

test('an entity of the page that no passage names changes nothing', () => {
  const passages = [passage(1, 'On [China]'), passage(2, '[China] and [t:Tibet]')];
  expect(rank(passages, '', ['elsewhere', ''])).toEqual(rank(passages));
});

test('the names of this file are content words, so that leaving them out is seen', () => {
  expect(contentWords('Chinas labour camps')).toHaveLength(3);
});

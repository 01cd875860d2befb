import { describe, expect, test } from 'vitest';
import { readText } from '../../formats/text';
import type { KnownName } from '../extract/found';
import type { Draft } from '../model/draft';
import { type EntityDescription, isDoubtful } from './descriptions';
import { dryRun } from './dry-run';
import { foundMaterial } from './found-material';
import { mostLike, passagesOf } from './likeness';
import { compileMaterial, filesOf } from './material';
import { entityIdOf, settleNames } from './settle-names';

const TEXT = `Talk at the lake

ALICE: It is far from Astana to Tashkent.

NEMO: I think it is near.

ALICE: Perhaps.

NEMO: It rained.`;

function draftOf(text: string, change: Partial<Draft> = {}): Draft {
  return {
    format: 'text',
    text,
    blocks: Array.from(text.matchAll(/\S[^\n]*/g), ({ 0: line, index }) => ({
      kind: 'paragraph',
      start: index,
      end: index + line.length,
    })),
    title: null,
    authors: [],
    date: null,
    publisher: null,
    language: 'en',
    address: null,
    warnings: [],
    ...change,
  };
}
const known: KnownName[] = ['Astana', 'Tashkent'].map((text) => ({
  text,
  language: 'en',
  kind: 'place',
  canonical: text,
  wikidata: null,
  needsCompany: false,
}));
const materialOf = (draft: Draft) => foundMaterial(draft, 'talk.txt', new Map(), known, () => {});

describe('what is kept of a document', () => {
  test('compiles', async () => {
    const { faults } = await compileMaterial(materialOf(draftOf(TEXT)), () => []);
    expect(faults).toEqual([]);
  });

  test('bears the title that stands at its head, and its id', () => {
    const { id, about } = materialOf(draftOf(TEXT));
    expect([id, about.title, about.titleIsOurs]).toEqual([
      'talk-at-the-lake',
      'Talk at the lake',
      false,
    ]);
  });

  test('bears the name of its file where nothing at its head is a title', () => {
    const { about } = materialOf(draftOf('It rained in Astana. It was late.'));
    expect([about.title, about.titleIsOurs]).toEqual(['talk.txt', true]);
  });

  test('has no names that run from one cell of a table into the next', () => {
    const text = 'Astana\tTashkent\nTashkent\tAstana';
    const { entities } = materialOf(
      draftOf(text, { blocks: [{ kind: 'table', start: 0, end: text.length }] }),
    );
    expect(entities.map(({ canonical, mentions }) => [canonical, mentions.length])).toEqual([
      ['Astana', 2],
      ['Tashkent', 2],
    ]);
  });

  test('counts whoever speaks as a person', () => {
    const { entities } = materialOf(draftOf(`${TEXT}\n\nNemo left for Tashkent.`));
    expect(entities.map(({ kind, canonical }) => `${kind} ${canonical}`)).toEqual([
      'place Astana',
      'place Tashkent',
      'person ALICE',
      'person Nemo',
    ]);
  });

  test('takes no label for a mention, but where a speaker stands nowhere else', () => {
    const text = `${TEXT}\n\nALICE: Nemo left for Tashkent. Nemo!`;
    const { entities } = materialOf(draftOf(text));
    const placesOf = (name: string) =>
      entities
        .find(({ canonical }) => canonical === name)
        ?.mentions.map(([start]) => text.slice(start).split(/\s/, 1)[0]);
    expect(placesOf('Nemo')).toEqual(['Nemo', 'Nemo!']);
    expect(placesOf('ALICE')).toEqual(['ALICE:']);
  });

  test('says who has written it', () => {
    expect(materialOf(draftOf(TEXT, { authors: ['Ada Wells'] })).about.authors).toEqual([
      'Ada Wells',
    ]);
    expect(materialOf(draftOf(TEXT)).about.authors).toEqual([]);
  });

  test('has the day of a date, and none where the file says none', () => {
    expect(materialOf(draftOf(TEXT, { date: '2024-05-03T08:00Z' })).about.date).toBe('2024-05-03');
    expect(materialOf(draftOf(TEXT)).about.date).toBeNull();
  });

  test('has ids that depend on name and kind alone', () => {
    expect(entityIdOf('Astana', 'place')).toBe('place-astana');
    expect(entityIdOf('Сайрагуль Сауытбай', 'person')).toBe('person-sairagul-sauitbai');
    expect(entityIdOf('新疆', 'place')).toBe('place-65b0-7586');
  });
});

describe('names that nobody has reviewed', () => {
  const entity = (id: string, names: string[], mentions: number): EntityDescription => ({
    id,
    kind: 'person',
    canonical: names[0] ?? '',
    names: { en: names },
    not: {},
    mentions: Array.from({ length: mentions }, (_, at) => [at, at + 1, 'x']),
  });

  test('stay with the entity that is mentioned most', () => {
    const settled = settleNames([
      entity('a', ['Ada Wells', 'Wells'], 1),
      entity('b', ['H. G. Wells', 'Wells'], 2),
    ]);
    expect(settled.map(({ names }) => names.en)).toEqual([['Ada Wells'], ['H. G. Wells', 'Wells']]);
  });

  test('go where a reader has put them', () => {
    const settled = settleNames(
      [entity('a', ['Wells'], 1), entity('b', ['Wells'], 2)],
      [['Wells', 'a']],
    );
    expect(settled.map(({ id }) => id)).toEqual(['a']);
  });

  test('go when no page could hold them, and their entity with the last', () => {
    expect(settleNames([entity('a', ['–', '!'], 3)])).toEqual([]);
  });

  test('say that they are sought as they stand, where rules cannot inflect them', () => {
    const [settled] = settleNames([{ ...entity('a', [], 1), names: { ru: ['Соль', 'Астана'] } }]);
    expect(settled?.names.ru).toEqual([
      { text: 'Соль', 'needs-company': false, inflect: 'no' },
      'Астана',
    ]);
  });

  test.each<[EntityDescription['doubts'], boolean]>([
    [[], false],
    [undefined, false],
    [['one-word', 'seen-once'], false],
    [['seen-once', 'ambiguous'], true],
  ])('with %j are doubtful: %s', (doubts, is) => {
    expect(isDoubtful({ doubts })).toBe(is);
  });
});

describe('the dry run', () => {
  const news = 'Trains from Astana were late.\n\nTashkent waits, Tashkent hopes.';

  test('tells what a page of news would show', async () => {
    const { wouldMark, kinds, passages } = await dryRun(materialOf(draftOf(TEXT)), [], news);
    expect(wouldMark.map(({ text, name }) => text.slice(name.start, name.end))).toEqual([
      'Astana',
      'Tashkent',
      'Tashkent',
    ]);
    expect(wouldMark[0]?.text).toBe('Trains from Astana were late.');
    expect(kinds.map(([kind, names]) => [kind, names.map(({ canonical }) => canonical)])).toEqual([
      ['place', ['Astana', 'Tashkent']],
      ['person', ['ALICE', 'NEMO']],
    ]);
    expect(passages).toBe(5);
  });

  test.each([
    [
      `${'Rain fell. '.repeat(9)}Astana waits.${' Rain fell.'.repeat(9)}`,
      /^…(?:Rain |fell\. ).*Astana waits\..* (?:Rain|fell\.)…$/,
    ],
    [`${'雨'.repeat(99)} Astana ${'雨'.repeat(99)}`, /^…雨+ Astana 雨+…$/],
  ])('shows whole words around a name, and that its paragraph goes on', async (page, shown) => {
    const [mark] = (await dryRun(materialOf(draftOf(TEXT)), [], page)).wouldMark;
    expect(mark?.text).toMatch(shown);
    expect(mark?.text.slice(mark.name.start, mark.name.end)).toBe('Astana');
  });

  test('knows an older version of a document by its passages', () => {
    const now = materialOf(draftOf(`${TEXT}\n\nIt ended late.`));
    const before = {
      id: 'a',
      title: 'A',
      passages: new Set(passagesOf(materialOf(draftOf(TEXT)))),
    };
    const other = { id: 'b', title: 'B', passages: new Set(['Something else.']) };
    expect(mostLike(now, [other, before])).toEqual({ id: 'a', title: 'A', share: 5 / 6 });
    expect(mostLike(now, [other])).toBeNull();
  });
});

test('a row of capitals as long as a page is no name: what is found can be stored', () => {
  const draft = readText(`Aidar Omarov came. ${'Aidar '.repeat(500)}came too.`, []);
  const material = foundMaterial(draft, 'row.txt', new Map(), [], () => {});
  expect(() => filesOf(material)).not.toThrow();
});

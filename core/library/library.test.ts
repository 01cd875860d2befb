import { describe, expect, test } from 'vitest';
import { withoutForms } from '../../modules/seeds';
import { library, ours, SLUG, seed } from '../../tests/fixtures/seed';
import type { Correction } from '../choices/corrections';
import type { SourceIndex } from '../model/source';
import { type AttributedPassage, NO_FILTER } from '../model/views';
import { encodeNameIndex, formsOf } from '../names/encode-name-index';
import { fold } from '../text/fold';
import { headsOf } from '../text/heads';
import { type LeftOut, Library } from './library';

const NOTHING_READ = { paragraph: '', entities: [] };
const names = encodeNameIndex(formsOf([seed])).data;
const slice = (id: string) => {
  const passage = seed.passages.find((some) => some.id === id);
  return seed.text.slice(passage?.start, passage?.end);
};
const cut = (text: string, spans: ReadonlyArray<{ start: number; end: number }>) =>
  spans.map(({ start, end }) => text.slice(start, end));
const passageOf = (content: { passages: AttributedPassage[] }, ordinal: number) => {
  const found = content.passages.find((some) => some.ordinal === ordinal);
  if (!found) throw new Error(`no ¶ ${ordinal}`);
  return found;
};

describe.each(seed.entities.map(({ id }) => id))('the card of %s', (id) => {
  const card = library.card(id, null, NOTHING_READ);
  const mentions = seed.mentions.filter(({ entity }) => entity === id);

  test('holds each passage that names it once, verbatim', () => {
    const shown = card.passages.map((passage) => passage.id);
    expect(new Set(shown)).toEqual(new Set(mentions.map(({ passage }) => passage)));
    expect(new Set(shown).size).toBe(shown.length);
    for (const { id: passage, text } of card.passages) expect(text).toBe(slice(passage));
  });

  test('emphasises its mentions', () => {
    for (const { id: passage, text, emphasis } of card.passages) {
      expect(cut(text, emphasis)).toEqual(
        mentions.filter((mention) => mention.passage === passage).map(({ surface }) => surface),
      );
    }
  });

  test('lists who else is named, each once, without itself', () => {
    for (const { id: passage, company } of card.passages) {
      const ids = company.map((other) => other.id);
      expect(ids).not.toContain(id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const other of ids) {
        expect(seed.mentions.some((m) => m.entity === other && m.passage === passage)).toBe(true);
      }
    }
  });
});

describe('a card', () => {
  const camps = ours('reeducation-camps');

  test('says what it is about, and what is contested', () => {
    const { entity } = library.card(camps, null, NOTHING_READ);
    expect(entity).toMatchObject({ id: camps, kind: 'policy', note: null });
    expect(entity.contested).toContain('The name depends on the speaker');
  });

  test.each([
    ['the page’s form', 'Uigurs', 'Uigurs'],
    ['nothing when it is the canonical name', 'Uyghurs', null],
    ['nothing when there is none', null, null],
  ])('says of the match: %s', (_, matchedAs, said) => {
    expect(library.card(ours('uyghurs'), matchedAs, NOTHING_READ).matchedAs).toBe(said);
  });

  test('begins with the passage that shares what is read, and says why', () => {
    const { passages } = library.card(camps, null, {
      paragraph: 'The camps teach Chinese, said Shohrat Zakir',
      entities: [ours('shohrat-zakir'), camps],
    });
    expect(passages[0]).toMatchObject({ ordinal: 41, why: { entities: ['Shohrat Zakir'] } });
    for (const { text, why } of passages)
      for (const word of why.words) expect(text).toContain(word);
  });

  test('disregards entities that the library does not hold', () => {
    const read = { paragraph: '', entities: [ours('tibet')] };
    const with_ = { ...read, entities: [...read.entities, 'other/entity', ''] };
    expect(library.card(ours('china'), null, with_)).toEqual(
      library.card(ours('china'), null, read),
    );
  });

  test('gives an answer with its question, verbatim and with its doubt', () => {
    const answer = passageOf(library.card(ours('kashgar'), null, NOTHING_READ), 51);
    expect(answer.question).toEqual({
      id: `${SLUG}/49`,
      ordinal: 49,
      text: slice(`${SLUG}/49`),
      doubt: seed.passages[48]?.doubt,
    });
    expect(answer.question?.doubt).toContain('could also be');
    expect(answer.text).not.toContain(answer.question?.text);
  });

  test('gives no question where the source prints none', () => {
    const { passages } = library.card(ours('shohrat-zakir'), null, NOTHING_READ);
    expect(passages.map(({ question }) => question)).toEqual([null]);
  });

  test('says who speaks, how firmly, and who is quoted', () => {
    const [passage] = library.card(ours('shohrat-zakir'), null, NOTHING_READ).passages;
    expect(passage?.speaker).toMatchObject({ id: 'amrebayev', name: 'Aidar Amrebayev' });
    expect(passage?.turn).toBe('answer');
    expect(cut(passage?.text ?? '', passage?.hedges ?? [])).toContain('When they talk about');
    expect(passage?.hedges.map(({ kind }) => kind)).toContain('not-first-hand');
    expect(passage?.quotes[0]?.speaker).toBe('Shohrat Zakir');
  });

  test('says where who speaks is not certain', () => {
    const prompt = passageOf(library.card(ours('uyghurs'), null, NOTHING_READ), 34);
    expect(prompt.doubt).toContain('it could also be a prompt');
  });

  test('leaves boilerplate out', () => {
    const passages = seed.passages.map((passage) =>
      passage.ordinal === 34 ? { ...passage, turn: 'boilerplate' as const } : passage,
    );
    const shown = (held: Library) =>
      held.card(ours('uyghurs'), null, NOTHING_READ).passages.map(({ ordinal }) => ordinal);
    const wanted = shown(library).filter((ordinal) => ordinal !== 34);
    expect(shown(library)).toContain(34);
    expect(shown(new Library([{ ...seed, passages }], names)).sort()).toEqual(wanted.sort());
  });

  test('names no speaker of narration', () => {
    const narration = passageOf(library.card(ours('uyghurs'), null, NOTHING_READ), 1);
    expect(narration).toMatchObject({ turn: 'narration', speaker: null, doubt: null });
  });

  test('says of the source what is known, and that its date is not', () => {
    const [passage] = library.card(camps, null, NOTHING_READ).passages;
    expect(passage?.source).toEqual({
      id: SLUG,
      title: seed.source.title,
      titleIsOurs: true,
      kind: 'interview',
      publisher: null,
      date: null,
      language: 'en',
      passages: 56,
    });
  });

  test('counts only the longest of names within names as company', () => {
    // A mention within a longer one, of an entity that the passage names nowhere else.
    const inner = seed.mentions.find((mention) =>
      seed.mentions.some(
        (other) =>
          other.entity !== mention.entity &&
          other.start <= mention.start &&
          other.end >= mention.end &&
          other.end - other.start > mention.end - mention.start &&
          !seed.mentions.some(
            (again) =>
              again !== mention &&
              again.entity === mention.entity &&
              again.passage === mention.passage,
          ),
      ),
    );
    if (!inner) throw new Error('the seed holds no name within a name');
    const whole = seed.mentions.find(
      (other) =>
        other.entity !== inner.entity && other.start <= inner.start && other.end >= inner.end,
    );
    const card = library.card(whole?.entity ?? '', null, NOTHING_READ);
    const shown = card.passages.find(({ id }) => id === inner.passage);
    expect(shown?.company.map(({ id }) => id)).not.toContain(inner.entity);
  });
});

describe('what is not in the library is refused', () => {
  test.each<[string, () => unknown, string]>([
    [
      'an entity’s card',
      () => library.card('x/y', null, NOTHING_READ),
      'There is no entity “x/y” in the library.',
    ],
    [
      'an entity’s summary',
      () => library.summary('x/y'),
      'There is no entity “x/y” in the library.',
    ],
    ['a source', () => library.sourceContent('x'), 'There is no source “x” in the library.'],
  ])('%s', (_, ask, message) => {
    expect(ask).toThrow(message);
  });

  test('an entity that no passage names', () => {
    const unnamed = { ...seed, mentions: seed.mentions.filter((m) => m.entity !== ours('syria')) };
    expect(() => new Library([unnamed], names).card(ours('syria'), null, NOTHING_READ)).toThrow(
      `No passage of “${SLUG}” names ${ours('syria')}.`,
    );
  });

  test('a source of another version', () => {
    const stale = { ...seed, version: 0 } as unknown as SourceIndex;
    expect(() => new Library([stale], names)).toThrow(
      `The index of the source “${SLUG}” has version 0; this Sidelight reads version 1.`,
    );
  });

  test('an index of names of another version', () => {
    const buffer = names.buffer.slice(0);
    new Uint32Array(buffer, 0, 2)[1] = 0;
    expect(() => new Library([seed], { ...names, buffer })).toThrow(
      'The index of names has version 0',
    );
  });
});

const NOTHING: LeftOut = { kinds: [], sources: [], corrections: [] };
const correction = (slug: string, name: string): Correction => ({
  entity: ours(slug),
  name,
  scope: 'everywhere',
  at: null,
});

describe('the library', () => {
  test('knows what it holds', () => {
    expect(library.sourceIds).toEqual([SLUG]);
    expect(library.has(ours('china'))).toBe(true);
    expect(library.has('china')).toBe(false);
    expect(library.summary(ours('tibet'))).toEqual({
      id: ours('tibet'),
      canonical: 'Tibet',
      kind: 'place',
    });
  });

  test('answers heads with names', () => {
    expect(library.names(['kashgar'], NOTHING)[0]?.[1]).toContainEqual([
      'Kashgar',
      0,
      ours('kashgar'),
      0,
    ]);
    expect(library.names(['nowhere'], NOTHING)).toEqual([]);
  });

  test.each<[string, Partial<LeftOut>, string[], string[]]>([
    ['nothing', {}, ['Kashgar'], ['Kashgar']],
    ['its kind', { kinds: ['place'] }, [], []],
    ['another kind', { kinds: ['idea'] }, ['Kashgar'], ['Kashgar']],
    ['its source', { sources: [SLUG] }, [], []],
    ['the name', { corrections: [correction('kashgar', 'Kashgar')] }, [], []],
    [
      'a name of another entity',
      { corrections: [correction('tibet', 'Tibet')] },
      ['Kashgar'],
      ['Kashgar'],
    ],
    [
      'a name that is gone from the library',
      { corrections: [correction('nowhere', 'No')] },
      ['Kashgar'],
      ['Kashgar'],
    ],
  ])('answers heads without what is left out: %s', (_, leftOut, wanted) => {
    const answers = library.names(['kashgar'], { ...NOTHING, ...leftOut });
    const texts = answers.flatMap(([, forms]) => forms.map(([text]) => text));
    expect(texts.filter((text) => text === 'Kashgar')).toEqual(wanted);
  });

  test('a corrected name goes with its inflected forms', () => {
    const all = { ...NOTHING, corrections: [correction('kazakhstan', 'Казахстан')] };
    const of = (leftOut: LeftOut) =>
      library.names(['казахстана'], leftOut).flatMap(([, forms]) => forms.map(([text]) => text));
    expect(of(NOTHING)).toContain('Казахстана');
    expect(of(all)).not.toContain('Казахстана');
  });

  describe.each<[entity: string, name: string, forms: string]>([
    ['xinjiang', 'Синьцзян', 'Синьцзяна Синьцзяну Синьцзяном Синьцзяне'],
    ['china', 'Китай', 'Китая Китаю Китаем Китае'],
    ['kazakhstan', 'Қазақстан', 'Қазақстанның Қазақстанға Қазақстандағы Қазақстаннан'],
    ['uyghurs', '维吾尔', '維吾爾'],
    ['uyghurs', 'ئۇيغۇرلار', 'ئۇيغۇرلارنىڭ ئۇيغۇرلارغا ئۇيغۇرلىرىدىن'],
    ['xinjiang', 'شىنجاڭ', 'شىنجاڭدىكى شىنجاڭغا شىنجاڭنىڭ'],
  ])('of %s as it is bundled, “%s”', (slug, name, forms) => {
    const bundled = new Library([withoutForms(seed)], names);
    const heads = (form: string) => [fold(form), ...headsOf(form).map(({ head }) => head)];

    test.each(forms.split(' '))('owns “%s”, and takes it along when it is corrected', (form) => {
      const answers = (corrections: Correction[]) =>
        bundled
          .names(heads(form), { ...NOTHING, corrections })
          .flatMap(([, all]) => all.map(([text]) => text));
      expect(bundled.card(ours(slug), form, NOTHING_READ).matchedName).toBe(name);
      expect(answers([])).toContain(form);
      expect(answers([correction(slug, name)])).not.toContain(form);
    });
  });

  test('tells to which name the form of a page belongs', () => {
    const nameOf = (surface: string) =>
      library.card(ours('kazakhstan'), surface, { paragraph: '', entities: [] }).matchedName;
    expect([nameOf('Казахстана'), nameOf('KAZAKHSTAN'), nameOf('Atlantis')]).toEqual([
      'Казахстан',
      'Kazakhstan',
      null,
    ]);
  });

  test('finds names with their number of mentions', () => {
    expect(library.find('Kashgar', NO_FILTER, new Set()).names[0]).toEqual({
      ...library.summary(ours('kashgar')),
      matchedName: 'Kashgar',
      mentions: seed.mentions.filter(({ entity }) => entity === ours('kashgar')).length,
    });
  });

  test('finds passages with all that must be said of them, and where the words are', async () => {
    await library.readySearch();
    const [found] = library.find('raindrops', NO_FILTER, new Set()).passages ?? [];
    expect(found).toMatchObject({ ordinal: 27, turn: 'answer', emphasis: [] });
    expect(found?.speaker?.name).toBe('Aidar Amrebayev');
    expect(cut(found?.text ?? '', found?.hits ?? [])).toEqual(['raindrops']);
  });
});

test('a search can be filtered by each source and by those who say something in it', () => {
  expect(library.searchChoices).toEqual({
    sources: [{ id: SLUG, title: seed.source.title }],
    speakers: [{ id: `${SLUG}/amrebayev`, name: 'Aidar Amrebayev', source: SLUG }],
  });
});

describe('a whole source', () => {
  const content = library.sourceContent(SLUG);

  test('holds every passage in order, verbatim', () => {
    expect(content.passages.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 56 }, (_, i) => i + 1),
    );
    for (const { id, text } of content.passages) expect(text).toBe(slice(id));
  });

  test('gives every mention by its place in the passage', () => {
    const texts = new Map(content.passages.map(({ id, text }) => [id, text]));
    expect(content.mentions.map((m) => texts.get(m.passage)?.slice(m.start, m.end))).toEqual(
      seed.mentions.map(({ surface }) => surface),
    );
  });

  test('lists its entities, the most mentioned first', () => {
    const counts = content.entities.map(({ mentions }) => mentions);
    expect(counts).toHaveLength(71);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seed.mentions.length);
  });
});

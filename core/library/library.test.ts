import { describe, expect, test } from 'vitest';
import { library, ours, SLUG, seed, strict } from '../../tests/fixtures/seed';
import type { Correction } from '../choices/corrections';
import { DEFAULT_SETTINGS, type Settings } from '../choices/settings';
import { type AttributedPassage, type CardView, NO_FILTER } from '../model/views';
import { UNPAINTED } from '../names/name-index';
import { fold } from '../text/fold';
import { headsOf } from '../text/heads';
import { Library } from './library';
import { MemoryShelf } from './memory-shelf';
import type { LeftOut } from './page-answer';
import { NOTHING_READ, type WhatIsRead } from './what-is-read';

const card = (
  id: string,
  matchedAs: string | null = null,
  read = NOTHING_READ,
  of = library,
  more: { view?: CardView; shown?: string[] } = {},
) =>
  of.card(
    { id, isSourceChosen: false, view: 'about', matchedAs, read, shown: [], ...more },
    DEFAULT_SETTINGS,
  );
const find = (query: string) => library.find(query, NO_FILTER, [], DEFAULT_SETTINGS);
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

const cards = new Map<string, Awaited<ReturnType<typeof card>>>();
for (const { id } of seed.entities) cards.set(id, await card(id));

describe.each([...cards])('the card of %s', (id, shownCard) => {
  const mentions = seed.mentions.filter(({ entity }) => entity === id);

  test('holds each passage that names it once, verbatim', () => {
    const shown = shownCard.passages.map((passage) => passage.id);
    expect(new Set(shown)).toEqual(new Set(mentions.map(({ passage }) => passage)));
    expect(new Set(shown).size).toBe(shown.length);
    for (const { id: passage, text } of shownCard.passages) expect(text).toBe(slice(passage));
  });

  test('emphasises its mentions', () => {
    for (const { id: passage, text, emphasis } of shownCard.passages) {
      expect(cut(text, emphasis)).toEqual(
        mentions.filter((mention) => mention.passage === passage).map(({ surface }) => surface),
      );
    }
  });

  test('lists who else is named, each once, without itself', () => {
    for (const { id: passage, company } of shownCard.passages) {
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

  test('says what it is about, and what is contested', async () => {
    const { entity } = await card(camps);
    expect(entity).toMatchObject({ id: camps, kind: 'place', note: null });
    expect(entity.contested).toContain('The name depends on the speaker');
  });

  test.each([
    ['the page’s form', 'Uigurs', 'Uigurs'],
    ['nothing when it is the canonical name', 'Uyghurs', null],
    ['nothing when there is none', null, null],
  ])('says of the match: %s', async (_, matchedAs, said) => {
    expect((await card(ours('uyghurs'), matchedAs)).matchedAs).toBe(said);
  });

  test('begins with the passage that shares what is read, and says why', async () => {
    const { passages } = await card(camps, null, {
      paragraph: 'The camps teach Chinese, said Shohrat Zakir',
      at: 4,
      named: [
        [camps, 4],
        [ours('shohrat-zakir'), 30],
      ],
    });
    expect(passages[0]).toMatchObject({ ordinal: 41, why: { entities: ['Shohrat Zakir'] } });
    for (const { text, why } of passages)
      for (const word of why.words) expect(text).toContain(word);
  });

  test('disregards entities that the library does not hold', async () => {
    const read: WhatIsRead = { paragraph: 'Tibet', at: null, named: [[ours('tibet'), 0]] };
    const with_: WhatIsRead = {
      ...read,
      named: [...read.named, ['other/entity', 1], ['', 2]],
    };
    expect(await card(ours('china'), null, with_)).toEqual(await card(ours('china'), null, read));
  });

  test('gives an answer with its question, verbatim and with its doubt', async () => {
    const answer = passageOf(await card(ours('kashgar')), 51);
    expect(answer.question).toEqual({
      id: `${SLUG}/49`,
      ordinal: 49,
      text: slice(`${SLUG}/49`),
      doubt: seed.passages[48]?.doubt,
    });
    expect(answer.question?.doubt).toContain('could also be');
    expect(answer.text).not.toContain(answer.question?.text);
  });

  test('of a person who speaks holds what they say, each passage once, beside what is said of them', async () => {
    const about = await card(ours('aidar-amrebayev'));
    expect(about).toMatchObject({ view: 'about', counts: { about: 1, says: 43 } });
    const says = await card(ours('aidar-amrebayev'), null, NOTHING_READ, library, { view: 'says' });
    const spoken = seed.passages.filter(({ speaker }) => speaker === 'amrebayev');
    expect(says.view).toBe('says');
    expect(says.passages.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b)).toEqual(
      spoken.map(({ ordinal }) => ordinal),
    );
  });

  test('of whoever says nothing is about them, whatever is asked', async () => {
    const of = await card(ours('shohrat-zakir'), null, NOTHING_READ, library, { view: 'says' });
    expect(of).toMatchObject({ view: 'about', counts: { about: 1, says: 0 } });
  });

  test('begins with another passage where the page has shown the best', async () => {
    const [best, second] = (await card(ours('china'))).passages;
    const shown = [best?.id ?? ''];
    const { passages } = await card(ours('china'), null, NOTHING_READ, library, { shown });
    expect(passages[0]?.id).toBe(second?.id);
    expect(passages.map(({ id }) => id)).toContain(best?.id);
  });

  test('gives no question where the source prints none', async () => {
    const { passages } = await card(ours('shohrat-zakir'));
    expect(passages.map(({ question }) => question)).toEqual([null]);
  });

  test('says who speaks, how firmly, and who is quoted', async () => {
    const [passage] = (await card(ours('shohrat-zakir'))).passages;
    expect(passage?.speaker).toMatchObject({ id: 'amrebayev', name: 'Aidar Amrebayev' });
    expect(passage?.turn).toBe('answer');
    expect(cut(passage?.text ?? '', passage?.hedges ?? [])).toContain('When they talk about');
    expect(passage?.hedges.map(({ kind }) => kind)).toContain('not-first-hand');
    expect(passage?.quotes[0]?.speaker).toBe('Shohrat Zakir');
  });

  test('says where who speaks is not certain', async () => {
    const prompt = passageOf(await card(ours('uyghurs')), 34);
    expect(prompt.doubt).toContain('it could also be a prompt');
  });

  test('leaves boilerplate out', async () => {
    const passages = seed.passages.map((passage) =>
      passage.ordinal === 34 ? { ...passage, turn: 'boilerplate' as const } : passage,
    );
    const shown = async (held: Library) =>
      (await card(ours('uyghurs'), null, NOTHING_READ, held)).passages.map(
        ({ ordinal }) => ordinal,
      );
    const all = await shown(library);
    expect(all).toContain(34);
    const without = new Library([new MemoryShelf([{ ...seed, passages }])], strict);
    expect((await shown(without)).sort()).toEqual(all.filter((other) => other !== 34).sort());
  });

  test('names no speaker of narration', async () => {
    const narration = passageOf(await card(ours('uyghurs')), 1);
    expect(narration).toMatchObject({ turn: 'narration', speaker: null, doubt: null });
  });

  test('says of the source what is known, and that its date is not', async () => {
    const [passage] = (await card(camps)).passages;
    expect(passage?.source).toEqual({
      id: SLUG,
      title: seed.source.title,
      titleIsOurs: true,
      authors: [],
      kind: 'interview',
      publisher: null,
      date: null,
      language: 'en',
      entitiesFoundBy: 'review',
      passages: 56,
    });
  });

  test('counts only the longest of names within names as company', async () => {
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
    const { passages } = await card(whole?.entity ?? '');
    const shown = passages.find(({ id }) => id === inner.passage);
    expect(shown?.company.map(({ id }) => id)).not.toContain(inner.entity);
  });
});

describe('what is not in the library is refused', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['an entity’s card', () => card('x/y'), 'There is no entity “x/y” in the library.'],
    ['a source', () => library.sourceContent('x'), 'There is no source “x” in the library.'],
  ])('%s', async (_, ask, message) => {
    await expect(ask()).rejects.toThrow(message);
  });

  test('an entity that no passage names', async () => {
    const unnamed = { ...seed, mentions: seed.mentions.filter((m) => m.entity !== ours('syria')) };
    const held = new Library([new MemoryShelf([unnamed])], strict);
    await expect(card(ours('syria'), null, NOTHING_READ, held)).rejects.toThrow(
      `No passage of “${SLUG}” names ${ours('syria')}.`,
    );
  });

  test('a segment of another version', async () => {
    const shelf = new MemoryShelf([seed]);
    const [head] = await shelf.segments();
    shelf.segments = async () => (head ? [{ ...head, version: 0 }] : []);
    await expect(new Library([shelf], strict).sieve()).rejects.toThrow(
      'The segment “bundled” has version 0; this Sidelight reads version 2.',
    );
  });

  test('an index of names of another version', async () => {
    const shelf = new MemoryShelf([seed]);
    const names = (await shelf.part('bundled', 'names')).slice(0);
    new Uint32Array(names, 0, 2)[1] = 0;
    const part = shelf.part.bind(shelf) as (...of: unknown[]) => Promise<never>;
    shelf.part = async (...of) => (of[1] === 'names' ? (names as never) : part(...of));
    const ask = new Library([shelf], strict).names(['kashgar'], NOTHING, DEFAULT_SETTINGS);
    await expect(ask).rejects.toThrow('The index of names has version 0');
  });
});

test('what could not be read is read when it is asked for again', async () => {
  const shelf = new MemoryShelf([seed]);
  const part = shelf.part.bind(shelf) as (...of: unknown[]) => Promise<never>;
  let failures = 0;
  const broken = new Set<unknown>(['entities', 'names', 'spellings', 'words', 'postings']);
  shelf.part = async (...of) => {
    if (!broken.delete(of[1])) return part(...of);
    failures++;
    throw new Error('no reading');
  };
  const held = new Library([shelf], strict);
  const ask = async () => [
    await held.names(['kashgar'], NOTHING, DEFAULT_SETTINGS),
    await held.find('Kashgar', NO_FILTER, [], DEFAULT_SETTINGS),
    await card(ours('kashgar'), null, NOTHING_READ, held),
  ];
  while (broken.size > 0) await expect(ask()).rejects.toThrow('no reading');
  expect(await ask()).toHaveLength(3);
  expect(failures).toBe(5);
});

const NOTHING: LeftOut = { kinds: [], corrections: [], muted: [] };
const correction = (slug: string, name: string): Correction => ({
  entity: ours(slug),
  name,
  scope: 'everywhere',
  at: null,
});
/** The texts of the forms that are answered to these heads. */
const textsFor = async (
  heads: string[],
  leftOut: Partial<LeftOut> = {},
  choices: Partial<Settings> = {},
) => {
  const chosen = { ...DEFAULT_SETTINGS, ...choices };
  const { forms } = await library.names(heads, { ...NOTHING, ...leftOut }, chosen);
  return forms.flatMap(([, answers]) => answers.map(([text]) => text));
};

describe('the library', () => {
  test('knows what it holds', async () => {
    expect((await library.sources()).map(({ id }) => id)).toEqual([SLUG]);
    expect(await library.has(ours('china'))).toBe(true);
    expect(await library.has('china')).toBe(false);
    expect([await library.hasPassage(ours('56')), await library.hasPassage(ours('57'))]).toEqual([
      true,
      false,
    ]);
    const summaries = await library.summaries([ours('tibet'), 'x/y'], DEFAULT_SETTINGS);
    expect([...summaries]).toEqual([
      [ours('tibet'), { id: ours('tibet'), canonical: 'Tibet', kind: 'place' }],
    ]);
  });

  test('answers heads with names', async () => {
    const { forms, about } = await library.names(['kashgar', 'nowhere'], NOTHING, DEFAULT_SETTINGS);
    expect(forms[0]?.[1]).toContainEqual(['Kashgar', 0, ours('kashgar'), 0]);
    expect(forms).toHaveLength(1);
    expect(about).toEqual([]);
  });

  test.each<[string, Partial<LeftOut>, Partial<Settings>, string[]]>([
    ['nothing', {}, {}, ['Kashgar']],
    ['its kind', { kinds: ['place'] }, {}, []],
    ['another kind', { kinds: ['idea'] }, {}, ['Kashgar']],
    ['its source', {}, { sourcesOff: [SLUG] }, []],
    ['the name', { corrections: [correction('kashgar', 'Kashgar')] }, {}, []],
    ['a name of another entity', { corrections: [correction('tibet', 'Tibet')] }, {}, ['Kashgar']],
    [
      'a name that is gone from the library',
      { corrections: [correction('nowhere', 'No')] },
      {},
      ['Kashgar'],
    ],
  ])('answers heads without what is left out: %s', async (_, leftOut, choices, wanted) => {
    const texts = await textsFor(['kashgar'], leftOut, choices);
    expect(texts.filter((text) => text === 'Kashgar')).toEqual(wanted);
  });

  test('does not quote a page on itself', async () => {
    const address = 'https://news.example/lake';
    const added = { ...seed, source: { ...seed.source, origin: `${address}#top` } };
    const of = new Library([new MemoryShelf([added])], strict);
    const read = { paragraph: 'To Kashgar.', at: 3, named: [[ours('kashgar'), 3]] } as WhatIsRead;
    const on = async (page: string | null) => {
      const choices = { ...DEFAULT_SETTINGS, page };
      const { forms } = await of.names(['kashgar'], NOTHING, choices);
      return [forms[0]?.[1].length, (await of.beside(read, choices)).groups.length];
    };
    expect(await on(`${address}#end`)).toEqual([0, 0]);
    for (const page of [null, `${address}/2`, 'https://news.example/']) {
      expect(await on(page)).toEqual([1, 1]);
    }
  });

  test('a corrected name goes with its inflected forms', async () => {
    const corrections = [correction('kazakhstan', 'Казахстан')];
    expect(await textsFor(['казахстана'])).toContain('Казахстана');
    expect(await textsFor(['казахстана'], { corrections })).not.toContain('Казахстана');
  });

  describe.each<[entity: string, name: string, forms: string]>([
    ['xinjiang', 'Синьцзян', 'Синьцзяна Синьцзяну Синьцзяном Синьцзяне'],
    ['china', 'Китай', 'Китая Китаю Китаем Китае'],
    ['kazakhstan', 'Қазақстан', 'Қазақстанның Қазақстанға Қазақстандағы Қазақстаннан'],
    ['uyghurs', '维吾尔', '維吾爾'],
    ['uyghurs', 'ئۇيغۇرلار', 'ئۇيغۇرلارنىڭ ئۇيغۇرلارغا ئۇيغۇرلىرىدىن'],
    ['xinjiang', 'شىنجاڭ', 'شىنجاڭدىكى شىنجاڭغا شىنجاڭنىڭ'],
  ])('of %s, “%s”', (slug, name, forms) => {
    const heads = (form: string) => [fold(form), ...headsOf(form).map(({ head }) => head)];

    test.each(forms.split(' '))(
      'owns “%s”, and takes it along when it is corrected',
      async (form) => {
        const corrections = [correction(slug, name)];
        expect((await card(ours(slug), form)).matchedName).toBe(name);
        expect(await textsFor(heads(form))).toContain(form);
        expect(await textsFor(heads(form), { corrections })).not.toContain(form);
      },
    );
  });

  test.each([
    ['Казахстана', 'Казахстан'],
    ['KAZAKHSTAN', 'Kazakhstan'],
    ['Atlantis', null],
  ])('tells to which name the form of a page belongs: “%s”', async (surface, name) => {
    expect((await card(ours('kazakhstan'), surface)).matchedName).toBe(name);
  });

  test('finds names with their number of mentions', async () => {
    expect((await find('Kashgar')).names[0]).toEqual({
      id: ours('kashgar'),
      canonical: 'Kashgar',
      kind: 'place',
      matchedName: 'Kashgar',
      mentions: seed.mentions.filter(({ entity }) => entity === ours('kashgar')).length,
    });
  });

  test('finds passages with all that must be said of them, and where the words are', async () => {
    const [found] = (await find('raindrops')).passages;
    expect(found).toMatchObject({ ordinal: 27, turn: 'answer', emphasis: [] });
    expect(found?.speaker?.name).toBe('Aidar Amrebayev');
    expect(cut(found?.text ?? '', found?.hits ?? [])).toEqual(['raindrops']);
  });
});

test('a search can be filtered by each source and by those who say something in it', async () => {
  expect(await library.searchChoices()).toEqual({
    sources: [{ id: SLUG, title: seed.source.title, titleIsOurs: true, language: 'en' }],
    speakers: [{ id: `${SLUG}/amrebayev`, name: 'Aidar Amrebayev', source: SLUG }],
  });
});

describe('a whole source', async () => {
  const content = await library.sourceContent(SLUG);

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

describe('in the language of a reader', () => {
  const speaking = (language: 'en' | 'ru' | 'kk' | 'zh') => ({ ...DEFAULT_SETTINGS, language });
  const kashgar = [ours('kashgar')];

  test.each([
    ['ru', 'Кашгар'],
    ['kk', 'Қашқар'],
    ['zh', '喀什噶尔'],
  ] as const)('%s, an entity bears the name that its source lists', async (language, name) => {
    const choices = speaking(language);
    const told = (await library.summaries(kashgar, choices)).get(ours('kashgar'));
    expect(told).toMatchObject({ canonical: 'Kashgar', local: name });
    const { names } = await library.find('Kashgar', NO_FILTER, [], choices);
    expect(names[0]).toMatchObject({ canonical: 'Kashgar', local: name });
    const { entities } = await library.sourceContent(SLUG, language);
    expect(entities.find(({ id }) => id === ours('kashgar'))?.local).toBe(name);
  });

  test('that is the source’s, all names are as the source has them', async () => {
    const told = (await library.summaries(kashgar, speaking('en'))).get(ours('kashgar'));
    expect(told).not.toHaveProperty('local');
  });
});

describe('beside a paragraph', () => {
  const nothing: LeftOut = { kinds: [], corrections: [], muted: [] };

  test('its names are found as on a page, and what the source says of them, each passage once', async () => {
    const words = 'Families in Kashgar wrote to Sayragul Sauytbay about the camps.';
    const read = await library.read(words, nothing, DEFAULT_SETTINGS);
    expect(read.named.map(([id, at]) => [id, words.slice(at, at + 4)])).toEqual([
      [ours('kashgar'), 'Kash'],
      [ours('sairagul-sauytbai'), 'Sayr'],
    ]);
    const { subjects, groups } = await library.beside(read, DEFAULT_SETTINGS);
    expect(subjects.map(({ canonical }) => canonical)).toEqual(['Kashgar', 'Sayragul Sauytbay']);
    expect(groups.map(({ source }) => source.id)).toEqual([SLUG]);
    const ids = groups.flatMap(({ passages }) => passages.map(({ id }) => id));
    expect(new Set(ids).size).toBe(3);
    for (const { id, text, emphasis } of groups.flatMap(({ passages }) => passages)) {
      expect(text).toBe(slice(id));
      expect(cut(text, emphasis).length).toBeGreaterThan(0);
    }
  });

  test('without names is nothing', async () => {
    const read = await library.read('Nothing is named here.', nothing, DEFAULT_SETTINGS);
    expect(await library.beside(read, DEFAULT_SETTINGS)).toEqual({ subjects: [], groups: [] });
  });

  test('a muted subject is told to pages as not to be painted', async () => {
    const muted = { ...nothing, muted: [ours('kashgar')] };
    const { forms } = await library.names(['kashgar'], muted, DEFAULT_SETTINGS);
    expect(forms[0]?.[1]?.[0]?.[3]).toBe(UNPAINTED);
  });
});

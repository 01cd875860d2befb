import { describe, expect, test } from 'vitest';
import { ours, seed, strict } from '../../tests/fixtures/seed';
import { DEFAULT_SETTINGS } from '../choices/settings';
import type { Entity, Mention, SourceIndex } from '../model/source';
import { NO_FILTER } from '../model/views';
import { fold } from '../text/fold';
import { Library } from './library';
import { MemoryShelf } from './memory-shelf';

/** A search over these sources: which entities it finds under which names, and which passages. */
function searchOf(...sources: SourceIndex[]) {
  const library = new Library([new MemoryShelf(sources)], strict);
  return async (query: string, filter = NO_FILTER, onPage: string[] = []) => {
    const { names, passages } = await library.find(query, filter, onPage, DEFAULT_SETTINGS);
    return {
      names: names.map(({ id, matchedName }) => ({ entity: id, name: matchedName })),
      passages: passages.map(({ id, hits }) => ({ passage: id, hits })),
    };
  };
}

const search = searchOf(seed);
const textOf = (id: string) => {
  const passage = seed.passages.find((some) => some.id === id);
  return seed.text.slice(passage?.start, passage?.end);
};
const first = async (query: string) => (await search(query)).names[0]?.entity;

/** A source of entities that have one name each. */
function sourceOf(names: string[], passages: string[] = []): SourceIndex {
  const [entity] = seed.entities as [Entity];
  const [name] = entity.names;
  const text = passages.join('\n');
  const starts = passages.map((_, i) => passages.slice(0, i).join('\n').length + Math.min(i, 1));
  return {
    ...seed,
    source: { ...seed.source, id: 'made' },
    text,
    mentions: [],
    entities: names.map((canonical) => ({
      ...entity,
      id: `made/${canonical}`,
      source: 'made',
      wikidata: null,
      canonical,
      names: name ? [{ ...name, text: canonical }] : [],
    })),
    passages: passages.map((passage, i) => ({
      ...(seed.passages[0] as SourceIndex['passages'][number]),
      id: `made/${i + 1}`,
      source: 'made',
      ordinal: i + 1,
      start: starts[i] ?? 0,
      end: (starts[i] ?? 0) + passage.length,
    })),
  };
}
const namesOf = async (names: string[], query: string) =>
  (await searchOf(sourceOf(names))(query)).names.map(({ name }) => name);

describe('names', () => {
  test.each([
    ['Синьцзян', 'xinjiang'],
    ['新疆', 'xinjiang'],
    ['Shinjang', 'xinjiang'],
    ['Uigur', 'uyghurs'],
    ['Sautbay', 'sairagul-sauytbai'],
    // in a line without spaces
    ['2019年新疆', 'xinjiang'],
    ['他在2019年访问新疆维吾尔自治区', 'xinjiang'],
    // as written, in other cases, with white space
    ['Xinjiang', 'xinjiang'],
    ['kashgar', 'kashgar'],
    ['KASHGAR', 'kashgar'],
    ['  Tibet ', 'tibet'],
    // a letter missing, doubled, wrong; two swapped
    ['xinjang', 'xinjiang'],
    ['Kasghar', 'kashgar'],
    ['Kazakshtan', 'kazakhstan'],
    ['Kazahstan', 'kazakhstan'],
    ['Tibte', 'tibet'],
    ['Tibett', 'tibet'],
    ['Shohret Zaker', 'shohrat-zakir'],
    ['Sayragul Sautbay', 'sairagul-sauytbai'],
    ['Amrebayv', 'aidar-amrebayev'],
    ['Uyghrus', 'uyghurs'],
    // diacritics
    ['Shöhret Zakir', 'shohrat-zakir'],
    ['Shohret Zakir', 'shohrat-zakir'],
    // beginnings of names and of words, in any order
    ['Shohr', 'shohrat-zakir'],
    ['zaki', 'shohrat-zakir'],
    ['zakir shoh', 'shohrat-zakir'],
    ['Uygur', 'uyghurs'],
    // other ways to write their sounds, and in another script than any of their names
    ['Qashqar', 'kashgar'],
    ['Sinjang', 'xinjiang'],
    ['Uyghyr', 'uyghurs'],
    ['Қашқар', 'kashgar'],
    ['Амребаев Айдар', 'aidar-amrebayev'],
    ['Аидар Амребаиев', 'aidar-amrebayev'],
    // Russian, with its errors
    ['Казахстан', 'kazakhstan'],
    ['казахстн', 'kazakhstan'],
    ['Синцзян', 'xinjiang'],
    ['Сауытбай', 'sairagul-sauytbai'],
    ['уйгур', 'uyghurs'],
    // Kazakh
    ['Шыңжаң', 'xinjiang'],
    ['қазақтар', 'kazakhs'],
    ['Сайрагүл', 'sairagul-sauytbai'],
    // Chinese, from one character on
    ['疆', 'xinjiang'],
    ['维吾尔', 'uyghurs'],
    ['商鞅', 'shang-yang'],
    // Uyghur
    ['شىنجاڭ', 'xinjiang'],
    ['ئۇيغۇر', 'uyghurs'],
    ['زاكىر', 'shohrat-zakir'],
  ])('“%s” finds %s first', async (query, entity) => {
    expect(await first(query)).toBe(ours(entity));
  });

  test.each([
    'zzzzqqqq',
    'xyzzy',
    'water',
    'terka',
    'вода',
    'деньги',
    'ақша',
    'мечеть',
    'дети',
    'money',
    'prison',
    'Wellington',
    'Napoleon',
    'banana',
    'Лондон',
    '東京',
    'ھاۋا',
    '...',
    '“”',
  ])('“%s” finds none', async (query) => {
    expect((await search(query)).names).toEqual([]);
  });

  test('that Chinese writes with q are found by their sound', async () => {
    expect(await namesOf(['Urumqi', 'Urgench', 'Urals'], 'Урумчи')).toEqual(['Urumqi']);
  });

  test('are given in the form that was found', async () => {
    expect((await search('中国')).names[0]).toEqual({ entity: ours('china'), name: '中国' });
  });

  test('come exact first, then by their beginning, by that of a word, by the same sound', async () => {
    const names = ['Carval', 'Karvel', 'East Karval', 'Karval', 'Karvala'];
    expect(await namesOf(names, 'karval')).toEqual(['Karval', 'Karvala', 'East Karval', 'Carval']);
  });

  test('that are only like what was typed are found when none holds it', async () => {
    expect(await namesOf(['Karvel', 'Karval', 'Borvul'], 'karvul')).toEqual(['Karval', 'Karvel']);
  });

  test('of the page come first among equals, then the most mentioned', async () => {
    const source = sourceOf(['Karva', 'Karvo', 'Karvu']);
    const [passage] = sourceOf([], ['Karvo.']).passages;
    const mention = {
      ...(seed.mentions[0] as Mention),
      entity: 'made/Karvo',
      passage: 'made/1',
      start: 0,
      end: 5,
    };
    const passages = passage ? [passage] : [];
    const made = searchOf({ ...source, text: 'Karvo.', passages, mentions: [mention] });
    const found = async (onPage: string[]) =>
      (await made('karv', NO_FILTER, onPage)).names.map(({ name }) => name);
    expect(await found([])).toEqual(['Karvo', 'Karva', 'Karvu']);
    expect(await found(['made/Karvu'])).toEqual(['Karvu', 'Karvo', 'Karva']);
  });

  test.each(['China', 'Kazakh', 'the', 'Китай', 'a'])(
    'of one entity are found once, eight at most (%s)',
    async (query) => {
      const entities = (await search(query)).names.map(({ entity }) => entity);
      expect(entities.length).toBeGreaterThan(0);
      expect(entities.length).toBeLessThanOrEqual(8);
      expect(new Set(entities).size).toBe(entities.length);
    },
  );

  test('are found whole, whatever they are', async () => {
    const all = seed.entities.flatMap(({ id, names }) => names.map(({ text }) => ({ id, text })));
    const owners = Map.groupBy(all, ({ text }) => fold(text));
    for (const { text } of all) {
      const ids = owners.get(fold(text))?.map(({ id }) => id);
      expect(ids, text).toContain(await first(text));
    }
  });

  test('of six letters and more are found with any letter left out, and with any two swapped', async () => {
    const missed: string[] = [];
    for (const { id, canonical } of seed.entities) {
      if (!/^[a-z]{6,}$/i.test(canonical)) continue;
      for (let at = 0; at < canonical.length - 1; at++) {
        const [a, b] = [canonical.charAt(at), canonical.charAt(at + 1)];
        for (const part of [b, b + a]) {
          const typed = canonical.slice(0, at) + part + canonical.slice(at + 2);
          const { names } = await search(typed);
          if (!names.some(({ entity }) => entity === id)) missed.push(typed);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('passages', () => {
  const ordinals = async (query: string) =>
    (await search(query)).passages.map(({ passage }) => Number(passage.split('/')[1]));

  test('are found when they hold every word, and only then', async () => {
    const wanted = seed.passages
      .filter(({ id }) => /\bcamps/i.test(textOf(id)) && /\bzakir/i.test(textOf(id)))
      .map(({ ordinal }) => ordinal);
    expect(wanted.length).toBeGreaterThan(0);
    expect((await ordinals('zakir camps')).sort((a, b) => a - b)).toEqual(wanted);
  });

  test.each([
    ['raindr', [27]],
    ['RAINDROPS', [27]],
    ['aindrops', []],
    ['...', []],
  ])('are found by the beginnings of words (%s)', async (query, wanted) => {
    expect(await ordinals(query)).toEqual(wanted);
  });

  test.each(['china', 'camps', 'chinese camp', 'Shohrat', 'to be in xinjiang'])(
    'come with the places of the words (%s)',
    async (query) => {
      const { passages } = await search(query);
      expect(passages.length).toBeGreaterThan(0);
      for (const { passage, hits } of passages) {
        expect(hits.length).toBeGreaterThan(0);
        for (const { start, end } of hits) {
          const hit = fold(textOf(passage).slice(start, end));
          expect(query.split(' ').some((word) => hit.startsWith(fold(word)))).toBe(true);
        }
      }
    },
  );

  test('are twenty at most, those that speak of the word most first', async () => {
    const { passages } = await search('china');
    expect(passages).toHaveLength(20);
    const short = [
      'Nothing of it.',
      'A camp, and much else besides it that is told here.',
      'camp camp',
    ];
    const made = await searchOf(sourceOf([], short))('camp');
    expect(made.passages.map(({ passage }) => passage)).toEqual(['made/3', 'made/2']);
  });

  test.each([
    ['新疆', ['made/1', 'made/2'], ['新疆']],
    ['疆', ['made/1', 'made/2', 'made/3'], ['疆']],
    ['维吾尔', ['made/1'], ['维吾尔']],
    ['吾维', [], []],
    ['自治区 新疆', ['made/1'], ['新疆', '自治区']],
  ])(
    'in scripts without spaces are found by any characters of them (%s)',
    async (query, ids, hits) => {
      const made = searchOf(sourceOf([], ['在新疆维吾尔自治区，', '去新疆。', '边疆的人', '没有']));
      const found = (await made(query)).passages;
      expect(found.map(({ passage }) => passage).sort()).toEqual(ids);
      const best = found.find(({ passage }) => passage === ids[0]);
      const text = '在新疆维吾尔自治区，';
      expect(best?.hits.map(({ start, end }) => text.slice(start, end)) ?? []).toEqual(hits);
    },
  );
});

describe('a filter', () => {
  const made = searchOf(seed, sourceOf(['China Hall'], ['China once more.']));
  const kindOf = (id: string) => seed.entities.find((entity) => entity.id === id)?.kind;
  const passageOf = (id: string) => seed.passages.find((passage) => passage.id === id);

  test('by source leaves what other sources hold out', async () => {
    const { names, passages } = await made('china', { ...NO_FILTER, source: 'made' });
    expect(names.map(({ entity }) => entity)).toEqual(['made/China Hall']);
    expect(passages.map(({ passage }) => passage)).toEqual(['made/1']);
  });

  test('by kind of entity leaves names of that kind', async () => {
    const { names, passages } = await search('ka', { ...NO_FILTER, kind: 'people' });
    expect(names.map(({ entity }) => kindOf(entity))).toEqual(names.map(() => 'people'));
    expect([names.length > 0, passages]).toEqual([true, []]);
  });

  test('by turn leaves passages of that turn', async () => {
    const { names, passages } = await search('china', { ...NO_FILTER, kind: 'narration' });
    expect(passages.length).toBeGreaterThan(0);
    for (const { passage } of passages) expect(passageOf(passage)?.turn).toBe('narration');
    expect(names).toEqual([]);
  });

  test('by speaker leaves what they say', async () => {
    const { names, passages } = await search('china', { ...NO_FILTER, speaker: ours('amrebayev') });
    expect(passages.length).toBeGreaterThan(0);
    for (const { passage } of passages) {
      expect(passageOf(passage)?.speaker).toBe('amrebayev');
    }
    expect(names).toEqual([]);
  });
});

test.each(['', ' ', '\u200b'])('nothing is found for “%s”', async (query) => {
  expect(await search(query)).toEqual({ names: [], passages: [] });
});

test('without sources nothing is found', async () => {
  expect(await searchOf()('China')).toEqual({ names: [], passages: [] });
});

describe('what nobody has said in these words', () => {
  const library = new Library([new MemoryShelf([seed])], strict);
  const find = (query: string) => library.find(query, NO_FILTER, [], DEFAULT_SETTINGS);

  test.each([
    ['camps genocide', 'some'],
    ['china zzzz', 'some'],
    ['геноцид', 'related'],
    ['饥荒', 'related'],
    ['raindrops', 'all'],
  ])('“%s” finds passages that hold: %s', async (query, fit) => {
    const found = await find(query);
    expect(found.fit).toBe(fit);
    expect(found.passages.length).toBeGreaterThan(0);
    for (const { hits } of found.passages) expect(hits.length).toBeGreaterThan(0);
  });

  test('is found as the others spell it, and emphasised', async () => {
    const { passages, fit } = await find('forced labour');
    expect(fit).toBe('all');
    const [first] = passages;
    expect(first?.hits.map(({ start, end }) => first.text.slice(start, end))).toEqual([
      'forced',
      'labor',
    ]);
  });

  test('is found in other languages by what it means', async () => {
    const { passages } = await find('геноцид');
    expect(passages.some(({ text }) => /genocide/.test(text))).toBe(true);
  });

  test.each([
    ['families', ['The family stays.']],
    ['family', ['Their families left.']],
    ['deportations', ['A deportation in winter.']],
    ['deported', ['They deport whole villages.']],
    ['organizations', ['An organisation of the state.']],
    ['границы', ['За границей жили немногие.']],
    ['женщинами', ['Женщины молчали.']],
    ['балаларды', ['Балалар үйде.']],
    ['мектептер', ['Мектепте оқыды.']],
  ])('“%s” finds other forms of it', async (query, passages) => {
    const { passages: found } = await searchOf(sourceOf([], passages))(query);
    expect(found.map(({ passage }) => passage)).toEqual(['made/1']);
    expect(found[0]?.hits).toHaveLength(1);
  });

  test('“families” finds no “familiar”', async () => {
    expect((await searchOf(sourceOf([], ['A familiar road.']))('families')).passages).toEqual([]);
  });

  test('is found by its translations, after passages that hold it themselves', async () => {
    const translated = new Map([[seed.source.id, new Map([[9, 'О геноциде, как говорят']])]]);
    const shelf = new MemoryShelf([seed], translated);
    const search = (query: string, filter = NO_FILTER) =>
      new Library([shelf], strict).find(query, filter, [], DEFAULT_SETTINGS);
    const { passages, fit } = await search('геноцид');
    expect(fit).toBe('all');
    expect(passages.map(({ ordinal, isTranslated }) => [ordinal, isTranslated])).toEqual([
      [9, true],
    ]);
    const { passages: both } = await search('genocide');
    expect(both.length).toBeGreaterThan(0);
    expect(both.some(({ isTranslated }) => isTranslated)).toBe(false);
    const answers = await search('геноцид', { ...NO_FILTER, kind: 'question' });
    expect(answers.passages.every(({ turn }) => turn === 'question')).toBe(true);
  });
});

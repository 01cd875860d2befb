import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/choices/settings';
import type { Material } from '../core/compile/material';
import { Library } from '../core/library/library';
import { MemoryShelf } from '../core/library/memory-shelf';
import { NOTHING_READ } from '../core/library/what-is-read';
import { NO_FILTER } from '../core/model/views';
import { UNPAINTED } from '../core/names/name-index';
import { readPack, writePack } from '../core/pack/pack';
import { DIALOGUE, FACTS, inventedPack } from '../tests/fixtures/pack';
import { ours, seed } from '../tests/fixtures/seed';
import { addSources, indexAgain, readMaterial } from './adding';
import { closeDatabase, database, OF_REVISIONS, storageFailure } from './database';
import { ownShelf, subjectStore } from './own-shelf';
import { listSources, markDeleted, sweep } from './sources';

const bytes = await inventedPack();
const { sources } = await readPack(bytes);
const [facts, dialogue] = sources as [Material, Material];
const add = (materials: readonly Material[]) =>
  addSources(
    materials,
    () => [],
    () => {},
  );
const faults: unknown[] = [];
const fault = (error: unknown) => void faults.push(error);
const bundled = new MemoryShelf([seed]);
const opened = () => new Library([bundled, ownShelf()], fault, subjectStore(fault));
const cardOf = (library: Library, id: string, isSourceChosen = false) =>
  library.card(
    { id, isSourceChosen, view: 'about', matchedAs: null, read: NOTHING_READ, shown: [] },
    DEFAULT_SETTINGS,
  );
const HOUR = 3_600_000;

/** How many records each store holds. */
async function counts(): Promise<Record<string, number>> {
  const open = await database();
  const names = [...open.objectStoreNames];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await open.count(name)])),
  );
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase().catch(() => {});
  expect(faults.splice(0)).toEqual([]);
});

describe('sources that are added', () => {
  test('are read as they would be from memory', async () => {
    await add(sources);
    const stored = opened();
    expect((await stored.sources()).map(({ id }) => id)).toEqual([seed.source.id, FACTS, DIALOGUE]);
    const content = await stored.sourceContent(DIALOGUE);
    expect(content.passages.map(({ text }) => text).join('\n\n')).toBe(dialogue.document.trimEnd());
    expect(content.passages[2]?.question?.ordinal).toBe(2);
    const card = await cardOf(stored, `${DIALOGUE}/kashgar`, true);
    expect(card.passages.map(({ ordinal, speaker }) => [ordinal, speaker?.name])).toEqual([
      [3, 'The guide'],
      [2, 'The traveller'],
    ]);
    expect(card.passages[0]?.hedges.map(({ kind }) => kind)).toEqual(['opinion']);
  });

  test('share subjects with what is bundled, each explained', async () => {
    await add(sources);
    const library = opened();
    const shared = await library.sharedSubjects('', DEFAULT_SETTINGS);
    expect(shared.length).toBeGreaterThanOrEqual(10);
    const [china] = await library.sharedSubjects('china', DEFAULT_SETTINGS);
    expect(china?.members.map(({ id, reason }) => [id, reason])).toEqual([
      [ours('china'), null],
      [`${FACTS}/china`, { by: 'wikidata', item: 'Q148' }],
      [`${DIALOGUE}/china`, { by: 'wikidata', item: 'Q148' }],
    ]);
    const [initiative] = await library.sharedSubjects('belt and road', DEFAULT_SETTINGS);
    expect(initiative?.members.at(-1)?.reason).toEqual({
      by: 'name',
      name: 'Belt and Road Initiative',
      language: 'en',
    });
    const { sources: tabs } = await cardOf(library, `${FACTS}/china`);
    expect(tabs.map(({ entity }) => entity.split('/')[0]).toSorted()).toEqual(
      [FACTS, DIALOGUE, seed.source.id].toSorted(),
    );
    expect(tabs.every(({ passages }) => passages > 0)).toBe(true);
  });

  test('answer pages once for a subject, and say what is not to be painted', async () => {
    await add(sources);
    const heads = ['kashgar', 'steppe'];
    const nothing = { kinds: [], corrections: [], muted: [] };
    const { forms, about } = await opened().names(heads, nothing, DEFAULT_SETTINGS);
    expect(forms[0]?.[1]).toEqual([['Kashgar', 0, ours('kashgar'), 0]]);
    expect(forms[1]?.[1]).toEqual([['Steppe Rail Museum', 0, `${FACTS}/rail-museum`, UNPAINTED]]);
    expect(about).toEqual([[ours('kashgar'), [seed.source.id]]]);
    const painted = { ...DEFAULT_SETTINGS, sourcesPainted: [FACTS], sourceOrder: [FACTS] };
    const then = await opened().names(heads, nothing, painted);
    expect(then.forms[0]?.[1]).toEqual([['Kashgar', 0, `${FACTS}/kashgar`, 0]]);
    expect(then.forms[1]?.[1]?.[0]?.[3]).toBe(0);
  });

  test('are found by the search, and by it no more when they are deleted', async () => {
    await add(sources);
    const find = async () => {
      const found = await opened().find('rail', NO_FILTER, [], DEFAULT_SETTINGS);
      const { names, passages } = found;
      const own = passages.filter(({ source }) => source.id !== seed.source.id);
      return [names.some(({ id }) => id === `${FACTS}/rail-museum`), own.length];
    };
    expect(await find()).toEqual([true, 10]);
    await markDeleted([FACTS, DIALOGUE], Date.now());
    expect(await find()).toEqual([false, 0]);
    expect(await opened().has(`${FACTS}/rail-museum`)).toBe(false);
    await markDeleted([FACTS], null);
    expect(await find()).toEqual([true, 7]);
  });

  test('can be packed again to the same bytes', async () => {
    await add(sources);
    const read = await Promise.all([DIALOGUE, FACTS].map(readMaterial));
    expect(Buffer.from(await writePack(read)).equals(bytes)).toBe(true);
  });

  test('one that no file could hold is refused, and takes no other with it', async () => {
    const broken = { ...facts, about: { ...facts.about, title: 'x'.repeat(2000) } };
    const { added, refused } = await add([broken, dialogue]);
    expect(added).toEqual([DIALOGUE]);
    expect(refused).toMatchObject([{ id: FACTS, fault: 'faulty' }]);
    expect(await counts()).toMatchObject({ sources: 1, texts: 1, jobs: 0 });
  });

  test('one that does not fit its document is refused, and takes no other with it', async () => {
    const broken = { ...facts, document: `x${facts.document}` };
    const { added, refused } = await add([broken, dialogue]);
    expect(added).toEqual([DIALOGUE]);
    expect(refused).toMatchObject([{ id: FACTS, fault: 'faulty' }]);
    expect((await listSources()).map(({ id }) => id)).toEqual([DIALOGUE]);
  });
});

describe('a new revision', () => {
  const changed = { ...facts, document: facts.document.replace('longest', 'fastest') };

  test('takes the place of the one before, while that is read', async () => {
    await add(sources);
    const before = opened();
    await before.sources();
    await add([changed]);
    expect((await before.sourceContent(FACTS)).passages[1]?.text).toContain('longest');
    before.changed();
    expect((await before.sourceContent(FACTS)).passages[1]?.text).toContain('fastest');
    expect((await listSources()).map(({ id }) => id)).toEqual([FACTS, DIALOGUE]);
  });

  test('leaves nothing of the one before, once it is swept', async () => {
    await add(sources);
    const { texts, passages } = await counts();
    await add([changed]);
    expect((await counts()).texts).toBe(3);
    await sweep(Date.now());
    expect(await counts()).toMatchObject({ texts, passages, jobs: 0 });
  });
});

test('many small segments become one', async () => {
  for (let i = 0; i < 6; i++) await add([{ ...facts, id: `facts-${i}` }]);
  expect((await counts()).segments).toBeLessThan(6);
  const library = opened();
  expect((await library.sources()).map(({ id }) => id)).toEqual([
    seed.source.id,
    ...Array.from({ length: 6 }, (_, i) => `facts-${i}`),
  ]);
  const { passages } = await library.find('plateau', NO_FILTER, [], DEFAULT_SETTINGS);
  expect(passages.map(({ source }) => source.id).toSorted()).toEqual(
    Array.from({ length: 6 }, (_, i) => `facts-${i}`),
  );
});

test('what is deleted is gone after an hour, and not before', async () => {
  await add(sources);
  const now = Date.now();
  await markDeleted([FACTS], now);
  await sweep(now + HOUR - 1000);
  expect((await counts()).texts).toBe(2);
  await sweep(now + HOUR + 1000);
  expect(await counts()).toMatchObject({ sources: 1, texts: 1, rarities: 1 });
});

test('a source that was deleted and swept comes again as itself alone', async () => {
  await add(sources);
  const now = Date.now();
  await markDeleted([FACTS], now);
  await sweep(now + HOUR + 1000);
  await add([facts]);
  const { passages } = await opened().find('plateau', NO_FILTER, [], DEFAULT_SETTINGS);
  expect(passages.map(({ id }) => id)).toEqual([`${FACTS}/7`]);
  const [museum] = await opened().sharedSubjects('Steppe Rail Museum', DEFAULT_SETTINGS);
  expect(museum?.members.map(({ id }) => id)).toEqual([`${FACTS}/rail-museum`]);
});

test('a source that is brought back is there, though its segment was joined with others meanwhile', async () => {
  for (let i = 0; i < 4; i++) await add([{ ...facts, id: `facts-${i}` }]);
  await markDeleted(['facts-1'], Date.now());
  await add([dialogue]);
  await markDeleted(['facts-1'], null);
  expect((await opened().sources()).map(({ id }) => id)).toContain('facts-1');
});

test('of what is gone nothing stays in the index', async () => {
  await add(sources);
  await add([{ ...facts, id: 'facts-1' }]);
  const now = Date.now();
  await markDeleted([FACTS, 'facts-1'], now);
  await sweep(now + HOUR + 1000);
  expect((await counts()).segments).toBe(1);
  expect(await indexAgain(() => [], fault)).toBe(1);
  const open = await database();
  const heads = await open.getAll('segments');
  expect(heads.flatMap(({ sources: held }) => held.map(({ id }) => id))).toEqual([DIALOGUE]);
});

describe('an end at any moment', () => {
  /** Lets so many requests through, and then no more. */
  function endAfter(requests: number): void {
    let left = requests;
    for (const method of ['put', 'delete'] as const) {
      const native = IDBObjectStore.prototype[method] as (...of: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...of: unknown[]
      ) {
        if (left-- <= 0) throw new DOMException('the end', 'AbortError');
        return native.apply(this, of) as never;
      });
    }
  }

  test('leaves the library as it was, or as it should be', async () => {
    await add([facts]);
    const then = { ...facts, document: facts.document.replace('longest', 'fastest') };
    let whole = 0;
    for (let requests = 0; whole === 0; requests++) {
      endAfter(requests);
      const done = await add([then, dialogue]).then(
        () => true,
        () => false,
      );
      vi.restoreAllMocks();
      await sweep(Date.now());
      const held = await listSources();
      const library = new Library([ownShelf()], fault);
      const listed = (await library.sources()).map(({ id }) => id);
      expect(listed).toEqual(held.map(({ id }) => id));
      const text = (await library.sourceContent(FACTS)).passages[1]?.text;
      expect([held.length, text?.includes(done ? 'fastest' : 'longest')], `${requests}`).toEqual([
        done ? 2 : 1,
        true,
      ]);
      expect((await counts()).jobs).toBe(0);
      expect((await counts()).texts).toBe(held.length);
      if (done) whole = requests;
    }
    expect(whole).toBeGreaterThan(10);
  }, 30_000);

  test('of a browser is swept at the next start: what its job has written goes, what another writes stays', async () => {
    await add([facts]);
    const open = await database();
    for (const name of OF_REVISIONS) {
      await open.put(
        name,
        {} as never,
        (name === 'texts' || name === 'rarities' ? ['gone', 1] : ['gone', 1, 0]) as never,
      );
    }
    await open.put('jobs', { id: 'dead', revisions: [['gone', 1]] });
    let end = () => {};
    const living = navigator.locks.request(
      'sidelight-job-living',
      () => new Promise<void>((done) => (end = done)),
    );
    await open.put('jobs', { id: 'living', revisions: [['coming', 1]] });
    await open.put('texts', new Uint8Array(1), ['coming', 1]);
    await sweep(Date.now());
    expect((await open.getAll('jobs')).map(({ id }) => id)).toEqual(['living']);
    expect((await open.getAllKeys('texts')).map(([id]) => id)).toEqual(['coming', FACTS]);
    end();
    await living;
  });
});

test('two who add at once both have theirs', async () => {
  await Promise.all([add([facts]), add([dialogue])]);
  expect((await listSources()).map(({ id }) => id).toSorted()).toEqual([FACTS, DIALOGUE]);
  expect((await opened().sources()).length).toBe(3);
});

describe('a fault of storage', () => {
  test.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-damaged'],
    ['VersionError', 'storage-later'],
  ])('is told: %s', async (name, code) => {
    expect(storageFailure(new DOMException('x', name))).toMatchObject({ code });
  });

  /** What a library answers of Kashgar: to a page, on a card, in a search. */
  const answersOf = async (library: Library) => {
    const nothing = { kinds: [], corrections: [], muted: [] };
    const { forms } = await library.names(['kashgar'], nothing, DEFAULT_SETTINGS);
    const { sources: tabs } = await cardOf(library, ours('kashgar'));
    const found = await library.find('kashgar', NO_FILTER, [], DEFAULT_SETTINGS);
    const passages = [...found.ofFirst, ...found.passages];
    return [forms.length, tabs.length, new Set(passages.map(({ source }) => source.id)).size];
  };

  test('leaves what is bundled readable', async () => {
    await add(sources);
    await closeDatabase();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no file', 'UnknownError');
    });
    const library = opened();
    expect(await answersOf(library)).toEqual([1, 1, 1]);
    expect((await library.sources()).map(({ id }) => id)).toEqual([seed.source.id]);
    expect(faults.splice(0)).toContainEqual(expect.objectContaining({ code: 'storage-damaged' }));
  });

  test.each([
    ['entities', [1, 1, 1]],
    ['names', [1, 3, 3]],
    ['words', [1, 3, 1]],
    // Without its names no entity is joined by name.
    ['spellings', [1, 1, 3]],
    ['heads', [1, 3, 3]],
    ['postings', [1, 1, 3]],
  ] as const)('in one part (%s) leaves the others', async (name, answers) => {
    await add(sources);
    const open = await database();
    for (const { id } of await open.getAll('segments')) await open.delete('parts', [id, name]);
    const library = opened();
    expect(await answersOf(library)).toEqual(answers);
    expect((await library.sieve()).filter.length).toBeGreaterThan(0);
    expect(faults.splice(0).length).toBeGreaterThan(0);
  });

  test('in what is known of a source leaves the card of the others', async () => {
    await add(sources);
    await (await database()).clear('rarities');
    const card = await cardOf(opened(), ours('kashgar'));
    expect(card.entity.id).toBe(ours('kashgar'));
    expect(faults.splice(0).length).toBeGreaterThan(0);
  });

  test('of a full device leaves nothing half stored', async () => {
    await add([facts]);
    const native = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...of
    ) {
      if (this.name === 'passages') throw new DOMException('full', 'QuotaExceededError');
      return native.apply(this, of);
    });
    await expect(add([dialogue])).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    expect(await counts()).toMatchObject({ sources: 1, texts: 1, jobs: 0 });
  });

  test('of a later version is refused, and nothing is changed', async () => {
    (await openDB('sidelight', 99)).close();
    await expect(listSources()).rejects.toMatchObject({ code: 'storage-later' });
  });

  test('that takes the database away is over with the next question', async () => {
    await add([facts]);
    (await database()).close();
    await closeDatabase();
    expect((await listSources()).length).toBe(1);
  });
});

test('segments of another version are made again', async () => {
  await add(sources);
  const open = await database();
  for (const head of await open.getAll('segments'))
    await open.put('segments', { ...head, version: 0 });
  expect((await opened().sources()).map(({ id }) => id)).toEqual([seed.source.id]);
  expect(await indexAgain(() => [], fault)).toBe(2);
  expect((await opened().sources()).length).toBe(3);
  expect(await indexAgain(() => [], fault)).toBe(0);
});

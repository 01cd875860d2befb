import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clipping, clippingOf } from '../core/notebook/clipping';
import { cardOf } from '../tests/fixtures/seed';
import { deleteClippings, listClippings, putClippings } from './clippings';
import { closeDatabase } from './database';

const [passage] = (await cardOf('china')).passages;
const kept = (at: number): Clipping => {
  if (!passage) throw new Error('China has no passage.');
  return clippingOf(passage, { id: crypto.randomUUID(), part: null, metAt: null, now: at });
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(closeDatabase);

test('clippings are listed newest first, changed in place, and deleted', async () => {
  const [first, second] = [kept(1), kept(2)];
  await putClippings([second, first]);
  expect(await listClippings()).toEqual([second, first]);
  await putClippings([{ ...first, note: 'Read again.' }]);
  expect((await listClippings()).map(({ note }) => note)).toEqual(['', 'Read again.']);
  await deleteClippings([second.id]);
  expect((await listClippings()).map(({ id }) => id)).toEqual([first.id]);
});

test('a library of the version before has a notebook, and all that it had', async () => {
  const stores = ['sources', 'segments', 'jobs', 'texts', 'passages', 'entities', 'rarities'];
  const before = await openDB('sidelight', 1, {
    upgrade(database) {
      for (const name of [...stores, 'parts', 'subjects', 'catalogue'])
        database.createObjectStore(name);
    },
  });
  await before.put('catalogue', { 'a-source': 3 }, 'current');
  before.close();
  await putClippings([kept(1)]);
  expect(await listClippings()).toHaveLength(1);
  await closeDatabase();
  const after = await openDB('sidelight');
  expect(await after.get('catalogue', 'current')).toEqual({ 'a-source': 3 });
  after.close();
});

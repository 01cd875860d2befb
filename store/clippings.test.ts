import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clipping, clippingOf } from '../core/notebook/clipping';
import { cardOf } from '../tests/fixtures/seed';
import {
  addClippings,
  deleteClippings,
  keepClipping,
  listClippings,
  noteClipping,
  watchClippings,
} from './clippings';
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

test('clippings are listed newest first, noted, and deleted', async () => {
  const [first, second] = [kept(1), kept(2)];
  expect(await addClippings([second, first])).toBe(2);
  expect(await listClippings()).toEqual([second, first]);
  expect(await noteClipping(first.id, { note: 'Read again.' })).toBe(true);
  expect((await listClippings()).map(({ note }) => note)).toEqual(['', 'Read again.']);
  await deleteClippings([second.id]);
  expect((await listClippings()).map(({ id }) => id)).toEqual([first.id]);
});

test('what is there stays as it is, whatever is added', async () => {
  const [old, other] = [kept(1), kept(2)];
  await addClippings([old]);
  await noteClipping(old.id, { note: 'Long thoughts.' });
  expect(await addClippings([{ ...old, note: '' }, other])).toBe(1);
  expect((await listClippings()).map(({ note }) => note)).toEqual(['', 'Long thoughts.']);
});

test('a passage is kept once, and each part of it', async () => {
  const whole = kept(1);
  const part = { ...kept(2), part: { start: 0, end: 5 } };
  expect(await keepClipping(whole)).toBe(true);
  expect(await keepClipping(kept(3))).toBe(false);
  expect(await keepClipping(part)).toBe(true);
  expect(await keepClipping({ ...part, id: crypto.randomUUID() })).toBe(false);
  expect(await listClippings()).toEqual([part, whole]);
});

test('two panels write note and tags of one clipping, and neither loses what the other wrote', async () => {
  const one = kept(1);
  await addClippings([one]);
  await Promise.all([
    noteClipping(one.id, { note: 'From the first.' }),
    noteClipping(one.id, { tags: ['second'] }),
  ]);
  expect(await listClippings()).toEqual([{ ...one, note: 'From the first.', tags: ['second'] }]);
  await deleteClippings([one.id]);
  expect(await noteClipping(one.id, { tags: ['too late'] })).toBe(false);
  expect(await listClippings()).toEqual([]);
});

test('what could not be read back is not written', async () => {
  const one = kept(1);
  await addClippings([one]);
  await expect(noteClipping(one.id, { note: 'a'.repeat(20_001) })).rejects.toThrow();
  expect(await listClippings()).toEqual([one]);
});

test('who watches hears of every change', async () => {
  const heard = vi.fn();
  const channel = watchClippings(heard);
  const one = kept(1);
  await addClippings([one]);
  await noteClipping(one.id, { note: 'n' });
  await deleteClippings([one.id]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
  channel.close();
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
  await addClippings([kept(1)]);
  expect(await listClippings()).toHaveLength(1);
  await closeDatabase();
  const after = await openDB('sidelight');
  expect(await after.get('catalogue', 'current')).toEqual({ 'a-source': 3 });
  after.close();
});

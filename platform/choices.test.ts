import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/choices/settings';

type Items = Record<string, unknown>;

/** Storage that keeps copies, as the browser's does; each area can be made to fail. */
const fake = vi.hoisted(() => {
  const area = () => ({
    held: {} as Items,
    failsToRead: false,
    failsToWrite: false,
    sets: [] as Items[],
    async get(key: string | null) {
      if (this.failsToRead) throw new Error('no reading');
      if (key === null) return structuredClone(this.held);
      return key in this.held ? { [key]: structuredClone(this.held[key]) } : {};
    },
    async set(items: Items) {
      if (this.failsToWrite) throw new Error('QUOTA_BYTES quota exceeded');
      this.sets.push(structuredClone(items));
      Object.assign(this.held, structuredClone(items));
    },
    async remove(keys: string | string[]) {
      if (this.failsToWrite) throw new Error('QUOTA_BYTES quota exceeded');
      for (const key of [keys].flat()) delete this.held[key];
    },
  });
  const listeners = new Set<(changes: object) => void>();
  const windows = {
    open: [] as Array<{ incognito: boolean }>,
    asked: 0,
    closed: () => {},
    onRemoved: {
      addListener: (listener: () => void) => {
        windows.closed = listener;
      },
    },
    async getAll() {
      windows.asked++;
      return windows.open;
    },
  };
  return {
    windows,
    local: area(),
    sync: area(),
    session: area(),
    listeners,
    onChanged: {
      addListener: (listener: (changes: object) => void) => listeners.add(listener),
      removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { storage: fake, windows: fake.windows } }));

import {
  changeChoices,
  readChoices,
  repairChoices,
  syncChoices,
  watchChoices,
  watchPrivateWindows,
} from './choices';

const ONE = { entity: 's/a', name: 'A', scope: 'everywhere' as const, at: null };
const OTHER = { ...ONE, name: 'B' };
const areas = [fake.local, fake.sync, fake.session];

beforeEach(() => {
  for (const area of areas) {
    Object.assign(area, { held: {}, sets: [], failsToRead: false, failsToWrite: false });
  }
  const last = new Map<string, Promise<unknown>>();
  // One holder of a name at a time, as the browser's.
  vi.stubGlobal('navigator', {
    locks: {
      request: (name: string, action: () => Promise<unknown>) => {
        const done = Promise.resolve(last.get(name)).then(action);
        last.set(
          name,
          done.catch(() => undefined),
        );
        return done;
      },
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('nothing stored gives the defaults, and nothing is written', async () => {
  expect(await readChoices()).toEqual({
    settings: DEFAULT_SETTINGS,
    corrections: [],
    damaged: [],
    damagedCorrections: 0,
    unsynced: [],
  });
  expect(areas.map(({ sets }) => sets)).toEqual([[], [], []]);
});

test('what identifies reading stays on the device, the rest is synchronised', async () => {
  await changeChoices({
    settings: { density: 'none', sitesOff: ['a.org'], pagesOff: ['https://a.org/b'] },
    corrections: [ONE],
  });
  expect(fake.sync.held).toEqual({ 'setting.density': 'none' });
  expect(fake.local.held).toEqual({
    'setting.sitesOff': ['a.org'],
    'setting.pagesOff': ['https://a.org/b'],
    corrections: [ONE],
  });
});

test('two devices that change different things keep both', async () => {
  await changeChoices({ settings: { density: 'none', kindsOff: ['place'] } });
  // The other device.
  Object.assign(fake.sync.held, { 'setting.look': 'thin', 'setting.kindsOff.event': true });
  await changeChoices({ settings: { delay: 500 } });
  expect((await readChoices()).settings).toEqual({
    ...DEFAULT_SETTINGS,
    density: 'none',
    look: 'thin',
    delay: 500,
    kindsOff: ['place', 'event'],
  });
});

test('changes at once are made one after another', async () => {
  const add = (one: typeof ONE) =>
    changeChoices(({ corrections }) => ({ corrections: [...corrections, one] }));
  await Promise.all([add(ONE), add(OTHER)]);
  expect((await readChoices()).corrections).toEqual([ONE, OTHER]);
});

test.each([
  ['local', fake.local],
  ['sync', fake.sync],
])('after a failed reading of %s nothing is written', async (_, area) => {
  fake.local.held = { corrections: [ONE] };
  area.failsToRead = true;
  await expect(changeChoices({ corrections: [OTHER] })).rejects.toThrow('no reading');
  expect(fake.local.held).toEqual({ corrections: [ONE] });
});

test('what the device keeps holds where synchronised settings cannot be read', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fake.local.held = { corrections: [ONE] };
  fake.sync.failsToRead = true;
  expect((await readChoices()).corrections).toEqual([ONE]);
  fake.local.failsToRead = true;
  await expect(readChoices()).rejects.toThrow('no reading');
});

test('settings and corrections are written whole or not at all', async () => {
  const change = { settings: { look: 'thin', sitesOff: ['a.org'] }, corrections: [ONE] } as const;
  fake.local.failsToWrite = true;
  await expect(
    changeChoices({ ...change, settings: { ...change.settings, sitesOff: ['a.org'] } }),
  ).rejects.toThrow('quota');
  expect([fake.local.held, fake.sync.held]).toEqual([{}, {}]);
  fake.local.failsToWrite = false;
  await changeChoices({ ...change, settings: { ...change.settings, sitesOff: ['a.org'] } });
  // One transaction, with what is to be synchronised.
  expect(fake.local.sets).toHaveLength(1);
  expect(fake.local.sets[0]).toMatchObject({ corrections: [ONE], 'setting.sitesOff': ['a.org'] });
});

test('what cannot be synchronised holds here, is told, and is synchronised later', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  fake.sync.held = { 'setting.look': 'thin' };
  fake.sync.failsToWrite = true;
  await changeChoices({ settings: { density: 'every', look: 'underline' } });
  expect(warn).toHaveBeenCalledOnce();
  const choices = await readChoices();
  expect(choices.settings).toMatchObject({ density: 'every', look: 'underline' });
  expect(choices.unsynced).toEqual(['density', 'look']);
  fake.sync.failsToWrite = false;
  await syncChoices();
  expect(fake.sync.held).toEqual({ 'setting.density': 'every' });
  expect((await readChoices()).unsynced).toEqual([]);
});

describe('the record that held all settings', () => {
  test.each<[string, Items, Items, Items, Items]>([
    [
      'of version 1',
      {},
      { settings: { version: 1, sitesOff: ['www.a.org'], isOff: true } },
      { 'setting.sitesOff': ['a.org'] },
      { 'setting.isOff': true },
    ],
    [
      'of version 2',
      {},
      { settings: { version: 2, pagesOff: ['https://a.org/b'], kindsOff: ['place'] } },
      { 'setting.pagesOff': ['https://a.org/b'] },
      { 'setting.kindsOff.place': true },
    ],
    [
      'kept on the device',
      { settings: { version: 2, look: 'thin' } },
      { settings: { version: 2, look: 'tint', sitesOff: ['b.org'] } },
      { 'setting.sitesOff': ['b.org'] },
      { 'setting.look': 'thin' },
    ],
    [
      'of a device that was updated later',
      { 'setting.sitesOff': ['a.org'] },
      { settings: { version: 2, look: 'tint', sitesOff: ['b.org'] }, 'setting.look': 'thin' },
      { 'setting.sitesOff': ['a.org', 'b.org'] },
      { 'setting.look': 'thin' },
    ],
    [
      'that is damaged takes no list from the device',
      { 'setting.sitesOff': ['a.org'] },
      { settings: { version: 2, sitesOff: 'lost' } },
      { 'setting.sitesOff': ['a.org'] },
      {},
    ],
  ])('%s is moved, and taken away', async (_, local, sync, wantedLocal, wantedSync) => {
    fake.local.held = local;
    fake.sync.held = sync;
    await readChoices();
    expect(fake.local.held).toEqual(wantedLocal);
    expect(fake.sync.held).toEqual(wantedSync);
  });

  test('stays where it is until all of it is written', async () => {
    fake.sync.held = { settings: { version: 2, sitesOff: ['a.org'] } };
    fake.local.failsToWrite = true;
    await expect(readChoices()).rejects.toThrow('quota');
    expect(fake.sync.held).toEqual({ settings: { version: 2, sitesOff: ['a.org'] } });
  });
});

describe('damage', () => {
  test('is named, stays in storage, and is dropped by the repair alone', async () => {
    fake.sync.held = { 'setting.density': 'some', 'setting.isOff': true };
    fake.local.held = { corrections: [ONE, { name: 7 }] };
    const named = { damaged: ['density'], damagedCorrections: 1, corrections: [ONE] };
    expect(await readChoices()).toMatchObject(named);
    await changeChoices({ corrections: [ONE, OTHER] });
    expect(fake.local.held.corrections).toEqual([{ name: 7 }, ONE, OTHER]);
    await repairChoices();
    expect(await readChoices()).toMatchObject({ damaged: [], damagedCorrections: 0 });
    expect(fake.sync.held).toEqual({ 'setting.isOff': true });
    expect(fake.local.held.corrections).toEqual([ONE, OTHER]);
  });

  test('of the whole record is named and repaired', async () => {
    fake.sync.held = { settings: 'lost' };
    expect((await readChoices()).damaged).toEqual(['settings']);
    await repairChoices();
    expect(fake.sync.held).toEqual({});
  });
});

test('what identifies reading in a private window is kept in memory, and there only', async () => {
  await changeChoices({ settings: { sitesOff: ['a.org'] }, corrections: [ONE] });
  await changeChoices(
    ({ settings, corrections }) => ({
      settings: {
        look: 'thin',
        sitesOff: [...settings.sitesOff, 'secret.org'],
        subjectsMuted: ['tibet secret.org'],
      },
      corrections: [...corrections, OTHER],
    }),
    true,
  );
  expect(JSON.stringify(areas.map(({ held }) => held))).not.toMatch(/secret|"B"/);
  const normal = { settings: { look: 'thin', sitesOff: ['a.org'] }, corrections: [ONE] };
  expect(await readChoices()).toMatchObject(normal);
  expect(await readChoices(true)).toMatchObject({
    settings: {
      look: 'thin',
      sitesOff: ['a.org', 'secret.org'],
      subjectsMuted: ['tibet secret.org'],
    },
    corrections: [ONE, OTHER],
  });
  watchPrivateWindows((error) => {
    throw error;
  });
  fake.windows.open = [{ incognito: true }, { incognito: false }];
  fake.windows.closed();
  await vi.waitFor(() => expect(fake.windows.asked).toBe(1));
  expect(fake.session.held).not.toEqual({});
  fake.windows.open = [{ incognito: false }];
  fake.windows.closed();
  await vi.waitFor(() => expect(fake.session.held).toEqual({}));
  expect(await readChoices(true)).toMatchObject(normal);
});

test('what a page has put in place of private choices is left aside', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await changeChoices({ settings: { sitesOff: ['a.org'] } });
  fake.session.held = { private: 'eyJzaXRlc09mZiI6W119' };
  expect((await readChoices(true)).settings.sitesOff).toEqual(['a.org']);
  expect(warn).toHaveBeenCalledOnce();
  await changeChoices({ settings: { sitesOff: ['b.org'] } }, true);
  expect((await readChoices(true)).settings.sitesOff).toEqual(['b.org']);
});

test('choices are watched, and nothing else in storage, until watching stops', () => {
  let changes = 0;
  const stop = watchChoices(() => changes++);
  const [listener] = fake.listeners;
  listener?.({ pageSetup: {} });
  expect(changes).toBe(0);
  for (const key of ['setting.look', 'corrections', 'private', 'settings'])
    listener?.({ [key]: {} });
  expect(changes).toBe(4);
  stop();
  expect(fake.listeners.size).toBe(0);
});

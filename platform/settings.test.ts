import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/settings';

/** Storage that keeps copies, as the browser's does; an area that is `broken` refuses to write. */
const fake = vi.hoisted(() => {
  const area = () => ({
    held: {} as Record<string, unknown>,
    broken: false,
    unreadable: false,
    async get(_all: null) {
      if (this.unreadable) throw new Error('IO error');
      return structuredClone(this.held);
    },
    async set(change: Record<string, unknown>) {
      if (this.broken) throw new Error('QUOTA_BYTES quota exceeded');
      Object.assign(this.held, structuredClone(change));
    },
    async remove(keys: string | string[]) {
      if (this.broken) throw new Error('QUOTA_BYTES quota exceeded');
      for (const key of [keys].flat()) delete this.held[key];
    },
  });
  const listeners = new Set<(changes: object) => void>();
  return {
    local: area(),
    sync: area(),
    listeners,
    onChanged: {
      addListener: (listener: (changes: object) => void) => listeners.add(listener),
      removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
    },
  };
});
vi.mock('wxt/browser', () => ({ browser: { storage: fake } }));

import {
  bringSettingsUpToDate,
  changeSettings,
  readKeptSettings,
  readSettings,
  repairSettings,
  watchSettings,
} from './settings';

const undamaged = (parts: string[]) => {
  throw new Error(`damaged: ${parts}`);
};

beforeEach(() => {
  for (const area of [fake.local, fake.sync]) {
    area.held = {};
    area.broken = false;
    area.unreadable = false;
  }
  fake.listeners.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('settings', () => {
  test('are the defaults where nothing is stored', async () => {
    expect(await readKeptSettings()).toEqual({
      settings: DEFAULT_SETTINGS,
      damaged: [],
      isOnlyHere: false,
    });
  });

  test('are an item each, as far as they were changed, and addresses stay on the device', async () => {
    await changeSettings({ density: 'none', kindsOff: ['person', 'work'] });
    await changeSettings({ sitesOff: ['a.org'], pagesOff: ['https://b.org/x'] });
    expect(fake.sync.held).toEqual({
      'setting.density': 'none',
      'setting.kindsOff.person': true,
      'setting.kindsOff.work': true,
    });
    expect(fake.local.held).toEqual({
      'setting.sitesOff': ['a.org'],
      'setting.pagesOff': ['https://b.org/x'],
    });
    expect(await readSettings(undamaged)).toEqual({
      ...DEFAULT_SETTINGS,
      density: 'none',
      kindsOff: ['person', 'work'],
      sitesOff: ['a.org'],
      pagesOff: ['https://b.org/x'],
    });
    await changeSettings({ density: DEFAULT_SETTINGS.density, kindsOff: ['work'] });
    expect(fake.sync.held).toEqual({ 'setting.kindsOff.work': true });
  });

  test('that two devices change are settled part by part', async () => {
    await changeSettings({ kindsOff: ['person'] });
    // What another device has changed meanwhile arrives.
    Object.assign(fake.sync.held, { 'setting.kindsOff.event': true, 'setting.look': 'tint' });
    await changeSettings((now) => ({ kindsOff: [...now.kindsOff, 'work'], delay: 500 }));
    expect(await readSettings(undamaged)).toEqual({
      ...DEFAULT_SETTINGS,
      kindsOff: ['person', 'event', 'work'],
      look: 'tint',
      delay: 500,
    });
  });

  test('that are changed at once are changed one after another', async () => {
    await Promise.all(
      ['a.org', 'b.org', 'c.org'].map((site) =>
        changeSettings((now) => ({ sitesOff: [...now.sitesOff, site] })),
      ),
    );
    expect((await readSettings(undamaged)).sitesOff).toEqual(['a.org', 'b.org', 'c.org']);
  });

  test('stay on this device, which is told, when they cannot be synchronised', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.sync.held = { 'setting.density': 'none', 'setting.kindsOff.person': true };
    fake.sync.broken = true;
    await changeSettings({ density: DEFAULT_SETTINGS.density, delay: 400, kindsOff: [] });
    expect(warn).toHaveBeenCalled();
    expect(await readKeptSettings()).toEqual({
      settings: { ...DEFAULT_SETTINGS, delay: 400 },
      damaged: [],
      isOnlyHere: true,
    });
  });

  test('are synchronised when that works again, the earlier ones too', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.sync.broken = true;
    await changeSettings({ density: 'every' });
    fake.sync.broken = false;
    await changeSettings({ look: 'thin' });
    expect(fake.local.held).toEqual({});
    expect(fake.sync.held).toEqual({ 'setting.density': 'every', 'setting.look': 'thin' });
  });

  test('hold as far as this device knows them where synchronised ones cannot be read', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.local.held = { 'setting.sitesOff': ['a.org'] };
    fake.sync.unreadable = true;
    const { settings, isOnlyHere } = await readKeptSettings();
    expect([settings.sitesOff, isOnlyHere]).toEqual([['a.org'], true]);
  });

  test('are never lost in silence: when both areas refuse, the change fails', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.sync.broken = true;
    fake.local.broken = true;
    await expect(changeSettings({ isOff: true })).rejects.toThrow('quota exceeded');
  });

  test('are not written over when they could not be read', async () => {
    fake.local.held = { 'setting.sitesOff': ['a.org'] };
    fake.local.unreadable = true;
    await expect(
      changeSettings((now) => ({ sitesOff: [...now.sitesOff, 'b.org'] })),
    ).rejects.toThrow('IO error');
    fake.local.unreadable = false;
    expect((await readSettings(undamaged)).sitesOff).toEqual(['a.org']);
  });

  test('that are damaged are named, and stay in storage until the repair', async () => {
    const stored = {
      'setting.density': 'some',
      'setting.isOff': true,
      'setting.kindsOff.person': 'yes',
    };
    fake.sync.held = { ...stored };
    const named: string[][] = [];
    const settings = await readSettings((parts) => named.push(parts));
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, isOff: true });
    expect(named).toEqual([['kindsOff.person', 'density']]);
    await changeSettings({ look: 'tint' });
    expect(fake.sync.held).toEqual({ ...stored, 'setting.look': 'tint' });
    await repairSettings();
    expect(fake.sync.held).toEqual({ 'setting.isOff': true, 'setting.look': 'tint' });
    expect((await readKeptSettings()).damaged).toEqual([]);
  });

  test.each<[string, 'sync' | 'local', Record<string, unknown>]>([
    ['version 2', 'sync', { density: 'none', sitesOff: ['a.org'], kindsOff: ['work'], version: 2 }],
    ['version 1', 'sync', { density: 'none', sitesOff: ['www.A.org'], kindsOff: ['work'] }],
    [
      'version 2, on the device',
      'local',
      { density: 'none', sitesOff: ['a.org'], kindsOff: ['work'], version: 2 },
    ],
  ])('of one item become one each: %s', async (_, area, old) => {
    fake[area].held = { settings: old };
    const before = await readSettings(undamaged);
    expect(before).toEqual({
      ...DEFAULT_SETTINGS,
      density: 'none',
      sitesOff: ['a.org'],
      kindsOff: ['work'],
    });
    await bringSettingsUpToDate();
    expect(await readSettings(undamaged)).toEqual(before);
    expect(fake.sync.held).toEqual({ 'setting.density': 'none', 'setting.kindsOff.work': true });
    expect(fake.local.held).toEqual({ 'setting.sitesOff': ['a.org'] });
  });

  test('of one item do not outdo newer ones, and stay when they are damaged', async () => {
    fake.sync.held = { settings: { density: 'none', delay: 400 }, 'setting.density': 'every' };
    await bringSettingsUpToDate();
    expect(fake.sync.held).toEqual({ 'setting.density': 'every', 'setting.delay': 400 });
    fake.sync.held = { settings: 'lost' };
    await bringSettingsUpToDate();
    expect(fake.sync.held).toEqual({ settings: 'lost' });
    expect((await readKeptSettings()).damaged).toEqual(['settings']);
    await repairSettings();
    expect(fake.sync.held).toEqual({});
  });

  test('are watched, and nothing else in storage, until watching stops', () => {
    let changes = 0;
    const stop = watchSettings(() => changes++);
    const [listener] = fake.listeners;
    listener?.({ pageSetup: {} });
    expect(changes).toBe(0);
    listener?.({ 'setting.look': {} });
    expect(changes).toBe(1);
    stop();
    expect(fake.listeners.size).toBe(0);
  });
});

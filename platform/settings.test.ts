import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../core/settings';

/** Storage that keeps copies, as the browser's does; an area that is `broken` refuses to write. */
const fake = vi.hoisted(() => {
  const area = () => ({
    held: {} as Record<string, unknown>,
    broken: false,
    async get(key: string) {
      return key in this.held ? { [key]: structuredClone(this.held[key]) } : {};
    },
    async set(change: Record<string, unknown>) {
      if (this.broken) throw new Error('QUOTA_BYTES quota exceeded');
      Object.assign(this.held, structuredClone(change));
    },
    async remove(key: string) {
      delete this.held[key];
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

import { changeSettings, readSettings, repairSettings, watchSettings } from './settings';

const undamaged = (parts: string[]) => {
  throw new Error(`damaged: ${parts}`);
};

beforeEach(() => {
  for (const area of [fake.local, fake.sync]) {
    area.held = {};
    area.broken = false;
  }
  fake.listeners.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('settings', () => {
  test('are the defaults where nothing is stored', async () => {
    expect(await readSettings(undamaged)).toEqual(DEFAULT_SETTINGS);
  });

  test('are synchronised, as far as they were changed', async () => {
    await changeSettings({ density: 'none' });
    await changeSettings({ sitesOff: ['a.org'] });
    expect(fake.sync.held).toEqual({
      settings: { density: 'none', sitesOff: ['a.org'], version: 2 },
    });
    expect(fake.local.held).toEqual({});
    expect(await readSettings(undamaged)).toEqual({
      ...DEFAULT_SETTINGS,
      density: 'none',
      sitesOff: ['a.org'],
    });
  });

  test('stay on this device, with a warning, when they cannot be synchronised', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.sync.held = { settings: { sitesOff: ['a.org'], version: 2 } };
    fake.sync.broken = true;
    await changeSettings({ density: 'every' });
    expect(fake.local.held).toEqual({
      settings: { density: 'every', sitesOff: ['a.org'], version: 2 },
    });
    expect(warn).toHaveBeenCalledOnce();
    expect(await readSettings(undamaged)).toMatchObject({ density: 'every', sitesOff: ['a.org'] });
  });

  test('are never lost in silence: when both areas refuse, the change fails', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    fake.sync.broken = true;
    fake.local.broken = true;
    await expect(changeSettings({ isOff: true })).rejects.toThrow('quota exceeded');
  });

  test('that are damaged are named, and stay in storage', async () => {
    const stored = { density: 'some', isOff: true };
    fake.sync.held = { settings: stored };
    const named: string[][] = [];
    const settings = await readSettings((parts) => named.push(parts));
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, isOff: true });
    expect(named).toEqual([['density']]);
    expect(fake.sync.held).toEqual({ settings: stored });
    await repairSettings();
    expect(fake.sync.held).toEqual({ settings: { isOff: true } });
    expect(await readSettings(undamaged)).toEqual(settings);
  });

  test('are watched, and nothing else in storage, until watching stops', () => {
    let changes = 0;
    const stop = watchSettings(() => changes++);
    const [listener] = fake.listeners;
    listener?.({ pageSetup: {} });
    expect(changes).toBe(0);
    listener?.({ settings: {} });
    expect(changes).toBe(1);
    stop();
    expect(fake.listeners.size).toBe(0);
  });

  test('are synchronised again when that works again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fake.sync.broken = true;
    await changeSettings({ density: 'every' });
    fake.sync.broken = false;
    await changeSettings({ density: 'none' });
    expect((await readSettings(undamaged)).density).toBe('none');
    expect(fake.local.held).toEqual({});
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/choices/settings';

const fake = vi.hoisted(() => ({
  settings: {} as Partial<Settings>,
  failures: 0,
  reads: 0,
  written: [] as Array<[settings: Partial<Settings>, isNews: boolean]>,
}));
vi.mock('../../platform/choices', () => ({
  async readChoices() {
    fake.reads++;
    if (fake.failures-- > 0) throw new Error('no reading');
    const settings = { ...DEFAULT_SETTINGS, ...fake.settings };
    return { settings, corrections: [], damaged: [], damagedCorrections: 0, unsynced: [] };
  },
}));
vi.mock('../../platform/page-setup', () => ({
  async writePageSetup(parts: { settings: Partial<Settings> }, _: unknown, isNews: boolean) {
    fake.written.push([parts.settings, isNews]);
    return { ...parts, version: 0 };
  },
}));

import { Chosen } from './chosen';

const LIBRARY = { sieve: async () => ({}) as never, stamp: async () => 'one' };
let refused: unknown[] = [];
const made = () => new Chosen(LIBRARY, (error) => refused.push(error));

beforeEach(() => {
  refused = [];
  Object.assign(fake, { settings: {}, failures: 0, reads: 0, written: [] });
});

test('a reading that failed is made again with the next question', async () => {
  const chosen = made();
  fake.failures = 2;
  await expect(chosen.choices()).rejects.toThrow('no reading');
  fake.settings = { look: 'thin' };
  expect((await chosen.choices()).settings.look).toBe('thin');
});

test('what was read is not read again before something changes', async () => {
  const chosen = made();
  await chosen.choices();
  await chosen.choices(true);
  expect(fake.reads).toBe(2);
  fake.settings = { look: 'tint' };
  chosen.changed();
  expect((await chosen.choices()).settings.look).toBe('tint');
});

test('pages are told to ask anew only when answers change', async () => {
  const chosen = made();
  await chosen.setUpPages();
  for (const settings of [{ sitesOff: ['a.org'] }, { sitesOff: ['a.org'], delay: 500 }]) {
    fake.settings = settings;
    chosen.changed();
    await chosen.setUpPages();
  }
  expect(fake.written.map(([{ delay }, isNews]) => [delay, isNews])).toEqual([
    [DEFAULT_SETTINGS.delay, false],
    [DEFAULT_SETTINGS.delay, true],
    [DEFAULT_SETTINGS.delay, false],
    [500, false],
    [500, false],
  ]);
});

test('a record that cannot be made is told, and is made when it is asked for again', async () => {
  const chosen = made();
  fake.failures = 2;
  expect(await chosen.setUpPages()).toBeNull();
  expect(refused).toHaveLength(1);
  expect(await chosen.setUpPages()).toMatchObject({ settings: { look: DEFAULT_SETTINGS.look } });
});

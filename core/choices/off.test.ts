import { describe, expect, test } from 'vitest';
import type { OffState } from '../model/location';
import { offStateOf, SWITCHES, switchesAt, switchPage, switchSite, tomorrow, turned } from './off';
import { DEFAULT_SETTINGS, type Settings } from './settings';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const set = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });
const off = (...sitesOff: string[]): Settings => set({ sitesOff });

describe('a site', () => {
  test.each<[string, Settings, boolean, string[]]>([
    ['is added when switched off', off('a.org'), false, ['a.org', 'b.org']],
    ['is listed once when switched off twice', off('b.org', 'a.org'), false, ['a.org', 'b.org']],
    ['is taken out when switched on', off('a.org', 'b.org'), true, ['a.org']],
    ['that was never off stays so when switched on', off('a.org'), true, ['a.org']],
  ])('%s', (_, settings, on, sitesOff) => {
    expect(switchSite(settings, 'www.B.org', on)).toEqual({ sitesOff });
  });
});

test('a page is switched without its fragment', () => {
  const { pagesOff } = switchPage(DEFAULT_SETTINGS, 'https://a.org/b?c=1#d', false);
  expect(pagesOff).toEqual(['https://a.org/b?c=1']);
  expect(switchPage(set({ pagesOff }), 'https://a.org/b?c=1#e', true)).toEqual({ pagesOff: [] });
});

test.each<[string, Settings, string | null, string | null, OffState | null]>([
  ['on by default', DEFAULT_SETTINGS, 'a.org', null, null],
  ['off on a listed site', off('a.org'), 'a.org', null, 'off-here'],
  ['off on a listed site with www.', off('a.org'), 'www.a.org', null, 'off-here'],
  ['on at another site', off('a.org'), 'news.a.org', null, null],
  [
    'off on a listed page',
    set({ pagesOff: ['https://a.org/b'] }),
    'a.org',
    'https://a.org/b#c',
    'off-on-page',
  ],
  [
    'on at another page',
    set({ pagesOff: ['https://a.org/b'] }),
    'a.org',
    'https://a.org/b/c',
    null,
  ],
  ['off everywhere', set({ isOff: true, sitesOff: ['a.org'] }), 'a.org', null, 'off-everywhere'],
  ['on without a site', off('a.org'), null, null, null],
  ['off everywhere without a site', set({ isOff: true }), null, null, 'off-everywhere'],
  ['off until later', set({ offUntil: '2026-03-02T00:00:00Z' }), 'a.org', null, 'off-for-now'],
  ['on again', set({ offUntil: '2026-03-01T11:59:59Z' }), 'a.org', null, null],
])('Sidelight is %s', (_, settings, site, page, wanted) => {
  expect(offStateOf(settings, { site, page }, NOW)).toBe(wanted);
});

test('tomorrow begins at midnight of this clock', () => {
  const begin = new Date(tomorrow(new Date(2026, 11, 31, 23, 59)));
  expect([begin.getFullYear(), begin.getMonth(), begin.getDate(), begin.getHours()]).toEqual([
    2027, 0, 1, 0,
  ]);
});

describe('switches', () => {
  const pageLocation = { site: 'www.a.org', page: 'https://www.a.org/b#c' };

  test.each(SWITCHES)('%s is turned off, and on again, by itself', (which) => {
    const now = new Date(NOW);
    const others = set({ sitesOff: ['c.org'], pagesOff: ['https://c.org/'] });
    const isOn = (settings: Settings) =>
      Object.fromEntries(switchesAt(settings, pageLocation, NOW));
    const all = { everywhere: true, today: true, site: true, page: true };
    expect(isOn(others)).toEqual(all);
    const off = { ...others, ...turned(others, which, false, pageLocation, now) };
    expect(isOn(off)).toEqual({ ...all, [which]: false });
    expect(offStateOf(off, pageLocation, NOW)).not.toBeNull();
    expect({ ...off, ...turned(off, which, true, pageLocation, now) }).toEqual(others);
  });

  test('without a use at a place are left out, and change nothing', () => {
    const nowhere = { site: null, page: null };
    expect(switchesAt(DEFAULT_SETTINGS, nowhere, NOW).map(([which]) => which)).toEqual([
      'everywhere',
      'today',
    ]);
    expect(turned(DEFAULT_SETTINGS, 'site', false, nowhere, new Date(NOW))).toEqual({});
    expect(turned(DEFAULT_SETTINGS, 'page', false, nowhere, new Date(NOW))).toEqual({});
  });
});

import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isOffOn,
  parseSettings,
  SETTINGS_VERSION,
  type Settings,
  storeChange,
  switchSite,
} from './settings';

const CHANGED: Settings = { density: 'every', isOff: true, sitesOff: ['a.org'] };
const off = (...sitesOff: string[]): Settings => ({ ...DEFAULT_SETTINGS, sitesOff });

describe('reading settings', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a version only', { version: SETTINGS_VERSION }],
  ])('gives the defaults for %s', (_, stored) => {
    expect(parseSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, damaged: [] });
  });

  test('gives what is stored', () => {
    expect(parseSettings({ ...CHANGED, version: 1 })).toEqual({ settings: CHANGED, damaged: [] });
  });

  test.each(['first-in-section', 'every', 'none'])('knows the density “%s”', (density) => {
    expect(parseSettings({ density })).toMatchObject({ settings: { density }, damaged: [] });
  });

  test.each<[string, unknown, string[]]>([
    ['a text in place of settings', 'every', ['settings']],
    ['a number in place of settings', 7, ['settings']],
    ['an unknown density', { density: 'some' }, ['density']],
    ['a switch that is no switch', { isOff: 'yes' }, ['isOff']],
    ['sites that are no list', { sitesOff: 'a.org' }, ['sitesOff']],
    ['a site that is no text', { sitesOff: ['a.org', 1] }, ['sitesOff']],
    [
      'everything damaged',
      { density: 1, isOff: 1, sitesOff: null },
      ['density', 'isOff', 'sitesOff'],
    ],
  ])('names %s, and falls back', (_, stored, damaged) => {
    expect(parseSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, damaged });
  });

  test('keeps the parts beside a damaged one', () => {
    expect(parseSettings({ ...CHANGED, isOff: 'x' })).toEqual({
      settings: { ...CHANGED, isOff: false },
      damaged: ['isOff'],
    });
  });
});

describe('storing a change', () => {
  test.each<[string, unknown, Partial<Settings>, object]>([
    ['holds the change only', undefined, { density: 'every' }, { density: 'every' }],
    [
      'adds to what was stored',
      { isOff: true },
      { density: 'none' },
      { isOff: true, density: 'none' },
    ],
    ['replaces what was stored', { density: 'none' }, { density: 'every' }, { density: 'every' }],
    [
      'drops what is at its default again',
      { density: 'none' },
      { density: 'first-in-section' },
      {},
    ],
    ['drops an empty list of sites', { sitesOff: ['a.org'] }, { sitesOff: [] }, {}],
    ['drops stored defaults', { isOff: false }, { density: 'every' }, { density: 'every' }],
    [
      'keeps keys of another version',
      { cardFont: 'serif' },
      { isOff: true },
      { cardFont: 'serif', isOff: true },
    ],
    ['replaces what is not settings', 'damaged', { isOff: true }, { isOff: true }],
    ['takes the place of an older version', { version: 0 }, {}, {}],
  ])('%s', (_, stored, change, wanted) => {
    expect(storeChange(stored, change)).toEqual({ ...wanted, version: SETTINGS_VERSION });
  });

  test('leaves what it was given as it was', () => {
    const stored = { isOff: true, sitesOff: ['a.org'] };
    storeChange(stored, { isOff: false, sitesOff: [] });
    expect(stored).toEqual({ isOff: true, sitesOff: ['a.org'] });
  });

  test('is read back as it was chosen', () => {
    expect(
      parseSettings(storeChange(storeChange(null, { isOff: true }), CHANGED)).settings,
    ).toEqual(CHANGED);
  });
});

describe('a site', () => {
  test.each<[string, Settings, boolean, string[]]>([
    ['is added when switched off', off('a.org'), false, ['a.org', 'b.org']],
    ['is listed once when switched off twice', off('b.org', 'a.org'), false, ['a.org', 'b.org']],
    ['is taken out when switched on', off('a.org', 'b.org'), true, ['a.org']],
    ['that was never off stays so when switched on', off('a.org'), true, ['a.org']],
  ])('%s', (_, settings, on, sitesOff) => {
    expect(switchSite(settings, 'b.org', on)).toEqual({ sitesOff });
  });

  test.each<[string, Settings, string | null, boolean]>([
    ['is on by default', DEFAULT_SETTINGS, 'a.org', false],
    ['is off when it is listed', off('a.org'), 'a.org', true],
    ['is on when another one is listed', off('a.org'), 'www.a.org', false],
    ['is off when everything is', { ...DEFAULT_SETTINGS, isOff: true }, 'a.org', true],
    ['without a host is on by default', off('a.org'), null, false],
    ['without a host is off when everything is', { ...DEFAULT_SETTINGS, isOff: true }, null, true],
  ])('%s', (_, settings, site, isOff) => {
    expect(isOffOn(settings, site)).toBe(isOff);
  });
});

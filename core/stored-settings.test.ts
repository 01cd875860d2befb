import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { parseSettings, SETTINGS_VERSION, storeChange, withoutDamage } from './stored-settings';

const CHANGED: Settings = {
  density: 'every',
  look: 'thin',
  trigger: 'click',
  delay: 500,
  kindsOff: ['place'],
  sourcesOff: ['talk'],
  language: 'kk',
  isOff: true,
  offUntil: '2026-03-01T00:00:00.000Z',
  sitesOff: ['a.org'],
  pagesOff: ['https://a.org/b'],
};

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
    expect(parseSettings({ ...CHANGED, version: SETTINGS_VERSION })).toEqual({
      settings: CHANGED,
      damaged: [],
    });
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
    ['a look that there is not', { look: 'neon' }, ['look']],
    ['a delay that no hand can meet', { delay: 1 }, ['delay']],
    ['a delay that is no number', { delay: '300' }, ['delay']],
    ['an unknown kind of entity', { kindsOff: ['place', 'planet'] }, ['kindsOff']],
    ['an unknown language', { language: 'tlh' }, ['language']],
    ['a time that is none', { offUntil: 'tomorrow' }, ['offUntil']],
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

describe('settings of an older version', () => {
  test.each<[string, unknown, Partial<Settings>]>([
    [
      '1: hosts lose their www.',
      { version: 1, sitesOff: ['www.a.org', 'a.org', 'B.org'] },
      { sitesOff: ['a.org', 'b.org'] },
    ],
    [
      '1: everything else stays',
      { version: 1, density: 'every', isOff: true },
      { density: 'every', isOff: true },
    ],
    ['none given: is read as 1', { sitesOff: ['www.a.org'] }, { sitesOff: ['a.org'] }],
    [
      'the present: hosts stay as they are',
      { version: 2, sitesOff: ['www.a.org'] },
      { sitesOff: ['www.a.org'] },
    ],
    [
      'later: what is known is read',
      { version: 99, density: 'none', smell: 'mint' },
      { density: 'none' },
    ],
  ])('%s', (_, stored, wanted) => {
    expect(parseSettings(stored)).toEqual({
      settings: { ...DEFAULT_SETTINGS, ...wanted },
      damaged: [],
    });
  });

  test('damaged in what is brought up to now, are named and fall back', () => {
    expect(parseSettings({ version: 1, sitesOff: 'www.a.org', isOff: true })).toEqual({
      settings: { ...DEFAULT_SETTINGS, isOff: true },
      damaged: ['sitesOff'],
    });
  });

  test('are stored as of now with the next change', () => {
    expect(storeChange({ version: 1, sitesOff: ['www.a.org'] }, { isOff: true })).toEqual({
      version: SETTINGS_VERSION,
      sitesOff: ['a.org'],
      isOff: true,
    });
  });
});

describe('a repair', () => {
  test.each<[string, unknown, unknown]>([
    [
      'drops what is damaged alone',
      { version: 2, density: 'some', delay: -1, isOff: true, cardFont: 'serif' },
      { version: 2, isOff: true, cardFont: 'serif' },
    ],
    ['drops what is no settings at all', 'damaged', undefined],
    ['leaves what is sound', { version: 2, isOff: true }, { version: 2, isOff: true }],
  ])('%s', (_, stored, wanted) => {
    expect(withoutDamage(stored)).toEqual(wanted);
    expect(parseSettings(withoutDamage(stored)).damaged).toEqual([]);
  });
});

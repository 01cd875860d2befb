import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import {
  itemsFor,
  itemsOfRecord,
  parseSettings,
  recordOf,
  SETTINGS_VERSION,
  settingsIn,
} from './stored-settings';

const CHANGED: Settings = {
  density: 'every',
  look: 'thin',
  trigger: 'click',
  delay: 500,
  kindsOff: ['place'],
  sourcesOff: ['talk'],
  sourcesPainted: ['own'],
  sourceOrder: ['own', 'talk'],
  subjectsApart: ['own/china'],
  subjectsJoined: ['own/a talk/b'],
  subjectsMuted: ['a-source/china', 'a-source/tibet news.example'],
  notesAddress: true,
  language: 'kk',
  isOff: true,
  offUntil: '2026-03-01T00:00:00.000Z',
  sitesOff: ['a.org'],
  pagesOff: ['https://a.org/b'],
};

describe('reading settings', () => {
  test.each([
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

test('a record is read back as it was chosen', () => {
  expect(recordOf(DEFAULT_SETTINGS)).toEqual({ version: SETTINGS_VERSION });
  expect(parseSettings(recordOf(CHANGED)).settings).toEqual(CHANGED);
});

describe('the items for a change', () => {
  test.each<[string, Record<string, unknown>, Partial<Settings>, object]>([
    ['hold that change only', { 'setting.isOff': true }, { delay: 500 }, { 'setting.delay': 500 }],
    ['remove what is at its default again', {}, { isOff: false }, { 'setting.isOff': null }],
    [
      'add and remove single parts of a list',
      { 'setting.kindsOff.place': true, 'setting.kindsOff.person': true },
      { kindsOff: ['person', 'event'] },
      {
        'setting.kindsOff.place': null,
        'setting.kindsOff.person': true,
        'setting.kindsOff.event': true,
      },
    ],
    [
      'take a damaged list away',
      { 'setting.kindsOff': 'all' },
      { kindsOff: [] },
      { 'setting.kindsOff': null },
    ],
    [
      'know sources by any name',
      {},
      { sourcesOff: ['a.b', '__proto__'] },
      { 'setting.sourcesOff': ['a.b', '__proto__'] },
    ],
    [
      'take away what devices once shared of a list',
      { 'setting.sourcesOff.a': true, 'setting.sourcesOff.b': true },
      { sourcesOff: ['a'] },
      { 'setting.sourcesOff.a': null, 'setting.sourcesOff.b': null, 'setting.sourcesOff': ['a'] },
    ],
  ])('%s', (_, now, change, wanted) => {
    expect(itemsFor(change, now)).toEqual(wanted);
  });

  test('are read back as they were chosen', () => {
    expect(settingsIn(itemsFor(CHANGED, {}))).toEqual({ settings: CHANGED, damaged: [] });
  });
});

describe('items', () => {
  test.each<[string, Record<string, unknown>, Partial<Settings>, string[]]>([
    ['of nothing are the defaults', {}, {}, []],
    ['of others are left alone', { pageSetup: 1, 'setting.cardFont': 'serif' }, {}, []],
    [
      'that are damaged fall back one by one',
      { 'setting.density': 'some', 'setting.isOff': true, 'setting.kindsOff.planet': true },
      { isOff: true },
      ['setting.density', 'setting.kindsOff.planet'],
    ],
    [
      'of a list from two devices are one list',
      { 'setting.kindsOff.place': true, 'setting.kindsOff.idea': true },
      { kindsOff: ['place', 'idea'] },
      [],
    ],
    [
      'of a list that devices once shared are read',
      { 'setting.sourcesOff.a': true, 'setting.sourcesOff.b': true },
      { sourcesOff: ['a', 'b'] },
      [],
    ],
  ])('%s', (_, items, wanted, damaged) => {
    expect(settingsIn(items)).toEqual({ settings: { ...DEFAULT_SETTINGS, ...wanted }, damaged });
  });
});

describe('the old record', () => {
  test.each<[string, unknown, Partial<Settings>, string[]]>([
    ['of version 1', { version: 1, sitesOff: ['www.A.org'] }, { sitesOff: ['a.org'] }, []],
    ['without a version', { sitesOff: ['www.a.org'] }, { sitesOff: ['a.org'] }, []],
    ['of version 2', { ...CHANGED, version: 2 }, CHANGED, []],
    [
      'that is damaged',
      { version: 2, kindsOff: 'all', density: 'some', isOff: true },
      { isOff: true },
      ['setting.density', 'setting.kindsOff'],
    ],
    ['that is none', 'lost', {}, []],
  ])('%s is read', (_, record, wanted, damaged) => {
    const items = Object.entries(itemsOfRecord(record)).filter(([, value]) => value !== null);
    const read = settingsIn(Object.fromEntries(items));
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
    expect(read.damaged.toSorted()).toEqual(damaged);
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
});

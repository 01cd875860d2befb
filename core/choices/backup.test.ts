import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTITY_KINDS } from '../model/source';
import {
  type Choices,
  changesBetween,
  MAX_BACKUP_BYTES,
  type RefusedBackup,
  readBackup,
  writeBackup,
} from './backup';
import { CORRECTION_SCOPES, type Correction } from './corrections';
import {
  DEFAULT_SETTINGS,
  DELAY_RANGE,
  DENSITIES,
  LANGUAGES,
  LOOKS,
  type Settings,
  TRIGGERS,
} from './settings';

const DEFAULTS: Choices = { settings: DEFAULT_SETTINGS, corrections: [] };
const TURKEY: Correction = { entity: 's/turkey', name: 'Turkey', scope: 'site', at: 'a.org' };
const file = (parts: object = {}) =>
  JSON.stringify({
    sidelight: 1,
    settings: { version: 2 },
    corrections: [],
    sources: [],
    ...parts,
  });

const anySettings: fc.Arbitrary<Settings> = fc.record({
  density: fc.constantFrom(...DENSITIES),
  look: fc.constantFrom(...LOOKS),
  trigger: fc.constantFrom(...TRIGGERS),
  delay: fc.integer({ min: DELAY_RANGE.least, max: DELAY_RANGE.most }),
  kindsOff: fc.subarray([...ENTITY_KINDS]),
  sourcesOff: fc.array(fc.string()),
  sourcesPainted: fc.array(fc.string()),
  sourceOrder: fc.array(fc.string()),
  subjectsApart: fc.array(fc.string()),
  subjectsJoined: fc.array(fc.string()),
  subjectsMuted: fc.array(fc.string()),
  notesAddress: fc.boolean(),
  language: fc.constantFrom(null, ...LANGUAGES),
  isOff: fc.boolean(),
  offUntil: fc.option(
    fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  ),
  sitesOff: fc.array(fc.string()),
  pagesOff: fc.array(fc.webUrl()),
});
const anyChoices: fc.Arbitrary<Choices> = fc.record({
  settings: anySettings,
  corrections: fc.uniqueArray(
    fc.record({
      entity: fc.string(),
      name: fc.string({ unit: 'grapheme' }),
      scope: fc.constantFrom(...CORRECTION_SCOPES),
      at: fc.option(fc.string()),
    }),
    { selector: (correction) => JSON.stringify(correction) },
  ),
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      expect(readBackup(writeBackup(choices))).toEqual(choices);
    }),
  );
});

test('a file changes to what it holds exactly, and then no more', () => {
  fc.assert(
    fc.property(anyChoices, anyChoices, (now, then) => {
      const { settings, added, removed } = changesBetween(now, then);
      const changed = Object.fromEntries(settings.map(({ key, to }) => [key, to]));
      expect({ ...now.settings, ...changed }).toEqual(then.settings);
      const kept = now.corrections.filter((one) => !removed.includes(one));
      const inOrder = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(inOrder([...kept, ...added])).toEqual(inOrder(then.corrections));
      expect(changesBetween(then, then)).toEqual({ settings: [], added: [], removed: [] });
    }),
  );
});

test('a change is told with what was and what would be', () => {
  const then = { settings: { ...DEFAULT_SETTINGS, delay: 500 }, corrections: [TURKEY] };
  expect(changesBetween(DEFAULTS, then)).toEqual({
    settings: [{ key: 'delay', from: 300, to: 500 }],
    added: [TURKEY],
    removed: [],
  });
});

describe('a file is refused', () => {
  test.each<[string, string, RefusedBackup['fault'], string]>([
    ['that is too long', file({ x: 'x'.repeat(MAX_BACKUP_BYTES) }), 'too-large', ''],
    ['that is empty', '', 'no-json', ''],
    ['that is cut off', file().slice(0, -1), 'no-json', ''],
    ['that is nested without end', '['.repeat(500_000), 'no-json', ''],
    ['of another kind', '{"name": "sidelight"}', 'no-backup', ''],
    ['that is a list', '[1]', 'no-backup', ''],
    ['that is null', 'null', 'no-backup', ''],
    ['of a later version', file({ sidelight: 2, more: [] }), 'later-version', ''],
    ['of a version that never was', file({ sidelight: 0 }), 'damaged', 'sidelight'],
    ['with settings of a later version', file({ settings: { version: 3 } }), 'later-version', ''],
    ['with settings of no version', file({ settings: {} }), 'damaged', 'settings.version'],
    ['without corrections', file({ corrections: undefined }), 'damaged', 'corrections'],
    ['with sources', file({ sources: [{}] }), 'sources', ''],
    ['with more than we know', file({ extra: 1 }), 'damaged', 'extra'],
    [
      'with a setting out of range',
      file({ settings: { version: 2, delay: 1e9 } }),
      'damaged',
      'settings.delay',
    ],
    [
      'with an unknown setting',
      file({ settings: { version: 2, colour: 'red' } }),
      'damaged',
      'settings.colour',
    ],
    [
      'with a damaged correction',
      file({ corrections: [TURKEY, { ...TURKEY, scope: 'moon' }] }),
      'damaged',
      'corrections.1',
    ],
  ])('%s', (_, text, fault, part) => {
    expect(readBackup(text)).toEqual({ fault, part });
  });
});

test('a prototype that a file brings changes nothing', () => {
  const text = file({ settings: { version: 2, proto: { isOff: true } } });
  expect(readBackup(text.replace('"proto"', '"__proto__"'))).toEqual(DEFAULTS);
});

test('a file that an editor began with a byte order mark is read', () => {
  expect(readBackup(`\uFEFF${file()}`)).toEqual(DEFAULTS);
});

test('settings of an older version are brought up to now', () => {
  const settings = { version: 1, sitesOff: ['www.a.org', 'a.org'] };
  expect(readBackup(file({ settings }))).toMatchObject({ settings: { sitesOff: ['a.org'] } });
});

describe('many corrections', () => {
  const many = (from: number, count: number): Correction[] =>
    Array.from({ length: count }, (_, i) => ({
      entity: 's/a',
      name: `n${from + i}`,
      scope: 'everywhere',
      at: null,
    }));

  // To look each up in a list of the others would take minutes.
  test('are compared before the reader has to wait', () => {
    const now = { settings: DEFAULT_SETTINGS, corrections: many(0, 40_000) };
    const then = { settings: DEFAULT_SETTINGS, corrections: many(40_000, 40_000) };
    const { added, removed } = changesBetween(now, then);
    expect([added.length, removed.length]).toEqual([40_000, 40_000]);
  });

  test.each([
    ['without white space', (corrections: Correction[]) => file({ corrections })],
    [
      'of three bytes a letter',
      (corrections: Correction[]) =>
        file({ corrections: corrections.map((one) => ({ ...one, name: `${one.name}喀什喀什` })) }),
    ],
  ])('%s are taken only if their export is taken, too', (_, write) => {
    const results = [2000, 5000, 8000, 11_000, 14_000].map((count) =>
      readBackup(write(many(0, count))),
    );
    const taken = results.filter((result): result is Choices => !('fault' in result));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(results.length);
    for (const choices of taken) expect(readBackup(writeBackup(choices))).toEqual(choices);
  });
});

test('lists in another order are no change', () => {
  const choosing = (...sourcesOff: string[]): Choices => ({
    settings: { ...DEFAULT_SETTINGS, sourcesOff },
    corrections: [],
  });
  expect(changesBetween(choosing('a', 'b'), choosing('b', 'a')).settings).toEqual([]);
});

describe('what is accepted can be exported and is accepted again', () => {
  const isFixpoint = (text: string) => {
    const read = readBackup(text);
    if (!('fault' in read)) expect(readBackup(writeBackup(read))).toEqual(read);
    return !('fault' in read);
  };

  test('of 2,000 files with a part replaced', () => {
    const whole = {
      sidelight: 1,
      settings: { version: 2, delay: 500 },
      corrections: [TURKEY],
      sources: [],
    };
    const paths = [
      ['sidelight'],
      ['settings'],
      ['corrections'],
      ['sources'],
      ['settings', 'version'],
      ...Object.keys(DEFAULT_SETTINGS).map((key) => ['settings', key]),
      ...Object.keys(TURKEY).map((key) => ['corrections', '0', key]),
    ];
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const mutated = structuredClone(whole) as object;
        let part = mutated as Record<string, unknown>;
        for (const key of path.slice(0, -1)) part = part[key] as Record<string, unknown>;
        part[path.at(-1) as string] = value;
        if (isFixpoint(JSON.stringify(mutated))) accepted++;
      }),
      { numRuns: 2000, seed: 12 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});

/** Files that are nearly backups: each is refused with a code, or taken and then written again as it was. */
import fc from 'fast-check';
import { changesBetween, readBackup, writeBackup } from '../../core/choices/backup';
import { DEFAULT_SETTINGS } from '../../core/choices/settings';
import type { Figure } from './figure';

const MUTATIONS = 2000;
const SEED = 42;
const LONGEST_MS = 1000;
const FAULTS = ['too-large', 'no-json', 'no-backup', 'later-version', 'sources', 'damaged'];

const DEFAULTS = { settings: DEFAULT_SETTINGS, corrections: [] };
const SOUND = writeBackup({
  settings: { ...DEFAULT_SETTINGS, density: 'every', delay: 500, sitesOff: ['a.org'] },
  corrections: [
    { entity: 's/turkey', name: 'Turkey', scope: 'site', at: 'a.org' },
    { entity: 's/tibet', name: 'Tibet', scope: 'everywhere', at: null },
  ],
});

/** A sound file in which one thing is otherwise. */
const changed = (change: (file: Sound) => void): string => {
  const file = JSON.parse(SOUND) as Sound;
  change(file);
  return JSON.stringify(file);
};
interface Sound {
  [key: string]: unknown;
  settings: Record<string, unknown>;
  corrections: Array<Record<string, unknown>>;
}
const correction = (key: string, value: unknown): string =>
  changed(({ corrections }) => {
    if (corrections[0]) corrections[0][key] = value;
  });
const setting = (key: string, value: unknown): string =>
  changed(({ settings }) => {
    settings[key] = value;
  });
const whole = (key: string, value: unknown): string =>
  changed((file) => {
    file[key] = value;
  });

/** Made by hand: what people, editors, disks and attackers do to a file. */
const BY_HAND: readonly string[] = [
  ...['', ' ', '\u0000', '\ufeff', '{', '}', '[]', '{}', 'null', 'true', '0', '"sidelight"', 'NaN'],
  ...['<!doctype html><title>404</title>', '%PDF-1.7', 'PK\u0003\u0004', 'sidelight: 1'],
  ...[SOUND.slice(0, -1), SOUND.slice(1), `${SOUND}${SOUND}`, `${SOUND},`, `// choices\n${SOUND}`],
  ...[SOUND.replaceAll('"', "'"), SOUND.replaceAll('"', '“'), SOUND.replaceAll(':', '=')],
  ...[
    `\ufeff${SOUND}`,
    SOUND.replaceAll('\n', '\r\n'),
    SOUND.toUpperCase(),
    SOUND.normalize('NFD'),
  ],
  ...['['.repeat(100_000), '{"a":'.repeat(50_000), `"${'x'.repeat(2_000_000)}"`],
  ...[0, 2, 99, -1, 1.5, '1', null, [], 1e308].map((version) => whole('sidelight', version)),
  ...[null, [], 7, 'all'].map((value) => whole('settings', value)),
  ...[null, {}, 7, 'all', [null], [[]], [7]].map((value) => whole('corrections', value)),
  ...[null, {}, [7], ['x'.repeat(1000)]].map((value) => whole('sources', value)),
  ...[-1, 1e9, '500', null, 0.5].map((value) => setting('delay', value)),
  ...['Every', '', 7, null].map((value) => setting('density', value)),
  ...[['not a site'], ['a.org', 'a.org'], [7], 'a.org', [''], ['x'.repeat(5000)]].map((value) =>
    setting('sitesOff', value),
  ),
  ...[99, 'new'].map((value) => setting('version', value)),
  ...['', '/', 'noslash', 7, null, '../x', '__proto__/x'].map((value) =>
    correction('entity', value),
  ),
  ...['', 7, null, 'x'.repeat(5000)].map((value) => correction('name', value)),
  ...['always', '', null].map((value) => correction('scope', value)),
  ...[7, '', 'not a site'].map((value) => correction('at', value)),
  ...[`{"__proto__":{"sidelight":1},${SOUND.slice(1)}`, `{"constructor":7,${SOUND.slice(1)}`],
];

export const malformedBackups: Figure = {
  id: 'backups',
  title: 'malformed backups',
  goal: `${MUTATIONS} mutations and ${BY_HAND.length} made by hand: each refused with a code or taken and written again, none over 1 s`,
  exclusions: 'the options page, tested in tests/browser/options.test.ts',
  inBrowsers: false,
  async run() {
    const failures = new Set<string>();
    let taken = 0;
    let longest = 0;
    const check = (text: string) => {
      const begin = performance.now();
      const fault = faultOf(text, () => taken++);
      longest = Math.max(longest, performance.now() - begin);
      if (fault !== null) failures.add(fault);
    };
    for (const text of fc.sample(mutated, { numRuns: MUTATIONS, seed: SEED })) check(text);
    for (const text of BY_HAND) check(text);
    // As many corrections as a file holds, over none that are the same.
    for (const count of [1000, 11_500]) check(withCorrections(count));
    if (longest > LONGEST_MS) failures.add(`one took ${longest.toFixed(0)} ms`);
    return {
      measured: `${MUTATIONS + BY_HAND.length + 2} files, ${taken} taken, longest ${longest.toFixed(0)} ms`,
      control: '–',
      failures: [...failures],
    };
  },
};

function faultOf(text: string, onTaken: () => void): string | null {
  try {
    const read = readBackup(text);
    if ('fault' in read) return FAULTS.includes(read.fault) ? null : `unknown code ${read.fault}`;
    onTaken();
    const now = {
      ...DEFAULTS,
      corrections: read.corrections.map((one) => ({ ...one, name: `${one.name}·` })),
    };
    changesBetween(now, read);
    const written = writeBackup(read);
    const again = readBackup(written);
    if ('fault' in again)
      return `a taken file is refused when written again: ${again.fault} ${again.part}`;
    return writeBackup(again) === written ? null : 'a taken file is not written again as it was';
  } catch (error) {
    return `thrown: ${error}`;
  }
}

function withCorrections(count: number): string {
  const corrections = Array.from({ length: count }, (_, i) => ({
    entity: `s/${i}`,
    name: `N${i}`,
    scope: 'everywhere' as const,
    at: null,
  }));
  // Written without white space, as a file by another hand may be.
  return JSON.stringify(JSON.parse(writeBackup({ ...DEFAULTS, corrections })));
}

/** Cuts, repeats and changes characters of a sound file, or puts any value in place of one of its parts. */
const mutated: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.nat(SOUND.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 12 }))
    .map(([at, cut, put]) => SOUND.slice(0, at) + put + SOUND.slice(at + cut)),
  fc.tuple(fc.nat(30), fc.jsonValue()).map(([at, value]) => {
    let left = at;
    return JSON.stringify(JSON.parse(SOUND), (key, old) =>
      key !== '' && left-- === 0 ? value : old,
    );
  }),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

/** Files that are nearly backups: each is refused with a code, or taken and then written again as it was. */
import fc from 'fast-check';
import { changesBetween, readBackup, writeBackup } from '../../core/backup';
import { DEFAULT_SETTINGS } from '../../core/settings';
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

export const malformedBackups: Figure = {
  id: 'backups',
  title: 'malformed backups',
  goal: `${MUTATIONS} mutations: each refused with a code or taken and written again, none over 1 s`,
  exclusions: 'written by hand: those of core/backup.test.ts; the options page, tested there',
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
    // As many corrections as a file holds, over none that are the same.
    for (const count of [1000, 11_500]) check(withCorrections(count));
    if (longest > LONGEST_MS) failures.add(`one took ${longest.toFixed(0)} ms`);
    return {
      measured: `${MUTATIONS + 2} files, ${taken} taken, longest ${longest.toFixed(0)} ms`,
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

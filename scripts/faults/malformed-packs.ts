/** Figure 3: packs that are damaged or hostile are refused with a code, or taken in part; none hangs, none is torn. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Random } from '../../bench/random';
import { compileMaterial, digestOf } from '../../core/compile/material';
import { RefusedPack, readPack } from '../../core/pack/pack';
import { packFolder } from '../../modules/seeds/pack-folder';
import { INVENTED } from '../../tests/fixtures/pack';
import type { Figure } from './figure';

const MUTATIONS = 3000;
const LONGEST_MS = 1000;

export const malformedPacks: Figure = {
  id: '3',
  title: 'malformed packs',
  goal: `${MUTATIONS} mutations: each refused with a code, or its sources taken as they were; none over ${LONGEST_MS / 1000} s`,
  exclusions:
    'the library page, tested in tests/browser/library.test.ts; packs made by hand, in core/pack/pack.test.ts',
  inBrowsers: false,
  async run() {
    const { bytes } = await packFolder(INVENTED, null, () => {});
    const known = new Set(await Promise.all((await readPack(bytes)).sources.map(digestOf)));
    const random = new Random(5);
    const failures: string[] = [];
    let taken = 0;
    let longest = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const mutated = i % 2 === 0 ? changedBytes(bytes, random) : changedText(bytes, random);
      const began = performance.now();
      try {
        const { sources } = await readPack(mutated);
        for (const source of sources) {
          const isKnown = known.has(await digestOf(source));
          const { faults } = await compileMaterial(source, () => []);
          // What does not fit its document any more is refused when it is compiled.
          if (!isKnown && faults.length === 0 && i % 2 === 0)
            failures.push(`mutation ${i} is taken otherwise`);
          if (isKnown) taken++;
        }
      } catch (error) {
        if (!(error instanceof RefusedPack)) failures.push(`mutation ${i}: ${error}`);
      }
      longest = Math.max(longest, performance.now() - began);
    }
    if (longest > LONGEST_MS) failures.push(`the longest took ${longest.toFixed(0)} ms`);
    return {
      measured: `${MUTATIONS} packs, ${taken} sources taken as they were, longest ${longest.toFixed(0)} ms`,
      control: '–',
      failures: failures.slice(0, 3),
    };
  },
};

/** Some bytes of the file changed, left out or doubled. */
function changedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = [...bytes];
  for (let i = 1 + random.below(4); i > 0; i--) {
    const at = random.below(changed.length);
    const kind = random.below(3);
    if (kind === 0) changed[at] = random.below(256);
    else if (kind === 1) changed.splice(at, 1 + random.below(20));
    else changed.splice(at, 0, ...changed.slice(at, at + 1 + random.below(20)));
  }
  return Uint8Array.from(changed);
}

/** The JSON of one file changed, so that only its meaning is wrong. */
function changedText(bytes: Uint8Array, random: Random): Uint8Array {
  const files = { ...unzipSync(bytes) };
  const name = random.pick(Object.keys(files).filter((file) => file.endsWith('.json')));
  const text = new TextDecoder().decode(files[name]);
  const at = random.below(text.length);
  const piece = random.pick([
    '',
    '0',
    '-1',
    '1e99',
    '"',
    '{',
    '}',
    '[]',
    'null',
    '../',
    '\u0000',
    'x'.repeat(5000),
  ]);
  files[name] = strToU8(text.slice(0, at) + piece + text.slice(at + random.below(6)));
  return zipSync(files);
}

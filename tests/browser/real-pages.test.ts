/**
 * Some saved pages of real sites, in both browsers, stay as they are; `npm run faults -- --only 7` reads all of
 * them. Without the folder of saved pages this file has nothing to read and says so.
 */
import { describe, expect, test } from 'vitest';
import { readRealPages, savedPages } from '../../scripts/faults/real-pages';

/** One page in so many: the small and the great, by the alphabet. */
const EACH = 10;
const MINUTES = 60_000;
const FILES = savedPages().filter((_, i) => i % EACH === 0);

if (FILES.length === 0) {
  console.log('No saved pages of real sites here (SIDELIGHT_PAGES): nothing of them is tested.');
  test('the folder of saved pages is optional', () => {
    expect(FILES).toEqual([]);
  });
} else {
  describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
    test(
      `${FILES.length} saved pages of real sites stay as they are, byte for byte`,
      async () => {
        const { measured, failures } = await readRealPages(name, FILES);
        console.log(`${name}: ${measured}`);
        expect(failures).toEqual([]);
      },
      3 * MINUTES,
    );
  });
}

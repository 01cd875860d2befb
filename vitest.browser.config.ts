import { defineConfig } from 'vitest/config';

/** Tests of the built extension in real browsers. They wait as much as they work: two files at a time. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 45_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    // Browsers are handed on from file to file: to start one takes longer than most tests.
    isolate: false,
  },
});

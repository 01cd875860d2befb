import { defineConfig } from 'vitest/config';

/** Tests of the built extension in real browsers. Two cores: one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 45_000,
    hookTimeout: 90_000,
    fileParallelism: false,
  },
});

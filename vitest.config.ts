import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,dom,components,platform,modules,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
  },
});

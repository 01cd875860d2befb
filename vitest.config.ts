import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { translationsPlugin } from './modules/seeds/read-translations.ts';
import { textsPlugin } from './modules/texts/read-texts.ts';

const from = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  plugins: [textsPlugin(from('locales')), translationsPlugin(from('seeds'))],
  resolve: { alias: { '#i18n': from('components/words/i18n.ts') } },
  test: {
    include: [
      '{core,dom,formats,components,platform,store,entrypoints,modules,scripts,tests}/**/*.test.{ts,tsx}',
    ],
    exclude: ['tests/browser/**'],
  },
});

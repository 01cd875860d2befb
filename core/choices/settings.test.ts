import { expect, test } from 'vitest';
import { languageFor } from './settings';

test.each([
  [['kk-KZ', 'ru', 'en'], 'kk'],
  [['fr-FR', 'ZH-Hant-TW', 'en'], 'zh'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
])('readers of %j are spoken to in %s', (preferred, language) => {
  expect(languageFor(preferred)).toBe(language);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { i18n, speak } from './i18n';

const root = { lang: '', dir: '' };
beforeEach(() => {
  vi.stubGlobal('document', { documentElement: root });
  vi.stubGlobal('navigator', { languages: ['fr-FR', 'kk-KZ', 'en'] });
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['en', 1, '1 match'],
  ['en', 1200, '1,200 matches'],
  ['ru', 1, '1 совпадение'],
  ['ru', 3, '3 совпадения'],
  ['ru', 11, '11 совпадений'],
  ['ru', 21, '21 совпадение'],
  ['kk', 5, '5 сәйкестік'],
  ['zh', 2, '2 处匹配'],
] as const)('%s counts %d', async (language, count, text) => {
  await speak(language);
  expect(i18n.t('popup.matchesCount', count)).toBe(text);
});

test('what is put in is put in as it is', async () => {
  await speak('en');
  expect(i18n.t('card.writes', ['$2', '$& $1'])).toBe(
    'This page writes “$2”; the source writes “$& $1”.',
  );
  expect(i18n.t('popup.matchesCount', 2, ['two'])).toBe('two matches');
});

test('without a choice, it speaks the first of the browser’s languages that it knows', async () => {
  await speak(null);
  expect(root).toEqual({ lang: 'kk', dir: 'ltr' });
  expect(i18n.t('card.close')).toBe('Жабу');
  vi.stubGlobal('navigator', { languages: ['fr'] });
  await speak(null);
  expect(root.lang).toBe('en');
});

test('what is said about a source is in the reader’s language, where it is translated', async () => {
  await speak('ru');
  expect(i18n.translated('Aidar Amrebayev')).toBe('Айдар Амребаев');
  for (const other of ['Nobody', '', 'constructor', '__proto__']) {
    expect(i18n.translated(other)).toBeNull();
  }
  await speak('en');
  expect(i18n.translated('Aidar Amrebayev')).toBeNull();
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../core/choices/settings';
import { declareTexts, manifestTexts, readTexts } from './read-texts';

const LOCALES = resolve(import.meta.dirname, '../../locales');
const english = readTexts(LOCALES, 'en');
const formsOf = (text: string | Record<string, string> | undefined) =>
  typeof text === 'object' ? Object.values(text) : [text ?? ''];
const storeText = (language: string) =>
  readFileSync(resolve(LOCALES, `../store-texts/${language}.md`), 'utf8');
/** What each line begins with: headings, points, and names of permissions. */
const outline = (text: string) => text.match(/^(#+|- (\*\*`\w+`)?)/gm);
const placeholders = (text: string) => [...new Set(text.match(/\$[1-9]/g))].sort();

describe.each(LANGUAGES)('%s', (language) => {
  const texts = readTexts(LOCALES, language);

  test('has the keys of English, in its order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test('has the placeholders of English, and the plural categories of its own', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const faults = Object.entries(english).filter(([key, text]) => {
      const ours = texts[key];
      const wanted = String(placeholders(formsOf(text)[0] ?? ''));
      const forms = formsOf(ours);
      const isFit = forms.every((form) => form.trim() && String(placeholders(form)) === wanted);
      if (typeof text !== typeof ours) return true;
      if (typeof ours !== 'object') return !isFit;
      return !isFit || String(Object.keys(ours).sort()) !== String([...pluralCategories].sort());
    });
    expect(faults.map(([key]) => key)).toEqual([]);
  });

  test('tells the manifest its texts, no longer than stores allow', () => {
    const messages = manifestTexts(texts);
    expect(Object.keys(messages).sort()).toEqual([
      'commands_lookUp',
      'commands_nextMark',
      'commands_openCard',
      'commands_search',
      'extDescription',
      'extName',
    ]);
    expect(messages.extName?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extDescription?.message.length).toBeLessThanOrEqual(132);
  });

  test('tells the stores what English tells them, point by point', () => {
    expect(outline(storeText(language))).toEqual(outline(storeText('en')));
  });
});

test.each([
  ['a number', 'card:\n  close: 1', 'card.close'],
  ['nothing', 'card:\n  close:', 'card.close'],
  ['an unknown category', 'names:\n  other: names\n  lots: names', 'names.lots'],
])('a file with %s is refused by the name of the key', (_, yaml, key) => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  writeFileSync(join(folder, 'en.yml'), yaml);
  expect(() => readTexts(folder, 'en')).toThrow(key);
});

test('the compiler knows which texts count', () => {
  const declared = declareTexts({ 'card.close': 'Close', names: { one: '$1', other: '$1' } });
  expect(declared).toContain('"card.close": string');
  expect(declared).toMatch(/"names": \{\s*"one": string,\s*"other": string/);
});

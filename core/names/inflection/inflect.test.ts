import { describe, expect, test } from 'vitest';
import type { InflectionHint } from './hint';
import { inflect } from './inflect';

const NAMES: Array<[name: string, language: string, hint?: InflectionHint]> = [
  ['Китай', 'ru'],
  ['Один пояс — один путь', 'ru'],
  ['уйгурский', 'ru', 'adj'],
  ['Хань Фэй', 'ru', 'person-m'],
  ['Сайрагуль Сауытбай', 'ru', 'person-f'],
  ['Гонконг', 'kk'],
  ['қазақ', 'kk'],
  ['АҚШ', 'kk'],
  ['ئۇيغۇر', 'ug'],
];

describe('inflect', () => {
  test.each(NAMES)('%s: distinct forms, none of them the name', (name, language, hint) => {
    const forms = inflect(name, language, hint);
    expect(forms).not.toHaveLength(0);
    expect(forms).not.toContain(name);
    expect(new Set(forms).size).toBe(forms.length);
  });

  test.each(['en', 'zh', 'zh-Hant', ''])('no rules for “%s”', (language) => {
    expect(inflect('Китай', language)).toEqual([]);
  });
});

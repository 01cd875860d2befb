import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SLUG, seed } from '../../tests/fixtures/seed';
import { translationsIn } from './read-translations';

const read = (language: string) =>
  readFileSync(
    new URL(`../../seeds/${SLUG}/translations/${language}.yaml`, import.meta.url),
    'utf8',
  );
const digits = (text: string) => (text.match(/\d/g) ?? []).sort().join('');

test.each([
  ['ru', /\p{Script=Cyrillic}/u],
  ['kk', /\p{Script=Cyrillic}/u],
  ['zh', /\p{Script=Han}/u],
])('in %s every passage is translated as it is now, with its numbers', (language, script) => {
  const { translations, stale } = translationsIn(language, read(language), seed);
  expect(stale).toEqual([]);
  expect(translations.map(([id]) => id)).toEqual(seed.passages.map(({ id }) => id));
  translations.forEach(([, { text, isReviewed }], i) => {
    expect(text).toMatch(script);
    expect(isReviewed).toBe(false);
    const { start, end } = seed.passages[i] ?? { start: 0, end: 0 };
    // Chinese writes dates with the numbers of months.
    for (const digit of digits(seed.text.slice(start, end))) expect(text).toContain(digit);
  });
});

test.each(['ru', 'kk', 'zh'])(
  'in %s all that is said about the source is translated',
  (language) => {
    const { remarks } = translationsIn(language, read(language), seed);
    const translated = new Map(remarks);
    const { origin, licence, note, people, title } = seed.source;
    const said = [
      ...[origin, licence, note, title],
      ...people.flatMap(({ name, role }) => [name, role]),
      ...seed.entities.flatMap((entity) => [entity.note, entity.contested]),
      ...seed.passages.flatMap(({ doubt, quotes }) => [doubt, ...quotes.map((one) => one.speaker)]),
    ];
    for (const text of said) if (text) expect(translated.get(text), text).toBeTruthy();
  },
);

test('what is translated of other words is left out, and told', () => {
  const [first] = seed.passages;
  const changed = { ...seed, text: `X${seed.text.slice(1)}` };
  const { translations, stale } = translationsIn('ru', read('ru'), changed);
  expect(stale).toEqual([first?.ordinal]);
  expect(translations).toHaveLength(seed.passages.length - 1);
});

test('a file of another shape is refused', () => {
  expect(() => translationsIn('ru.yaml', 'language: ru', seed)).toThrow(
    /ru\.yaml:1: review: is missing/,
  );
});

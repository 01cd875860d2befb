import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/choices/settings';
import { contentWords } from '../../core/text/content-words';
import { library, seed } from '../fixtures/seed';
import { measure, RANKERS, readItems } from './evaluate';

/** What docs/ranking.md promises: so much more than each simpler way, in both halves of the set. */
const MARGIN = 0.1;

const items = readItems();
const { Sidelight, ...simpler } = RANKERS;

describe.each(['tune', 'test'] as const)('on the half to %s', (half) => {
  const part = items.filter((item) => item.half === half);

  test.each(Object.entries(simpler))('ranking is clearly better than: %s', async (_, rank) => {
    const ours = await measure(Sidelight, part);
    const theirs = await measure(rank, part);
    expect(ours.ndcg).toBeGreaterThan(theirs.ndcg + MARGIN);
    expect(ours.first).toBeGreaterThan(theirs.first + MARGIN);
  });
});

test('the set is as large and as varied as docs/ranking.md says', () => {
  const isEnglish = (text: string) => /^[\p{Script=Latin}\P{L}]+$/u.test(text);
  expect(items).toHaveLength(70);
  expect(new Set(items.map(({ entity }) => entity)).size).toBe(16);
  expect(items.filter(({ paragraph }) => !isEnglish(paragraph))).toHaveLength(12);
});

test('every reason shown is in the paragraph and in the passage', async () => {
  const stems = (text: string) => contentWords(text).map(({ stem }) => stem);
  const canonicals = new Map(seed.entities.map(({ id, canonical }) => [id, canonical]));
  const canonical = (id: string) => canonicals.get(id);
  let reasons = 0;
  for (const { entity, paragraph, named } of items) {
    const read = new Set(stems(paragraph));
    const context = { paragraph, entities: named };
    const question = { id: entity, isSourceChosen: false, matchedAs: null, context };
    const { passages } = await library.card(question, DEFAULT_SETTINGS);
    for (const passage of passages) {
      const names = seed.mentions.filter((mention) => mention.passage === passage.id);
      for (const name of passage.why.entities) {
        expect(named.map(canonical)).toContain(name);
        expect(names.map((mention) => canonical(mention.entity))).toContain(name);
      }
      for (const word of passage.why.words) {
        expect(passage.text).toContain(word);
        expect(stems(word).some((stem) => read.has(stem))).toBe(true);
      }
      reasons += passage.why.entities.length + passage.why.words.length;
    }
  }
  expect(reasons).toBeGreaterThan(items.length);
});

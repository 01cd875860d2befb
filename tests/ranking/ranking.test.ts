import { describe, expect, test } from 'vitest';
import { contentWords } from '../../core/text/content-words';
import { cardFor, type Item, type Kind, measure, RANKERS, readItems } from './evaluate';

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
  const count = (is: (item: Item) => boolean) =>
    ['tune', 'test'].map((half) => items.filter((item) => item.half === half && is(item)).length);
  const ofKind = (kind: Kind) => count(({ kinds }) => kinds.includes(kind));
  const inLanguage = (asked: string) => count(({ language }) => language === asked);
  const ofSource = (id: string) => count(({ source }) => source.index.source.id === id);
  expect(new Set(items.map(({ entity }) => entity)).size).toBe(32);
  expect({
    'kazakhstan-china-xinjiang': ofSource('kazakhstan-china-xinjiang'),
    'invented-lake-hearing': ofSource('invented-lake-hearing'),
    headline: ofKind('headline'),
    says: ofKind('says'),
    shown: ofKind('shown'),
    apart: ofKind('apart'),
    ru: inLanguage('ru'),
    kk: inLanguage('kk'),
    zh: inLanguage('zh'),
    ug: inLanguage('ug'),
  }).toEqual({
    'kazakhstan-china-xinjiang': [77, 77],
    'invented-lake-hearing': [16, 16],
    headline: [9, 9],
    says: [8, 9],
    shown: [7, 6],
    apart: [14, 12],
    ru: [11, 8],
    kk: [6, 7],
    zh: [6, 10],
    ug: [2, 2],
  });
});

test('every reason shown is in the paragraph and in the passage', async () => {
  const stems = (text: string) => contentWords(text).map(({ stem }) => stem);
  let reasons = 0;
  for (const item of items) {
    const { entities, mentions } = item.source.index;
    const canonicals = new Map(entities.map(({ id, canonical }) => [id, canonical]));
    const canonical = (id: string) => canonicals.get(id);
    const read = new Set(stems(item.paragraph));
    for (const passage of (await cardFor(item)).passages) {
      const names = mentions.filter((mention) => mention.passage === passage.id);
      for (const name of passage.why.entities) {
        expect(item.named.map(([id]) => canonical(id))).toContain(name);
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

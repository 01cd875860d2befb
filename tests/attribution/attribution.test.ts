/** Floors under what attribution finds in the annotated documents: docs/extraction.md has the figures. */
import { expect, test } from 'vitest';
import { describe as describeDraft } from '../../core/compile/describe';
import { compareWith, readAnnotated, readBundled, type Score } from './annotated';

const documents = await readAnnotated();

/** Wrongly crediting somebody is worse than crediting nobody: of turns, none may be wrong. */
test.each(documents.map((document) => [document.name, document] as const))(
  '%s: nobody is credited with words that are not theirs',
  (_, document) => {
    const { turns } = compareWith(
      document,
      describeDraft(document.draft, document.name, document.people),
    );
    expect(turns.right).toBe(turns.found);
  },
);

test('of all documents, as much is found as the floors say', () => {
  const all = documents.map((document) =>
    compareWith(document, describeDraft(document.draft, document.name, document.people)),
  );
  const sum = (of: (scores: (typeof all)[number]) => Score) =>
    all.map(of).reduce((a, b) => ({
      right: a.right + b.right,
      found: a.found + b.found,
      expected: a.expected + b.expected,
    }));
  const [turns, hedges, quotes] = [sum((s) => s.turns), sum((s) => s.hedges), sum((s) => s.quotes)];
  expect(turns.right / turns.expected).toBeGreaterThanOrEqual(0.98);
  expect(hedges.right / hedges.found).toBeGreaterThanOrEqual(0.9);
  expect(hedges.right / hedges.expected).toBeGreaterThanOrEqual(0.9);
  expect(quotes.right / quotes.found).toBeGreaterThanOrEqual(0.8);
  expect(quotes.right / quotes.expected).toBeGreaterThanOrEqual(0.8);
});

test('what is credited wrongly in the bundled interview is in doubt', async () => {
  const bundled = await readBundled();
  const about = describeDraft(bundled.draft, bundled.name, bundled.people);
  const wrong = about.passages.filter(
    ({ turn, doubt }, at) => turn === 'answer' && bundled.expected[at]?.turn !== 'answer' && !doubt,
  );
  const words = wrong.map(({ start, end }) => bundled.draft.text.slice(start, end).slice(0, 40));
  expect(words).toEqual([]);
});

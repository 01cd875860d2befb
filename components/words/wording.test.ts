import { describe, expect, test } from 'vitest';
import { cite } from '../../core/card/citation';
import { LANGUAGES } from '../../core/choices/settings';
import { Failure } from '../../core/model/failure';
import { library, ours } from '../../tests/fixtures/seed';
import { learn } from './i18n';
import { citationWords, failureText, saidAt } from './wording';

test('what is copied says which question it answers', async () => {
  await learn('en');
  const { passages } = await library.sourceContent(ours('').replace('/', ''));
  const answer = passages.find(({ question }) => question !== null);
  if (!answer?.question) throw new Error('the source prints no question');
  const words = citationWords(answer);
  expect(cite('full', answer, words)).toContain(`answering ¶ ${answer.question.ordinal}`);
  const narrated = passages.find(({ question }) => question === null);
  if (!narrated) throw new Error('every passage answers a question');
  expect(citationWords(narrated).question).toBe('');
});

test('words inside of a quote are not said by whoever quotes them', async () => {
  await learn('en');
  const { passages } = await library.sourceContent(ours('').replace('/', ''));
  const quoting = passages.find(({ quotes, speaker }) => speaker && quotes.length > 0);
  const [quote] = quoting?.quotes ?? [];
  if (!quoting?.speaker || !quote) throw new Error('nobody quotes anybody');
  expect(saidAt({ start: quote.start, end: quote.start + 1 }, quoting)).toContain('as reported by');
  const before = { start: quote.start - 1, end: quote.start + 1 };
  for (const place of [before, undefined]) {
    expect(saidAt(place, quoting)).toBe(quoting.speaker.name);
  }
});

describe.each(LANGUAGES)('in %s', (language) => {
  const errors = [
    new Failure('copy-refused', 'for the console'),
    new Failure('no-address', 'for the console'),
    new Failure('no-source', 'for the console'),
    new Failure('storage-full', 'for the console'),
    new Failure('storage-damaged', 'for the console'),
    new Failure('storage-blocked', 'for the console'),
    new Failure('storage-later', 'for the console'),
    new Error('QUOTA_BYTES quota exceeded'),
    'anything',
  ];

  test('an error is a sentence of ours, each code its own', async () => {
    await learn(language);
    const texts = errors.map(failureText);
    expect(new Set(texts).size).toBe(8);
    expect(texts.join()).not.toMatch(/console|QUOTA|anything/);
    if (language !== 'en') expect(texts.join()).not.toMatch(/[a-z]+ [a-z]+/);
  });
});

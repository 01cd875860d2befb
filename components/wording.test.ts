import { expect, test } from 'vitest';
import { cite } from '../core/citation';
import { library, ours } from '../tests/fixtures/seed';
import { learn } from './i18n';
import { citationWords } from './wording';

test('what is copied says which question it answers', async () => {
  await learn('en');
  const { passages } = library.sourceContent(ours('').replace('/', ''));
  const answer = passages.find(({ question }) => question !== null);
  if (!answer?.question) throw new Error('the source prints no question');
  const words = citationWords(answer);
  expect(cite('plain', answer, words)).toContain(
    `The question it answers, ¶ ${answer.question.ordinal}`,
  );
  const narrated = passages.find(({ question }) => question === null);
  if (!narrated) throw new Error('every passage answers a question');
  expect(citationWords(narrated).question).toBe('');
});

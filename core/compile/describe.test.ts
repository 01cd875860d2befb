/** Attribution of documents that are long, or made to be: its time grows with their length, and what it finds fits. */
import { expect, test } from 'vitest';
import { fullNameOf } from '../attribution/interviewee';
import type { Draft } from '../model/draft';
import { describe } from './describe';

function draftOf(paragraphs: readonly string[], about: Partial<Draft> = {}): Draft {
  let start = 0;
  const blocks = paragraphs.map((words) => {
    const block = { kind: 'paragraph' as const, start, end: start + words.length };
    start += words.length + 2;
    return block;
  });
  return {
    format: 'text',
    text: paragraphs.join('\n\n'),
    blocks,
    title: null,
    authors: [],
    date: null,
    publisher: null,
    language: 'en',
    address: null,
    warnings: [],
    ...about,
  };
}

const TALK = Array.from({ length: 3 }, () => ['Q: Does it rain?', 'A: It rains.']).flat();

test.each(['A', 'A.', 'interview with a , ', 'interviewed by '])(
  'an opening of “%s” is looked through in a moment',
  (bait) => {
    const draft = draftOf([bait.repeat(100_000 / bait.length), ...TALK]);
    const began = performance.now();
    describe(draft, 'bait.txt');
    expect(performance.now() - began).toBeLessThan(2000);
  },
);

test('whom the document talked to is found right before the first turn of a long one', () => {
  const draft = draftOf([
    'It rained. '.repeat(10_000),
    'We spoke with Aidar Omarov, who leads the fishermen.',
    ...TALK,
  ]);
  const { people } = describe(draft, 'talk.txt');
  expect(people.map(({ name }) => name)).toEqual(['Aidar Omarov']);
});

test('more who speak than a source holds are a list of something', () => {
  const draft = draftOf(
    Array.from({ length: 3000 }, (_, at) => `STATION${at >> 1}: it rained again.`),
  );
  const { people, passages } = describe(draft, 'rain.txt');
  expect(people).toEqual([]);
  expect(passages.every(({ turn }) => turn === 'narration')).toBe(true);
});

test('a thousand who speak in a long document are looked for in a moment', () => {
  const draft = draftOf(
    Array.from({ length: 1800 }, (_, at) => `FOGG${at >> 1}: ${'It rained again. '.repeat(20)}`),
  );
  const began = performance.now();
  expect(describe(draft, 'talk.txt').people).toHaveLength(900);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('the fullest name is found from the surname back', () => {
  const text =
    'FOGG: Yes.\n\nPhileas Fogg left London. Mr Fogg said so; so did Jean Passepartout. FOGG: No. The Fogg sisters.';
  expect(fullNameOf('FOGG', text)).toBe('Phileas Fogg');
  expect(fullNameOf('PASSEPARTOUT', text)).toBe('Jean Passepartout');
});

test('an address that is longer than a title may be is cut', () => {
  const { title, origin } = describe(
    draftOf(['It rained.']),
    `https://a.example/${'a'.repeat(30_000)}`,
  );
  expect(title).toHaveLength(1000);
  expect(origin).toHaveLength(1000);
});

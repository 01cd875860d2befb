import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../tests/fixtures/seed';
import type { CitationWords } from '../card/citation';
import type { AttributedPassage } from '../model/views';
import { type Clipping, clippedPassage, clippingOf, tagsOf } from './clipping';
import { findClippings, tagsIn } from './find-clippings';
import {
  NOTEBOOK_FORMATS,
  type NotebookFault,
  type NotebookWords,
  readNotebook,
  writeNotebook,
} from './notebook-file';

const { passages } = await cardOf('shohrat-zakir');
const passage = passages[0] as AttributedPassage;
const keeping = { id: crypto.randomUUID(), part: null, metAt: null, now: Date.UTC(2026, 4, 1) };
const whole = clippingOf(passage, keeping);
const citation = ({ text }: AttributedPassage): CitationWords => ({
  speaker: 'Aidar Amrebayev',
  place: '¶ 41 of 56',
  question: '',
  hedges: [`Hedged: ${text.length}`],
  quotes: ['Shohrat Zakir, as reported by Aidar Amrebayev'],
  title: 'title added by us',
  doubt: '',
  questionDoubt: '',
  limits: 'interview, undated, publisher unknown',
  read: 'read on 1 May 2026',
  readOn: '2026-05-01',
});
const words: NotebookWords = {
  citation,
  turn: (turn) => `(${turn})`,
  note: 'Note',
  tags: 'Tags',
  metAt: 'Met at',
  columns: Object.fromEntries(
    ['words', 'speaker', 'role', 'turn', 'hedges', 'quotes', 'question', 'doubt']
      .concat(['source', 'limits', 'place', 'note', 'tags', 'metAt', 'kept'])
      .map((column) => [column, column]),
  ) as NotebookWords['columns'],
};
const noted: Clipping = {
  ...whole,
  note: 'Ask him.\nTwice.',
  tags: ['camps', 'law'],
  metAt: 'https://news.example/a',
};

describe('a clipping of a part', () => {
  const start = passage.text.indexOf('we are talking');
  const part = { start, end: start + 60 };

  test('holds its words, and what limits and quotes them', () => {
    const clipped = clippedPassage(clippingOf(passage, { ...keeping, part }));
    // The hedge that begins the sentence comes with it.
    expect(clipped.text).toMatch(/^When they talk about /);
    expect(clipped.text).toContain(passage.text.slice(part.start, part.end));
    expect(clipped.text).toMatch(/\w…$/);
    for (const { start: from, end: to } of [...clipped.hedges, ...clipped.quotes]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(clipped.text.length);
    }
    // What stands inside of somebody's reported words is still theirs.
    expect(clipped.quotes.map(({ speaker }) => speaker)).toEqual(['Shohrat Zakir']);
    expect(clipped.speaker).toEqual(passage.speaker);
  });

  test.each([
    ['nothing', { start: 4, end: 4 }],
    ['more than there is', { start: 0, end: passage.text.length + 1 }],
  ])('that is %s is the whole', (_, wrong) => {
    expect(clippingOf(passage, { ...keeping, part: wrong }).part).toBeNull();
  });
});

test.each([
  ['ot been to the', '…not been to these…'],
  ['I have', 'I have…'],
  ['camps.', '…camps.'],
  ['have not been', '…have not been…'],
  [' been ', '…been…'],
])('of %j whole words are quoted, and what is left out is shown', (words, quoted) => {
  const said = { ...passage, text: 'I have not been to these camps.', hedges: [], quotes: [] };
  const start = said.text.indexOf(words);
  const clipping = clippingOf(said, { ...keeping, part: { start, end: start + words.length } });
  expect(clippedPassage(clipping).text).toBe(quoted);
});

test('every hedge that touches a part stands in it whole, where it stood', () => {
  const offsets = fc.nat(passage.text.length);
  fc.assert(
    fc.property(offsets, offsets, (a, b) => {
      const part = { start: Math.min(a, b), end: Math.max(a, b) };
      fc.pre(part.end > part.start);
      const clipped = clippedPassage(clippingOf(passage, { ...keeping, part }));
      const touching = passage.hedges.filter(
        ({ start, end }) => start < part.end && end > part.start,
      );
      expect(clipped.hedges.map(({ start, end }) => clipped.text.slice(start, end))).toEqual(
        expect.arrayContaining(touching.map(({ start, end }) => passage.text.slice(start, end))),
      );
      expect(clipped.text).toContain(passage.text.slice(part.start, part.end).trim());
    }),
  );
});

test('tags come apart at commas of every script, each once', () => {
  expect(tagsOf(' camps, law،camps、 新疆 ,, ')).toEqual(['camps', 'law', '新疆']);
});

test.each([
  ['words of the passage, in any case', 'INTEGRATION national', 1],
  ['the speaker', 'amrebayev', 1],
  ['the note', 'twice', 1],
  ['a tag', 'camps', 1],
  ['words that do not all stand in one', 'twice nowhere', 0],
  ['nothing', ' ', 2],
])('clippings are found by %s', (_, query, count) => {
  const other = {
    ...whole,
    id: crypto.randomUUID(),
    passage: {
      ...passage,
      text: 'Rain.',
      speaker: null,
      source: { ...passage.source, title: 'Weather' },
    },
  };
  expect(findClippings([noted, other], query)).toHaveLength(count);
});

test('clippings are found by tag, and tags are told by use', () => {
  expect(findClippings([noted, whole], '', 'law')).toEqual([noted]);
  expect(tagsIn([noted, { ...whole, tags: ['law'] }])).toEqual(['law', 'camps']);
});

describe.each(NOTEBOOK_FORMATS)('the notebook as %s', (format) => {
  const text = writeNotebook(format, [noted], words);

  test('says who speaks, in which role, where, and what the reader has written', () => {
    const plain = text.replaceAll(/\\(?=\W)/g, '');
    const role = passage.speaker?.role ?? '';
    for (const part of ['Aidar Amrebayev', role, '41', 'Shohrat Zakir', 'Ask him.', 'camps']) {
      expect(plain).toContain(part);
    }
  });
});

test('references to one passage that was kept twice bear two keys', () => {
  for (const format of ['ris', 'bibtex', 'csl-json'] as const) {
    const twice = [noted, { ...noted, id: crypto.randomUUID() }];
    const keys = [
      ...writeNotebook(format, twice, words).matchAll(/^(?:ID {2}- |@misc\{|\s*"id": )(.+)$/gm),
    ];
    expect(new Set(keys.map(([, key]) => key)).size).toBe(2);
  }
});

test('a table is read by spreadsheets, and none of it is taken for a formula', () => {
  const evil = { ...noted, note: '=HYPERLINK("http://x.example")' };
  const [head, row] = writeNotebook('csv', [evil], words).split('\r\n');
  expect(head?.startsWith('\ufeff"words","speaker"')).toBe(true);
  expect(row).toContain(`"'=HYPERLINK(""http://x.example"")"`);
  for (const begins of ['\n=', '\u200b=', '\ufeff=', ' +', '＝', '@']) {
    const [, line] = writeNotebook('csv', [{ ...noted, note: `${begins}1` }], words).split('\r\n');
    expect(line, JSON.stringify(begins)).toContain(`"'${begins}1"`);
  }
});

test.each(['ris', 'bibtex'] as const)(
  'in %s a note may hold what replacing takes for signs',
  (format) => {
    const signs = "It cost $& and $` and $$5 and US$'s, $1";
    const text = writeNotebook(format, [{ ...noted, note: signs, tags: ['$&'] }], words);
    expect(text).toContain(signs);
    expect(text.match(format === 'ris' ? /^TY {2}- /gm : /^@misc/gm)).toHaveLength(1);
  },
);

test('in Markdown no note becomes a link or a picture', () => {
  const note = '[x](javascript:0) <img src=x onerror=0>';
  const text = writeNotebook('markdown', [{ ...noted, note }], words);
  expect(text).not.toMatch(/(?<!\\)\[x(?<!\\)\]/);
  expect(text).not.toMatch(/(?<!\\)<img/);
});

test('what is written is read back, whatever a reader writes', () => {
  const clipping = fc
    .record({ note: fc.string(), tags: fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }) })
    .map((own) => ({ ...whole, ...own }));
  fc.assert(
    fc.property(fc.array(clipping, { maxLength: 4 }), (clippings) => {
      expect(readNotebook(writeNotebook('sidelight', clippings, words))).toEqual({ clippings });
    }),
  );
});

test.each<[string, string, NotebookFault, string]>([
  ['that is cut off', '{"sidelight-noteb', 'no-json', ''],
  ['of another kind', '{"sidelight": 1}', 'no-notebook', ''],
  ['of a later version', '{"sidelight-notebook": 9, "clippings": []}', 'later-version', ''],
  [
    'with a damaged clipping',
    JSON.stringify({ 'sidelight-notebook': 1, clippings: [whole, { ...whole, kept: 'soon' }] }),
    'damaged',
    'clippings[1].kept',
  ],
  [
    'with a time that is none',
    JSON.stringify({ 'sidelight-notebook': 1, clippings: [{ ...whole, kept: 1e300 }] }),
    'damaged',
    'clippings[0].kept',
  ],
  [
    'with a link that is none to a page',
    JSON.stringify({ 'sidelight-notebook': 1, clippings: [{ ...whole, metAt: 'javascript:0' }] }),
    'damaged',
    'clippings[0].metAt',
  ],
])('a file %s is refused whole', (_, text, fault, part) => {
  expect(readNotebook(text)).toEqual({ fault, part });
});

import { describe, expect, test } from 'vitest';
import { type CitationFormat, type CitationWords, cite } from './citation';
import type { AttributedPassage } from './types';

const words: CitationWords = {
  speaker: 'Aidar Amrebayev',
  place: '¶ 41 of 56',
  date: 'date unknown',
  hedges: [],
  quotes: [],
  title: 'title ours',
};
const passage: AttributedPassage = {
  id: 's/41',
  ordinal: 41,
  text: 'I have not been to these camps.',
  turn: 'answer',
  speaker: { id: 'amrebayev', name: 'Aidar Amrebayev', role: 'head of the Center' },
  doubt: null,
  hedges: [],
  quotes: [],
  emphasis: [],
  question: null,
  source: {
    id: 's',
    title: 'An Interview',
    titleIsOurs: true,
    kind: 'interview',
    publisher: 'The Paper',
    date: null,
    language: 'en',
    passages: 56,
  },
};

const QUOTE = '“I have not been to these camps.”';
const SPEAKER = '— Aidar Amrebayev, head of the Center';
const SOURCE = 'An Interview (title ours), The Paper, date unknown, ¶ 41 of 56';

test.each<[string, Partial<AttributedPassage>, Partial<CitationWords>, string[]]>([
  ['the words, the speaker with role, the source', {}, {}, [QUOTE, SPEAKER, SOURCE]],
  [
    'no role where the source states none',
    { speaker: { id: 'a', name: 'A', role: null } },
    {},
    [QUOTE, '— Aidar Amrebayev', SOURCE],
  ],
  [
    'whatever narrates',
    { speaker: null },
    { speaker: 'Narration' },
    [QUOTE, '— Narration', SOURCE],
  ],
  [
    'that it is not certain who speaks',
    { doubt: 'It could also be a prompt.' },
    {},
    [QUOTE, `${SPEAKER} (It could also be a prompt.)`, SOURCE],
  ],
  [
    'each hedge on a line of its own',
    {},
    { hedges: ['Not first-hand: “I have not been”', 'Opinion: “I think”'] },
    [QUOTE, SPEAKER, 'Not first-hand: “I have not been”', 'Opinion: “I think”', SOURCE],
  ],
  [
    'no publisher where none is known',
    { source: { ...passage.source, publisher: null } },
    {},
    [QUOTE, SPEAKER, 'An Interview (title ours), date unknown, ¶ 41 of 56'],
  ],
  [
    'the date where it is known',
    {},
    { date: '2021' },
    [QUOTE, SPEAKER, 'An Interview (title ours), The Paper, 2021, ¶ 41 of 56'],
  ],
  [
    'that the title is the source’s',
    {},
    { title: '' },
    [QUOTE, SPEAKER, SOURCE.replace(' (title ours)', '')],
  ],
  [
    'whom it quotes',
    {},
    { quotes: ['Shohrat Zakir, as reported by Aidar Amrebayev'] },
    [QUOTE, SPEAKER, 'Shohrat Zakir, as reported by Aidar Amrebayev', SOURCE],
  ],
  ['no white space around the words', { text: ' So.\n' }, {}, ['“So.”', SPEAKER, SOURCE]],
])('a quotation says %s', (_, change, said, lines) => {
  expect(cite('plain', { ...passage, ...change }, { ...words, ...said })).toBe(lines.join('\n'));
});

const HARD = {
  ...passage,
  text: 'Say {100 %} of *it*: a_b & c\\d #1 $2 ~ ^\nقال 新疆.',
  source: { ...passage.source, title: 'A } title, with\nER  - in it', date: '2021-03' },
};
const HEDGED = {
  ...words,
  hedges: ['Hedged: “so-called” (distance)'],
  quotes: ['X, as reported by Y'],
};

/** A reader of RIS as its definition has it: a value is what follows the tag on its line. */
const risFields = (text: string) => {
  expect(text).toMatch(/^TY {2}- \S+\r\n(?:[A-Z][A-Z0-9] {2}- [^\r\n]+\r\n)*ER {2}- \r\n$/);
  return text
    .split('\r\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, 2), line.slice(6)]);
};

/** A reader of BibTeX: fields by balanced braces, escapes taken back. */
const bibtexFields = (text: string) => {
  const fields: Record<string, string> = {};
  const lines = text.trim().split('\n');
  expect(lines[0]).toMatch(/^@misc\{[\w-]+,$/);
  expect(lines.at(-1)).toBe('}');
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^ {2}(\w+) = \{(.*)\},?$/.exec(line) ?? [];
    const bare = value.replace(/\\[{}]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
    fields[name] = value
      .replaceAll('\\textbackslash{}', '\u0000')
      .replaceAll('\\textasciitilde{}', '~')
      .replaceAll('\\textasciicircum{}', '^')
      .replace(/^\{(.*)\}$/, '$1')
      .replace(/\\([{}%&#_$])/g, '$1')
      .replaceAll('\u0000', '\\');
  }
  return fields;
};

const SAID = 'Say {100 %} of *it*: a_b & c\\d #1 $2 ~ ^ قال 新疆.';

describe('a citation for other programs', () => {
  test('in RIS keeps every word on lines of its own', () => {
    expect(risFields(cite('ris', HARD, HEDGED))).toEqual([
      ['TY', 'GEN'],
      ['ID', 's-41'],
      ['AU', 'Aidar Amrebayev'],
      ['TI', 'A } title, with ER - in it'],
      ['PB', 'The Paper'],
      ['PY', '2021'],
      ['DA', '2021/03//'],
      ['LA', 'en'],
      ['SE', '¶ 41 of 56'],
      ['N1', `“${SAID}”`],
      ['N1', SPEAKER],
      ['N1', 'X, as reported by Y'],
      ['N1', 'Hedged: “so-called” (distance)'],
      ['N1', '¶ 41 of 56, title ours'],
      ['ER', ''],
    ]);
  });

  test('in BibTeX escapes what TeX would take for its own', () => {
    const fields = bibtexFields(cite('bibtex', HARD, HEDGED));
    expect(fields).toMatchObject({
      author: 'Aidar Amrebayev',
      title: 'A } title, with ER - in it',
      year: '2021',
      publisher: 'The Paper',
    });
    expect(fields.note).toContain(`“${SAID}”`);
    expect(fields.note).toContain('Hedged: “so-called” (distance)');
  });

  test('in CSL-JSON is what JSON says it is', () => {
    const [item] = JSON.parse(cite('csl-json', HARD, HEDGED));
    expect(item).toMatchObject({
      id: 's-41',
      type: 'interview',
      title: HARD.source.title,
      author: [{ literal: 'Aidar Amrebayev' }],
      issued: { 'date-parts': [[2021, 3]] },
    });
    expect(item.note.split('\n')).toContain('X, as reported by Y');
  });

  test('in Markdown is one quotation whose words stand as they are', () => {
    const text = cite('markdown', HARD, HEDGED);
    for (const line of text.split('\n')) expect(line).toMatch(/^>/);
    const seen = text.replace(/^> ?/gm, '').replace(/\\([\\`*_[\]<>#|~])/g, '$1');
    expect(seen).toContain(HARD.text);
    expect(seen).toContain('Hedged: “so-called” (distance)');
  });

  test.each<[CitationFormat, RegExp]>([
    ['ris', /^(?:PY|DA|AU)/m],
    ['bibtex', /^ {2}(?:year|author)/m],
    ['csl-json', /"(?:issued|author)"/],
  ])('in %s guesses neither date nor author', (format, guessed) => {
    const text = cite(format, { ...passage, speaker: null }, { ...words, speaker: 'Narration' });
    expect(text).not.toMatch(guessed);
    expect(text).toContain('date unknown');
    expect(text).toContain('Narration');
  });
});

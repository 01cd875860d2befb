import { expect, test } from 'vitest';
import { type CitationWords, citePlain } from './citation';
import type { AttributedPassage } from './types';

const words: CitationWords = {
  speaker: 'Aidar Amrebayev',
  place: '¶ 41 of 56',
  date: 'date unknown',
  hedges: [],
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
const SOURCE = 'An Interview, The Paper, date unknown, ¶ 41 of 56';

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
    [QUOTE, SPEAKER, 'An Interview, date unknown, ¶ 41 of 56'],
  ],
  [
    'the date where it is known',
    {},
    { date: '2021' },
    [QUOTE, SPEAKER, 'An Interview, The Paper, 2021, ¶ 41 of 56'],
  ],
  ['no white space around the words', { text: ' So.\n' }, {}, ['“So.”', SPEAKER, SOURCE]],
])('a quotation says %s', (_, change, said, lines) => {
  expect(citePlain({ ...passage, ...change }, { ...words, ...said })).toBe(lines.join('\n'));
});

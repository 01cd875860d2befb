import { expect, test } from 'vitest';
import { findHedges } from './hedges';

const found = (text: string) =>
  findHedges(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

test.each<[string, string[]]>([
  ['According to the harbour office, barges wait.', ['reported: According to the harbour office']],
  ['According to the office the channel has lost a metre.', ['reported: According to the office']],
  ['He acted according to the rules.', []],
  ['It is believed that the dam holds.', ['reported: It is believed that']],
  ['The media claim that it broke.', ['reported: The media claim that']],
  ['I think so. I do not think so.', ['opinion: I think', 'opinion: I do not think']],
  ['In my view the frost did it.', ['opinion: In my view']],
  ['It may be late in May.', ['uncertain: It may be']],
  ['Whoever wants may ride on it.', []],
  ['They could not see it. It could reach the sea.', ['uncertain: could reach']],
  ['It is clear. It is not clear whether it rained.', ['uncertain: It is not clear whether']],
  ['I have not been to these camps.', ['not-first-hand: I have not been to these camps']],
  ['The claim could not be verified.', ['not-first-hand: The claim could not be verified']],
  ['The so-called canal is dry.', ['distanced: so-called']],
  ['As far as I know, it rained.', ['limited: As far as I know']],
  ['As we know, it rained.', []],
  ['If the summer is dry, none will come.', ['limited: If the summer is dry']],
  ['If you ask me, go.', []],
  ['По данным метеостанции, снега было больше.', ['reported: По данным метеостанции']],
  ['По моему мнению, нет.', ['opinion: По моему мнению']],
  [
    'Мне кажется, что кажется, будто кажется.',
    ['opinion: Мне кажется', 'uncertain: кажется', 'uncertain: кажется'],
  ],
  [
    'Так называемый канал, насколько мне известно, сух.',
    ['distanced: Так называемый', 'limited: насколько мне известно'],
  ],
  ['Тұрғындардың айтуынша, көпір шөккен.', ['reported: Тұрғындардың айтуынша']],
  ['Менің ойымша, ол мүмкін емес.', ['opinion: Менің ойымша', 'uncertain: мүмкін']],
  [
    'A line that\nperhaps breaks: as far\nas I know.',
    ['uncertain: perhaps', 'limited: as far\nas I know'],
  ],
  ['据说如此。', []],
])('%s', (text, hedges) => {
  expect(found(text)).toEqual(hedges);
});

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Material } from '../../core/compile/material';
import { seedFiles } from '../../tests/fixtures/seed';
import { DocumentReader } from '../documents/read-files';
import { addSeed, type BegunSeed, beginSeed } from './begin-seed';
import { compileSeed, readSeed } from './compile-seed';

const TALK = `Talks on the lake

Interviewer: Who looks after the port of Aralsk?

Saule Bekova: I think the Ministry of Fisheries of Kazakhstan does. In Aralsk nobody knows.

Interviewer: And the lake?

Saule Bekova: According to the Ministry of Fisheries of Kazakhstan, it will come back. Washington helps, and Kazakhstan pays.
`;

const { entities: described } = readSeed(seedFiles, 'seeds', 'bundled', []) ?? { entities: [] };
let talk: Material;
let begun: BegunSeed;
const read = (text: string, name = 'talks.txt') => {
  const file = join(mkdtempSync(join(tmpdir(), 'sidelight-begin-')), name);
  writeFileSync(file, text);
  return new DocumentReader().read(file);
};
beforeAll(async () => {
  talk = await read(TALK);
  begun = beginSeed(talk, 'talks.txt', described);
});

test('what was found is a source that builds once it is reviewed, and not before', () => {
  expect(() => compileSeed({ slug: 'talks', ...begun })).toThrow(
    /source\.yaml:\d+: 2 things are not reviewed.*entities\.yaml:\d+: \d+ things are not reviewed/s,
  );
  const reviewed = {
    ...begun,
    source: begun.source.replace(/"To review: .*"/g, 'Free.'),
    entities: begun.entities.replace(/^# To review: .*\n/gm, ''),
  };
  const { source, passages, entities } = compileSeed({ slug: 'talks', ...reviewed });
  expect(source.title).toBe('Talks on the lake');
  expect(source.people.map(({ name }) => name)).toContain('Saule Bekova');
  expect(passages.filter(({ turn }) => turn === 'answer')).toHaveLength(2);
  expect(entities.map(({ canonical }) => canonical)).toContain('Aralsk');
});

test('doubts are comments above the name, and no keys that a reviewer would have to take out', () => {
  expect(begun.entities).toMatch(/# To review: .+\.\n- id: /);
  expect(begun.entities).not.toContain('doubts:');
});

test('what another source describes has its id, item and names in other languages, and no doubt', () => {
  expect(begun.entities).toMatch(/^- id: kazakhstan\n {2}kind: place\n/m);
  expect(begun.entities).toMatch(/Қазақстан/);
  expect(begun.entities).toMatch(/wikidata: Q232/);
  expect(begun.entities).toMatch(/# To review: .*\n- id: aralsk\n/);
});

test('no name runs from the label of a turn into its words', async () => {
  const { entities } = await read(
    TALK.replaceAll('Interviewer', 'Aigerim Sadykova').replace(
      'And the lake?',
      'Does the Belt and Road Initiative help Aralsk?',
    ),
  );
  const names = entities.map(({ canonical }) => canonical);
  expect(names).toContain('Belt and Road Initiative');
  expect(names.filter((name) => name.includes(':'))).toEqual([]);
});

test('where another source says that it is something else, that is to be reviewed', () => {
  const others = described.map((entity) =>
    entity.id === 'kazakhstan' ? { ...entity, kind: 'organisation' as const } : entity,
  );
  expect(beginSeed(talk, 'talks.txt', others).entities).toMatch(
    /# To review: what it is, is not sure\.\n- id: kazakhstan\n {2}kind: organisation\n/,
  );
});

test('passages, with their numbers and first words, and mentions stand in a line each', () => {
  expect(begun.source).toMatch(
    /^ {2}- \{ start: \d+, end: \d+, turn: answer, .+\} # ¶ 3: Saule Bekova: I think/m,
  );
  expect(begun.entities).toMatch(/^ {4}- \[ \d+, \d+, Aralsk \]$/m);
});

test('it says what is left to review, and where', async () => {
  expect(begun.review.join('\n')).toMatch(
    /licence.+names; \d+ have a comment.+1 has those of another source/s,
  );
  const questions = '# Talks\n\n**Who waits?**\n\nNobody.\n\n**Why?**\n\nIt rains.\n';
  const { review } = beginSeed(await read(questions, 'talks.md'), 'talks.md', []);
  expect(review.join('\n')).toMatch(/5 passages, of which 2 .+: ¶ 3, 5\n/);
});

test.each([
  ['a folder', '', /is a folder\. Name a document/],
  ['a picture', 'icon.png', /icon\.png: unknown-format: .+docs\/formats\.md/],
  ['a file that is not there', 'nowhere.txt', /nowhere\.txt/],
])('%s is refused, and nothing is written', async (_, file, said) => {
  const seeds = mkdtempSync(join(tmpdir(), 'sidelight-seeds-'));
  const documents = mkdtempSync(join(tmpdir(), 'sidelight-documents-'));
  copyFileSync(
    resolve(import.meta.dirname, '../../public/icon/16.png'),
    join(documents, 'icon.png'),
  );
  await expect(addSeed(seeds, 'talks', join(documents, file))).rejects.toThrow(said);
  expect(readdirSync(seeds)).toEqual([]);
});

test.each([
  ['Talks', /not a slug.*small letters/],
  ['../talks', /not a slug/],
  ['taken', /is there already.*another slug/],
])('a slug that cannot be taken is refused, and nothing is written: %s', async (slug, said) => {
  const seeds = mkdtempSync(join(tmpdir(), 'sidelight-seeds-'));
  mkdirSync(join(seeds, 'taken'));
  await expect(addSeed(seeds, slug, 'nowhere.txt')).rejects.toThrow(said);
  expect(readdirSync(seeds)).toEqual(['taken']);
});

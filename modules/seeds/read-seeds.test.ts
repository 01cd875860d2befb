import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SLUG } from '../../tests/fixtures/seed';
import { readSeeds, soundSeeds } from './read-seeds';

const SEEDS = resolve(import.meta.dirname, '../../seeds');

/** Copies of the bundled source, by these slugs. */
function folderOf(...slugs: string[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'sidelight-seeds-')), 'seeds');
  for (const slug of slugs) cpSync(join(SEEDS, SLUG), join(folder, slug), { recursive: true });
  return folder;
}

test('sources stand in the order in which they came, others after them by their slugs', () => {
  const ids = readSeeds(folderOf('zinc-report', SLUG, 'aral-talk')).map(({ source }) => source.id);
  expect(ids).toEqual([SLUG, 'aral-talk', 'zinc-report']);
});

test('the faults of all sources are told at once, and the others can be used', () => {
  const folder = folderOf(SLUG, 'one');
  writeFileSync(join(folder, 'one', 'entities.yaml'), '[{id: 5}]');
  mkdirSync(join(folder, 'two'));
  expect(() => readSeeds(folder)).toThrow(
    /seeds\/one\/entities\.yaml:1: 0\.id: must be a text, not 5.*seeds\/two: there is no document\.txt and no source\.yaml/s,
  );
  expect(soundSeeds(folder).map(({ index }) => index.source.id)).toEqual([SLUG]);
});

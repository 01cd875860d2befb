/**
 * Sentences as the press, encyclopedias and reports write them, and sentences with look-alikes, in five languages:
 * how many of the names of the bundled source's entities are found, and what is marked that is none of them.
 *
 * A line is a sentence; `[words](entity)` is a mention. Five lines are a page. The sentences were written before
 * the names were mended that they showed missing; what is still missing, or wrong, stays in them.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { matchesOf } from '../../core/match/match-text';
import { formsOf } from '../../core/names/encode-name-index';
import { JOINT } from '../../core/text/fold';
import { seed } from '../fixtures/seed';

const LINES_OF_A_PAGE = 5;
const MENTION = /\[([^\]]+)\]\(([a-z0-9-]+)\)/;

/** The least part that is found, and the most marks that are wrong, of about 400 mentions a language. */
const GOALS = {
  en: [0.968, 13],
  ru: [0.987, 8],
  kk: [0.98, 6],
  zh: [0.945, 5],
  ug: [0.945, 9],
} as const;

interface Mention {
  start: number;
  end: number;
  entity: string;
  isFound: boolean;
}

const find = matchesOf([...formsOf([seed])]);

/** Text without its marks, lines as blocks, and where the mentions are. */
function readPage(lines: readonly string[]): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let text = '';
  for (const line of lines) {
    if (text) text += JOINT;
    let rest = line;
    for (let hit = MENTION.exec(rest); hit; hit = MENTION.exec(rest)) {
      const [whole, words = '', entity = ''] = hit;
      text += rest.slice(0, hit.index);
      const start = text.length;
      text += words;
      mentions.push({ start, end: text.length, entity, isFound: false });
      rest = rest.slice(hit.index + whole.length);
    }
    text += rest;
  }
  return { text, mentions };
}

test.each(Object.entries(GOALS))('names in fresh sentences: %s', (language, [least, most]) => {
  const file = resolve(import.meta.dirname, `${language}.txt`);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const missed: string[] = [];
  const wrong: string[] = [];
  let sum = 0;
  for (let at = 0; at < lines.length; at += LINES_OF_A_PAGE) {
    const { text, mentions } = readPage(lines.slice(at, at + LINES_OF_A_PAGE));
    for (const { start, end, entity } of find(text, (offset) => text[offset] !== JOINT)) {
      const own = mentions.filter(
        (mention) =>
          entity.endsWith(`/${mention.entity}`) && mention.start < end && start < mention.end,
      );
      for (const mention of own) mention.isFound = true;
      if (own.length === 0) wrong.push(`${text.slice(start, end)} as ${entity}`);
    }
    sum += mentions.length;
    for (const { start, end, entity, isFound } of mentions) {
      if (!isFound) missed.push(`${text.slice(start, end)} (${entity})`);
    }
  }
  console.log(
    `${language}: ${sum - missed.length} of ${sum} found; missed: ${missed.join(', ')}; wrong: ${wrong.join(', ')}`,
  );
  expect((sum - missed.length) / sum, missed.join(', ')).toBeGreaterThanOrEqual(least);
  expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(most);
});

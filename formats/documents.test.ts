import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../core/model/draft';
import { checkDraft } from './check-draft';
import { readDocument } from './read-document';

const FOLDER = resolve(import.meta.dirname, '../tests/documents');
const DOCUMENTS = readdirSync(FOLDER).filter((name) => !/\.expected\.txt$|^README/.test(name));

/** A draft as one reads it: what the file says of itself, then each block with its kind. */
function drawn({ text, blocks, warnings, ...about }: Draft): string {
  const head = Object.entries(about).filter(([, said]) => said !== null && String(said) !== '');
  const lines = head.map(([name, said]) => `${name}: ${[said].flat().join('; ')}`);
  for (const { code, detail } of warnings) lines.push(`warning: ${code}, ${detail}`);
  for (const { kind, level, start, end, page, time, speaker, strong } of blocks) {
    const about = [
      `${kind}${level === undefined ? '' : ` ${level}`}`,
      ...(page === undefined ? [] : [`page ${page}`]),
      ...(time === undefined ? [] : [`${time} s`]),
      ...(speaker === undefined ? [] : [speaker]),
      ...(strong ?? []).map((span) => `bold “${text.slice(span.start, span.end)}”`),
    ];
    lines.push('', `[${about.join(', ')}]`, text.slice(start, end));
  }
  return `${lines.join('\n')}\n`;
}

describe.each(DOCUMENTS)('%s', (name) => {
  test('is read as expected', async () => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    const progress: number[] = [];
    const draft = await readDocument({ name, bytes }, (done) => progress.push(done));
    expect(checkDraft(draft)).toEqual([]);
    await expect(drawn(draft)).toMatchFileSnapshot(join(FOLDER, `${name}.expected.txt`));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });
});

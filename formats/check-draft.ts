/** Holds a draft to what core/model/draft.ts says of one. */
import type { Draft } from '../core/model/draft';
import { MAX_CHARACTERS } from './limits';

const MAX_BLOCK_EVER = 100_000;

/** @returns what is wrong with it, a line each; nothing where nothing is */
export function checkDraft(draft: Draft): string[] {
  const faults: string[] = [];
  const { text, blocks } = draft;
  if (text.length > MAX_CHARACTERS) faults.push(`The text has ${text.length} characters.`);
  if (blocks.length === 0) faults.push('There is no block.');
  let end = 0;
  for (const [number, block] of blocks.entries()) {
    const name = `Block ${number} (${block.start}–${block.end})`;
    const words = text.slice(block.start, block.end);
    if (block.start < end) faults.push(`${name} begins before the one before it ends.`);
    if (block.end <= block.start || block.end > text.length) faults.push(`${name} is no stretch.`);
    if (words.trim() !== words) faults.push(`${name} begins or ends with white space.`);
    if (words.length > MAX_BLOCK_EVER) faults.push(`${name} is too long.`);
    if (text.slice(end, block.start).trim() !== '')
      faults.push(`Words before ${name} are in none.`);
    let strongEnd = block.start;
    for (const span of block.strong ?? []) {
      const isInside = span.start >= strongEnd && span.end > span.start && span.end <= block.end;
      if (!isInside) faults.push(`${name} has bold words ${span.start}–${span.end} out of place.`);
      strongEnd = span.end;
    }
    const { kind, level } = block;
    if (kind === 'heading' && !(level && level >= 1 && level <= 6))
      faults.push(`${name} is a heading of level ${level}.`);
    if (kind === 'item' && !(level && level >= 1)) faults.push(`${name} is an item of no depth.`);
    if (kind === 'cue' && block.time === undefined) faults.push(`${name} is a cue at no time.`);
    end = block.end;
  }
  if (text.slice(end).trim() !== '') faults.push('Words at the end are in no block.');
  if (draft.date !== null && !/^\d{4}(-\d\d(-\d\d(T\S+)?)?)?$/.test(draft.date))
    faults.push(`“${draft.date}” is no date.`);
  if (draft.address !== null && !/^https?:\/\//.test(draft.address))
    faults.push(`“${draft.address}” is no address.`);
  for (const words of [draft.title, draft.publisher, draft.language, ...draft.authors]) {
    if (words !== null && (words === '' || words.trim() !== words))
      faults.push(`“${words}” is empty or padded.`);
  }
  return faults;
}

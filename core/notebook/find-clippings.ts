/** Finds clippings by what they hold: words, speaker, source, note, tags. */
import { fold } from '../text/fold';
import type { Clipping } from './clipping';

/**
 * Those that hold each word of a query, in any of their parts and in any case.
 * @param tag those with this tag alone; null for all
 */
export function findClippings(
  clippings: readonly Clipping[],
  query: string,
  tag: string | null = null,
): Clipping[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return clippings.filter((clipping) => {
    if (tag !== null && !clipping.tags.includes(tag)) return false;
    if (words.length === 0) return true;
    const { passage, note, tags } = clipping;
    const whole = [passage.text, passage.speaker?.name, passage.source.title, note, ...tags];
    const folded = fold(whole.filter(Boolean).join('\n'));
    return words.every((word) => folded.includes(word));
  });
}

/** Every tag in use, those of most clippings first. */
export function tagsIn(clippings: readonly Clipping[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of clippings.flatMap(({ tags }) => tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

/** What a pack would change in a library: told before anything is written. */
import type { SourceId } from '../model/source';
import type { Material } from './material';

/** Passages of a source that a pack has otherwise, by ordinal in the pack. */
export interface ChangedPassage {
  ordinal: number;
  text: string;
}

export type SourceChange =
  | { id: SourceId; title: string; change: 'new' | 'same' }
  | {
      id: SourceId;
      title: string;
      change: 'changed';
      passages: ChangedPassage[];
      /** What is said of the document has changed: names, hedges, title. */
      isDescribedAnew: boolean;
    };

/** @param now what the library holds of it; null for nothing */
export function changeBetween(now: Material | null, then: Material): SourceChange {
  const { id, about } = then;
  if (!now) return { id, title: about.title, change: 'new' };
  const known = new Set(textsOf(now));
  const passages = textsOf(then).flatMap((text, i) =>
    known.has(text) ? [] : [{ ordinal: i + 1, text }],
  );
  const isDescribedAnew =
    JSON.stringify([now.about, now.entities]) !== JSON.stringify([then.about, then.entities]);
  const isSame = !isDescribedAnew && now.document === then.document;
  if (isSame) return { id, title: about.title, change: 'same' };
  return { id, title: about.title, change: 'changed', passages, isDescribedAnew };
}

function textsOf({ document, about }: Material): string[] {
  return about.passages.map(({ start, end }) => document.slice(start, end));
}

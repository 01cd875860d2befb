/** What a pack would change in a library: told before anything is written. */

import type { Material } from '../compile/material';
import type { SourceId } from '../model/source';

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
      /** How many of the library's are not in the pack. */
      removed: number;
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
  const isDescribedAnew = describedBy(now) !== describedBy(then);
  const isSame = !isDescribedAnew && now.document === then.document;
  if (isSame) return { id, title: about.title, change: 'same' };
  const kept = new Set(textsOf(then));
  const removed = textsOf(now).filter((text) => !kept.has(text)).length;
  return { id, title: about.title, change: 'changed', passages, removed, isDescribedAnew };
}

function textsOf({ document, about }: Material): string[] {
  return about.passages.map(({ start, end }) => document.slice(start, end));
}

function describedBy({ about, entities, overlay, entitiesFoundBy }: Material): string {
  return JSON.stringify([about, entities, overlay, entitiesFoundBy]);
}

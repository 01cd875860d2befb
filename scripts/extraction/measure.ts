/** Figures of one document: names found, kinds, and which of them are one thing. */
import type { FoundEntity, FoundMention } from '../../core/extract/extract';
import { PEOPLES } from '../../core/extract/peoples';
import { Score, trimSpan } from '../train/score';
import type { MarkedDocument } from './marked';

/** Types that the data tell apart. */
export const coarse = (kind: string) =>
  ['person', 'place', 'organisation', 'people'].includes(kind) ? kind : 'other';

export function scoreMentions(
  document: MarkedDocument,
  mentions: readonly FoundMention[],
  into = new Score(),
): Score {
  into.add(
    document.text,
    document.mentions.map(({ start, end, kind }) => ({
      start,
      end,
      // "Chinese" is a name of China, and of a people where it stands.
      type: PEOPLES.has(document.text.slice(start, end).toLowerCase()) ? 'people' : coarse(kind),
    })),
    mentions.map(({ start, end, kind }) => ({ start, end, type: coarse(kind) })),
  );
  return into;
}

/**
 * B³ over surfaces: for each marked surface, how much of its found entity is of its own marked entity, and how much of
 * that is in it. A surface that is not found is alone.
 */
export function aliasScore(document: MarkedDocument, entities: readonly FoundEntity[]): number {
  const gold = new Map<string, Set<string>>();
  const goldOf = new Map<string, string>();
  for (const { start, end, entity } of document.mentions) {
    const span = trimSpan(document.text, start, end);
    const surface = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    if (goldOf.has(surface)) continue;
    goldOf.set(surface, entity);
    gold.set(entity, (gold.get(entity) ?? new Set()).add(surface));
  }
  const foundOf = new Map<string, Set<string>>();
  for (const { mentions } of entities) {
    const surfaces = new Set(
      mentions.map(({ start, end }) => {
        const span = trimSpan(document.text, start, end);
        return document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      }),
    );
    const known = new Set([...surfaces].filter((surface) => goldOf.has(surface)));
    for (const surface of known) if (!foundOf.has(surface)) foundOf.set(surface, known);
  }
  let precision = 0;
  let recall = 0;
  for (const [surface, entity] of goldOf) {
    const mine = gold.get(entity) ?? new Set([surface]);
    const found = foundOf.get(surface) ?? new Set([surface]);
    const both = [...found].filter((other) => mine.has(other)).length;
    precision += both / found.size;
    recall += both / mine.size;
  }
  const count = goldOf.size || 1;
  return precision + recall ? (2 * precision * recall) / (precision + recall) / count : 0;
}

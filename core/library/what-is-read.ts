/** What is being read, as a page tells it, and what of it counts for a card. */
import { stretchAround } from '../card/stretch-around';
import type { EntityId } from '../model/source';
import type { ReadingContext } from './ranking';

/** The text around a mark. */
export interface WhatIsRead {
  /** The paragraph, or what a page has in its place: it may be long. A headline comes with the paragraph below it. */
  paragraph: string;
  /** Where the mark begins in it; null where there is none. */
  at: number | null;
  /** The entities that it names, and where. */
  named: Array<[entity: EntityId, at: number]>;
}

export const NOTHING_READ: WhatIsRead = { paragraph: '', at: null, named: [] };

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whole sentences around the mark, the one that holds it, and the entities of both. */
export function contextOf({ paragraph, at, named }: WhatIsRead): ReadingContext {
  const [from, to] = at === null ? [0, paragraph.length] : stretchAround(paragraph, at);
  const stretch = paragraph.slice(from, to);
  const found = at === null ? undefined : SENTENCES.segment(stretch).containing(at - from);
  const sentence = found?.segment ?? '';
  const start = from + (found?.index ?? 0);
  const between = (first: number, last: number) => [
    ...new Set(named.filter(([, place]) => place >= first && place < last).map(([one]) => one)),
  ];
  return {
    paragraph: stretch,
    sentence,
    entities: between(from, to),
    near: between(start, start + sentence.length),
  };
}

/** The sources of the judged set: the bundled one, and an invented one that is there only to be measured on. */
import { resolve } from 'node:path';
import { Library } from '../../core/library/library';
import { MemoryShelf } from '../../core/library/memory-shelf';
import type { Form } from '../../core/model/form';
import {
  type EntityId,
  isShown,
  type Passage,
  type SourceId,
  type SourceIndex,
} from '../../core/model/source';
import { formsOf } from '../../core/names/encode-name-index';
import { fold } from '../../core/text/fold';
import { readSeeds } from '../../modules/seeds/read-seeds';
import { library, seed, strict } from '../fixtures/seed';
import { bm25 } from './bm25';

export interface JudgedSource {
  index: SourceIndex;
  /** Holds nothing else. */
  library: Library;
  /** What a card may show, in the order of the source. */
  passages: Passage[];
  forms: Form[];
  /** How often a passage names an entity. */
  timesNamed(passage: Passage, entity: EntityId): number;
  /** The passages that a person says; null where the entity is none who speaks. */
  saidBy(entity: EntityId): Passage[] | null;
  wordsScore(query: string, passage: Passage): number;
}

function judged(index: SourceIndex, library: Library): JudgedSource {
  const { entities, mentions, source, text } = index;
  const passages = index.passages.filter(isShown);
  const mentionsIn = Map.groupBy(mentions, ({ passage }) => passage);
  const textOf = ({ start, end }: Passage) => text.slice(start, end);
  const score = bm25(passages.map(textOf));
  return {
    index,
    library,
    passages,
    forms: [...formsOf([index])],
    timesNamed: ({ id }, entity) =>
      mentionsIn.get(id)?.filter((mention) => mention.entity === entity).length ?? 0,
    saidBy(entity) {
      const names = entities.find(({ id }) => id === entity)?.names ?? [];
      const called = new Set(names.map((name) => fold(name.text)));
      const person = source.people.find(({ name }) => called.has(fold(name)));
      const said = passages.filter(({ speaker }) => speaker !== null && speaker === person?.id);
      return said.length > 0 ? said : null;
    },
    wordsScore: (query, passage) => score(query, textOf(passage)),
  };
}

export const SOURCES: ReadonlyMap<SourceId, JudgedSource> = new Map(
  [
    judged(seed, library),
    ...readSeeds(resolve(import.meta.dirname, 'sources')).map((index) =>
      judged(index, new Library([new MemoryShelf([index])], strict)),
    ),
  ].map((one) => [one.index.source.id, one]),
);

/** A source as it is kept: in blocks, so that a card reads the few passages that it shows and no others. */

import { encodeRarity, type RarityPart } from '../library/rarity-part';
import {
  type Entity,
  isShown,
  type Mention,
  type Passage,
  type Source,
  type SourceIndex,
  type Span,
} from '../model/source';

/** A passage with its words. */
export interface HeldPassage extends Omit<Passage, 'start' | 'end' | 'id' | 'source' | 'answers'> {
  text: string;
  /** Ordinal of the passage that asks what this one answers. */
  answers: number | null;
  /** Every mention, names within names too; offsets in the text; entities by their number in the source. */
  mentions: Array<Span & { entity: number }>;
}

/** What a list of sources needs to know of one. */
export interface HeldSource {
  source: Source;
  passages: number;
  entities: number;
  names: number;
  mentions: number;
  /** Of the document, UTF-16 units. */
  length: number;
  /** `Person.id` of those who say at least one passage. */
  speakers: string[];
  /** How many passages each of these says, in their order; what an earlier version has stored has none. */
  spoken?: number[];
}

/** Everything that is made of a source and kept beside it. */
export interface HeldParts {
  held: HeldSource;
  passages: HeldPassage[];
  /** In order of their ids. Without generated forms: those live in the index of names. */
  entities: Entity[];
  rarity: RarityPart;
}

/** The order in which the entities of a source are numbered. */
export function entitiesInOrder({ entities }: SourceIndex): Entity[] {
  return entities.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function heldParts(index: SourceIndex): HeldParts {
  const entities = entitiesInOrder(index);
  const numbers = new Map(entities.map(({ id }, number) => [id, number]));
  const mentionsIn = Map.groupBy(index.mentions, ({ passage }) => passage);
  const passages = index.passages.map((passage) =>
    heldPassage(index.text, passage, mentionsIn.get(passage.id) ?? [], numbers),
  );
  const said = Map.groupBy(passages.filter(isSpoken), ({ speaker }) => speaker ?? '');
  return {
    held: {
      source: index.source,
      passages: passages.length,
      entities: entities.length,
      names: entities.reduce((sum, { names }) => sum + names.length, 0),
      mentions: index.mentions.length,
      length: index.text.length,
      speakers: [...said.keys()],
      spoken: Array.from(said.values(), ({ length }) => length),
    },
    passages,
    entities: entities.map((entity) => ({
      ...entity,
      names: entity.names.map((name) => ({ ...name, forms: [] })),
    })),
    rarity: encodeRarity(passages.filter(isShown).map(rankable), entities.length),
  };
}

/** True for a passage that somebody who is named says, and that is shown by itself. */
export function isSpoken(passage: HeldPassage): boolean {
  return passage.speaker !== null && isShown(passage);
}

/** The passage as ranking sees it: with the mentions that are not part of a longer one. */
export function rankable(passage: HeldPassage) {
  return { ...passage, mentions: outermost(passage.mentions) };
}

/** @param mentions by their start, the longest first */
function outermost<M extends Span>(mentions: readonly M[]): M[] {
  let last: Span = { start: -1, end: -1 };
  return mentions.filter(({ start, end }) => {
    // One that stands in just the same place is no part of the other.
    if (end <= last.end && !(start === last.start && end === last.end)) return false;
    last = { start, end };
    return true;
  });
}

function heldPassage(
  document: string,
  { start, end, answers, id: _, source: _source, ...passage }: Passage,
  mentions: readonly Mention[],
  numbers: ReadonlyMap<string, number>,
): HeldPassage {
  return {
    ...passage,
    text: document.slice(start, end),
    answers: answers === null ? null : Number(answers.slice(answers.lastIndexOf('/') + 1)),
    mentions: mentions.map((mention) => ({
      start: mention.start - start,
      end: mention.end - start,
      entity: numbers.get(mention.entity) ?? -1,
    })),
  };
}

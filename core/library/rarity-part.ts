/** How rare the entities and words of a source are, as it is kept: read with each card, and only a few words of it asked for. */
import { lowerBound, packStrings, type Strings, stringAt } from '../segment/strings';
import { countRarity, type RankingPassage, type Rarity } from './ranking';

export interface RarityPart {
  passages: number;
  /** By number of the entity. */
  entities: Uint16Array;
  /** Stems, sorted. */
  words: Strings;
  counts: Uint16Array;
}

/** @param entities how many the source has */
export function encodeRarity(
  passages: ReadonlyArray<RankingPassage<number>>,
  entities: number,
): RarityPart {
  const { passages: count, entities: byEntity, words } = countRarity(passages);
  const stems = [...words.keys()].sort();
  return {
    passages: count,
    entities: Uint16Array.from({ length: entities }, (_, entity) => byEntity.get(entity) ?? 0),
    words: packStrings(stems),
    counts: Uint16Array.from(stems, (stem) => words.get(stem) ?? 0),
  };
}

export function rarityOf({ passages, entities, words, counts }: RarityPart): Rarity<number> {
  return {
    passages,
    entities: { get: (entity) => entities[entity] },
    words: {
      get(stem) {
        const at = lowerBound(0, counts.length, (other) => stringAt(words, other) < stem);
        return stringAt(words, at) === stem ? counts[at] : undefined;
      },
    },
  };
}

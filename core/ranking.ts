/**
 * Ranks the passages that name an entity by the paragraph being read (docs/ranking.md): what else both
 * name and speak of, then how central the entity is in the passage, then order in the source.
 * Deterministic; `why` holds only what raised the passage.
 */
import { contentWords } from './content-words';
import type { EntityId, Span, Turn, Why } from './types';

/** A passage as ranking sees it. */
export interface RankingPassage {
  ordinal: number;
  turn: Turn;
  text: string;
  /** The mentions that are not part of a longer one, in order; offsets in the text. */
  mentions: ReadonlyArray<Span & { entity: EntityId }>;
}

/** What a reader is reading when the card opens. */
export interface ReadingContext {
  /** The paragraph around the mark. */
  paragraph: string;
  /** Entities that the paragraph names. */
  entities: readonly EntityId[];
}

export interface Ranked {
  ordinal: number;
  score: number;
  /** Entities and words that the paragraph and the passage share, weightiest first. */
  shared: { entities: EntityId[]; words: string[] };
}

/** A shared entity tells more than a shared word. */
const ENTITY_WEIGHT = 2;
const CENTRALITY_WEIGHT = 0.5;
const MAX_REASONS = 3;

/** Inverse document frequency over the passages of a source. */
function rarity(count: number, total: number): number {
  return Math.log(1 + total / (1 + count));
}

/**
 * @param entity the entity that the card is about
 * @param candidates the passages that name it
 * @param all every passage of the source, for telling rare words from common ones
 * @returns best first
 */
export function rankPassages(
  entity: EntityId,
  candidates: readonly RankingPassage[],
  all: readonly RankingPassage[],
  context: ReadingContext,
): Ranked[] {
  const read = new Set(contentWords(context.paragraph).map((word) => word.stem));
  const named = new Set(context.entities.filter((other) => other !== entity));
  const passagesWith = (holds: (passage: RankingPassage) => boolean) => all.filter(holds).length;
  const wordsOf = new Map(
    all.map((passage) => [passage.ordinal, contentWords(withoutNames(passage))]),
  );

  const ranked = candidates.map((passage) => {
    const entities = [...new Set(passage.mentions.map((mention) => mention.entity))]
      .filter((other) => named.has(other))
      .map((other) => ({
        other,
        weight:
          ENTITY_WEIGHT *
          rarity(
            passagesWith((some) => some.mentions.some((mention) => mention.entity === other)),
            all.length,
          ),
      }))
      .sort((a, b) => b.weight - a.weight);
    const words = (wordsOf.get(passage.ordinal) ?? [])
      .filter(({ stem }) => read.has(stem))
      .map(({ text, stem }) => ({
        text,
        weight: rarity(
          passagesWith(
            (some) => wordsOf.get(some.ordinal)?.some((word) => word.stem === stem) ?? false,
          ),
          all.length,
        ),
      }))
      .sort((a, b) => b.weight - a.weight);
    const overlap = [...entities, ...words].reduce((sum, { weight }) => sum + weight, 0);
    return {
      ordinal: passage.ordinal,
      // Long passages share more by chance.
      score:
        overlap / Math.sqrt(1 + passage.text.length / 400) +
        CENTRALITY_WEIGHT * centrality(entity, passage),
      shared: {
        entities: entities.slice(0, MAX_REASONS).map(({ other }) => other),
        words: words.slice(0, MAX_REASONS).map(({ text }) => text),
      },
    };
  });
  return ranked.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

/** Names count as entities, not once more as words. */
function withoutNames({ text, mentions }: RankingPassage): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of mentions) {
    rest += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

/** How much a passage speaks of an entity, rather than list it: 0 to about 3. */
function centrality(entity: EntityId, passage: RankingPassage): number {
  const own = passage.mentions.filter((mention) => mention.entity === entity);
  const share = own.length / Math.max(1, passage.mentions.length);
  const first = own[0]?.start ?? passage.text.length;
  const early = 1 - first / Math.max(1, passage.text.length);
  const speech = passage.turn === 'question' || passage.turn === 'boilerplate' ? -1 : 0;
  return Math.min(own.length, 3) / 3 + share + early + speech;
}

/** Tells why in the names of entities. */
export function whyOf(ranked: Ranked, nameOf: (entity: EntityId) => string): Why {
  return { entities: ranked.shared.entities.map(nameOf), words: ranked.shared.words };
}

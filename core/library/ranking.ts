/**
 * Ranks the passages that name an entity by the paragraph being read (docs/ranking.md): what both name and
 * speak of, then how far the passage keeps to it, then order in the source.
 * Deterministic; `why` holds only what raised the passage.
 */

import type { EntityId, Span, Turn } from '../model/source';
import type { Why } from '../model/views';
import { contentWords } from '../text/content-words';

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
/** What another sentence holds is said less surely of the entity. */
const OTHER_SENTENCE = 0.6;
const FOCUS_WEIGHT = 2;
const QUESTION_LOSS = 1;
const LENGTH_UNIT = 400;
const MAX_REASONS = 3;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

interface Sentence {
  entities: Set<EntityId>;
  /** By stem, as first written. Names count as entities, not once more as words. */
  words: Map<string, string>;
}

/** The passages of one source, read once: every card asks the same of them. */
export class Ranking {
  readonly #sentences = new Map<number, Sentence[]>();
  /** In how many passages an entity stands; so too a stem. */
  readonly #entityCounts = new Map<EntityId, number>();
  readonly #wordCounts = new Map<string, number>();

  /** @param passages every passage of the source that a card may show */
  constructor(passages: readonly RankingPassage[]) {
    for (const passage of passages) {
      const sentences = sentencesOf(passage);
      this.#sentences.set(passage.ordinal, sentences);
      count(this.#entityCounts, new Set(sentences.flatMap(({ entities }) => [...entities])));
      count(this.#wordCounts, new Set(sentences.flatMap(({ words }) => [...words.keys()])));
    }
  }

  /**
   * @param entity the entity that the card is about
   * @param candidates those of the passages that name it
   * @returns best first
   */
  rank(
    entity: EntityId,
    candidates: readonly RankingPassage[],
    { paragraph, entities }: ReadingContext,
  ): Ranked[] {
    const read = new Set(contentWords(paragraph).map(({ stem }) => stem));
    const named = new Set(entities).add(entity);
    const ranked = candidates.map(({ ordinal, turn, text, mentions }) => {
      const shared = { entities: new Map<EntityId, number>(), words: new Map<string, number>() };
      for (const { entities, words } of this.#sentences.get(ordinal) ?? []) {
        const share = entities.has(entity) ? 1 : OTHER_SENTENCE;
        for (const other of entities) {
          if (other === entity || !named.has(other)) continue;
          const weight = share * ENTITY_WEIGHT * this.#rarity(this.#entityCounts.get(other));
          raise(shared.entities, other, weight);
        }
        for (const [stem, word] of words) {
          if (!read.has(stem)) continue;
          raise(shared.words, word, share * this.#rarity(this.#wordCounts.get(stem)));
        }
      }
      const weights = [...shared.entities.values(), ...shared.words.values()];
      const overlap = weights.reduce((sum, weight) => sum + weight, 0);
      const kept = mentions.filter((mention) => named.has(mention.entity)).length;
      return {
        ordinal,
        score:
          // Long passages share more by chance.
          overlap / Math.sqrt(1 + text.length / LENGTH_UNIT) +
          (FOCUS_WEIGHT * kept) / Math.max(1, mentions.length) -
          (turn === 'question' ? QUESTION_LOSS : 0),
        shared: { entities: weightiest(shared.entities), words: weightiest(shared.words) },
      };
    });
    return ranked.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  }

  /** Inverse document frequency over the passages of the source. */
  #rarity(passages = 0): number {
    return Math.log(1 + this.#sentences.size / (1 + passages));
  }
}

function sentencesOf({ text, mentions }: RankingPassage): Sentence[] {
  const written = new Map<string, string>();
  return Array.from(SENTENCES.segment(text), ({ segment, index }) => {
    const end = index + segment.length;
    const within = mentions.filter((mention) => mention.start >= index && mention.start < end);
    let rest = '';
    let from = index;
    for (const mention of within) {
      rest += text.slice(from, Math.max(from, mention.start));
      from = Math.max(from, mention.end);
    }
    const words = new Map<string, string>();
    for (const { stem, text: word } of contentWords(rest + text.slice(from, end))) {
      if (!written.has(stem)) written.set(stem, word);
      words.set(stem, written.get(stem) ?? word);
    }
    return { entities: new Set(within.map(({ entity }) => entity)), words };
  });
}

function count<T>(counts: Map<T, number>, found: Iterable<T>): void {
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
}

function raise<T>(weights: Map<T, number>, one: T, weight: number): void {
  weights.set(one, Math.max(weights.get(one) ?? 0, weight));
}

function weightiest<T>(weights: ReadonlyMap<T, number>): T[] {
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_REASONS)
    .map(([one]) => one);
}

/** Tells why in the names of entities. */
export function whyOf(ranked: Ranked, nameOf: (entity: EntityId) => string): Why {
  return { entities: ranked.shared.entities.map(nameOf), words: ranked.shared.words };
}

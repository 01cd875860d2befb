/**
 * Ranks the passages that name an entity by the paragraph being read (docs/ranking.md): what both name and
 * speak of, then how far the passage keeps to it, then order in the source.
 * Deterministic; the reasons hold only what raised the passage.
 */

import type { EntityId, Span, Turn } from '../model/source';
import { contentWords } from '../text/content-words';

/** A passage as ranking sees it; entities as the caller identifies them. */
export interface RankingPassage<Entity> {
  ordinal: number;
  turn: Turn;
  text: string;
  /** The mentions that are not part of a longer one, in order; offsets in the text. */
  mentions: ReadonlyArray<Span & { entity: Entity }>;
}

/** In how many passages of a source that a card may show its entities and words stand. */
export interface Rarity<Entity> {
  passages: number;
  entities: { get(entity: Entity): number | undefined };
  /** By stem. */
  words: { get(stem: string): number | undefined };
}

/** What a reader is reading when the card opens. */
export interface ReadingContext<Entity = EntityId> {
  /** The paragraph around the mark. */
  paragraph: string;
  /** Entities that the paragraph names. */
  entities: readonly Entity[];
}

export interface Ranked<Entity> {
  ordinal: number;
  score: number;
  /** Entities and words that the paragraph and the passage share, weightiest first. */
  shared: { entities: Entity[]; words: string[] };
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

interface Sentence<Entity> {
  entities: Set<Entity>;
  /** By stem, as first written. Names count as entities, not once more as words. */
  words: Map<string, string>;
}

/** Counts what stands in how many passages of a source: once, when it is compiled. */
export function countRarity<Entity>(passages: ReadonlyArray<RankingPassage<Entity>>): {
  passages: number;
  entities: Map<Entity, number>;
  words: Map<string, number>;
} {
  const entities = new Map<Entity, number>();
  const words = new Map<string, number>();
  for (const passage of passages) {
    const sentences = sentencesOf(passage);
    count(entities, new Set(sentences.flatMap((sentence) => [...sentence.entities])));
    count(words, new Set(sentences.flatMap((sentence) => [...sentence.words.keys()])));
  }
  return { passages: passages.length, entities, words };
}

/**
 * @param entity the entity that the card is about
 * @param candidates the passages of one source that name it
 * @returns best first
 */
export function rank<Entity>(
  entity: Entity,
  candidates: ReadonlyArray<RankingPassage<Entity>>,
  { paragraph, entities }: ReadingContext<Entity>,
  rarity: Rarity<Entity>,
): Array<Ranked<Entity>> {
  const read = new Set(contentWords(paragraph).map(({ stem }) => stem));
  const named = new Set(entities).add(entity);
  // Inverse document frequency over the passages of the source.
  const worth = (passages = 0) => Math.log(1 + rarity.passages / (1 + passages));
  const ranked = candidates.map((passage) => {
    const { ordinal, turn, text, mentions } = passage;
    const shared = { entities: new Map<Entity, number>(), words: new Map<string, number>() };
    for (const { entities: inSentence, words } of sentencesOf(passage)) {
      const share = inSentence.has(entity) ? 1 : OTHER_SENTENCE;
      for (const other of inSentence) {
        if (other === entity || !named.has(other)) continue;
        raise(shared.entities, other, share * ENTITY_WEIGHT * worth(rarity.entities.get(other)));
      }
      for (const [stem, word] of words) {
        if (!read.has(stem)) continue;
        raise(shared.words, word, share * worth(rarity.words.get(stem)));
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

function sentencesOf<Entity>({ text, mentions }: RankingPassage<Entity>): Array<Sentence<Entity>> {
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

/**
 * Ranks the passages that name an entity by the paragraph being read (docs/ranking.md): what both name and
 * speak of, then how far the passage keeps to it, then order in the source.
 * Deterministic; the reasons hold only what raised the passage.
 */

import type { EntityId, Span, Turn } from '../model/source';
import { conceptsIn } from '../text/concepts';
import { contentWords } from '../text/content-words';

/** A passage as ranking sees it; entities as the caller identifies them. */
export interface RankingPassage<Entity> {
  ordinal: number;
  turn: Turn;
  text: string;
  /** The mentions that are not part of a longer one, in order; offsets in the text. */
  mentions: ReadonlyArray<Span & { entity: Entity }>;
  /** In other languages, one after another, where the source comes with translations. */
  translation?: string;
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
  paragraph: string;
  /** The sentence around the mark; empty where there is no mark. */
  sentence: string;
  /** Entities that the paragraph names. */
  entities: readonly Entity[];
  /** Those of them that the sentence names. */
  near: readonly Entity[];
}

export interface Ranked<Entity> {
  ordinal: number;
  score: number;
  /** Entities and words that the paragraph and the passage share, weightiest first. */
  shared: { entities: Entity[]; words: string[] };
}

/** A shared entity tells more than a shared concept, and that more than a shared word, which it mostly holds. */
const ENTITY_WEIGHT = 2.6;
const CONCEPT_WEIGHT = 1.4;
const WORD_WEIGHT = 0.7;
/** Words of a translation, which no mention is taken out of. */
const TRANSLATED_WEIGHT = 0.46;
/** So many letters of a Russian or Kazakh word stay, whatever its ending. */
const BEGINNING = 6;
/** What another sentence holds is said less surely of the entity. */
const OTHER_SENTENCE = 0.5;
/** What the rest of the paragraph holds counts less than what is said in the sentence of the mark. */
const REST_OF_PARAGRAPH = 0.7;
/** Of its score, what the passage before or after one lends it: a source goes on with its subject. */
const NEIGHBOUR_SHARE = 0.15;
/** Of the score of a passage that the page has shown for something else. */
const SHOWN_SHARE = 0.5;
/** A word that more of the passages hold is no reason by itself. */
const RARE = 2;
const FOCUS_WEIGHT = 2.5;
const QUESTION_LOSS = 1.3;
const LENGTH_UNIT = 270;
const LENGTH_POWER = 0.3;
const MAX_REASONS = 3;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

interface Sentence<Entity> {
  entities: Set<Entity>;
  /** By stem, as first written. Names count as entities, not once more as words. */
  words: Map<string, string>;
  concepts: readonly number[];
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
 * @param entity the entity that the card is about; null where the passages are what a person says
 * @param candidates passages of one source
 * @param shown ordinals of those that the page has shown for something else
 * @returns best first
 */
export function rank<Entity>(
  entity: Entity | null,
  candidates: ReadonlyArray<RankingPassage<Entity>>,
  context: ReadingContext<Entity>,
  rarity: Rarity<Entity>,
  shown: ReadonlySet<number> = new Set(),
): Array<Ranked<Entity>> {
  const read = wordsRead(context);
  const named = new Set(context.entities);
  if (entity !== null) named.add(entity);
  const near = new Set(context.near);
  const concepts = conceptsRead(context);
  const sentences = candidates.map(sentencesOf);
  const conceptCounts = new Map<number, number>();
  for (const all of sentences) count(conceptCounts, new Set(all.flatMap((one) => one.concepts)));
  const foreign = foreignRead(context);
  const translations = candidates.map(({ translation = '' }) =>
    foreign.size > 0 ? beginningsIn(translation) : new Set<string>(),
  );
  const foreignCounts = new Map<string, number>();
  for (const beginnings of translations) count(foreignCounts, beginnings);
  // Inverse document frequency over the passages of the source; of concepts, over those that are ranked.
  const worth = (passages = 0) => Math.log(1 + rarity.passages / (1 + passages));
  const conceptWorth = (passages = 0) => Math.log(1 + candidates.length / (1 + passages));
  const ranked = candidates.map((passage, i) => {
    const { ordinal, turn, text, mentions } = passage;
    const shared = { entities: new Map<Entity, number>(), words: new Map<string, number>() };
    const rare = new Set<string>();
    const related = new Map<number, number>();
    for (const { entities: inSentence, words, concepts: spokenOf } of sentences[i] ?? []) {
      const share = entity === null || inSentence.has(entity) ? 1 : OTHER_SENTENCE;
      for (const other of inSentence) {
        if (other === entity || !named.has(other)) continue;
        const part = near.has(other) ? 1 : REST_OF_PARAGRAPH;
        const value = worth(rarity.entities.get(other));
        raise(shared.entities, other, share * part * ENTITY_WEIGHT * value);
      }
      for (const [stem, word] of words) {
        const part = read.get(stem);
        if (part === undefined) continue;
        const passages = rarity.words.get(stem);
        if ((passages ?? 0) <= RARE) rare.add(word);
        raise(shared.words, word, share * part * WORD_WEIGHT * worth(passages));
      }
      for (const concept of spokenOf) {
        const part = concepts.get(concept);
        if (part === undefined) continue;
        const value = conceptWorth(conceptCounts.get(concept));
        raise(related, concept, share * part * CONCEPT_WEIGHT * value);
      }
    }
    // Any two texts have one common word.
    if (shared.words.size === 1 && rare.size === 0) shared.words.clear();
    const translated = [...(translations[i] ?? [])].map(
      (beginning) =>
        (foreign.get(beginning) ?? 0) *
        TRANSLATED_WEIGHT *
        conceptWorth(foreignCounts.get(beginning)),
    );
    const weights = [shared.entities, shared.words, related].flatMap((one) => [...one.values()]);
    const overlap = [...weights, ...translated].reduce((sum, weight) => sum + weight, 0);
    const kept = mentions.filter((mention) => named.has(mention.entity)).length;
    const score =
      // Long passages share more by chance.
      overlap / (1 + text.length / LENGTH_UNIT) ** LENGTH_POWER +
      (FOCUS_WEIGHT * kept) / Math.max(1, mentions.length) -
      (turn === 'question' ? QUESTION_LOSS : 0);
    return {
      ordinal,
      score: shown.has(ordinal) ? score * SHOWN_SHARE : score,
      shared: { entities: weightiest(shared.entities), words: weightiest(shared.words) },
    };
  });
  const own = new Map(ranked.map(({ ordinal, score }) => [ordinal, score]));
  const lent = (ordinal: number) => NEIGHBOUR_SHARE * (own.get(ordinal) ?? 0);
  return ranked
    .map((one) => ({
      ...one,
      score: one.score + lent(one.ordinal - 1) + lent(one.ordinal + 1),
    }))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

/** The concepts of what is read, and how much each counts. */
function conceptsRead<Entity>({
  paragraph,
  sentence,
}: ReadingContext<Entity>): Map<number, number> {
  const read = new Map<number, number>();
  for (const concept of conceptsIn(paragraph).keys()) read.set(concept, REST_OF_PARAGRAPH);
  for (const concept of conceptsIn(sentence).keys()) read.set(concept, 1);
  return read;
}

/** How the words of what is read begin that may stand in a translation, and how much each counts. */
function foreignRead<Entity>({ paragraph, sentence }: ReadingContext<Entity>): Map<string, number> {
  const read = new Map<string, number>();
  for (const beginning of beginningsIn(paragraph)) read.set(beginning, REST_OF_PARAGRAPH);
  for (const beginning of beginningsIn(sentence)) read.set(beginning, 1);
  return read;
}

/** Of words in Cyrillic how they begin; of Chinese, which has no spaces, each two characters in a row. */
function beginningsIn(text: string): Set<string> {
  const beginnings = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{Script=Cyrillic}{4,}/gu)) {
    beginnings.add(word.slice(0, BEGINNING));
  }
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) beginnings.add(run.slice(i, i + 2));
  }
  return beginnings;
}

/** The content words of what is read, by stem, and how much each counts. */
function wordsRead<Entity>({ paragraph, sentence }: ReadingContext<Entity>): Map<string, number> {
  const read = new Map(contentWords(paragraph).map(({ stem }) => [stem, REST_OF_PARAGRAPH]));
  for (const { stem } of contentWords(sentence)) read.set(stem, 1);
  return read;
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
    const concepts = [...conceptsIn(rest + text.slice(from, end)).keys()];
    return { entities: new Set(within.map(({ entity }) => entity)), words, concepts };
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

/**
 * A source as the library holds it. One word per thing: see the glossary in docs/architecture.md. All offsets are
 * UTF-16 code units, end-exclusive.
 */

/** A kebab-case slug, unique in the library: the folder name of a bundled source. */
export type SourceId = string;
/** `<source>/<slug>`, unique in the library. */
export type EntityId = string;
/** `<source>/<ordinal>`. */
export type PassageId = string;

export const ENTITY_KINDS = [
  'person',
  'people',
  'place',
  'organisation',
  'policy',
  'event',
  'work',
  'idea',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const SOURCE_KINDS = [
  'interview',
  'article',
  'report',
  'book',
  'transcript',
  'document',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Who speaks in a passage, as a role. Only an `answer` or a `question` is anyone's speech. */
export const TURNS = ['narration', 'question', 'answer', 'editor', 'boilerplate'] as const;
export type Turn = (typeof TURNS)[number];

/** How a hedge limits a claim. */
export const HEDGE_KINDS = [
  /** credited to somebody else: "according to experts" */
  'reported',
  /** given as a personal view: "I believe that" */
  'opinion',
  /** possible, not asserted: "perhaps" */
  'uncertain',
  /** the speaker has not seen or does not know: "I have not been to these camps" */
  'not-first-hand',
  /** the speaker keeps a distance from the word: "so-called" */
  'distanced',
  /** the claim holds only within a stated limit: "if we take some formal criteria" */
  'limited',
] as const;
export type HedgeKind = (typeof HEDGE_KINDS)[number];

/** Why an attribution that no reviewer has made is not certain. A reviewer writes a sentence instead. */
export const DOUBTS = [
  /** The document does not say who speaks. */
  'speaker-unsaid',
  /** Nobody but the one whom the opening names can be meant. */
  'speaker-from-opening',
  /** It may ask or answer. */
  'turn-unsure',
  /** It follows what somebody says, after a gap, and no mark tells that they go on. */
  'turn-continued',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What a passage is on its page, where it is no paragraph. */
export const SHAPES = ['heading', 'list', 'table', 'code', 'note'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Span {
  start: number;
  end: number;
}

/** Offsets in the passage. */
export interface Hedge extends Span {
  kind: HedgeKind;
}

/** The words of a third party, quoted or reported inside a passage. Offsets in the passage. */
export interface Quote extends Span {
  /** As the source names them: "Shohrat Zakir", "the media". */
  speaker: string;
}

export interface Person {
  /** Unique within its source. */
  id: string;
  name: string;
  /** As the source states it, verbatim; null when the source states none. */
  role: string | null;
}

export interface Source {
  id: SourceId;
  title: string;
  /** True when the document carries no title and this one is ours. */
  titleIsOurs: boolean;
  kind: SourceKind;
  /** BCP 47 */
  language: string;
  /** Who has written it, as the document says; empty where it does not. Who speaks in it is among `people`. */
  authors: string[];
  people: Person[];
  publisher: string | null;
  /** ISO 8601, as precise as is known; null is "date unknown", never a guess. */
  date: string | null;
  /** Where the document came from, in a sentence; of a reader's own, the name of the file or the address of the page. */
  origin: string;
  /** Who holds the rights, in a sentence; empty where nobody has said. */
  licence: string;
  /** What a reader should know about the document, in a sentence or two; empty where nobody has said. */
  note: string;
  /** SHA-256 of the text (UTF-8), lower-case hex. */
  hash: string;
  holding: 'bundled' | 'own';
  entitiesFoundBy: 'review' | 'machine';
}

export interface Passage extends Span {
  id: PassageId;
  source: SourceId;
  /** The ¶ number, from 1. */
  ordinal: number;
  turn: Turn;
  /** `Person.id` of who says it; null for narration, notes and unnamed interviewers. */
  speaker: string | null;
  /** The passage that asks what this one answers; null when the source prints no question. */
  answers: PassageId | null;
  hedges: Hedge[];
  quotes: Quote[];
  /** Why the attribution is not certain, in a sentence or as one of `DOUBTS`; null when it is. */
  doubt: string | null;
  /** Null for a paragraph. */
  shape: Shape | null;
  /** The page that it begins on, as the document numbers its pages. */
  page: string | null;
  /** When it is said, seconds from the start of the recording. */
  time: number | null;
  /** The document leaves a wider gap before this passage. */
  sectionBreak: boolean;
}

/** Boilerplate and headings are never shown as passages: they say nothing by themselves. */
export function isShown({ turn, shape }: Pick<Passage, 'turn' | 'shape'>): boolean {
  return turn !== 'boilerplate' && shape !== 'heading';
}

/** How the letter case of a page must agree with a name. See docs/matching.md. */
export type CaseRule = 'exact' | 'any-case' | 'acronym';

export interface Name {
  text: string;
  /** BCP 47 */
  language: string;
  /** `source`: the document writes it so. `curated`: added by a reviewer. */
  origin: 'source' | 'curated';
  rule: CaseRule;
  /** Ambiguous: counts only with other evidence on the page. */
  needsCompany: boolean;
  /** Generated inflections and script variants of `text`, without `text` itself. */
  forms: string[];
}

export interface Entity {
  id: EntityId;
  source: SourceId;
  kind: EntityKind;
  canonical: string;
  wikidata: string | null;
  names: Name[];
  /** Words that hold one of the names but are another's: 白俄罗斯 (Belarus) holds 俄罗斯 (Russia). */
  notNames: string[];
  /** What is contested about its names, neutrally, in a sentence. */
  contested: string | null;
  /** How this source writes it, where that differs from the standard, in a sentence. */
  note: string | null;
}

/** Offsets in the source text. */
export interface Mention extends Span {
  entity: EntityId;
  passage: PassageId;
  surface: string;
}

/** One compiled source: what `core/compile/compile.ts` makes, and segments are made of. */
export interface SourceIndex {
  source: Source;
  /** The document, verbatim. */
  text: string;
  passages: Passage[];
  entities: Entity[];
  mentions: Mention[];
}

/**
 * The shapes that every room shares. One word per thing: see the glossary in docs/architecture.md.
 * All offsets are UTF-16 code units, end-exclusive.
 */

/** Changes whenever a shape below changes meaning; an index of another version is refused. */
export const INDEX_VERSION = 1;

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

export type SourceKind = 'interview' | 'article' | 'report' | 'book' | 'transcript' | 'document';

/** Who speaks in a passage, as a role. Only an `answer` or a `question` is anyone's speech. */
export const TURNS = ['narration', 'question', 'answer', 'editor', 'boilerplate'] as const;
export type Turn = (typeof TURNS)[number];

/** How a hedge limits a claim. */
export type HedgeKind =
  /** credited to somebody else: "according to experts" */
  | 'reported'
  /** given as a personal view: "I believe that" */
  | 'opinion'
  /** possible, not asserted: "perhaps" */
  | 'uncertain'
  /** the speaker has not seen or does not know: "I have not been to these camps" */
  | 'not-first-hand'
  /** the speaker keeps a distance from the word: "so-called" */
  | 'distanced'
  /** the claim holds only within a stated limit: "if we take some formal criteria" */
  | 'limited';

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
  people: Person[];
  publisher: string | null;
  /** ISO 8601, as precise as is known; null is "date unknown", never a guess. */
  date: string | null;
  /** Where the document came from, in a sentence. */
  origin: string;
  /** Who holds the rights, in a sentence. */
  licence: string;
  /** What a reader should know about the document, in a sentence or two. */
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
  /** Why the attribution is not certain, in a sentence; null when it is. */
  doubt: string | null;
  /** The document leaves a wider gap before this passage. */
  sectionBreak: boolean;
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

/** One compiled source: what `modules/seeds/compile-seed.ts` makes and the library reads. */
export interface SourceIndex {
  version: typeof INDEX_VERSION;
  source: Source;
  /** The document, verbatim. */
  text: string;
  passages: Passage[];
  entities: Entity[];
  mentions: Mention[];
}

/** The id of words that hold a name of this entity and are another's: it is not marked there, others may be. */
export function notOf(entity: EntityId): EntityId {
  return `${NOT}${entity}`;
}
const NOT = '!';

/** True for an id that `notOf` made. */
export function isNot(id: EntityId): boolean {
  return id.startsWith(NOT);
}

/** The entity that an id, or one that `notOf` made, is about. */
export function entityMeant(id: EntityId): EntityId {
  return isNot(id) ? id.slice(NOT.length) : id;
}

/** One written form of an entity, ready for matching: the answer to a head. */
export interface Form {
  /** As written, not folded. */
  text: string;
  /** `notOf` the entity for words that only look like a name of it. */
  entity: EntityId;
  rule: CaseRule;
  needsCompany: boolean;
  /** Which of the entity's names it belongs to, from 0. */
  name: number;
}

/** A speaker or other entity as a chip or a line shows it. */
export interface EntitySummary {
  id: EntityId;
  canonical: string;
  kind: EntityKind;
}

/** What the reader of a passage needs to know of its source. */
export interface SourceSummary {
  id: SourceId;
  title: string;
  titleIsOurs: boolean;
  kind: SourceKind;
  publisher: string | null;
  date: string | null;
  language: string;
  /** Passages in the source. */
  passages: number;
}

/** A passage with everything that must be said when it is shown. Offsets are in `text`. */
export interface AttributedPassage {
  id: PassageId;
  ordinal: number;
  /** Verbatim. */
  text: string;
  turn: Turn;
  speaker: Person | null;
  doubt: string | null;
  hedges: Hedge[];
  quotes: Quote[];
  /** Where the entity that was asked for is named. */
  emphasis: Span[];
  /** The question it answers, verbatim; null when the source prints none. */
  question: { id: PassageId; ordinal: number; text: string; doubt: string | null } | null;
  source: SourceSummary;
}

/** Why a passage ranks where it does. Each entry is true of the passage shown. */
export interface Why {
  /** Canonical names of other entities that the paragraph being read and the passage both name. */
  entities: string[];
  /** Content words that both hold, as the passage writes them. */
  words: string[];
}

export interface RankedPassage extends AttributedPassage {
  why: Why;
  /** Other entities that the passage names. */
  company: EntitySummary[];
}

export interface CardContent {
  entity: EntitySummary & { contested: string | null; note: string | null };
  /** The page's form, when it differs from the canonical name. */
  matchedAs: string | null;
  /** The name that the page's form belongs to, as the source's index lists it; null where no page was read. */
  matchedName: string | null;
  /** Best first; never empty. */
  passages: RankedPassage[];
}

export interface SearchResults {
  names: Array<EntitySummary & { matchedName: string; mentions: number }>;
  /** Null while the passages are still being indexed. */
  passages: Array<AttributedPassage & { hits: Span[] }> | null;
}

/** What a search leaves out; null leaves nothing out. */
export interface SearchFilter {
  source: SourceId | null;
  /** `<source>/<Person.id>`: only what they say, so no names. */
  speaker: string | null;
  /** A kind of entity: names only. A turn: passages only. */
  kind: EntityKind | Turn | null;
}

export const NO_FILTER: SearchFilter = { source: null, speaker: null, kind: null };

/** What a search can be filtered by. */
export interface SearchChoices {
  sources: Array<{ id: SourceId; title: string }>;
  /** Those who say at least one passage. */
  speakers: Array<{ id: string; name: string; source: SourceId }>;
}

/** Where a reader is. */
export interface Place {
  /** Host as the address bar shows it; null where there is none. */
  site: string | null;
  /** Address of the page; null where it is not known. */
  page: string | null;
}

/** What keeps Sidelight off somewhere. */
export type OffState = 'off-everywhere' | 'off-for-now' | 'off-here' | 'off-on-page';

/** The entities that the current page and the sources share. */
export interface PageList extends Place {
  /** `unreachable`: no content script runs there (store pages, PDF viewer, reader view). */
  state: 'reading' | 'done' | OffState | 'unreachable';
  entities: Array<EntitySummary & { count: number }>;
}

/** Which of the matches of an entity, in one frame: from 1. */
export type MatchPosition = [at: number, of: number];

/** What a jump to a match comes to: where it is; `folded` where all are hidden; null where there is none. */
export type Jumped = MatchPosition | 'folded' | null;

/** Why Sidelight cannot read a page. `notAllowed`: the reader keeps it from all sites. */
export type UnreachableReason = 'ours' | 'readerView' | 'loading' | 'notAllowed' | 'unknown';

/** A whole source for the reader page. `emphasis` is empty; mentions come apart. */
export interface SourceContent {
  source: Source;
  passages: AttributedPassage[];
  entities: Array<EntitySummary & { mentions: number }>;
  /** Offsets in the passage text. */
  mentions: Array<Span & { passage: PassageId; entity: EntityId }>;
}

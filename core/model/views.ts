/** What the library tells of sources, passages and entities, as a card, a list or a page of ours shows it. */
import type { OffState, PageLocation } from './location';
import type {
  EntityId,
  EntityKind,
  Hedge,
  PassageId,
  Person,
  Quote,
  Shape,
  Source,
  SourceId,
  SourceKind,
  Span,
  Turn,
} from './source';

/** A speaker or other entity as a chip or a line shows it. */
export interface EntitySummary {
  id: EntityId;
  canonical: string;
  /** In the reader's language, where the source writes it otherwise. */
  local?: string;
  kind: EntityKind;
}

/** What the reader of a passage needs to know of its source. */
export interface SourceSummary {
  id: SourceId;
  title: string;
  titleIsOurs: boolean;
  kind: SourceKind;
  authors: string[];
  publisher: string | null;
  date: string | null;
  language: string;
  entitiesFoundBy: Source['entitiesFoundBy'];
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
  /** As `Passage` has them. */
  doubt: string | null;
  shape: Shape | null;
  page: string | null;
  time: number | null;
  hedges: Hedge[];
  quotes: Quote[];
  /** Where the entity that was asked for is named. */
  emphasis: Span[];
  /** The question it answers, verbatim; null when the source prints none. */
  question: { id: PassageId; ordinal: number; text: string; doubt: string | null } | null;
  source: SourceSummary;
}

/** Of a bundled passage, by the makers of Sidelight. */
export interface Translation {
  text: string;
  /** Somebody whose language it is has compared it with the source. */
  isReviewed: boolean;
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

/** More passages than a card lists are read in the source. */
export const MOST_LISTED = 100;

/** A source that has something to say of the subject of a card. */
export interface CardSource extends Pick<SourceSummary, 'title' | 'titleIsOurs' | 'language'> {
  /** The subject as this source has it. */
  entity: EntityId;
  /** In how many of its passages it names the subject. */
  passages: number;
}

/** What a card shows of a subject: passages that name it, or those that a person says. */
export const CARD_VIEWS = ['about', 'says'] as const;
export type CardView = (typeof CARD_VIEWS)[number];

export interface CardContent {
  /** The id that was asked for: by it a page knows the subject. */
  asked: EntityId;
  view: CardView;
  /** In how many passages of the source shown the subject is named, and how many it says itself; nobody but a person says any. */
  counts: Record<CardView, number>;
  /** The source shown, with what a reader should know of it. */
  source: Source;
  /** The subject as the source shown has it. */
  entity: EntitySummary & { contested: string | null; note: string | null };
  /** Every source that names it, the one that says most about what is read first; then in the reader's order. */
  sources: CardSource[];
  /** Other subjects that are written like the page's form. */
  namesakes: EntitySummary[];
  /** The page's form, when it differs from the canonical name. */
  matchedAs: string | null;
  /** The name that the page's form belongs to, as the source's index lists it; null where no page was read. */
  matchedName: string | null;
  /** Those of the source shown, best first, up to `MOST_LISTED`; never empty. */
  passages: RankedPassage[];
}

/** What the sources say beside a paragraph: the sources that say most first, their passages best first. */
export interface Beside {
  /** The subjects that it names, those around the reader's eye first. */
  subjects: EntitySummary[];
  groups: Array<{ source: SourceSummary; passages: AttributedPassage[] }>;
}

/** Of what is typed to be sought, UTF-16 units: longer is no question. */
export const LONGEST_QUERY = 300;

/** Whether passages hold all of the words typed, some of them, or others that speak of the same thing. */
export type SearchFit = 'all' | 'some' | 'related';

/** A passage that a search has found. */
export interface FoundPassage extends AttributedPassage {
  /** Where its text holds what was typed. */
  hits: Span[];
  /** Its translation holds it, not its text. */
  isTranslated: boolean;
}

export interface SearchResults {
  names: Array<EntitySummary & { matchedName: string; mentions: number }>;
  /** The best passages of the first name, to be read at once. */
  ofFirst: AttributedPassage[];
  /** Those that hold the words; some of `ofFirst` may be among them. */
  passages: FoundPassage[];
  fit: SearchFit;
}

/** Why two entities are one subject. */
export type JoinReason =
  | { by: 'wikidata'; item: string }
  | { by: 'name'; name: string; language?: string }
  | { by: 'reader' };

/** A subject of several sources, and why it is one. */
export interface SharedSubject extends EntitySummary {
  members: Array<
    EntitySummary & {
      source: SourceId;
      /** Why it is the same as one before it; null for the first. */
      reason: JoinReason | null;
    }
  >;
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
  sources: Array<Pick<SourceSummary, 'id' | 'title' | 'titleIsOurs' | 'language'>>;
  /** Those who say at least one passage. */
  speakers: Array<{ id: string; name: string; source: SourceId }>;
}

/** The entities that the current page and the sources share. */
export interface PageList extends PageLocation {
  /** `unreachable`: no content script runs there (store pages, PDF viewer, reader view). */
  state: 'reading' | 'done' | OffState | 'unreachable';
  /** `isMuted`: the reader has said not to mark it there. */
  entities: Array<EntitySummary & { count: number; isMuted: boolean }>;
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

/** Every message, by direction: what it carries and what is answered. */

import type {
  CardContent,
  EntityId,
  EntitySummary,
  Jumped,
  OffState,
  PageList,
  Place,
  SearchChoices,
  SearchFilter,
  SearchResults,
  SourceContent,
  SourceId,
  SourceSummary,
} from '../core/model/types';
import type { FormAnswer } from '../core/names/name-index';
import type { PageSetup } from './page-setup';

/** The answer to a message that only tells something. */
type Nothing = ReturnType<() => void>;

/** Tells one card frame from all others: made by the content script, known to it and its frame only. */
export type CardToken = string;

export type Tone = 'light' | 'dark';

/** How a card is to look on the page that it lies on. */
export interface CardLook {
  tone: Tone;
  /** Greatest height, px. */
  room: number;
  /** The reader opened it by keyboard, and goes on in it. */
  takesFocus: boolean;
}

/** What a reader wants to know of an entity, and where. */
export interface CardRequest {
  entity: EntityId;
  /** The page's form; null when the entity was reached from another card. */
  matchedAs: string | null;
  /** The paragraph around the mark; empty when there is none. */
  paragraph: string;
  /** Entities that the paragraph names. */
  entities: EntityId[];
}

/** The matches of one frame. */
export interface FrameMatches extends Place {
  state: 'reading' | 'done' | OffState;
  counts: Array<[entity: EntityId, count: number]>;
}

export interface Jump {
  entity: EntityId;
  /** 1: to the next match; -1: to the one before. */
  by: 1 | -1;
}

/** Sent by content scripts. These are treated as hostile: they read names, never a passage. */
export interface PageToBackground {
  /** The forms filed under these heads; or that Sidelight is off there. */
  names: {
    carries: Place & { heads: string[] };
    answer: Array<[head: string, forms: FormAnswer[]]> | OffState;
  };
  /** The record of pages, where storage does not hold it yet; null when it cannot be made. */
  pageSetup: { carries: null; answer: PageSetup | null };
  /** This frame goes, and holds no port that would tell it. */
  gone: { carries: null; answer: Nothing };
  /** What this frame shows now. */
  matches: { carries: FrameMatches; answer: Nothing };
  /** Show this in the card frame that has this token. */
  showCard: { carries: CardRequest & CardLook & Place & { token: CardToken }; answer: Nothing };
}

/** Sent by the pages of the extension. */
export interface ExtensionToBackground {
  /** The card frame has loaded and can show something. */
  cardReady: { carries: { token: CardToken }; answer: Nothing };
  /** The card shows this entity, and its content has this height, px. */
  cardSized: { carries: { token: CardToken; entity: EntityId; height: number }; answer: Nothing };
  /** The reader closed the card from within. */
  cardClosed: { carries: { token: CardToken }; answer: Nothing };
  /** The reader pinned the card, or let it go. */
  cardPinned: { carries: { token: CardToken; isPinned: boolean }; answer: Nothing };
  /** What this card frame was asked to show; null when that is lost. Only our own pages are answered with passages. */
  cardContent: {
    carries: { token: CardToken };
    /** `isPrivate`: in a private window, from which nothing is stored. */
    answer: (CardLook & Place & { content: CardContent; isPrivate: boolean }) | null;
  };
  /** The card of another entity, reached from a card. */
  card: { carries: CardRequest; answer: CardContent };
  /** Asks the live frames of the tab. */
  pageList: { carries: { tab: number }; answer: PageList };
  /** What the frames have told so far. */
  pageListKnown: { carries: { tab: number }; answer: PageList };
  /** Scroll to another match of this entity and flash it.  */
  jump: { carries: { tab: number } & Jump; answer: Jumped };
  /** Names at once; passages as soon as they are indexed. */
  search: {
    carries: {
      query: string;
      filter: SearchFilter;
      /** The tab being read: of equal names, those on its page come first. */
      tab: number | null;
    };
    answer: SearchResults;
  };
  /** Answered when passages can be found too. Makes the search, if it was not made yet. */
  searchReady: { carries: null; answer: Nothing };
  searchChoices: { carries: null; answer: SearchChoices };
  sourceContent: { carries: { source: SourceId }; answer: SourceContent };
  /** Every source of the library. */
  sources: { carries: null; answer: SourceSummary[] };
  /** Those of these entities that the library holds. */
  entities: { carries: { entities: EntityId[] }; answer: EntitySummary[] };
}

/** Sent by the background to the content scripts of a tab. */
export interface BackgroundToPage {
  cardReady: { carries: { token: CardToken }; answer: Nothing };
  cardSized: { carries: { token: CardToken; entity: EntityId; height: number }; answer: Nothing };
  cardClosed: { carries: { token: CardToken }; answer: Nothing };
  cardPinned: { carries: { token: CardToken; isPinned: boolean }; answer: Nothing };
  /** Tell again what this frame shows. */
  report: { carries: null; answer: Nothing };
  jump: { carries: Jump; answer: Jumped };
  /** The reader pressed a shortcut. */
  command: { carries: { name: 'next-mark' | 'open-card' }; answer: Nothing };
}

/** Sent by the background to a card frame, which is an extension page in a tab. */
export interface BackgroundToCard {
  /** Something is to be shown: ask for it with `cardContent`. */
  showCard: { carries: { token: CardToken }; answer: Nothing };
}

/** Sent by the background to the popup. */
export interface BackgroundToPopup {
  /** The page list of this tab has changed. */
  pageListChanged: { carries: { tab: number }; answer: Nothing };
}

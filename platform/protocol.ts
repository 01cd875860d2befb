/**
 * Every message, by direction: what it carries and what is answered. What comes to the background is declared as a
 * schema, which is its check and its type: content scripts may be under a page's control, and limits hold for all.
 * Scripts of pages import types alone from here.
 */
import * as v from 'valibot';
import type { KnownName } from '../core/extract/found';
import type { WhatIsRead } from '../core/library/what-is-read';
import { OFF_STATES, type OffState, type PageLocation } from '../core/model/location';
import { ENTITY_KINDS, type EntityId, TURNS } from '../core/model/source';
import {
  type AttributedPassage,
  type Beside,
  CARD_VIEWS,
  type CardContent,
  type EntitySummary,
  type Jumped,
  LONGEST_QUERY,
  type PageList,
  type SearchChoices,
  type SearchResults,
  type SharedSubject,
  type SourceContent,
  type SourceSummary,
} from '../core/model/views';
import type { PageAnswer } from '../core/names/name-index';
import type { HeldSource } from '../core/segment/held-source';
import { LONGEST_HEAD } from '../core/text/heads';
import type { PageSetup } from './page-setup';

/** Longer questions than a page can have are an attack or a fault. */
const MAX_HEADS = 60_000;
const MAX_TEXT = 4000;
/** Pages leave out longer ones. */
const MAX_ADDRESS = 2000;
const MAX_ID = 200;
/** Browsers refuse messages of more than 64 MB. */
const MAX_PAGE = 30_000_000;

const entity = v.pipe(v.string(), v.maxLength(MAX_ID));
const entities = v.pipe(v.array(entity), v.maxLength(2000));
/** In a passage. */
const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const source = v.pipe(v.string(), v.maxLength(MAX_ID));
const passage = v.pipe(v.string(), v.maxLength(MAX_ID));
const tab = v.pipe(v.number(), v.integer());
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TEXT));
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000));
const address = v.pipe(v.string(), v.maxLength(MAX_ADDRESS));
const shortText = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const nothing = v.null();

const pageLocation = { site: v.nullable(address), page: v.nullable(address) };

/** Tells one card frame from all others: made by the content script, known to it and its frame only. */
const token = v.pipe(v.string(), v.regex(/^\d+(-\d+){3}$/));
export type CardToken = string;

/** How a card is to look on the page that it lies on. */
const cardLook = {
  tone: v.picklist(['light', 'dark']),
  /** Greatest height, px. */
  room: pixels,
  /** The reader opened it by keyboard, and goes on in it. */
  takesFocus: v.boolean(),
};
export type CardLook = v.InferOutput<v.StrictObjectSchema<typeof cardLook, undefined>>;

/** What is being read around a mark. */
const whatIsRead = {
  /** The paragraph around the mark, a headline with what stands below it; empty when there is none. */
  paragraph: shortText,
  /** Where the mark begins in it; null when there is none. */
  at: v.nullable(offset),
  /** The entities that the paragraph names, and where. */
  named: v.pipe(
    v.array(v.tuple([entity, v.pipe(v.number(), v.integer())])),
    v.maxLength(20_000),
    // What stands outside of the paragraph takes nothing with it.
    v.transform((named) => named.filter(([, at]) => at >= 0 && at < MAX_TEXT).slice(0, 2000)),
  ),
};

/** What a reader wants to know of an entity, and where. */
const cardRequest = {
  entity,
  /** The page's form; null when the entity was reached from another card. */
  matchedAs: v.nullable(shortText),
  ...whatIsRead,
};

/** The matches of one frame. */
const frameMatches = v.strictObject({
  ...pageLocation,
  state: v.picklist(['reading', 'done', ...OFF_STATES]),
  counts: v.pipe(v.array(v.tuple([entity, v.number()])), v.maxLength(20_000)),
});
export type FrameMatches = v.InferOutput<typeof frameMatches>;

const jump = {
  entity,
  /** 1: to the next match; -1: to the one before. */
  by: v.picklist([1, -1]),
};
export type Jump = v.InferOutput<v.StrictObjectSchema<typeof jump, undefined>>;

/** Sent by content scripts. These are treated as hostile: they read names, never a passage. */
export const pageToBackground = {
  /** The forms filed under these heads; or that Sidelight is off there. */
  names: v.strictObject({
    ...pageLocation,
    // One that is too long is none of a name, and takes no other with it.
    heads: v.pipe(
      v.array(v.string()),
      v.maxLength(MAX_HEADS),
      v.transform((heads) => heads.filter(({ length }) => length <= LONGEST_HEAD)),
    ),
  }),
  /** The record of pages, where storage does not hold it yet; null when it cannot be made. */
  pageSetup: nothing,
  /** This frame goes, and holds no port that would tell it. */
  gone: nothing,
  /** What this frame shows now. */
  matches: frameMatches,
  /** What is being read in this frame now. */
  read: v.strictObject(whatIsRead),
  /** Show this in the card frame that has this token. */
  showCard: v.strictObject({ ...cardRequest, ...pageLocation, ...cardLook, token }),
};

/** A page that the reader adds to the library. A content script has told it, so nothing in it is trusted. */
export const takenPage = v.tuple([address, v.pipe(v.string(), v.maxLength(MAX_PAGE)), v.string()]);
export interface TakenPage {
  address: string;
  html: string;
  selected: string;
}

/** Sent by the pages of the extension. */
export const extensionToBackground = {
  /** The card frame has loaded and can show something. */
  cardReady: v.strictObject({ token }),
  /** The card shows this entity, and its content has this height, px. */
  cardSized: v.strictObject({ token, entity, height: pixels }),
  /** The reader closed the card from within. */
  cardClosed: v.strictObject({ token }),
  /** The reader pinned the card, or let it go. */
  cardPinned: v.strictObject({ token, isPinned: v.boolean() }),
  /** What this card frame was asked to show; null when that is lost. Only our own pages are answered with passages. */
  cardContent: v.strictObject({ token }),
  /** The card of another entity, or of another source, reached from a card. */
  card: v.strictObject({
    ...cardRequest,
    isSourceChosen: v.boolean(),
    view: v.picklist(CARD_VIEWS),
  }),
  /** The card shows another of its passages. */
  passageTurned: v.strictObject({ token, passage }),
  /** Asks the live frames of the tab. */
  pageList: v.strictObject({ tab }),
  /** What the frames have told so far. */
  pageListKnown: v.strictObject({ tab }),
  /** Scroll to another match of this entity and flash it. */
  jump: v.strictObject({ tab, ...jump }),
  /** Keeps what a page is made of until the library page asks for it. */
  takePage: v.strictObject({ tab }),
  /** What was kept under this key, once. */
  takenPage: v.strictObject({ key: v.pipe(v.string(), v.uuid()) }),
  search: v.strictObject({
    query: v.pipe(v.string(), v.maxLength(LONGEST_QUERY)),
    filter: v.strictObject({
      source: v.nullable(source),
      speaker: v.nullable(entity),
      kind: v.nullable(v.picklist([...ENTITY_KINDS, ...TURNS])),
    }),
    /** The tab being read: of equal names, those on its page come first. */
    tab: v.nullable(tab),
  }),
  /** Into the notebook: a passage, or the part of it that is selected. */
  keep: v.strictObject({
    passage,
    part: v.nullable(v.strictObject({ start: place, end: place })),
    metAt: v.nullable(address),
  }),
  /** Out of it again, by the id of the clipping. */
  unkeep: v.strictObject({ clipping: v.pipe(v.string(), v.uuid()) }),
  /** What the sources say of the subjects of this. */
  beside: v.strictObject({ ...whatIsRead, tab: v.nullable(tab) }),
  /** What names these words hold; they are what a reader has selected. */
  readWords: v.strictObject({ words: shortText }),
  /** A panel wants to hear what is read in this tab. */
  follow: v.strictObject({ tab }),
  /** The first words of what the sources say of these. */
  openings: v.strictObject({
    entities: v.pipe(v.array(entity), v.maxLength(40)),
    tab: v.nullable(tab),
  }),
  searchChoices: nothing,
  sourceContent: v.strictObject({ source }),
  /** Every source of the library. */
  sources: nothing,
  /** What there is to tell of every source of the library. */
  heldSources: nothing,
  /** The names of the bundled sources, for what finds names in documents. */
  bundledNames: nothing,
  /** Subjects of several sources, those of most sources first. */
  sharedSubjects: v.strictObject({ query: v.pipe(v.string(), v.maxLength(LONGEST_QUERY)) }),
  /** Sources have come, changed or gone. */
  libraryChanged: nothing,
  /** Those of these entities that the library holds. */
  entities: v.strictObject({ entities }),
};

/** The answer to a message that only tells something. */
type Nothing = ReturnType<() => void>;

interface Answers {
  names: PageAnswer | OffState;
  pageSetup: PageSetup | null;
  gone: Nothing;
  matches: Nothing;
  read: Nothing;
  showCard: Nothing;
  cardReady: Nothing;
  cardSized: Nothing;
  cardClosed: Nothing;
  cardPinned: Nothing;
  /** `isPrivate`: in a private window, from which nothing is stored. */
  cardContent:
    | (CardLook & PageLocation & WhatIsRead & { content: CardContent; isPrivate: boolean })
    | null;
  card: CardContent;
  passageTurned: Nothing;
  pageList: PageList;
  pageListKnown: PageList;
  jump: Jumped;
  search: SearchResults;
  /** The id of the clipping; null where the notebook holds the same already. */
  keep: string | null;
  unkeep: Nothing;
  beside: Beside;
  readWords: WhatIsRead;
  follow: Nothing;
  openings: Array<[EntityId, AttributedPassage]>;
  searchChoices: SearchChoices;
  sourceContent: SourceContent;
  sources: SourceSummary[];
  heldSources: HeldSource[];
  bundledNames: KnownName[];
  /** Null where no content script answers. */
  takePage: { key: string; hasSelection: boolean } | null;
  takenPage: TakenPage | null;
  sharedSubjects: SharedSubject[];
  libraryChanged: Nothing;
  entities: EntitySummary[];
}

type Declared<Shapes extends Record<keyof Shapes, v.GenericSchema>> = {
  [Kind in keyof Shapes & keyof Answers]: {
    carries: v.InferOutput<Shapes[Kind]>;
    answer: Answers[Kind];
  };
};
export type PageToBackground = Declared<typeof pageToBackground>;
export type ExtensionToBackground = Declared<typeof extensionToBackground>;

/** What a card frame tells, and the background hands on to the content script that made the frame. */
export type CardSignal = 'cardReady' | 'cardSized' | 'cardClosed' | 'cardPinned';

/** Sent by the background to the content scripts of a tab. */
export interface BackgroundToPage extends Pick<ExtensionToBackground, CardSignal> {
  /** Tell again what this frame shows. */
  report: { carries: null; answer: Nothing };
  jump: { carries: Jump; answer: Jumped };
  /** What the page is made of: its address, its HTML, and the words that are selected. */
  source: { carries: null; answer: [address: string, html: string, selected: string] };
  /** Tell what is being read, now and whenever it is something else; or no more. */
  follow: { carries: { isOn: boolean }; answer: Nothing };
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

/** Sent by the background to the panels. */
export interface BackgroundToPanel {
  /** What is being read in a tab that a panel follows. */
  read: { carries: { tab: number; read: WhatIsRead }; answer: Nothing };
  /** The reader wants to know what the sources say of some words, which are kept (platform/look-up.ts). */
  lookUp: { carries: null; answer: Nothing };
  /** The page list of this tab has changed. */
  pageListChanged: { carries: { tab: number }; answer: Nothing };
}

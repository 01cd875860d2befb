/** What a reader can choose. Read by every page; see stored-settings.ts for storage. */

import type { EntityId, EntityKind, SourceId } from '../model/source';

export const DENSITIES = ['first-in-section', 'every', 'none'] as const;
export const LOOKS = ['underline', 'thin', 'tint'] as const;
export const TRIGGERS = ['hover', 'alt-hover', 'click'] as const;
export const LANGUAGES = ['en', 'ru', 'kk', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Shorter, and cards open while the pointer passes; longer, and they seem broken. */
export const DELAY_RANGE = { least: 100, most: 1500 } as const;

export interface Settings {
  /** `first-in-section`: the first of each entity under each heading. `none`: nothing is painted. */
  density: (typeof DENSITIES)[number];
  /** How marks are painted. */
  look: (typeof LOOKS)[number];
  /** What opens a card. A click on unlinked text and the keyboard command always do. */
  trigger: (typeof TRIGGERS)[number];
  /** How long the pointer rests on a mark before its card opens, ms. */
  delay: number;
  /** Kinds of entities that are not marked. */
  kindsOff: readonly EntityKind[];
  /** Sources that pages are not compared with. */
  sourcesOff: readonly SourceId[];
  /** Sources of the reader's own whose names are painted on pages: what is bundled always is. */
  sourcesPainted: readonly SourceId[];
  /** The sources that come first, in this order; others follow as they came. */
  sourceOrder: readonly SourceId[];
  /** Entities that are subjects of their own, whatever they share with others. */
  subjectsApart: readonly EntityId[];
  /** Entities that the reader has joined: two ids, with a space between them. */
  subjectsJoined: readonly string[];
  /** Subjects whose names are not painted (core/choices/mutes.ts). */
  subjectsMuted: readonly string[];
  /** Whether the address of a page is noted beside what is kept on it. */
  notesAddress: boolean;
  /** Of the interface; null is the browser's. */
  language: Language | null;
  /** Off on every page. */
  isOff: boolean;
  /** Off on every page until then, ISO 8601; null is not off. */
  offUntil: string | null;
  /** Hosts, without `www.`, on which Sidelight is off. */
  sitesOff: readonly string[];
  /** Addresses, without fragment, on which Sidelight is off. */
  pagesOff: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  density: 'first-in-section',
  look: 'underline',
  trigger: 'hover',
  delay: 300,
  kindsOff: [],
  sourcesOff: [],
  sourcesPainted: [],
  sourceOrder: [],
  subjectsApart: [],
  subjectsJoined: [],
  subjectsMuted: [],
  notesAddress: false,
  language: null,
  isOff: false,
  offUntil: null,
  sitesOff: [],
  pagesOff: [],
};

/** The language of ours that a reader with these preferences (BCP 47, best first) knows; else English. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const code = tag.split('-')[0]?.toLowerCase();
    const ours = LANGUAGES.find((language) => language === code);
    if (ours) return ours;
  }
  return 'en';
}

/** What a reader can choose, and where Sidelight is off. Read by every page; see stored-settings.ts for storage. */

import type { OffState, PageLocation } from '../model/location';
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
  language: null,
  isOff: false,
  offUntil: null,
  sitesOff: [],
  pagesOff: [],
};

/**
 * What keeps Sidelight off at a place; null where it is on.
 * @param now ms since the epoch
 */
export function offStateOf(
  settings: Settings,
  { site, page }: PageLocation,
  now: number,
): OffState | null {
  if (settings.isOff) return 'off-everywhere';
  if (settings.offUntil !== null && now < Date.parse(settings.offUntil)) return 'off-for-now';
  if (site !== null && settings.sitesOff.includes(siteName(site))) return 'off-here';
  if (page !== null && settings.pagesOff.includes(pageName(page))) return 'off-on-page';
  return null;
}

/** How a host stands in `sitesOff`: readers take example.com and www.example.com for one. */
export function siteName(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** How an address stands in `pagesOff`. */
export function pageName(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** The change that switches a site. */
export function switchSite(settings: Settings, host: string, on: boolean): Partial<Settings> {
  return { sitesOff: switched(settings.sitesOff, siteName(host), on) };
}

/** The change that switches a page. */
export function switchPage(settings: Settings, address: string, on: boolean): Partial<Settings> {
  return { pagesOff: switched(settings.pagesOff, pageName(address), on) };
}

function switched(off: readonly string[], name: string, on: boolean): string[] {
  const others = off.filter((other) => other !== name);
  return on ? others : [...others, name];
}

/** The next midnight of this device's clock, for `offUntil`. */
export function tomorrow(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
}

/** The language of ours that a reader with these preferences (BCP 47, best first) knows; else English. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const code = tag.split('-')[0]?.toLowerCase();
    const ours = LANGUAGES.find((language) => language === code);
    if (ours) return ours;
  }
  return 'en';
}

/** What a reader can switch Sidelight off for, the widest first: each makes those after it pointless. */
export const SWITCHES = ['everywhere', 'today', 'site', 'page'] as const;
export type Switch = (typeof SWITCHES)[number];

/**
 * Which switches are on at a place; without those that it has no use for.
 * @param now ms since the epoch
 */
export function switchesAt(
  settings: Settings,
  { site, page }: PageLocation,
  now: number,
): Array<[Switch, isOn: boolean]> {
  const { isOff, offUntil, sitesOff, pagesOff } = settings;
  const on: Record<Switch, boolean | null> = {
    everywhere: !isOff,
    today: offUntil === null || now >= Date.parse(offUntil),
    site: site === null ? null : !sitesOff.includes(siteName(site)),
    page: page === null ? null : !pagesOff.includes(pageName(page)),
  };
  return SWITCHES.flatMap((each) => (on[each] === null ? [] : [[each, on[each]]]));
}

/** The change that turns a switch. To turn it back is the undoing. */
export function turned(
  settings: Settings,
  which: Switch,
  on: boolean,
  { site, page }: PageLocation,
  now: Date,
): Partial<Settings> {
  switch (which) {
    case 'everywhere':
      return { isOff: !on };
    case 'today':
      return { offUntil: on ? null : tomorrow(now) };
    case 'site':
      return site === null ? {} : switchSite(settings, site, on);
    case 'page':
      return page === null ? {} : switchPage(settings, page, on);
  }
}

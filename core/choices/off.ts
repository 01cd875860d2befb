/** Where Sidelight is off, and the switches that turn it off and on. */

import type { OffState, PageLocation } from '../model/location';
import type { Settings } from './settings';

/**
 * What keeps Sidelight off at a location; null where it is on.
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

/** What a reader can switch Sidelight off for, the widest first: each makes those after it pointless. */
export const SWITCHES = ['everywhere', 'today', 'site', 'page'] as const;
export type Switch = (typeof SWITCHES)[number];

/**
 * Which switches are on at a location; without those that it has no use for.
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

/**
 * What every page needs to know, in one record of storage that a page reads without waking the background: the
 * sieve of heads (docs/decisions/0003-heads-and-sieve.md) and the settings that concern pages. The background
 * writes it, validated and complete, so that no page has to carry the code for that.
 */
import { browser } from 'wxt/browser';
import { type HeadSieve, isHeadSieve } from '../core/name-index';
import type { Settings } from '../core/settings';

/** The settings that a page goes by. None names a site or a page: pages can read the record. */
export type PageSettings = Pick<
  Settings,
  'density' | 'look' | 'trigger' | 'delay' | 'isOff' | 'offUntil'
>;

const KEY = 'pageSetup';

export interface PageSetup {
  sieve: HeadSieve;
  settings: PageSettings;
  /** True when answers differ from page to page of a site. */
  isByPage: boolean;
  /** Another one after each change of what the background answers with. */
  version: number;
}

/** The record, or null before the background has written one. @throws when another version wrote it */
export async function readPageSetup(): Promise<PageSetup | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as PageSetup | undefined;
  if (stored === undefined) return null;
  if (!isHeadSieve(stored.sieve)) {
    throw new Error('The sieve of heads is of another version. Reload Sidelight.');
  }
  return stored;
}

/**
 * Writes the record unless storage holds it already.
 * @param isChanged the background answers otherwise than before
 */
export async function writePageSetup(
  parts: Omit<PageSetup, 'version'>,
  isChanged: boolean,
): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as PageSetup | undefined;
  const setup: PageSetup = { ...parts, version: (stored?.version ?? 0) + (isChanged ? 1 : 0) };
  if (JSON.stringify(stored) !== JSON.stringify(setup)) {
    await browser.storage.local.set({ [KEY]: setup });
  }
}

/** Calls `onChange` when the record has changed. @returns stops watching */
export function watchPageSetup(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/**
 * Keeps pages from what is synchronised, in Chromium: content scripts share their process with the page. Firefox has
 * no such lock. What lies on the device stays open, since pages read their record there.
 */
export async function closeStorageToPages(): Promise<void> {
  await browser.storage.sync.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

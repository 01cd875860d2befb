/**
 * What every page needs to know, in storage that a page reads at once and without waking the background: the sieve of
 * heads (docs/decisions/0003-heads-and-sieve.md), and a record of the settings that concern pages. The background
 * writes both, validated and complete, so that no page has to carry the code for that.
 */
import { browser } from 'wxt/browser';
import type { Settings } from '../core/choices/settings';
import { type HeadSieve, isHeadSieve } from '../core/names/name-index';
import { askBackground } from './messages';

/** The settings that a page goes by. None names a site or a page: pages can read the record. */
export type PageSettings = Pick<
  Settings,
  'density' | 'look' | 'trigger' | 'delay' | 'isOff' | 'offUntil'
>;

const KEY = 'pageSetup';
/** Under a key of its own, since it is large where the library is, and stays when settings change. */
const SIEVE = 'sieve';
/** The area that pages can read. Firefox cannot close one and open another (docs/decisions/0024-storage-closed-to-pages.md). */
const area = import.meta.env.FIREFOX ? browser.storage.local : browser.storage.session;

export interface PageSetup extends PageRecord {
  sieve: HeadSieve;
}

interface PageRecord {
  settings: PageSettings;
  /** True when answers differ from page to page of a site. */
  isByPage: boolean;
  /** Another one after each change of what the background answers with. */
  version: number;
  /** Of the library of which the sieve was made. */
  stamp: string;
}

/** The record. Where there is none yet, the background is woken for it. @throws when another version wrote it */
export async function readPageSetup(): Promise<PageSetup | null> {
  // Chromium refuses until the background has opened the area.
  const held = await area.get([KEY, SIEVE]).catch((): Record<string, unknown> => ({}));
  const setup =
    held[KEY] && held[SIEVE]
      ? ({ ...held[KEY], sieve: held[SIEVE] } as PageSetup)
      : await askBackground('pageSetup', null);
  if (setup && !isHeadSieve(setup.sieve)) {
    throw new Error('Reload Sidelight: the sieve is of another version.');
  }
  return setup;
}

/**
 * Writes the record unless storage holds it already.
 * @param makeSieve asked only when storage holds none of this library
 * @param isChanged the background answers otherwise than before
 * @returns it
 */
export async function writePageSetup(
  parts: Omit<PageRecord, 'version'>,
  makeSieve: () => Promise<HeadSieve>,
  isChanged: boolean,
): Promise<PageSetup> {
  const held = await area.get([KEY, SIEVE]);
  const stored = held[KEY] as PageRecord | undefined;
  const version = (stored?.version ?? 0) + (isChanged ? 1 : 0);
  const record: PageRecord = { ...parts, version };
  const kept = stored?.stamp === parts.stamp && isHeadSieve(held[SIEVE]) ? held[SIEVE] : null;
  const sieve = kept ?? (await makeSieve());
  const items = {
    ...(!kept && { [SIEVE]: sieve }),
    ...(!isSame(stored, record) && { [KEY]: record }),
  };
  if (Object.keys(items).length > 0) await area.set(items);
  return { ...record, sieve };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Calls `onChange` when the record has changed. @returns stops watching */
export function watchPageSetup(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes || SIEVE in changes) onChange();
  };
  area.onChanged.addListener(listener);
  return () => area.onChanged.removeListener(listener);
}

/**
 * Leaves the record alone open to content scripts, which share their process with the page, and in Chromium nothing
 * else. Firefox has no such lock.
 */
export async function closeStorageToPages(): Promise<void> {
  const { local, sync, session } = browser.storage;
  if (import.meta.env.FIREFOX) return;
  await Promise.all([
    session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }),
    ...[local, sync].map((closed) => closed.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })),
  ]);
}

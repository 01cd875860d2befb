/**
 * The sieve of heads in storage, where every page reads it without waking the background.
 * See docs/decisions/0003-heads-and-sieve.md.
 */
import { browser } from 'wxt/browser';
import { type HeadSieve, isHeadSieve } from '../core/name-index';

const KEY = 'headSieve';

/** The sieve, or null before the background has written one. @throws when another version wrote it */
export async function readHeadSieve(): Promise<HeadSieve | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (stored === undefined) return null;
  if (!isHeadSieve(stored)) {
    throw new Error('The sieve of heads is of another version. Reload Sidelight.');
  }
  return stored;
}

/** Writes the sieve unless storage holds it already. */
export async function writeHeadSieve(sieve: HeadSieve): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (JSON.stringify(stored) !== JSON.stringify(sieve))
    await browser.storage.local.set({ [KEY]: sieve });
}

/** Calls `onChange` when the library's heads have changed. @returns stops watching */
export function watchHeadSieve(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

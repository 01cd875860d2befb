/** What the reader has selected and wants to know about: from the menu or the shortcut to the panel, which may only just open. */
import { browser } from 'wxt/browser';
import { seal, unseal } from './seal';

const KEY = 'lookUp';
/** Longer selections are pages. */
const MOST_WORDS = 4000;
/** A panel opens within seconds; later nobody waits for it. */
const KEPT_MS = 20_000;

export async function keepLookUp(words: string, now: number): Promise<void> {
  const sealed = await seal(words.trim().slice(0, MOST_WORDS));
  await browser.storage.session.set({ [KEY]: { words: sealed, at: now } });
}

/** The words that were kept, once; empty where there are none. */
export async function takeLookUp(now: number): Promise<string> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  const { words, at } = (kept ?? {}) as { words?: unknown; at?: unknown };
  if (typeof words !== 'string' || typeof at !== 'number') return '';
  await browser.storage.session.remove(KEY);
  return now - at > KEPT_MS ? '' : String((await unseal(words)) ?? '');
}

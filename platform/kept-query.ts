/** What was typed last in the popup, kept for a while: popups close when a reader looks at the page. */
import { browser } from 'wxt/browser';
import { seal, unseal } from './seal';

const KEY = 'query';
/** As long as one goes on with a search; later it is in the way of the page's list. */
const KEPT_MS = 5 * 60_000;

/**
 * The query that was typed over this page less than five minutes ago; else an empty one.
 * @param over what tells the page from others
 */
export async function readKeptQuery(over: string, now: number): Promise<string> {
  const { [KEY]: kept } = await browser.storage.session.get(KEY);
  const { query, at } = (kept ?? {}) as { query?: unknown; at?: unknown };
  if (typeof query !== 'string' || typeof at !== 'number' || now - at >= KEPT_MS) return '';
  const held = (await unseal(query)) as { query?: unknown; over?: unknown } | null;
  return held?.over === over ? String(held.query ?? '') : '';
}

/** One after another: what was typed last is what is kept. */
let last: Promise<unknown> = Promise.resolve();

/** @param now when it was typed; ms */
export function keepQuery(query: string, over: string, now: number): Promise<void> {
  const kept = last.then(() => keep(query, over, now));
  // Whoever asked for it is told; the next has its own chance.
  last = kept.catch(() => null);
  return kept;
}

async function keep(query: string, over: string, now: number): Promise<void> {
  if (query === '') await browser.storage.session.remove(KEY);
  else
    await browser.storage.session.set({ [KEY]: { query: await seal({ query, over }), at: now } });
}

/** Where a reader stopped in each source. On this device only: it tells what somebody reads. */
import { browser } from 'wxt/browser';
import type { PassageId, SourceId } from '../core/model/source';

const keyOf = (source: SourceId) => `readingPlace:${source}`;

/** The passage at the top when the source was last read; null at its beginning. */
export async function readReadingPlace(source: SourceId): Promise<PassageId | null> {
  const key = keyOf(source);
  const place = (await browser.storage.local.get(key))[key];
  return typeof place === 'string' ? place : null;
}

export async function writeReadingPlace(
  source: SourceId,
  passage: PassageId | null,
): Promise<void> {
  if (passage) await browser.storage.local.set({ [keyOf(source)]: passage });
  else await browser.storage.local.remove(keyOf(source));
}

/** A note for the popup that Sidelight was updated, until the reader has seen it. */
import { browser } from 'wxt/browser';

const KEY = 'updatedTo';

/** Leaves a note at each update; for the background. */
export function noteUpdates(onError: (error: unknown) => void): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    const { version } = browser.runtime.getManifest();
    if (reason !== 'update' || previousVersion === version) return;
    browser.storage.local.set({ [KEY]: version }).catch(onError);
  });
}

/** The version that Sidelight was updated to, or null when there is nothing to tell. */
export async function readUpdateNote(): Promise<string | null> {
  const { [KEY]: version } = await browser.storage.local.get(KEY);
  return typeof version === 'string' ? version : null;
}

export async function dropUpdateNote(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

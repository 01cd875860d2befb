/** What happens when the browser has installed Sidelight, or a newer one. */
import { browser } from 'wxt/browser';

const KEY = 'updateNote';

/** The version of Sidelight that runs. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/**
 * Opens the welcome page after an install. After an update it opens nothing, and leaves a note.
 * @param onInstalled called after either
 */
export function watchInstalled(
  onInstalled: () => Promise<void>,
  onError: (error: unknown) => void,
): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    onInstalled().catch(onError);
    const version = ownVersion();
    if (reason === 'install') {
      browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(onError);
    } else if (reason === 'update' && previousVersion !== version) {
      browser.storage.local.set({ [KEY]: version }).catch(onError);
    }
  });
}

/** @param onStart called when the browser has started, however often the background wakes after that */
export function watchBrowserStart(onStart: () => void): void {
  browser.runtime.onStartup.addListener(onStart);
}

/** The version that Sidelight was updated to; null when there is nothing to tell. */
export async function readUpdateNote(): Promise<string | null> {
  const { [KEY]: version } = await browser.storage.local.get(KEY);
  return typeof version === 'string' ? version : null;
}

/** The reader has seen it. */
export async function dropUpdateNote(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

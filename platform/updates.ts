/** What happens when the browser has installed Sidelight, or a newer one. */
import { browser } from 'wxt/browser';

const KEY = 'updateNote';

/** Opens the welcome page after an install. After an update it opens nothing, and leaves a note. */
export function watchInstalled(onError: (error: unknown) => void): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    const { version } = browser.runtime.getManifest();
    if (reason === 'install') {
      browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(onError);
    } else if (reason === 'update' && previousVersion !== version) {
      browser.storage.local.set({ [KEY]: version }).catch(onError);
    }
  });
}

/** The version that Sidelight was updated to; null when there is none that was not told yet. Told once. */
export async function takeUpdateNote(): Promise<string | null> {
  const note = (await browser.storage.local.get(KEY))[KEY];
  if (typeof note !== 'string') return null;
  await browser.storage.local.remove(KEY);
  return note;
}

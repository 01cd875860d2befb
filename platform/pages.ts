/** Our own pages and the reader's tabs. */
import { browser } from 'wxt/browser';

/** Address of the card page, for the content script that puts it into a frame. */
export function cardAddress(): string {
  return browser.runtime.getURL('/card.html');
}

/** Opens the reader in a new tab, at a passage or at an entity (`<source>#entity=<id>`). */
export async function openReader(passage: string): Promise<void> {
  await browser.tabs.create({ url: readerAddress(passage) });
}

export async function openReaderAtEntity(entity: string): Promise<void> {
  await browser.tabs.create({ url: readerAddress(`${entity.split('/')[0]}?entity=${entity}`) });
}

function readerAddress(place: string): string {
  return `${browser.runtime.getURL('/reader.html')}#${place}`;
}

/** Opens the options, or goes to them where they are open. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The tab that the popup was opened over; null in a window without tabs. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

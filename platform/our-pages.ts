/** Our own pages and the reader's tabs. */
import { browser } from 'wxt/browser';
import type { UnreachableReason } from '../core/model/views';

/** Address of the card page, for the content script that puts it into a frame. */
export function cardAddress(): string {
  return browser.runtime.getURL('/card.html');
}

/** Opens the reader in a new tab, at a passage. */
export async function openReader(passage: string): Promise<void> {
  await browser.tabs.create({ url: passageAddress(passage) });
}

export async function openReaderAtEntity(entity: string): Promise<void> {
  await browser.tabs.create({ url: entityAddress(entity) });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** @param taken the key of a page that is to be added, and what of it */
export async function openLibrary(taken?: {
  key: string;
  part: 'article' | 'selection';
}): Promise<void> {
  const place = taken ? `#add=${taken.key}&part=${taken.part}` : '';
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${place}` });
}

export function passageAddress(passage: string): string {
  return readerAddress(passage);
}

export function entityAddress(entity: string): string {
  return readerAddress(`${entity.split('/')[0]}?entity=${entity}`);
}

/** The popup as a page of its own that only searches. */
export function searchAddress(query: string): string {
  return `${browser.runtime.getURL('/popup.html')}?query=${encodeURIComponent(query)}`;
}

function readerAddress(place: string): string {
  return `${browser.runtime.getURL('/reader.html')}#${place}`;
}

/** The tab in front of the window of this page, or under the popup, and the window; null in one without tabs. */
export async function tabInFront(): Promise<{ tab: number | null; window: number | undefined }> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return { tab: tab?.id ?? null, window: tab?.windowId };
}

/** True for a tab of a private window. */
export async function isPrivateTab(tab: number): Promise<boolean> {
  return (await browser.tabs.get(tab)).incognito;
}

/** True where this page of ours lies in a private window. */
export async function isPrivatePage(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? false;
}

/** Brings a tab to the front, when the popup is a tab itself, as on phones. @returns false where it is not */
export async function showTab(tab: number): Promise<boolean> {
  const isTab = (await browser.tabs.getCurrent()) !== undefined;
  if (isTab) await browser.tabs.update(tab, { active: true });
  return isTab;
}

/** Why no content script answers in a tab, as far as browsers tell without the right to see addresses. */
export async function whyUnreachable(tab: number): Promise<UnreachableReason> {
  const shown: { url?: string; status?: string; isInReaderMode?: boolean } =
    await browser.tabs.get(tab);
  const { url = '', status, isInReaderMode } = shown;
  if (url.startsWith(browser.runtime.getURL('/'))) return 'ours';
  if (isInReaderMode) return 'readerView';
  if (status === 'loading') return 'loading';
  const isAllowed = await browser.permissions.contains({ origins: ['<all_urls>'] });
  return isAllowed ? 'unknown' : 'notAllowed';
}

/**
 * The side panel, called a sidebar in Firefox. Browsers open it only while they handle what the reader has just done:
 * nothing may be awaited before. On phones there is none, and the panel is a tab.
 */
import { browser } from 'wxt/browser';

interface SidePanels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const api = browser as unknown as SidePanels;
const chromium = (globalThis as { chrome?: SidePanels }).chrome;

/** False in Firefox's frames within pages, which are given no part in it, nor in tabs. */
export const canOpenPanel = Boolean(api.sidebarAction ?? chromium?.sidePanel);

/** @param window in which the reader is */
export function openPanel(window: number | undefined): Promise<unknown> {
  if (api.sidebarAction) return api.sidebarAction.open();
  const { sidePanel } = chromium ?? {};
  if (sidePanel && window !== undefined) return sidePanel.open({ windowId: window });
  return openPanelTab();
}

/** The panel as a page of its own: to print, and where there is no side panel. */
function openPanelTab(): Promise<unknown> {
  return browser.tabs.create({ url: browser.runtime.getURL('/panel.html') });
}

/** Calls `onTurn` when another tab of the window comes to the front. */
export function watchTabInFront(window: number | undefined, onTurn: (tab: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === window) onTurn(tabId);
  });
}

const MENU = 'look-up';

/** Puts one line into the menu of words that are selected. @param title where "%s" stands for them */
export async function showMenu(title: string): Promise<void> {
  // Firefox for Android has no menus.
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title, contexts: ['selection'] });
}

/** @param onChosen called with the words, and the window in which they were selected */
export function watchMenu(onChosen: (words: string, window: number | undefined) => void): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === MENU && selectionText) onChosen(selectionText, tab?.windowId);
  });
}

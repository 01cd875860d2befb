/** The toolbar button and the keyboard commands. */
import { browser } from 'wxt/browser';

/** Dark amber: white digits on it hold 4.5:1. */
const BADGE_COLOUR = '#7a4a00';
const BADGE_MOST = 999;

/** Shows how many matches a tab has; nothing for none. */
export async function showBadge(tab: number, count: number): Promise<void> {
  const text = count === 0 ? '' : count > BADGE_MOST ? `${BADGE_MOST}+` : String(count);
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR, tabId: tab });
  await browser.action.setBadgeText({ text, tabId: tab });
}

/** The button of a tab on which Sidelight is off is grey. */
export async function showIcon(tab: number, isOff: boolean): Promise<void> {
  const path = (size: number) => `/icon/${isOff ? 'off-' : ''}${size}.png`;
  await browser.action.setIcon({ tabId: tab, path: { 16: path(16), 32: path(32) } });
}

/**
 * Calls `onCommand` with the tab in front and its window when the reader presses a shortcut of ours: at once, since
 * browsers open a side panel only while they handle the key.
 */
export function watchCommands(
  onCommand: (name: string, tab: number, window: number | undefined) => void,
  onError: (error: unknown) => void,
): void {
  browser.commands.onCommand.addListener((name, shown?: { id?: number; windowId?: number }) => {
    if (shown?.id !== undefined) return onCommand(name, shown.id, shown.windowId);
    browser.tabs
      .query({ active: true, lastFocusedWindow: true })
      .then(([tab]) => tab?.id !== undefined && onCommand(name, tab.id, tab.windowId))
      .catch(onError);
  });
}

export function watchClosedTabs(onClosed: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => onClosed(tab));
}

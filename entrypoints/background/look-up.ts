/** "What do my sources say about …": from the menu and the shortcut to the panel. */
import { i18n, learn } from '#i18n';
import { keepLookUp } from '../../platform/look-up';
import { askPage, tellPanels } from '../../platform/messages';
import { openPanel, showMenu, watchMenu } from '../../platform/panel';
import type { Chosen } from './chosen';

/** The line of the menu, in the reader's language. */
export async function nameMenu(chosen: Chosen): Promise<void> {
  await learn((await chosen.choices()).settings.language);
  await showMenu(i18n.t('menu.lookUp'));
}

export function answerMenu(onError: (error: unknown) => void): void {
  watchMenu((words, window) => {
    // Before anything is awaited: browsers open it for the reader alone.
    openPanel(window).catch(onError);
    lookUp(words).catch(onError);
  });
}

/** The shortcut: opens the panel, and looks up what is selected in the tab, if anything is. */
export function lookUpSelection(
  tab: number,
  window: number | undefined,
  onError: (error: unknown) => void,
): void {
  openPanel(window).catch(onError);
  askPage(tab, 0, 'source', null)
    .then((source) => (source?.[2].trim() ? lookUp(source[2]) : undefined))
    .catch(onError);
}

async function lookUp(words: string): Promise<void> {
  await keepLookUp(words, Date.now());
  // One that only just opens asks by itself.
  await tellPanels('lookUp', null);
}

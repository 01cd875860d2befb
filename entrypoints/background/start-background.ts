/** Wires messages, commands and badges to the library. */
import { Library } from '../../core/library/library';
import { watchClosedTabs, watchCommands } from '../../platform/action';
import { bundledShelf } from '../../platform/bundled-shelf';
import { syncChoices, watchChoices, watchPrivateWindows } from '../../platform/choices';
import { watchFrames } from '../../platform/frame-life';
import { receive, tellPage } from '../../platform/messages';
import { closeStorageToPages } from '../../platform/page-setup';
import { watchBrowserStart, watchInstalled } from '../../platform/updates';
import { ownShelf, subjectStore } from '../../store/own-shelf';
import { sweep } from '../../store/sources';
import { answerOmnibox } from './answer-omnibox';
import { answerOurPages } from './answer-our-pages';
import { answerPages } from './answer-pages';
import { Chosen } from './chosen';
import { LiveTabs } from './live-tabs';
import { answerMenu, lookUpSelection, nameMenu } from './look-up';
import { ShownCards } from './shown-cards';

export function startBackground(): void {
  const report = (error: unknown) => console.error('Sidelight:', error);
  const bundled = bundledShelf();
  const library = new Library([bundled, ownShelf()], report, subjectStore(report));
  const chosen = new Chosen(library, report);
  const tabs = new LiveTabs(library, chosen, report);
  const shown = new ShownCards();

  receive(
    'background',
    [
      answerOurPages(library, bundled, chosen, tabs, shown),
      answerPages(library, chosen, tabs, shown),
    ],
    report,
  );
  answerOmnibox(library, chosen, report);

  closeStorageToPages().catch(report);
  void chosen.setUpPages();
  answerMenu(report);
  watchChoices(() => {
    chosen.changed();
    nameMenu(chosen).catch(report);
  });
  syncChoices().catch(report);

  watchFrames((tab, frame) => void tabs.frameGone(tab, frame).catch(report));
  watchPrivateWindows(report);
  watchBrowserStart(() => {
    sweep(Date.now()).catch(report);
    nameMenu(chosen).catch(report);
  });
  watchInstalled(() => nameMenu(chosen), report);
  watchClosedTabs((tab) => {
    tabs.matches.forget(tab);
    shown.delete(tab);
  });
  watchCommands((name, tab, window) => {
    if (name === 'look-up') lookUpSelection(tab, window, report);
    if (name !== 'next-mark' && name !== 'open-card') return;
    tellPage(tab, tabs.matches.frameWithMatches(tab), 'command', { name }).catch(report);
  }, report);
}

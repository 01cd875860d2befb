/** What content scripts ask. These are treated as hostile: they are answered with names, never with a passage. */
import { correctionsAt } from '../../core/choices/corrections';
import { mutedAt } from '../../core/choices/mutes';
import { offStateOf } from '../../core/choices/off';
import type { CardQuestion } from '../../core/library/cards';
import type { Library } from '../../core/library/library';
import { checkedRoutes } from '../../platform/checked-routes';
import { fromPage, type Routes, tellCard, tellPage, tellPanels } from '../../platform/messages';
import { type PageToBackground, pageToBackground } from '../../platform/protocol';
import type { Chosen } from './chosen';
import { type LiveTabs, tabOf } from './live-tabs';
import type { ShownCards } from './shown-cards';

export function answerPages(
  library: Library,
  chosen: Chosen,
  tabs: LiveTabs,
  shown: ShownCards,
): Routes {
  return checkedRoutes<PageToBackground, typeof pageToBackground>(fromPage, pageToBackground, {
    async names({ heads, ...claimed }, sender) {
      const { settings, corrections } = await chosen.choices(sender.tab?.incognito);
      const pageLocation = await tabs.locationOf(sender, claimed);
      const off = offStateOf(settings, pageLocation, Date.now());
      if (off) return off;
      const leftOut = {
        kinds: settings.kindsOff,
        corrections: correctionsAt(corrections, pageLocation),
        muted: mutedAt(settings.subjectsMuted, pageLocation),
      };
      return library.names(heads, leftOut, { ...settings, page: tabs.addressOf(sender) });
    },
    pageSetup: () => chosen.setUpPages(),
    gone: (_, sender) => tabs.saidGone(sender),
    matches: (told, sender) => tabs.told(sender, told),
    async read(read, sender) {
      const tab = tabOf(sender);
      if (sender.tab?.incognito || (await tellPanels('read', { tab, read }))) return;
      // The last panel has closed.
      await tellPage(tab, null, 'follow', { isOn: false });
    },
    async showCard(asked, sender) {
      const { entity, matchedAs, ...read } = asked;
      const isPrivate = sender.tab?.incognito === true;
      const { settings } = await chosen.choices(isPrivate);
      const tab = tabOf(sender);
      const question: CardQuestion = {
        id: entity,
        isSourceChosen: false,
        view: 'about',
        matchedAs,
        read,
        shown: shown.shownElsewhere(tab, read.page, entity, read),
      };
      const page = tabs.addressOf(sender);
      const content = await library.card(question, { ...settings, page });
      shown.set(tab, { ...read, content, isPrivate });
      await tellCard(tab, 'showCard', { token: asked.token });
    },
  });
}

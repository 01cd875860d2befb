/** What content scripts ask. These are treated as hostile: they are answered with names, never with a passage. */
import { correctionsAt } from '../../core/choices/corrections';
import { offStateOf } from '../../core/choices/settings';
import type { Library } from '../../core/library/library';
import { checkedRoutes } from '../../platform/checked-routes';
import { fromPage, type Routes, tellCard } from '../../platform/messages';
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
      const place = await tabs.placeOf(sender, claimed);
      const off = offStateOf(settings, place, Date.now());
      if (off) return off;
      return library.names(heads, {
        kinds: settings.kindsOff,
        sources: settings.sourcesOff,
        corrections: correctionsAt(corrections, place),
      });
    },
    pageSetup: () => chosen.setUpPages(),
    gone: (_, sender) => tabs.saidGone(sender),
    matches: (told, sender) => tabs.told(sender, told),
    async showCard(asked, sender) {
      const { token, tone, room, takesFocus, site, page, entity, matchedAs, ...context } = asked;
      const content = library.card(entity, matchedAs, context);
      const tab = tabOf(sender);
      const isPrivate = sender.tab?.incognito === true;
      shown.set(tab, { token, content, tone, room, takesFocus, site, page, isPrivate });
      await tellCard(tab, 'showCard', { token });
    },
  });
}

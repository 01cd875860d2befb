/** What the pages of the extension ask: the popup, the reader, a card frame. */
import type { Library } from '../../core/library/library';
import { checkedRoutes } from '../../platform/checked-routes';
import {
  askPage,
  fromExtension,
  type Routes,
  type Sender,
  tellPage,
} from '../../platform/messages';
import {
  type CardSignal,
  type ExtensionToBackground,
  extensionToBackground,
} from '../../platform/protocol';
import { type LiveTabs, tabOf } from './live-tabs';
import type { ShownCards } from './shown-cards';

export function answerOurPages(library: Library, tabs: LiveTabs, shown: ShownCards): Routes {
  const { matches } = tabs;
  return checkedRoutes<ExtensionToBackground, typeof extensionToBackground>(
    fromExtension,
    extensionToBackground,
    {
      cardReady: handOn('cardReady'),
      cardSized: handOn('cardSized'),
      cardClosed: handOn('cardClosed'),
      cardPinned: handOn('cardPinned'),
      cardContent({ token }, sender) {
        const asked = shown.get(tabOf(sender));
        return asked?.token === token ? asked : null;
      },
      card: ({ entity, matchedAs, ...context }) => library.card(entity, matchedAs, context),
      pageList: ({ tab }) => tabs.list(tab),
      pageListKnown: ({ tab }) => matches.list(tab, library),
      jump: ({ tab, ...jump }) =>
        askPage(tab, matches.frameWith(tab, jump.entity) ?? 0, 'jump', jump),
      search: ({ query, filter, tab }) =>
        library.find(query, filter, new Set(tab === null ? [] : matches.entities(tab))),
      searchReady: () => library.readySearch(),
      searchChoices: () => library.searchChoices,
      sourceContent: ({ source }) => library.sourceContent(source),
      sources: () => library.sources,
      entities: ({ entities }) =>
        entities.filter((id) => library.has(id)).map((id) => library.summary(id)),
    },
  );
}

/** Hands a message of a card frame on to the content script that made the frame. */
function handOn<Kind extends CardSignal>(kind: Kind) {
  return async (
    carried: ExtensionToBackground[Kind]['carries'],
    sender: Sender,
  ): Promise<undefined> => {
    await tellPage(tabOf(sender), null, kind, carried);
  };
}

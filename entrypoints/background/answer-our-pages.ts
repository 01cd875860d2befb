/** What the pages of the extension ask: the popup, the reader, a card frame. */
import { knownNames } from '../../core/library/known-names';
import type { Library } from '../../core/library/library';
import type { Shelf } from '../../core/library/shelf';
import { clippingOf } from '../../core/notebook/clipping';
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
import { deleteClippings, keepClipping } from '../../store/clippings';
import type { Chosen } from './chosen';
import { type LiveTabs, tabOf } from './live-tabs';
import type { ShownCards } from './shown-cards';
import { TakenPages } from './taken-pages';

export function answerOurPages(
  library: Library,
  bundled: Shelf,
  chosen: Chosen,
  tabs: LiveTabs,
  shown: ShownCards,
): Routes {
  const { matches } = tabs;
  const taken = new TakenPages();
  const settings = async () => (await chosen.choices()).settings;
  const readingIn = async (tab: number | null) => ({
    ...(await settings()),
    page: tab === null ? null : matches.address(tab),
  });
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
      card: async ({ entity, isSourceChosen, view, matchedAs, ...read }, sender) => {
        const question = { id: entity, isSourceChosen, view, matchedAs, read, shown: [] };
        return library.card(question, { ...(await settings()), page: tabs.addressOf(sender) });
      },
      passageTurned: ({ token, passage }, sender) => shown.turned(tabOf(sender), token, passage),
      pageList: ({ tab }) => tabs.list(tab),
      pageListKnown: ({ tab }) => tabs.known(tab),
      jump: ({ tab, ...jump }) =>
        askPage(tab, matches.frameWith(tab, jump.entity) ?? 0, 'jump', jump),
      takePage: ({ tab }) => taken.take(tab),
      takenPage: ({ key }) => taken.give(key),
      search: async ({ query, filter, tab }) =>
        library.find(query, filter, tab === null ? [] : matches.entities(tab), await settings()),
      async keep({ passage: id, part, metAt }, { tab }) {
        if (tab?.incognito) throw new Error('Nothing is kept from a private window.');
        const passage = await library.passage(id);
        if (!passage) throw new Error(`There is no passage “${id}” in the library.`);
        const clipping = clippingOf(passage, {
          id: crypto.randomUUID(),
          part,
          metAt,
          now: Date.now(),
        });
        return (await keepClipping(clipping)) ? clipping.id : null;
      },
      async unkeep({ clipping }) {
        await deleteClippings([clipping]);
      },
      beside: async ({ tab, ...read }) => library.beside(read, await readingIn(tab)),
      async readWords({ words }) {
        const chosenNow = await settings();
        const leftOut = { kinds: [], corrections: [], muted: [] };
        return library.read(words, leftOut, chosenNow);
      },
      async follow({ tab }) {
        await tellPage(tab, null, 'follow', { isOn: true });
      },
      openings: async ({ entities, tab }) => library.openings(entities, await readingIn(tab)),
      searchChoices: () => library.searchChoices(),
      sourceContent: async ({ source }) =>
        library.sourceContent(source, (await settings()).language),
      sources: () => library.sources(),
      heldSources: () => library.heldSources(),
      bundledNames: () => knownNames(bundled),
      sharedSubjects: async ({ query }) => library.sharedSubjects(query, await settings()),
      libraryChanged() {
        library.changed();
        chosen.libraryChanged();
      },
      entities: async ({ entities }) => {
        const summaries = await library.summaries(entities, await settings());
        return Array.from(summaries, ([id, summary]) => ({ ...summary, id }));
      },
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

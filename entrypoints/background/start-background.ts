/** Wires messages, commands and badges to the library. */

import { correctionsAt } from '../../core/corrections';
import { hashHead } from '../../core/head-filter';
import type { CardContent, PageList, Place } from '../../core/types';
import { showBadge, watchClosedTabs, watchCommands } from '../../platform/action';
import { openBundledLibrary } from '../../platform/bundled-library';
import { readChoices, type StoredChoices, syncChoices, watchChoices } from '../../platform/choices';
import {
  askPage,
  desk,
  fromExtension,
  fromPage,
  receive,
  type Sender,
  tellCard,
  tellPage,
  tellPopup,
} from '../../platform/messages';
import { writePageSetup } from '../../platform/page-setup';
import type {
  BackgroundToPage,
  CardLook,
  CardToken,
  ExtensionToBackground,
  PageToBackground,
} from '../../platform/protocol';
import { watchInstalled } from '../../platform/updates';
import { answerOmnibox } from './answer-omnibox';
import { checked, shapes } from './message-shapes';
import { TabMatches } from './tab-matches';

export function startBackground(): void {
  const report = (error: unknown) => console.error('Sidelight:', error);
  const { library, sieve } = openBundledLibrary();
  const tabs = new TabMatches();
  /** What the card of each tab has been told to fetch. */
  const shown = new Map<number, CardLook & Place & { token: CardToken; content: CardContent }>();
  let chosen = readChosen(report);
  /** One after another, so that the last change is the one that stays. */
  let written = Promise.resolve();
  const setUpPages = () => {
    const own = chosen;
    written = written
      .then(async () => {
        const { settings, corrections } = await own;
        const { kindsOff, sourcesOff } = settings;
        const names = hashHead(JSON.stringify([kindsOff, sourcesOff, corrections]));
        await writePageSetup({ sieve, settings, names });
      })
      .catch(report);
  };
  const choose = () => {
    chosen = readChosen(report);
    setUpPages();
  };
  setUpPages();
  watchChoices(choose);
  syncChoices().catch(report);

  const tabOf = (sender: Sender): number => {
    if (sender.tab?.id === undefined) throw new Error('Sidelight refuses a card outside of a tab.');
    return sender.tab.id;
  };
  /** Hands a message of a card frame on to the content script that made the frame. */
  const handOn =
    <Kind extends 'cardReady' | 'cardSized' | 'cardClosed' | 'cardPinned'>(kind: Kind) =>
    async (carried: BackgroundToPage[Kind]['carries'], sender: Sender): Promise<undefined> => {
      await tellPage(tabOf(sender), null, kind, carried);
    };

  const listed = new Map<number, Promise<PageList>>();
  const listTab = async (tab: number): Promise<PageList> => {
    // The live frames know best; each answers with a `matches` of its own, the top frame first.
    tabs.forget(tab);
    const isReached = await tellPage(tab, 0, 'report', null);
    if (isReached) tellPage(tab, null, 'report', null).catch(report);
    return tabs.list(tab, library);
  };

  const fromPages = desk<PageToBackground>(fromPage, {
    names: checked('names', shapes.names, async ({ heads, ...place }) => {
      const { settings, corrections } = await chosen;
      return library.names(heads, {
        kinds: settings.kindsOff,
        sources: settings.sourcesOff,
        corrections: correctionsAt(corrections, place),
      });
    }),
    matches: checked('matches', shapes.matches, async (matches, sender) => {
      const tab = tabOf(sender);
      const isNew = tabs.set(tab, sender.frameId ?? 0, matches);
      // This background has just woken: the other frames of the tab have reported to an earlier one.
      if (isNew && sender.frameId !== 0) await tellPage(tab, null, 'report', null);
      await showBadge(tab, tabs.count(tab));
      await tellPopup('pageListChanged', { tab });
    }),
    showCard: checked(
      'showCard',
      shapes.showCard,
      async (
        { token, tone, room, takesFocus, site, page, entity, matchedAs, ...context },
        sender,
      ) => {
        const content = library.card(entity, matchedAs, context);
        const tab = tabOf(sender);
        shown.set(tab, { token, content, tone, room, takesFocus, site, page });
        await tellCard(tab, 'showCard', { token });
      },
    ),
  });

  const fromOurPages = desk<ExtensionToBackground>(fromExtension, {
    cardReady: checked('cardReady', shapes.token, handOn('cardReady')),
    cardSized: checked('cardSized', shapes.cardSized, handOn('cardSized')),
    cardClosed: checked('cardClosed', shapes.token, handOn('cardClosed')),
    cardPinned: checked('cardPinned', shapes.cardPinned, handOn('cardPinned')),
    cardContent: checked('cardContent', shapes.token, ({ token }, sender) => {
      const asked = shown.get(tabOf(sender));
      if (asked?.token !== token) {
        throw new Error('Sidelight has nothing to show in this card; rest on the mark again.');
      }
      return asked;
    }),
    card: checked('card', shapes.card, ({ entity, matchedAs, ...context }) =>
      library.card(entity, matchedAs, context),
    ),
    pageList: checked('pageList', shapes.pageList, ({ tab }) => {
      // Two at once would forget each other's answers.
      const list = listed.get(tab) ?? listTab(tab).finally(() => listed.delete(tab));
      listed.set(tab, list);
      return list;
    }),
    pageListKnown: checked('pageListKnown', shapes.pageList, ({ tab }) => tabs.list(tab, library)),
    jump: checked('jump', shapes.jump, ({ tab, ...jump }) =>
      askPage(tab, tabs.frameWith(tab, jump.entity) ?? 0, 'jump', jump),
    ),
    search: checked('search', shapes.search, ({ query, filter, tab }) =>
      library.find(query, filter, new Set(tab === null ? [] : tabs.entities(tab))),
    ),
    searchReady: checked('searchReady', shapes.nothing, () => library.readySearch()),
    searchChoices: checked('searchChoices', shapes.nothing, () => library.searchChoices),
    sourceContent: checked('sourceContent', shapes.sourceContent, ({ source }) =>
      library.sourceContent(source),
    ),
    sources: checked('sources', shapes.sources, () => library.sources),
    entities: checked('entities', shapes.entities, ({ entities }) =>
      entities.filter((id) => library.has(id)).map((id) => library.summary(id)),
    ),
  });

  receive('background', [fromOurPages, fromPages], report);
  answerOmnibox(library, async () => (await chosen).settings.language, report);

  watchInstalled(report);
  watchClosedTabs((tab) => {
    tabs.forget(tab);
    shown.delete(tab);
  });
  watchCommands((name, tab) => {
    if (name !== 'next-mark' && name !== 'open-card') return;
    tellPage(tab, tabs.frameWithMatches(tab), 'command', { name }).catch(report);
  }, report);
}

async function readChosen(report: (error: unknown) => void): Promise<StoredChoices> {
  const choices = await readChoices();
  const { damaged, damagedCorrections } = choices;
  if (damaged.length > 0) report(`damaged settings: ${damaged}`);
  if (damagedCorrections > 0) report(`${damagedCorrections} damaged corrections`);
  return choices;
}

/** Wires messages, commands and badges to the library. */

import { correctionsAt } from '../../core/choices/corrections';
import { offStateOf } from '../../core/choices/settings';
import type { PageList, Place } from '../../core/model/types';
import { showBadge, watchClosedTabs, watchCommands } from '../../platform/action';
import { openBundledLibrary } from '../../platform/bundled-library';
import {
  readChoices,
  type StoredChoices,
  syncChoices,
  watchChoices,
  watchPrivateWindows,
} from '../../platform/choices';
import { watchFrames } from '../../platform/frame-life';
import {
  askPage,
  fromExtension,
  fromPage,
  receive,
  routes,
  type Sender,
  tellCard,
  tellPage,
  tellPopup,
} from '../../platform/messages';
import { closeStorageToPages, type PageSetup, writePageSetup } from '../../platform/page-setup';
import type {
  BackgroundToPage,
  CardToken,
  ExtensionToBackground,
  PageToBackground,
} from '../../platform/protocol';
import { placeOfTop } from '../../platform/sender-place';
import { watchInstalled } from '../../platform/updates';
import { answerOmnibox } from './answer-omnibox';
import { checked, shapes } from './message-shapes';
import { TabMatches } from './tab-matches';

export function startBackground(): void {
  const report = (error: unknown) => console.error('Sidelight:', error);
  const { library, sieve } = openBundledLibrary();
  const tabs = new TabMatches();
  /** What the card of each tab has been told to fetch. */
  const shown = new Map<
    number,
    ExtensionToBackground['cardContent']['answer'] & { token: CardToken }
  >();
  let chosen: Promise<Chosen> | null = null;
  /** What the reader has chosen. A reading that failed is made again with the next question. */
  const choices = (): Promise<Chosen> => {
    chosen ??= readChosen(report).catch((error) => {
      chosen = null;
      throw error;
    });
    return chosen;
  };
  /** What the pages have last been told to ask for anew; null when this background has told none. */
  let answered: string | null = null;
  /** One after another, so that the last change is the one that stays. */
  let written: Promise<PageSetup | null> = Promise.resolve(null);
  const setUpPages = (isChanged: boolean) => {
    written = written
      .then(async () => {
        const now = await choices();
        const { density, look, trigger, delay, isOff, offUntil } = now.stored.settings;
        const answers = JSON.stringify([now.stored, now.inPrivate].map(answersBy));
        const isNews = isChanged && answers !== answered;
        if (isNews) answered = answers;
        const isByPage = [now.stored, now.inPrivate].some(
          ({ settings, corrections }) =>
            settings.pagesOff.length > 0 || corrections.some(({ scope }) => scope === 'page'),
        );
        const settings = { density, look, trigger, delay, isOff, offUntil };
        return writePageSetup({ sieve, settings, isByPage }, isNews);
      })
      .catch((error) => {
        report(error);
        return null;
      });
  };
  closeStorageToPages().catch(report);
  setUpPages(false);
  watchChoices(() => {
    chosen = null;
    setUpPages(true);
  });
  syncChoices().catch(report);

  const tabOf = (sender: Sender): number => {
    if (sender.tab?.id === undefined) throw new Error('Sidelight refuses a card outside of a tab.');
    return sender.tab.id;
  };
  /** Where a page is. Frames are where the top frame of their tab is. */
  const placeOf = async (sender: Sender, claimed: Place): Promise<Place> => {
    // Samples on pages of ours are nowhere.
    if (fromExtension(sender)) return claimed;
    if (sender.frameId === 0) return placeOfTop(sender, claimed);
    const tab = tabOf(sender);
    if (!tabs.knows(tab)) await tellPage(tab, 0, 'report', null);
    // A top frame that is no document of ours to read, such as a picture, tells nothing.
    return tabs.place(tab) ?? { site: claimed.site, page: null };
  };
  const showTab = async (tab: number) => {
    await showBadge(tab, tabs.count(tab));
    await tellPopup('pageListChanged', { tab });
  };
  const frameGone = async (tab: number, frame: number) => {
    tabs.drop(tab, frame);
    // With the top frame the browser takes the badge away, or the tab.
    if (frame !== 0) await showTab(tab);
  };
  /** Hands a message of a card frame on to the content script that made the frame. */
  const handOn =
    <Kind extends 'cardReady' | 'cardSized' | 'cardClosed' | 'cardPinned'>(kind: Kind) =>
    async (carried: BackgroundToPage[Kind]['carries'], sender: Sender): Promise<undefined> => {
      await tellPage(tabOf(sender), null, kind, carried);
    };

  const listed = new Map<number, Promise<PageList>>();
  const listTab = async (tab: number): Promise<PageList> => {
    // The live frames know best; each answers with a `matches` of its own, the top frame first. Frames that
    // have gone have said so.
    const isReached = await tellPage(tab, 0, 'report', null);
    if (isReached) tellPage(tab, null, 'report', null).catch(report);
    else tabs.forget(tab);
    return tabs.list(tab, library);
  };

  const fromPages = routes<PageToBackground>(fromPage, {
    names: checked('names', shapes.names, async ({ heads, ...claimed }, sender) => {
      const { stored, inPrivate } = await choices();
      const { settings, corrections } = sender.tab?.incognito ? inPrivate : stored;
      const place = await placeOf(sender, claimed);
      const off = offStateOf(settings, place, Date.now());
      if (off) return off;
      return library.names(heads, {
        kinds: settings.kindsOff,
        sources: settings.sourcesOff,
        corrections: correctionsAt(corrections, place),
      });
    }),
    pageSetup: checked('pageSetup', shapes.nothing, () => {
      setUpPages(false);
      return written;
    }),
    gone: checked('gone', shapes.nothing, async (_, sender) => {
      const tab = tabOf(sender);
      if (sender.frameId === 0) return tabs.forget(tab);
      // This background has woken for it: the frames that are left have reported to an earlier one.
      if (!tabs.knows(tab)) await tellPage(tab, null, 'report', null);
      await frameGone(tab, sender.frameId ?? 0);
    }),
    matches: checked('matches', shapes.matches, async (told, sender) => {
      const tab = tabOf(sender);
      const place = sender.frameId === 0 ? placeOfTop(sender, told) : {};
      const isNew = tabs.set(tab, sender.frameId ?? 0, { ...told, ...place });
      // This background has just woken: the other frames of the tab have reported to an earlier one.
      if (isNew && sender.frameId !== 0) await tellPage(tab, null, 'report', null);
      await showTab(tab);
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
        const isPrivate = sender.tab?.incognito === true;
        shown.set(tab, { token, content, tone, room, takesFocus, site, page, isPrivate });
        await tellCard(tab, 'showCard', { token });
      },
    ),
  });

  const fromOurPages = routes<ExtensionToBackground>(fromExtension, {
    cardReady: checked('cardReady', shapes.token, handOn('cardReady')),
    cardSized: checked('cardSized', shapes.cardSized, handOn('cardSized')),
    cardClosed: checked('cardClosed', shapes.token, handOn('cardClosed')),
    cardPinned: checked('cardPinned', shapes.cardPinned, handOn('cardPinned')),
    cardContent: checked('cardContent', shapes.token, ({ token }, sender) => {
      const asked = shown.get(tabOf(sender));
      return asked?.token === token ? asked : null;
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
  answerOmnibox(library, async () => (await choices()).stored.settings.language, report);

  watchFrames((tab, frame) => void frameGone(tab, frame).catch(report));
  watchPrivateWindows(report);
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

/** What the reader has chosen, in windows of either kind. */
interface Chosen {
  stored: StoredChoices;
  inPrivate: StoredChoices;
}

/** What of the choices decides how pages are answered. */
function answersBy({ settings, corrections }: StoredChoices): unknown {
  const { kindsOff, sourcesOff, sitesOff, pagesOff } = settings;
  return [kindsOff, sourcesOff, sitesOff, pagesOff, corrections];
}

async function readChosen(report: (error: unknown) => void): Promise<Chosen> {
  const [stored, inPrivate] = await Promise.all([readChoices(), readChoices(true)]);
  const { damaged, damagedCorrections } = stored;
  if (damaged.length > 0) report(`damaged settings: ${damaged}`);
  if (damagedCorrections > 0) report(`${damagedCorrections} damaged corrections`);
  return { stored, inPrivate };
}

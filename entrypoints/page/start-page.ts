/** The life of a content script: when a session starts, ends, and starts anew. */
import { offStateOf, type Settings } from '../../core/settings';
import type { OffState, Place } from '../../core/types';
import { isReadable } from '../../dom/reading';
import {
  askBackground,
  desk,
  fromBackground,
  isExtensionAlive,
  receive,
} from '../../platform/messages';
import { readPageSetup, watchPageSetup } from '../../platform/page-setup';
import type { BackgroundToPage } from '../../platform/protocol';
import { PageSession } from './page-session';

/** Longer addresses hold data, not a place. */
const MAX_ADDRESS = 2000;

/**
 * @param place where the reader is; a page of ours has none
 * @param isExcluded where no mark may stand, when the page is ours
 */
export async function startPage(
  cardAddress: string,
  place = placeOf(window),
  isExcluded?: (element: Element) => boolean,
): Promise<void> {
  if (!isReadable(document)) return;
  let session: PageSession | null = null;
  let offState: OffState | null = null;
  let settings: Settings | null = null;
  let isStale = false;
  let root = document.documentElement;
  /** Counts the restarts: of two at once, the later one wins. */
  let generation = 0;

  const onError = (error: unknown) => {
    if (isExtensionAlive()) console.error(`Sidelight: ${error}`, error);
    else end();
  };
  const stopSession = () => {
    session?.stop();
    session = null;
  };
  const restart = async () => {
    const own = ++generation;
    const setup = await readPageSetup();
    if (own !== generation) return;
    const wasOn = session !== null;
    stopSession();
    if (!setup) return;
    settings = setup.settings;
    offState = offStateOf(settings, place, Date.now());
    // The badge would go on counting.
    if (offState) return wasOn ? report() : undefined;
    session = new PageSession({
      ...setup,
      place,
      isExcluded,
      cardAddress,
      onError,
      onCardClosed: () => isStale && refresh(),
    });
    session.start();
  };
  const refresh = () => {
    // What the reader changes in the card must not take the card away.
    isStale = session?.card.isOpen === true;
    if (!isStale) restart().catch(onError);
  };
  const report = async () => {
    if (session) await session.report();
    else await askBackground('matches', { ...place, state: offState ?? 'reading', counts: [] });
  };

  const ifOurs =
    <Carried extends { token: string }>(act: (session: PageSession, carried: Carried) => void) =>
    (carried: Carried): void => {
      if (session?.card.isOurs(carried.token)) act(session, carried);
    };
  const stops = [
    watchPageSetup(refresh),
    receive(
      'page',
      [
        desk<BackgroundToPage>(fromBackground, {
          cardReady: ifOurs((ours) => ours.card.ready()),
          cardSized: ifOurs((ours, { entity, height }) => ours.card.sized(entity, height)),
          cardClosed: ifOurs((ours) => ours.card.close()),
          cardPinned: ifOurs((ours, { isPinned }) => ours.card.pin(isPinned)),
          report,
          jump: ({ entity, by }) => session?.jump(entity, by) ?? null,
          command({ name }) {
            if (name === 'next-mark') session?.jump(null);
            else session?.openCurrent();
          },
        }),
      ],
      onError,
    ),
  ];
  // `document.open` replaces the root and takes our listeners away.
  const rootWatch = new MutationObserver(() => {
    if (document.documentElement === root || !document.documentElement) return;
    root = document.documentElement;
    refresh();
  });
  rootWatch.observe(document, { childList: true });
  // Pages that change their address by script stay the same document.
  navigation.addEventListener('currententrychange', () => {
    if (settings && offStateOf(settings, place, Date.now()) !== offState) refresh();
  });
  // Nothing is read anew in a page that comes back from the cache, and its badge is gone.
  addEventListener('pageshow', ({ persisted }) => persisted && report().catch(onError));
  const end = () => {
    generation++;
    stopSession();
    rootWatch.disconnect();
    if (isExtensionAlive()) for (const stop of stops) stop();
  };
  await restart();
}

/** What the reader sees in the address bar, as far as a frame can know it; always of now. */
function placeOf({ top, location, document }: Window): Place {
  const address = () => {
    try {
      return top?.location.href ?? null;
    } catch {
      // A frame of another origin: its ancestors or its referrer tell the site.
      return null;
    }
  };
  const shown = address() ?? [...(location.ancestorOrigins ?? [])].at(-1) ?? document.referrer;
  const { hostname } = URL.parse(shown) ?? location;
  return {
    site: hostname || null,
    get page() {
      const page = address();
      return page && page.length > MAX_ADDRESS ? null : page;
    },
  };
}

/** The life of a content script: when a session starts, ends, and starts anew. */
import type { OffState, PageLocation } from '../../core/model/location';
import { isReadable } from '../../dom/reading';
import { fromBackground, isExtensionAlive, receive, routes } from '../../platform/messages';
import { readPageSetup, watchPageSetup } from '../../platform/page-setup';
import type { BackgroundToPage } from '../../platform/protocol';
import { FrameReport } from './frame-report';
import { PageSession } from './page-session';

/** The longest that a timer waits. */
const MAX_WAIT_MS = 2 ** 31 - 1;
/** Longer addresses hold data, not a place. */
const MAX_ADDRESS = 2000;

/**
 * @param pageLocation where the reader is; a page of ours has none
 * @param isExcluded where no mark may stand, when the page is ours
 */
export async function startPage(
  cardAddress: string,
  pageLocation = locationOf(window),
  isExcluded?: (element: Element) => boolean,
): Promise<void> {
  if (!isReadable(document)) return;
  let session: PageSession | null = null;
  let offState: OffState | null = null;
  let isByPage = false;
  let page = pageLocation.page;
  let offUntil: string | null = null;
  let onTimer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  let root = document.documentElement;
  /** Counts the restarts: of two at once, the later one wins. */
  let generation = 0;

  const ending = new AbortController();
  const { signal } = ending;

  const isOffForNow = () => waitFor(offUntil) > 0;
  const onError = (error: unknown) => {
    if (isExtensionAlive()) console.error(`Sidelight: ${error}`, error);
    else end();
  };
  const told = new FrameReport(pageLocation, () => end());
  const stopSession = () => {
    session?.stop();
    session = null;
  };
  const restart = async () => {
    const own = ++generation;
    const setup = await readPageSetup();
    if (own !== generation) return;
    stopSession();
    clearTimeout(onTimer);
    if (!setup) return;
    ({ isByPage } = setup);
    ({ offUntil } = setup.settings);
    page = pageLocation.page;
    // Sites and pages that are off are the background's to know: it says so when it is asked for names.
    const { isOff } = setup.settings;
    offState = isOff ? 'off-everywhere' : isOffForNow() ? 'off-for-now' : null;
    if (offState === 'off-for-now') onTimer = setTimeout(refresh, waitFor(offUntil));
    if (offState) return told.isNews([]) ? report() : undefined;
    session = new PageSession({
      ...setup,
      pageLocation,
      report: told,
      isExcluded,
      cardAddress,
      onError,
      onOff(state) {
        if (own !== generation) return;
        offState = state;
        stopSession();
        report().catch(onError);
      },
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
    else await told.tell(offState ?? 'reading', []);
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
        routes<BackgroundToPage>(fromBackground, {
          cardReady: ifOurs((ours) => ours.card.ready()),
          cardSized: ifOurs((ours, { entity, height }) => ours.card.sized(entity, height)),
          cardClosed: ifOurs((ours) => ours.card.close()),
          cardPinned: ifOurs((ours, { isPinned }) => ours.card.pin(isPinned)),
          report,
          source: () => [location.href, document.documentElement.outerHTML, `${getSelection()}`],
          follow: ({ isOn }) => session?.follow(isOn),
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
  navigation.addEventListener(
    'currententrychange',
    () => isByPage && pageLocation.page !== page && refresh(),
    { signal },
  );
  // A page in the cache hears of no change, and its badge is gone.
  addEventListener('pageshow', ({ persisted }) => persisted && refresh(), { signal });
  addEventListener('pagehide', () => told.leave().catch(onError), { signal });
  // Timers sleep with the device.
  document.addEventListener(
    'visibilitychange',
    () => offState === 'off-for-now' && !isOffForNow() && refresh(),
    { signal },
  );
  const end = () => {
    generation++;
    stopSession();
    ending.abort();
    clearTimeout(onTimer);
    rootWatch.disconnect();
    if (isExtensionAlive()) for (const stop of stops) stop();
  };
  await restart();
}

/** Time until then, ms; none when it is past. */
function waitFor(time: string | null): number {
  return time === null ? 0 : Math.min(MAX_WAIT_MS, Math.max(0, Date.parse(time) - Date.now()));
}

/** What the reader sees in the address bar, as far as a frame can know it; always of now. */
function locationOf({ top, location, document }: Window): PageLocation {
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

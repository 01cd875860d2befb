/** The life of a content script: when a session starts, ends, and starts anew. */
import { offStateOf } from '../../core/settings';
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

export async function startPage(cardAddress: string): Promise<void> {
  if (!isReadable(document)) return;
  // A prerendered page may never be seen.
  if ((document as { prerendering?: boolean }).prerendering) {
    await new Promise((resolve) =>
      document.addEventListener('prerenderingchange', resolve, { once: true }),
    );
  }
  const place = placeOf(window);
  let session: PageSession | null = null;
  let offState: OffState | null = null;
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
    stopSession();
    if (!setup) return;
    const { sieve, settings } = setup;
    offState = offStateOf(settings, place, Date.now());
    if (offState) return;
    session = new PageSession({
      sieve,
      settings,
      place,
      cardAddress,
      onError,
      onCardClosed: () => isStale && refresh(),
    });
    session.start();
  };
  const refresh = () => {
    // What the reader changes in the card must not take the card away.
    isStale = session?.isCardOpen === true;
    if (!isStale) restart().catch(onError);
  };
  const report = async () => {
    if (session) await session.report();
    else await askBackground('matches', { ...place, state: offState ?? 'reading', counts: [] });
  };

  const route = <Carried, Answer>(handle: (carried: Carried) => Answer) => ({
    parse: (carried: unknown) => carried as Carried,
    handle,
  });
  const ifOurs =
    <Carried extends { token: string }>(act: (session: PageSession, carried: Carried) => void) =>
    (carried: Carried): undefined => {
      if (session?.isOurCard(carried.token)) act(session, carried);
    };
  const stops = [
    watchPageSetup(refresh),
    receive(
      'page',
      [
        desk<BackgroundToPage>(fromBackground, {
          cardReady: route(ifOurs((ours) => ours.cardReady())),
          cardSized: route(ifOurs((ours, { height }) => ours.resizeCard(height))),
          cardClosed: route(ifOurs((ours) => ours.closeCard())),
          report: route(async () => {
            await report();
            return undefined;
          }),
          jump: route(({ entity }) => session?.jump(entity) as undefined),
          command: route(({ name }) => {
            if (name === 'next-mark') session?.jump(null);
            else session?.openCurrent();
            return undefined;
          }),
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
  const end = () => {
    generation++;
    stopSession();
    rootWatch.disconnect();
    if (isExtensionAlive()) for (const stop of stops) stop();
  };
  await restart();
}

/** What the reader sees in the address bar, as far as a frame can know it. */
function placeOf(frame: Window): Place {
  let top = '';
  try {
    top = frame.top?.location.href ?? '';
  } catch {
    // A frame of another origin: its ancestors or its referrer tell the site.
    const site = [...(frame.location.ancestorOrigins ?? [])].at(-1) ?? frame.document.referrer;
    return { site: hostOf(site) ?? frame.location.hostname, page: null };
  }
  return { site: hostOf(top), page: top.length > MAX_ADDRESS ? null : top };
}

function hostOf(address: string): string | null {
  return (URL.canParse(address) && new URL(address).hostname) || null;
}

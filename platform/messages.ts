/**
 * The bus: typed messages with an addressee, checked where they arrive.
 *
 * Every page of the extension hears what is sent to any of them, so a message names its addressee; others
 * leave it alone. What is addressed to us and unknown, malformed or from the wrong sender is refused with an
 * error, never passed over. See docs/decisions/0005-own-message-bus.md.
 */
import { browser } from 'wxt/browser';
import type {
  BackgroundToCard,
  BackgroundToPage,
  BackgroundToPopup,
  ExtensionToBackground,
  PageToBackground,
} from './protocol';

type Addressee = 'background' | 'page' | 'card' | 'popup';
type Message = { carries: unknown; answer: unknown };
type Protocol<P> = { [Kind in keyof P]: Message };

interface Envelope {
  to: Addressee;
  kind: string;
  carries: unknown;
}

export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Answers one kind of message. What comes from a page is checked first: `checked`. */
export type Route<M extends Message> = (
  carried: M['carries'],
  sender: Sender,
) => Promise<M['answer']> | M['answer'];

export type Routes<P extends Protocol<P>> = { [Kind in keyof P]: Route<P[Kind]> };

/** Who may send to a set of routes. */
export type SenderRule = (sender: Sender) => boolean;

/** A page of ours: the popup, the reader, a card frame. Its origin is the extension's own. */
export const fromExtension: SenderRule = (sender) =>
  sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));

/** A content script of ours, in any page. */
export const fromPage: SenderRule = (sender) =>
  sender.id === browser.runtime.id && sender.tab !== undefined;

/** The background: it belongs to no tab. */
export const fromBackground: SenderRule = (sender) =>
  sender.id === browser.runtime.id && sender.tab === undefined;

/** Routes with the rule of who may use them. */
export interface Desk {
  from: SenderRule;
  routes: Record<string, Route<Message>>;
}

/** Routes of one direction, for `receive`. */
export function desk<P extends Protocol<P>>(from: SenderRule, routes: Routes<P>): Desk {
  return { from, routes: routes as unknown as Record<string, Route<Message>> };
}

/**
 * Answers the messages addressed to us.
 * @param onRefused told of each message that was not accepted, before its sender is
 * @returns stops answering
 */
export function receive(
  us: Addressee,
  desks: readonly Desk[],
  onRefused: (error: unknown) => void,
): () => void {
  const listener = (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if ((message as Envelope | null)?.to !== us) return undefined;
    return answer(message as Envelope, sender, desks).catch((error) => {
      onRefused(error);
      throw error;
    });
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

async function answer({ kind, carries }: Envelope, sender: Sender, desks: readonly Desk[]) {
  const known = desks.filter(({ routes }) => Object.hasOwn(routes, kind));
  const open = known.find(({ from }) => from(sender));
  const route = open?.routes[kind];
  if (!route) {
    throw new Error(
      known.length > 0
        ? `Sidelight refuses “${kind}” from ${sender.url}.`
        : `Sidelight does not know the message “${kind}”.`,
    );
  }
  return await route(carries, sender);
}

/** Browsers end an idle background in the middle of an answer: about three of ten such messages fail. */
const TRIES = 3;
const ENDED =
  /message channel closed|message port closed|receiving end does not exist|could not establish connection/i;

async function insist<T>(send: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await send();
    } catch (error) {
      if (left <= 1 || !ENDED.test(String(error))) throw error;
    }
  }
}

type ToBackground = PageToBackground & ExtensionToBackground;

/** Asks the background; asked again when the background ended before it answered. */
export function askBackground<Kind extends keyof ToBackground>(
  kind: Kind,
  carries: ToBackground[Kind]['carries'],
): Promise<ToBackground[Kind]['answer']> {
  return insist(() =>
    browser.runtime.sendMessage({ to: 'background', kind, carries } satisfies Envelope),
  );
}

/** Tells the content scripts of a tab, or of one frame. Resolves to false where none runs. */
export function tellPage<Kind extends keyof BackgroundToPage>(
  tab: number,
  frame: number | null,
  kind: Kind,
  carries: BackgroundToPage[Kind]['carries'],
): Promise<boolean> {
  const options = frame === null ? {} : { frameId: frame };
  return isHeard(browser.tabs.sendMessage(tab, { to: 'page', kind, carries }, options));
}

/** Asks the content script of one frame. Resolves to null where none runs. */
export async function askPage<Kind extends keyof BackgroundToPage>(
  tab: number,
  frame: number,
  kind: Kind,
  carries: BackgroundToPage[Kind]['carries'],
): Promise<BackgroundToPage[Kind]['answer'] | null> {
  try {
    const message: Envelope = { to: 'page', kind, carries };
    return await browser.tabs.sendMessage(tab, message, { frameId: frame });
  } catch (error) {
    if (ENDED.test(String(error))) return null;
    throw error;
  }
}

/**
 * Tells the card frames of a tab. All frames of the tab hear it, so it never carries a passage.
 * Resolves to false where none is open.
 */
export function tellCard<Kind extends keyof BackgroundToCard>(
  tab: number,
  kind: Kind,
  carries: BackgroundToCard[Kind]['carries'],
): Promise<boolean> {
  return isHeard(browser.tabs.sendMessage(tab, { to: 'card', kind, carries }));
}

/** Tells the open popup. Resolves to false where none is open. */
export function tellPopup<Kind extends keyof BackgroundToPopup>(
  kind: Kind,
  carries: BackgroundToPopup[Kind]['carries'],
): Promise<boolean> {
  return isHeard(browser.runtime.sendMessage({ to: 'popup', kind, carries }));
}

/** False when nobody was there to hear a message; every other failure is thrown. */
async function isHeard(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (ENDED.test(String(error))) return false;
    throw error;
  }
}

/** False once the extension was updated, disabled or removed under a running content script. */
export function isExtensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

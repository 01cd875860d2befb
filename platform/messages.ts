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
  BackgroundToPanel,
  BackgroundToPopup,
  ExtensionToBackground,
  PageToBackground,
} from './protocol';

type Addressee = 'background' | 'page' | 'card' | 'popup' | 'panel';
type Message = { carries: unknown; answer: unknown };
type Protocol<P> = { [Kind in keyof P]: Message };

interface Envelope {
  to: Addressee;
  kind: string;
  carries: unknown;
}

export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Answers one kind of message. What comes to the background is checked first: platform/checked-routes.ts. */
export type Route<M extends Message> = (
  carried: M['carries'],
  sender: Sender,
) => Promise<M['answer']> | M['answer'];

export type RouteTable<P extends Protocol<P>> = { [Kind in keyof P]: Route<P[Kind]> };

/** Who may send to a set of routes. */
export type SenderRule = (sender: Sender) => boolean;

/** A page of ours: the popup, the reader, a card frame. Its origin is the extension's own. */
export const fromExtension: SenderRule = (sender) =>
  sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));

/** A content script of ours, in any page. */
export const fromPage: SenderRule = (sender) =>
  sender.id === browser.runtime.id && sender.tab !== undefined;

/** The background, or the popup or panel: no content script, which a page may have taken over. Those are in tabs. */
export const fromBackground: SenderRule = (sender) =>
  sender.id === browser.runtime.id && sender.tab === undefined;

/** The routes of one direction, with the rule of who may use them. */
export interface Routes {
  from: SenderRule;
  table: Record<string, Route<Message>>;
}

/** Routes of one direction, for `receive`. */
export function routes<P extends Protocol<P>>(from: SenderRule, table: RouteTable<P>): Routes {
  return { from, table: table as unknown as Record<string, Route<Message>> };
}

/**
 * What comes back for a message. Never nothing: a background that has ended, or does not listen yet, answers
 * `undefined` where another page of ours is open, and that must not pass for an answer.
 */
type Reply =
  | { is: 'answered'; answer: unknown }
  /** Unknown, malformed or from the wrong sender: asking again would change nothing. */
  | { is: 'refused'; why: string }
  | { is: 'failed'; why: string };

/** A message was not accepted; it is not sent again. */
export class Refusal extends Error {}

/**
 * Answers the messages addressed to us.
 * @param onRefused told of each message that was not accepted or could not be answered, before its sender is
 * @returns stops answering
 */
export function receive(
  us: Addressee,
  all: readonly Routes[],
  onRefused: (error: unknown) => void,
): () => void {
  const listener = (message: unknown, sender: Sender): Promise<Reply> | undefined => {
    if ((message as Envelope | null)?.to !== us) return undefined;
    return reply(message as Envelope, sender, all).catch((error) => {
      onRefused(error);
      const why = error instanceof Error ? error.message : String(error);
      return { is: error instanceof Refusal ? 'refused' : 'failed', why };
    });
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

async function reply(
  { kind, carries }: Envelope,
  sender: Sender,
  all: readonly Routes[],
): Promise<Reply> {
  const known = all.filter(({ table }) => Object.hasOwn(table, kind));
  const open = known.find(({ from }) => from(sender));
  const route = open?.table[kind];
  if (!route) {
    throw new Refusal(
      known.length > 0
        ? `Sidelight refuses “${kind}” from ${sender.url}.`
        : `Sidelight does not know the message “${kind}”.`,
    );
  }
  return { is: 'answered', answer: await route(carries, sender) };
}

/** @throws what the receiver refused or could not do; also when nothing came back that is a reply */
function answerIn(received: unknown): unknown {
  const { is, ...told } = (received ?? {}) as Partial<Reply>;
  if (is === 'answered') return (told as { answer?: unknown }).answer;
  if (is === 'refused') throw new Refusal((told as { why: string }).why);
  if (is === 'failed') throw new Error((told as { why: string }).why);
  throw new Unanswered('Sidelight’s background gave no answer.');
}

class Unanswered extends Error {}

/** Browsers end an idle background in the middle of an answer: about three of ten such messages are lost. */
const TRIES = 8;
/** Before the second try, and as much longer before each other; ms. Waking takes some 60. */
const PAUSE_MS = 20;

/** Sends until something comes back: what was cut off is sent again. */
async function insist(send: () => Promise<unknown>): Promise<unknown> {
  for (let tried = 1; ; tried++) {
    try {
      return answerIn(await send().catch(cutOff));
    } catch (error) {
      if (!(error instanceof Unanswered) || tried === TRIES || !isExtensionAlive()) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried));
  }
}

/** Whatever keeps a message from being delivered or answered ends so, in the words of each browser. */
function cutOff(error: unknown): never {
  throw new Unanswered(`Sidelight’s background cannot be reached: ${error}`);
}

type ToBackground = PageToBackground & ExtensionToBackground;

/** Asks the background; asked again when the background ended before it answered. */
export function askBackground<Kind extends keyof ToBackground>(
  kind: Kind,
  carries: ToBackground[Kind]['carries'],
): Promise<ToBackground[Kind]['answer']> {
  return insist(() =>
    browser.runtime.sendMessage({ to: 'background', kind, carries } satisfies Envelope),
  ) as Promise<ToBackground[Kind]['answer']>;
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
  const message: Envelope = { to: 'page', kind, carries };
  try {
    const sent = browser.tabs.sendMessage(tab, message, { frameId: frame });
    return answerIn(await sent.catch(cutOff)) as BackgroundToPage[Kind]['answer'];
  } catch (error) {
    if (error instanceof Unanswered) return null;
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

/** Tells every open panel. Resolves to false where none is open. */
export function tellPanels<Kind extends keyof BackgroundToPanel>(
  kind: Kind,
  carries: BackgroundToPanel[Kind]['carries'],
): Promise<boolean> {
  return isHeard(browser.runtime.sendMessage({ to: 'panel', kind, carries }));
}

/** False when nobody was there to hear a message; what the hearer refused is thrown. */
async function isHeard(sent: Promise<unknown>): Promise<boolean> {
  try {
    answerIn(await sent.catch(cutOff));
    return true;
  } catch (error) {
    if (error instanceof Unanswered) return false;
    throw error;
  }
}

/** False once the extension was updated, disabled or removed under a running content script. */
export function isExtensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

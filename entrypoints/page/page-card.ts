/**
 * The card of one document: opens it on what the pointer rests on, keeps it beside its line, and tells its
 * frame, by way of the background, what to show.
 */
import type { Settings } from '../../core/settings';
import type { Place } from '../../core/types';
import { CardFrame } from '../../dom/card-frame';
import { blockOf } from '../../dom/flow';
import { type Hit, isInSight, linesOf } from '../../dom/hit-test';
import { liveRange, type Match } from '../../dom/match';
import { isOnDark } from '../../dom/painter';
import { PointerWatch } from '../../dom/pointer-watch';
import type { Reading } from '../../dom/reading';
import { askBackground } from '../../platform/messages';
import type { CardToken } from '../../platform/protocol';

/** Text of a paragraph that ranking looks at; longer blocks are pages, not paragraphs. */
const PARAGRAPH_LENGTH = 3000;
/** A card page that has not answered by then is kept from running by the page; first loads take 45–150 ms. */
const CARD_PATIENCE_MS = 3000;

export interface PageCardOptions {
  /** Of now, whenever it is read. */
  place: Place;
  cardAddress: string;
  settings: Settings;
  reading: Reading;
  onError(error: unknown): void;
  onOpened(match: Match): void;
  /** Called whenever an open card has closed. */
  onClosed(): void;
}

export class PageCard {
  readonly #options: PageCardOptions;
  readonly #reading: Reading;
  readonly #pointer: PointerWatch;
  readonly #token: CardToken = randomToken();
  #card: CardFrame | null = null;
  #isReady = false;
  #isRefused = false;
  #open: { match: Match; line: number; takesFocus: boolean } | null = null;
  #followFrame = 0;

  constructor(options: PageCardOptions) {
    this.#options = options;
    this.#reading = options.reading;
    const { trigger, delay } = options.settings;
    this.#pointer = new PointerWatch({
      trigger,
      delay,
      store: () => this.#reading.store,
      cardBox: () => this.#card?.box ?? null,
      onNear: (match) => this.#makeCard(match),
      onOpen: (hit) => this.#openCard(hit),
      onClose: () => this.close(),
      onShadowTree: (tree) => this.#reading.readShadowTree(tree),
    });
  }

  start(): void {
    this.#pointer.start();
  }

  stop(): void {
    cancelAnimationFrame(this.#followFrame);
    this.#pointer.stop();
    this.#card?.remove();
  }

  /** Whether this token tells our frame from others. */
  isOurs(token: CardToken): boolean {
    return token === this.#token;
  }

  /** The frame has loaded and can show something. */
  ready(): void {
    this.#isReady = true;
    this.#showInCard();
  }

  pin(isPinned: boolean): void {
    this.#pointer.pin(isPinned);
  }

  resize(height: number): void {
    this.#card?.resize(height);
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  close(): void {
    const wasOpen = this.isOpen;
    this.#open = null;
    this.#card?.close();
    this.#pointer.closed();
    if (wasOpen) this.#options.onClosed();
  }

  /** Opens the card by keyboard, and enters it. */
  enter(hit: Hit): void {
    this.#openCard(hit, true);
    this.#pointer.opened(hit.match);
  }

  /** The page's text was read anew. */
  matchesChanged(): void {
    if (this.#open && !this.#open.match.node.isConnected) this.close();
  }

  #makeCard({ container }: Match): void {
    if (this.#card?.serves(container) || this.#isRefused) return;
    this.#isReady = false;
    this.#card?.remove();
    const card = new CardFrame(container, {
      address: `${this.#options.cardAddress}#${this.#token}`,
      onEnter: () => this.#pointer.enteredCard(),
      onLeave: () => this.#pointer.leftCard(),
    });
    this.#card = card;
    setTimeout(() => {
      if (this.#card === card && !this.#isReady) this.#refuse();
    }, CARD_PATIENCE_MS);
  }

  /** This page keeps the card from running: an empty one must not stay. */
  #refuse(): void {
    this.close();
    this.#card?.remove();
    this.#card = null;
    this.#isRefused = true;
  }

  #openCard({ match, line, isTouched = false }: Hit, takesFocus = false): void {
    this.#makeCard(match);
    if (!this.#card) return;
    const number = linesOf(match).findIndex(({ top }) => top === line.top);
    this.#open = { match, line: number, takesFocus };
    this.#options.onOpened(match);
    this.#card.open(line, toneOf(match), match.container, isTouched);
    this.#follow();
    this.#showInCard();
  }

  #showInCard(): void {
    if (!this.#open || !this.#isReady || !this.#card) return;
    const { match, takesFocus } = this.#open;
    if (takesFocus) this.#card.focus();
    askBackground('showCard', {
      token: this.#token,
      ...this.#options.place,
      entity: match.entity,
      matchedAs: textOf(match),
      tone: toneOf(match),
      room: this.#card.room,
      takesFocus,
      ...paragraphIn(blockOf(match.node), this.#reading),
    }).catch((error) => {
      this.close();
      this.#options.onError(error);
    });
  }

  /**
   * Keeps the card beside its line while the page moves; closes it when the line is out of sight. Looks at each
   * frame, since text moves without any event, too: when a picture above it has loaded, say.
   */
  #follow(): void {
    cancelAnimationFrame(this.#followFrame);
    this.#followFrame = requestAnimationFrame(() => {
      if (!this.#open || !this.#card) return;
      const { match, line: number } = this.#open;
      const lines = linesOf(match);
      const line = lines[number] ?? lines[0];
      const { isSheet } = this.#card;
      if (!this.#pointer.isPinned) {
        if (line && (isSheet || isInSight(match, line))) this.#card.follow(line);
        else if (!isSheet) this.close();
      }
      this.#follow();
    });
  }
}

/** Not `randomUUID`: pages without TLS do not have it. */
function randomToken(): CardToken {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

function toneOf({ container }: Match): 'light' | 'dark' {
  return isOnDark(container) ? 'dark' : 'light';
}

/** What the page shows for a match, without what a reader does not see. */
function textOf(match: Match): string {
  return liveRange(match)
    .toString()
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '')
    .replace(/\s+/g, ' ');
}

/** What the reader is reading: the text of a block, and the entities that it names. */
function paragraphIn(block: Element | null, { store }: Reading) {
  const near = block ? store.inOrder().filter(({ node }) => block.contains(node)) : [];
  return {
    paragraph: (block?.textContent ?? '').slice(0, PARAGRAPH_LENGTH),
    entities: [...new Set(near.map(({ entity }) => entity))],
  };
}

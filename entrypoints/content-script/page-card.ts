/**
 * The card of one document: opens it on what the pointer rests on, keeps it beside its line, and tells its
 * frame, by way of the background, what to show.
 */

import type { PageLocation } from '../../core/model/location';
import type { EntityId } from '../../core/model/source';
import { CardFrame } from '../../dom/card-frame';
import { shared } from '../../dom/guard';
import { type Hit, isInSight, linesOf } from '../../dom/hit-test';
import { isGone, isSameMatch, type Match } from '../../dom/match';
import { paragraphAround } from '../../dom/paragraph';
import { PointerWatch } from '../../dom/pointer-watch';
import type { Reading } from '../../dom/reading';
import { isInverted, isOnDark } from '../../dom/tone';
import { askBackground } from '../../platform/messages';
import type { PageSettings } from '../../platform/page-setup';
import type { CardToken } from '../../platform/protocol';

/** A card that shows nothing by then is closed; first loads take 45–150 ms. */
const BLANK_MS = 3000;
/** A frame that has not answered by then never will, and is made anew. */
const LOAD_MS = 10_000;
/** A frame that has shown nothing for so long is taken out: what is saved or copied of the page holds none. */
const IDLE_MS = 5000;

export interface PageCardOptions {
  /** Of now, whenever it is read. */
  pageLocation: PageLocation;
  cardAddress: string;
  settings: PageSettings;
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
  /** Tells the frame from others, and from an earlier one of ours. */
  #token: CardToken = randomToken();
  #card: CardFrame | null = null;
  #madeAt = 0;
  #isReady = false;
  #open: { match: Match; line: number; takesFocus: boolean; isSeen: boolean } | null = null;
  #followFrame = 0;
  /** Closes the card that stays blank, takes out the one that stays closed. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PageCardOptions) {
    this.#options = options;
    this.#reading = options.reading;
    const { trigger, delay } = options.settings;
    this.#pointer = new PointerWatch({
      trigger,
      delay,
      store: () => this.#reading.store,
      cardBox: () => this.#card?.box ?? null,
      isCardFocused: () => this.#card?.isFocused ?? false,
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
    clearTimeout(this.#timer);
    this.#pointer.stop();
    this.#removeCard();
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

  /** The frame shows this entity, and its content has this height; px. */
  sized(entity: EntityId, height: number): void {
    if (!this.#open || !this.#card) return;
    // What it showed before is nothing to show under another name.
    if (!this.#open.isSeen && entity !== this.#open.match.entity) return;
    this.#card.resize(height);
    if (this.#open.isSeen) return;
    this.#open.isSeen = true;
    clearTimeout(this.#timer);
    this.#card.reveal();
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  close(): void {
    const wasOpen = this.isOpen;
    this.#open = null;
    this.#removeWhenIdle();
    this.#card?.close();
    this.#pointer.closed();
    if (wasOpen) this.#options.onClosed();
  }

  /** Opens the card by keyboard, and enters it. */
  enter(hit: Hit): void {
    this.#pointer.opened(hit.match);
    this.#openCard(hit, true);
  }

  /** The page's text was read anew: the mark may be gone, or be another match in the same place. */
  matchesChanged(): void {
    if (!this.#open || !isGone(this.#open.match)) return;
    const { match } = this.#open;
    const again = [...this.#reading.store.inContainer(match.container)].find((some) =>
      isSameMatch(some, match),
    );
    if (again) this.#open.match = again;
    else if (!this.#pointer.isInCard) this.close();
  }

  #removeCard(): void {
    this.#card?.remove();
    this.#card = null;
    this.#isReady = false;
  }

  #removeWhenIdle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#removeCard(), IDLE_MS);
  }

  #makeCard({ container }: Match): void {
    if (!this.#open) this.#removeWhenIdle();
    const isAlive = this.#isReady
      ? this.#card?.isEmptied === false
      : performance.now() - this.#madeAt < LOAD_MS;
    if (isAlive && this.#card?.serves(container)) return;
    this.#removeCard();
    // The page could write into the card.
    if (shared.sidelightGuard?.holds === false) return;
    this.#token = randomToken();
    this.#madeAt = performance.now();
    this.#card = new CardFrame(container, {
      address: `${this.#options.cardAddress}#${this.#token}`,
      onEnter: () => this.#pointer.enteredCard(),
      onLeave: () => this.#pointer.leftCard(),
    });
  }

  #openCard({ match, line, isTouched = false }: Hit, takesFocus = false): void {
    this.#makeCard(match);
    if (!this.#card?.open(line, toneOf(match), match.container, isTouched)) {
      this.close();
      return;
    }
    const number = linesOf(match).findIndex(({ top }) => top === line.top);
    this.#open = { match, line: number, takesFocus, isSeen: false };
    this.#options.onOpened(match);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), BLANK_MS);
    this.#follow();
    this.#showInCard();
  }

  #showInCard(): void {
    if (!this.#open || !this.#isReady || !this.#card) return;
    const open = this.#open;
    const { match, takesFocus } = open;
    if (takesFocus) this.#card.focus();
    askBackground('showCard', {
      token: this.#token,
      ...this.#options.pageLocation,
      entity: match.entity,
      matchedAs: textOf(match),
      tone: toneOf(match),
      room: this.#card.room,
      takesFocus,
      ...paragraphAround(match, this.#reading.store),
    }).catch((error) => {
      // Another may have been opened since.
      if (this.#open === open) this.close();
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
      // The page has taken it away.
      if (!this.#card.isShown || (this.#isReady && this.#card.isEmptied)) {
        this.close();
        return;
      }
      const { match, line: number } = this.#open;
      const { isPinned, isInCard } = this.#pointer;
      // A menu that is shown while it is pointed at goes when the pointer enters the card.
      if (!isPinned && !isGone(match)) {
        const lines = linesOf(match);
        const line = lines[number] ?? lines[0];
        const { isSheet } = this.#card;
        if (line && (isSheet || isInSight(match, line))) this.#card.follow(line);
        else if (!isSheet && !isInCard) this.close();
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
  return isOnDark(container) !== isInverted(container) ? 'dark' : 'light';
}

/** What the page shows for a match, without what a reader does not see. */
function textOf({ text }: Match): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060]/g, '').replace(/\s+/g, ' ');
}

/**
 * One document with Sidelight on: joins what reads the page (dom/) with what the extension knows
 * (platform/). Started and stopped as settings and the page's life ask for it.
 */
import type { EntityId, MatchPosition, OffState, Place } from '../../core/types';
import { CardFrame } from '../../dom/card-frame';
import { blockOf } from '../../dom/flow';
import { type Hit, isInSight, linesOf } from '../../dom/hit-test';
import { scrollToMatch } from '../../dom/jump';
import { liveRange, type Match } from '../../dom/match';
import { isOnDark } from '../../dom/painter';
import { PointerWatch } from '../../dom/pointer-watch';
import { Reading } from '../../dom/reading';
import { askBackground } from '../../platform/messages';
import type { PageSetup } from '../../platform/page-setup';
import type { CardToken, Jump } from '../../platform/protocol';
import type { FrameReport } from './frame-report';

/** Text of a paragraph that ranking looks at; longer blocks are pages, not paragraphs. */
const PARAGRAPH_LENGTH = 3000;
/** A card page that has not answered by then is kept from running by the page; first loads take 45–150 ms. */
const CARD_PATIENCE_MS = 3000;
/** Reports of matches are gathered for this long. */
const REPORT_MS = 250;

export interface PageSessionOptions extends PageSetup {
  /** Of now, whenever it is read. */
  place: Place;
  cardAddress: string;
  isExcluded?: ((element: Element) => boolean) | undefined;
  report: FrameReport;
  onError(error: unknown): void;
  /** Called when the background says that Sidelight is off here. */
  onOff(state: OffState): void;
  /** Called whenever an open card has closed. */
  onCardClosed(): void;
}

export class PageSession {
  readonly #options: PageSessionOptions;
  readonly #reading: Reading;
  readonly #pointer: PointerWatch;
  readonly #token: CardToken = randomToken();
  #card: CardFrame | null = null;
  #isCardReady = false;
  #isCardRefused = false;
  #open: { match: Match; line: number; takesFocus: boolean } | null = null;
  #current: Match | null = null;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;
  #followFrame = 0;

  constructor(options: PageSessionOptions) {
    this.#options = options;
    this.#reading = new Reading({
      ...options,
      ...options.settings,
      ask: (heads) => this.#ask(heads),
      onChange: () => this.#matchesChanged(),
      onError: options.onError,
    });
    const { trigger, delay } = options.settings;
    this.#pointer = new PointerWatch({
      trigger,
      delay,
      store: () => this.#reading.store,
      cardBox: () => this.#card?.box ?? null,
      onNear: (match) => this.#makeCard(match),
      onOpen: (hit) => this.#openCard(hit),
      onClose: () => this.closeCard(),
      onShadowTree: (tree) => this.#reading.readShadowTree(tree),
    });
  }

  start(): void {
    this.#reading.start();
    this.#pointer.start();
  }

  stop(): void {
    clearTimeout(this.#reportTimer);
    cancelAnimationFrame(this.#followFrame);
    this.#pointer.stop();
    this.#reading.stop();
    this.#card?.remove();
  }

  /** Tells the background what this frame shows. */
  async report(): Promise<void> {
    const counts = [...this.#reading.store.counts];
    await this.#options.report.tell(this.#reading.isComplete ? 'done' : 'reading', counts);
  }

  async #ask(heads: string[]) {
    const answer = await askBackground('names', { ...this.#options.place, heads });
    if (typeof answer !== 'string') return answer;
    this.#options.onOff(answer);
    return [];
  }

  isOurCard(token: CardToken): boolean {
    return token === this.#token;
  }

  cardReady(): void {
    this.#isCardReady = true;
    this.#showInCard();
  }

  pinCard(isPinned: boolean): void {
    this.#pointer.pin(isPinned);
  }

  resizeCard(height: number): void {
    this.#card?.resize(height);
  }

  get isCardOpen(): boolean {
    return this.#open !== null;
  }

  closeCard(): void {
    const wasOpen = this.isCardOpen;
    this.#open = null;
    this.#card?.close();
    this.#pointer.closed();
    if (wasOpen) this.#options.onCardClosed();
  }

  /** Scrolls to the next match of an entity, or of any, and flashes it. @returns which one it is */
  jump(entity: EntityId | null, by: Jump['by'] = 1): MatchPosition | undefined {
    const matches = this.#reading.store
      .inOrder(entity)
      .filter((match) => (entity !== null || match.isChosen) && match.container.checkVisibility());
    // Without a current one, the first or the last.
    const at = Math.max(matches.indexOf(this.#current as Match), by < 0 ? 0 : -1) + by;
    const next = matches.at(at % matches.length);
    if (!next) return;
    this.#current = next;
    this.closeCard();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollToMatch(next, calm);
    this.#reading.painter.flash(next);
    return [matches.indexOf(next) + 1, matches.length];
  }

  /** Opens the card of the mark that was jumped to last, or the first in view, and enters it. */
  openCurrent(): void {
    const inView = (match: Match) => linesOf(match).some((line) => isInSight(match, line));
    const match =
      this.#current && inView(this.#current)
        ? this.#current
        : this.#reading.store.inOrder().find((some) => some.isChosen && inView(some));
    const line = match && linesOf(match).find((some) => isInSight(match, some));
    if (!match || !line) return;
    this.#openCard({ match, line }, true);
    this.#pointer.opened(match);
  }

  #makeCard({ container }: Match): void {
    if (this.#card?.serves(container) || this.#isCardRefused) return;
    this.#isCardReady = false;
    this.#card?.remove();
    const card = new CardFrame(container, {
      address: `${this.#options.cardAddress}#${this.#token}`,
      onEnter: () => this.#pointer.enteredCard(),
      onLeave: () => this.#pointer.leftCard(),
    });
    this.#card = card;
    setTimeout(() => {
      if (this.#card === card && !this.#isCardReady) this.#refuseCard();
    }, CARD_PATIENCE_MS);
  }

  /** This page keeps the card from running: an empty one must not stay. */
  #refuseCard(): void {
    this.closeCard();
    this.#card?.remove();
    this.#card = null;
    this.#isCardRefused = true;
  }

  #openCard({ match, line, isTouched = false }: Hit, takesFocus = false): void {
    this.#makeCard(match);
    if (!this.#card) return;
    const number = linesOf(match).findIndex(({ top }) => top === line.top);
    this.#open = { match, line: number, takesFocus };
    this.#current = match;
    this.#card.open(line, toneOf(match), match.container, isTouched);
    this.#follow();
    this.#showInCard();
  }

  #showInCard(): void {
    if (!this.#open || !this.#isCardReady || !this.#card) return;
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
      this.closeCard();
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
        else if (!isSheet) this.closeCard();
      }
      this.#follow();
    });
  }

  #matchesChanged(): void {
    if (this.#open && !this.#open.match.node.isConnected) this.closeCard();
    clearTimeout(this.#reportTimer);
    // While it is read again, what an earlier session has told is likely to be true.
    const isEmpty = this.#reading.store.counts.size === 0;
    if (isEmpty && !this.#reading.isComplete) return;
    if (!this.#options.report.isNews([...this.#reading.store.counts])) return;
    this.#reportTimer = setTimeout(() => this.report().catch(this.#options.onError), REPORT_MS);
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

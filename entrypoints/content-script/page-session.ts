/**
 * One document with Sidelight on: joins what reads the page (dom/) with what the extension knows
 * (platform/). Started and stopped as settings and the page's life ask for it.
 */

import type { OffState, PageLocation } from '../../core/model/location';
import type { EntityId } from '../../core/model/source';
import type { Jumped } from '../../core/model/views';
import { isInSight, linesOf } from '../../dom/hit-test';
import { scrollToMatch } from '../../dom/jump';
import type { Match } from '../../dom/match';
import { isVisible, rectOf } from '../../dom/own';
import type { AskLibrary } from '../../dom/page-words';
import { paragraphAround } from '../../dom/paragraph';
import { Reading } from '../../dom/reading';
import { askBackground, Refusal } from '../../platform/messages';
import type { PageSetup } from '../../platform/page-setup';
import type { Jump } from '../../platform/protocol';
import type { FrameReport } from './frame-report';
import { PageCard } from './page-card';

/** What ends above it has been read; px from the top of the viewport. */
const READING_LINE = 80;
/** Reports of matches are gathered for this long. */
const REPORT_MS = 250;

export interface PageSessionOptions extends PageSetup {
  /** Of now, whenever it is read. */
  pageLocation: PageLocation;
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
  readonly card: PageCard;
  readonly #options: PageSessionOptions;
  readonly #reading: Reading;
  #current: Match | null = null;
  #following: AbortController | undefined;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PageSessionOptions) {
    this.#options = options;
    this.#reading = new Reading({
      ...options,
      ...options.settings,
      ask: (heads) => this.#ask(heads),
      onChange: () => this.#matchesChanged(),
      onError: options.onError,
    });
    this.card = new PageCard({
      ...options,
      reading: this.#reading,
      onOpened: (match) => {
        this.#current = match;
      },
      onClosed: options.onCardClosed,
    });
  }

  async #ask(heads: string[]): ReturnType<AskLibrary> {
    try {
      const answer = await askBackground('names', { ...this.#options.pageLocation, heads });
      if (typeof answer !== 'string') return answer;
      this.#options.onOff(answer);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#options.onError(error);
      return null;
    }
  }

  start(): void {
    this.#reading.start();
    this.card.start();
  }

  stop(): void {
    clearTimeout(this.#reportTimer);
    this.#following?.abort();
    this.card.stop();
    this.#reading.stop();
  }

  /** Tells which paragraph is being read: the one under the pointer, or highest in view; at once, and when it is another. */
  follow(isOn: boolean): void {
    this.#following?.abort();
    if (!isOn) return;
    this.#following = new AbortController();
    const options = { signal: this.#following.signal, capture: true };
    const { store } = this.#reading;
    let told: Element | undefined;
    const tell = (match: Match | undefined) => {
      if (!match || match.container === told) return;
      told = match.container;
      askBackground('read', paragraphAround(match, store)).catch(this.#options.onError);
    };
    const look = () => {
      const all = store.inOrder();
      // On a short page everything stands above the line.
      tell(all.find(({ container }) => rectOf(container).bottom > READING_LINE) ?? all.at(-1));
    };
    // What a page makes up is not heeded.
    addEventListener('scrollend', ({ isTrusted }) => isTrusted && look(), options);
    addEventListener(
      'pointerover',
      ({ isTrusted, target }) => isTrusted && tell(store.around(target as Element)),
      options,
    );
    look();
  }

  /** Tells the background what this frame shows. */
  async report(): Promise<void> {
    const counts = [...this.#reading.store.counts];
    await this.#options.report.tell(this.#reading.isComplete ? 'done' : 'reading', counts);
  }

  /** Scrolls to the next match of an entity, or of any, and flashes it. @returns which one it is */
  jump(entity: EntityId | null, by: Jump['by'] = 1): Jumped {
    const all = this.#reading.store
      .inOrder(entity)
      .filter((match) => entity !== null || match.isChosen);
    const matches = all.filter(({ container }) => isVisible(container));
    // Without a current one, the first or the last.
    const at = Math.max(matches.indexOf(this.#current as Match), by < 0 ? 0 : -1) + by;
    const next = matches.at(at % matches.length);
    if (!next) return all.length > 0 ? 'folded' : null;
    this.#current = next;
    this.card.close();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollToMatch(next, calm);
    if (!next.isUnpainted) this.#reading.painter.flash(next);
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
    if (match && line) this.card.enter({ match, line });
  }

  #matchesChanged(): void {
    this.card.matchesChanged();
    clearTimeout(this.#reportTimer);
    // While it is read again, what an earlier session has told is likely to be true.
    const isEmpty = this.#reading.store.counts.size === 0;
    if (isEmpty && !this.#reading.isComplete) return;
    if (!this.#options.report.isNews([...this.#reading.store.counts])) return;
    this.#reportTimer = setTimeout(() => this.report().catch(this.#options.onError), REPORT_MS);
  }
}

/**
 * Watches the pointer over a document and tells when a card is wanted on a match, and when no longer.
 * Adds listeners only; never stops an event, never takes a key from the page.
 */
import { type Box, type HoverAction, HoverIntent, type Point } from '../core/hover-intent';
import { type Hit, hitTest } from './hit-test';
import type { Match } from './match';
import type { MatchStore } from './match-store';

export interface PointerWatchOptions {
  store(): MatchStore | null;
  /** Where the card is; null while it is closed. */
  cardBox(): Box | null;
  /** The pointer is near marks: what makes the first card quick can be made ready. */
  onNear(): void;
  onOpen(hit: Hit): void;
  onClose(): void;
  /** The pointer is over this open shadow tree, which reading may not know yet. */
  onShadowTree(tree: ShadowRoot): void;
}

export class PointerWatch {
  readonly #options: PointerWatchOptions;
  readonly #intent = new HoverIntent<Match>();
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #pending: PointerEvent | null = null;
  #hit: Hit | null = null;
  #screen: Point | null = null;

  constructor(options: PointerWatchOptions) {
    this.#options = options;
  }

  start(): void {
    const { signal } = this.#stopped;
    const passive = { capture: true, passive: true, signal };
    // `document.open` takes them away: a session starts anew when the root is replaced.
    addEventListener('pointermove', (event) => this.#moved(event), passive);
    addEventListener(
      'pointerout',
      (event) => event.relatedTarget === null && this.#left(event),
      passive,
    );
    addEventListener('keydown', (event) => this.#key(event), passive);
    addEventListener('click', (event) => this.#click(event), passive);
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  /** The card was opened by other means than the pointer. */
  opened(match: Match): void {
    this.#intent.open(match);
    this.#schedule();
  }

  enteredCard(): void {
    this.#intent.enterCard();
    this.#schedule();
  }

  leftCard(): void {
    this.#intent.leaveCard(performance.now());
    this.#schedule();
  }

  closed(): void {
    this.#intent.closed(performance.now());
    this.#schedule();
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // Browsers repeat the event when the page moves under a resting pointer; a page could open cards so.
    if (this.#screen?.x === event.screenX && this.#screen.y === event.screenY) return;
    this.#screen = { x: event.screenX, y: event.screenY };
    this.#pending = event;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#look());
  }

  /** Once per frame: what lies under the pointer. */
  #look(): void {
    this.#frame = 0;
    const event = this.#pending;
    const store = this.#options.store();
    if (!event || !store) return;
    const target = event.composedPath()[0] ?? event.target;
    const tree = target instanceof Node ? target.getRootNode() : null;
    if (tree instanceof ShadowRoot) this.#options.onShadowTree(tree);
    this.#hit = hitTest(store, target, event.clientX, event.clientY, event.altKey);
    if (this.#hit) this.#options.onNear();
    const point = { x: event.clientX, y: event.clientY };
    const action = this.#intent.move(
      this.#hit?.match ?? null,
      point,
      event.timeStamp,
      event.altKey,
      this.#options.cardBox(),
    );
    this.#act(action);
  }

  #left(event: PointerEvent): void {
    if (!event.isTrusted) return;
    const point = { x: event.clientX, y: event.clientY };
    this.#hit = null;
    this.#act(this.#intent.move(null, point, event.timeStamp, false, this.#options.cardBox()));
  }

  #key(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape' && this.#options.cardBox()) this.#act({ do: 'close' });
  }

  /** A click on a mark opens its card at once; on a link it is the link's, and elsewhere it closes. */
  #click(event: MouseEvent): void {
    const store = this.#options.store();
    if (!event.isTrusted || !store) return;
    const target = event.composedPath()[0] ?? event.target;
    const hit = hitTest(store, target, event.clientX, event.clientY, event.altKey);
    const isControl =
      target instanceof Element &&
      target.closest('a[href],button,label,summary,[role=button]') !== null;
    if (hit && !isControl) {
      this.#hit = hit;
      this.#act(this.#intent.open(hit.match));
    } else if (this.#options.cardBox()) this.#act({ do: 'close' });
  }

  #act(action: HoverAction<Match>): void {
    if (action.do === 'open' && this.#hit?.match === action.on) this.#options.onOpen(this.#hit);
    else if (action.do === 'close') this.#options.onClose();
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const { deadline } = this.#intent;
    if (deadline === null) return;
    this.#timer = setTimeout(
      () => this.#act(this.#intent.due()),
      Math.max(0, deadline - performance.now()),
    );
  }
}

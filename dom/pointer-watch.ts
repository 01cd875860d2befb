/**
 * Watches the pointer over a document and tells when a card is wanted on a match, and when no longer.
 * Adds listeners only; never stops an event, never takes a key from the page.
 */
import { type Box, type HoverAction, HoverIntent } from '../core/card/hover-intent';
import { type Hit, hitTest } from './hit-test';
import { isSameMatch, type Match } from './match';
import type { MatchStore } from './match-store';
import { fits, rootOf } from './own';

/** What answers to a click itself, by its name or its role … */
const CONTROLS = `a[href],button,label,summary,input,select,textarea,[onclick],${[
  'button',
  'checkbox',
  'gridcell',
  'link',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'row',
  'switch',
  'tab',
  'treeitem',
]
  .map((role) => `[role=${role}]`)
  .join(',')}`;

export interface PointerWatchOptions {
  /** What opens a card, besides a click on unlinked text. */
  trigger: 'hover' | 'alt-hover' | 'click';
  /** Rest needed on a mark, ms. */
  delay: number;
  store(): MatchStore;
  /** Where the card is; null while it is closed. */
  cardBox(): Box | null;
  /** The focus is in the card: the reader has clicked there, is selecting its text, or came by keyboard. */
  isCardFocused(): boolean;
  /** The pointer is near marks: what makes the first card quick can be made ready. */
  onNear(match: Match): void;
  onOpen(hit: Hit): void;
  onClose(): void;
  /** The pointer is over this open shadow tree, which reading may not know yet. */
  onShadowTree(tree: ShadowRoot): void;
}

export class PointerWatch {
  readonly #options: PointerWatchOptions;
  readonly #intent: HoverIntent<Match>;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** The last move or click. */
  #last: MouseEvent | undefined;
  /** What lay innermost under it: an event forgets its path once it is over. */
  #target: EventTarget | undefined;
  #hit: Hit | null = null;

  constructor(options: PointerWatchOptions) {
    this.#options = options;
    this.#intent = new HoverIntent(options.delay, isSameMatch);
  }

  start(): void {
    // `document.open` takes them away: a session starts anew when the root is replaced.
    this.#on('pointermove', (event) => this.#moved(event));
    this.#on('pointerout', (event) => event.relatedTarget === null && this.#points(null, event));
    this.#on('pointerdown', () => this.#pressed());
    this.#on('keydown', ({ key }) => key === 'Escape' && this.#options.cardBox() && this.#close());
    this.#on('click', (event) => this.#click(event));
  }

  /** Heeds what the reader does; what a page makes up is not heeded. */
  #on<Type extends keyof WindowEventMap>(
    type: Type,
    heed: (event: WindowEventMap[Type]) => unknown,
  ): void {
    const { signal } = this.#stopped;
    const passive = { capture: true, passive: true, signal };
    addEventListener(type, (event) => event.isTrusted && heed(event), passive);
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

  pin(isPinned: boolean): void {
    this.#intent.isPinned = isPinned;
  }

  get isPinned(): boolean {
    return this.#intent.isPinned;
  }

  get isInCard(): boolean {
    return this.#intent.isInCard;
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
    if (event.pointerType === 'touch') return;
    // Browsers repeat the event when the page moves under a resting pointer; a page could open cards so.
    if (this.#last?.screenX === event.screenX && this.#last.screenY === event.screenY) return;
    this.#last = event;
    this.#target = event.composedPath()[0];
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#look());
  }

  /** Once per frame: what lies under the pointer. */
  #look(): void {
    this.#frame = 0;
    const event = this.#last as MouseEvent;
    const target = this.#target;
    const tree = target instanceof Node ? rootOf(target) : null;
    if (tree instanceof ShadowRoot) this.#options.onShadowTree(tree);
    const { trigger } = this.#options;
    const opens = trigger === 'hover' || (trigger === 'alt-hover' && event.altKey);
    // With a button held, text is being selected, or something dragged.
    const hit = event.buttons === 0 ? this.#hitAt() : null;
    const isHeeded = hit && (opens || this.#intent.isOpenOn(hit.match));
    if (isHeeded) this.#options.onNear(hit.match);
    this.#points(isHeeded ? hit : null, event);
  }

  /** Where the pointer is, and at what. */
  #points(hit: Hit | null, { clientX: x, clientY: y, timeStamp, altKey }: MouseEvent): void {
    this.#hit = hit;
    const { cardBox } = this.#options;
    this.#act(this.#intent.move(hit?.match ?? null, { x, y }, timeStamp, altKey, cardBox()));
  }

  /** What is pressed is clicked, dragged, or asked for its menu: it is no longer rested on. */
  #pressed(): void {
    // A move that came in the same frame has not been looked at yet.
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#intent.press();
    this.#schedule();
  }

  /** A click on a mark opens its card at once; on a link, or at the end of a selection, it is the page's. */
  #click(event: PointerEvent): void {
    const path = event.composedPath();
    this.#last = event;
    const hit = this.#hitAt();
    const isPages =
      path.some((node) => node instanceof Element && fits(node, CONTROLS)) ||
      isShownAsControl(path[0]) ||
      getSelection()?.type === 'Range';
    if (hit && !isPages) {
      this.#hit = { ...hit, isTouched: event.pointerType === 'touch' };
      this.#act(this.#intent.open(hit.match));
    } else if (this.#options.cardBox() && !this.isPinned) this.#close();
  }

  #close(): void {
    this.#act({ do: 'close' });
  }

  #act(action: HoverAction<Match>): void {
    if (action.do === 'open') {
      // The page may have moved the text while the pointer rested on it, or written it anew.
      const hit = this.#hitAt();
      if (hit && isSameMatch(hit.match, action.on)) {
        this.#options.onOpen({ ...hit, isTouched: this.#hit?.isTouched });
      } else this.#options.onClose();
    } else if (action.do === 'close') this.#options.onClose();
    this.#schedule();
  }

  /** What lies where the pointer was last. */
  #hitAt(): Hit | null {
    const { clientX, clientY, altKey } = this.#last as MouseEvent;
    return hitTest(this.#options.store(), clientX, clientY, altKey);
  }

  #due(): void {
    const action = this.#intent.due();
    // What has the focus is left by Esc, or by a click elsewhere.
    if (action.do !== 'close' || !this.#options.isCardFocused()) this.#act(action);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const { deadline } = this.#intent;
    if (deadline === null) return;
    this.#timer = setTimeout(() => this.#due(), Math.max(0, deadline - performance.now()));
  }
}

/** … or by the look that the page gives to what is clicked. Some pages give it to all of their body. */
function isShownAsControl(target: EventTarget | undefined): boolean {
  if (!(target instanceof Element)) return false;
  const { body } = document;
  const looks = (element: Element) => getComputedStyle(element).cursor === 'pointer';
  return looks(target) && !(body && looks(body));
}

/**
 * The place of the card in a page: an iframe in a closed shadow tree, under one host element that is there
 * while a card is wanted. The page can read neither the frame's address nor its content: the address is set
 * through the frame's own location, so `src` stays null (docs/browser-bugs.md, "Card frame").
 */
import type { Box } from '../core/card/hover-intent';
import {
  type CardMode,
  heightForCard,
  modeForCard,
  placeCard,
  roomForCard,
  type Viewport,
} from '../core/card/place-card';
import { shared } from './guard';
import { fits, rectOf } from './own';
import { flatParent } from './rendered';

const HTML = 'http://www.w3.org/1999/xhtml';

export interface CardFrameOptions {
  /** Address of the card page, with what tells this frame from others. */
  address: string;
  onEnter(): void;
  onLeave(): void;
}

export class CardFrame {
  readonly #host: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  /** The rule that places the host: no page can overrule what stands in it. */
  readonly #place: CSSStyleDeclaration;
  /** The empty document that each frame begins with; Firefox goes on telling of it. */
  readonly #first: Document | null;
  /** Until the card has told its own, the least. */
  #height = 0;
  #line: Box | null = null;
  /** What had the focus when the card opened, and has it again when the reader leaves. */
  #focused: Element | null = null;
  #mode: CardMode = 'line';

  /** Makes the frame for the marks around an element; where the page keeps the card from running, nothing will answer from it. */
  constructor(element: Element, { address, onEnter, onLeave }: CardFrameOptions) {
    // XHTML and SVG documents would make elements of another namespace.
    this.#host = document.createElementNS(HTML, 'div') as HTMLElement;
    this.#host.popover = 'manual';
    this.#frame = document.createElementNS(HTML, 'iframe') as HTMLIFrameElement;
    // Pages with Cross-Origin-Embedder-Policy refuse other frames; Firefox does not know the property.
    (this.#frame as { credentialless?: boolean }).credentialless = true;
    const tree = this.#host.attachShadow({ mode: 'closed' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(FRAME_CSS);
    this.#place = (styles.cssRules[0] as CSSStyleRule).style;
    tree.adoptedStyleSheets = [styles];
    tree.append(this.#frame);
    const heed = ({ isTrusted, type, target }: Event) => {
      if (!isTrusted || target !== this.#host) return;
      if (type === 'pointerenter') onEnter();
      if (type === 'pointerleave') onLeave();
    };
    this.#host.addEventListener('pointerenter', heed);
    this.#host.addEventListener('pointerleave', heed);
    shared.sidelightGuard?.keep(tree, heed);
    homeFor(element).append(this.#host);
    this.#first = this.#frame.contentDocument;
    // In a sandboxed page the frame has no document for us, and Firefox would load the card without its scripts.
    if (this.#frame.contentDocument || 'credentialless' in HTMLIFrameElement.prototype) {
      this.#frame.contentWindow?.location.replace(address);
    }
  }

  get isOpen(): boolean {
    return this.#line !== null;
  }

  /** Where the card is in the viewport; null while it is closed. */
  get box(): Box | null {
    return this.isOpen ? rectOf(this.#host) : null;
  }

  /** False where a card for this element would be inert, or the page has thrown the frame away. */
  serves(element: Element): boolean {
    return this.#host.parentNode === homeFor(element);
  }

  /** True when the page has taken the frame out and put it back: it holds another empty document then. */
  get isEmptied(): boolean {
    const { contentDocument } = this.#frame;
    return contentDocument?.URL === 'about:blank' && contentDocument !== this.#first;
  }

  /** False when the page has closed it, or taken it out. */
  get isShown(): boolean {
    return this.#host.matches(':popover-open');
  }

  /**
   * Makes room for the card of a line of text in this element, which stays unseen until `reveal`; from below where
   * a finger or a card covers the text. @returns false where no card could be read
   */
  open(line: Box, tone: 'light' | 'dark', element: Element, isTouched: boolean): boolean {
    const isVertical = !getComputedStyle(element).writingMode.startsWith('h');
    const mode = modeForCard(line, this.#viewport, isVertical, isTouched);
    if (!mode) return false;
    if (!this.isOpen) this.#focused = document.activeElement;
    this.#line = line;
    this.#mode = mode;
    const { style } = this.#frame;
    // A frame whose colour scheme differs from its document's is painted opaque.
    style.setProperty('color-scheme', tone, 'important');
    // Chromium would hand no pointer on to a frame that was invisible by `visibility`.
    style.setProperty('opacity', '0', 'important');
    this.#lay();
    if (!this.isShown) this.#host.showPopover();
    return true;
  }

  /** The frame shows what the card is about. */
  reveal(): void {
    this.#frame.style.removeProperty('opacity');
  }

  close(): void {
    this.#line = null;
    if (document.activeElement === this.#host) {
      (this.#focused as HTMLElement | null)?.focus({ preventScroll: true });
    }
    if (this.isShown) this.#host.hidePopover();
  }

  /** The card's content has this height; px. */
  resize(height: number): void {
    this.#height = height;
    if (this.isOpen) this.#lay();
  }

  /** The line has moved. */
  follow(line: Box): void {
    // A sheet would jump from side to side.
    if (!this.isSheet) this.#line = line;
    this.#lay();
  }

  get isFocused(): boolean {
    return document.activeElement === this.#host;
  }

  focus(): void {
    this.#frame.focus();
  }

  remove(): void {
    this.#host.remove();
  }

  /** The greatest height that the card can have where it is open; px. */
  get room(): number {
    return this.#line ? roomForCard(this.#line, this.#viewport, this.#mode) : 0;
  }

  get isSheet(): boolean {
    return this.#mode === 'sheet';
  }

  get #viewport(): Viewport {
    const root = document.documentElement;
    return {
      width: root.clientWidth * root.currentCSSZoom,
      height: innerHeight,
      // Nothing of the page's is inherited by the host: this is the size that the reader has set.
      textSize: Number.parseFloat(getComputedStyle(this.#host).fontSize),
    };
  }

  #lay(): void {
    if (!this.#line) return;
    const viewport = this.#viewport;
    const box = placeCard(this.#line, heightForCard(this.#height, viewport), viewport, this.#mode);
    // What the page enlarges us by is taken back: the card lies where it measures.
    const zoom = this.#host.parentElement?.currentCSSZoom ?? 1;
    this.#place.setProperty('zoom', `${1 / zoom}`, 'important');
    for (const [side, length] of Object.entries(box)) {
      this.#place.setProperty(side, `${length}px`, 'important');
    }
  }
}

/** Everything outside of a modal dialog is inert, and an iframe that is moved there loads anew. */
function homeFor(element: Element): Element {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if (fits(at, 'dialog:modal')) return at;
  }
  return document.documentElement;
}

/**
 * Adopted, since a page's CSP may forbid style elements. `!important` on `:host` outranks the page, whatever it
 * does to elements like ours.
 */
const FRAME_CSS = `:host{all:initial!important;position:fixed!important}
:host(:not(:popover-open)){display:none!important}
iframe{display:block;width:100%;height:100%;border:0;border-radius:12px;box-shadow:0 0 0 1px rgb(0 0 0/.1),0 12px 32px rgb(0 0 0/.22)}
@media print{:host{display:none!important}}`;

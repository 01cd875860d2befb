/**
 * The place of the card in a page: an iframe in a closed shadow tree, under one host element that is added
 * when a card is first wanted. The page can read neither the frame's address nor its content: the address
 * is set through the frame's own location, so `src` stays null (docs/browser-bugs.md, "Card frame").
 */
import type { Box } from '../core/hover-intent';
import { type CardMode, placeCard, roomForCard } from '../core/place-card';
import { closest } from './rendered';

const HTML = 'http://www.w3.org/1999/xhtml';
/** Height until the card has told its own; px. */
const FIRST_HEIGHT = 240;

export interface CardFrameOptions {
  /** Address of the card page, with what tells this frame from others. */
  address: string;
  onEnter(): void;
  onLeave(): void;
}

export class CardFrame {
  readonly #host: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  #wanted = FIRST_HEIGHT;
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
    tree.adoptedStyleSheets = [styles];
    tree.append(this.#frame);
    homeFor(element).append(this.#host);
    // In a sandboxed page the frame has no document for us, and Firefox would load the card without its scripts.
    if (this.#frame.contentDocument || 'credentialless' in HTMLIFrameElement.prototype) {
      this.#frame.contentWindow?.location.replace(address);
    }
    this.#host.addEventListener('pointerenter', (event) => event.isTrusted && onEnter());
    this.#host.addEventListener('pointerleave', (event) => event.isTrusted && onLeave());
  }

  get isOpen(): boolean {
    return this.#line !== null;
  }

  /** Where the card is in the viewport; null while it is closed. */
  get box(): Box | null {
    return this.isOpen ? this.#host.getBoundingClientRect() : null;
  }

  /** False where a card for this element would be inert, or the page has thrown the frame away. */
  serves(element: Element): boolean {
    return this.#host.parentNode === homeFor(element);
  }

  /** Shows the card for a line of text in this element; from below where a finger or a card covers the text. */
  open(line: Box, tone: 'light' | 'dark', element: Element, isTouched: boolean): void {
    if (!this.isOpen) this.#focused = document.activeElement;
    this.#line = line;
    this.#mode = isTouched || innerWidth < SHEET_BELOW ? 'sheet' : modeBeside(element);
    // A frame whose colour scheme differs from its document's is painted opaque.
    this.#frame.style.setProperty('color-scheme', tone, 'important');
    this.#place();
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
  }

  close(): void {
    this.#line = null;
    if (document.activeElement === this.#host) {
      (this.#focused as HTMLElement | null)?.focus({ preventScroll: true });
    }
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
  }

  /** The card's content has this height; px. */
  resize(height: number): void {
    this.#wanted = height;
    if (this.isOpen) this.#place();
  }

  /** The line has moved. */
  follow(line: Box): void {
    this.#line = line;
    this.#place();
  }

  focus(): void {
    this.#frame.focus();
  }

  remove(): void {
    this.#host.remove();
  }

  /** The greatest height that the card can have where it is open; px. */
  get room(): number {
    return this.#line ? roomForCard(this.#line, viewport(), this.#mode) : 0;
  }

  get isSheet(): boolean {
    return this.#mode === 'sheet';
  }

  #place(): void {
    if (!this.#line) return;
    const box = placeCard(this.#line, this.#wanted, viewport(), this.#mode);
    const { style } = this.#host;
    // What the page enlarges us by is taken back: the card lies where it measures.
    style.setProperty('--zoom', `${1 / (this.#host.parentElement as Element).currentCSSZoom}`);
    for (const [side, length] of Object.entries(box)) {
      // Through the style object: a page's CSP may forbid style attributes.
      style.setProperty(`--${side}`, `${length}px`);
    }
  }
}

/** Everything outside of a modal dialog is inert, and an iframe that is moved there loads anew. */
function homeFor(element: Element): Element {
  return closest(element, 'dialog:modal') ?? document.documentElement;
}

function viewport() {
  const root = document.documentElement;
  return { width: root.clientWidth * root.currentCSSZoom, height: innerHeight };
}

/** In viewports narrower than this a card beside the line would cover what is read; px. */
const SHEET_BELOW = 480;

function modeBeside(element: Element): CardMode {
  return getComputedStyle(element).writingMode.startsWith('h') ? 'line' : 'vertical-line';
}

/**
 * Adopted, since a page's CSP may forbid style elements. `!important` on `:host` outranks the page, whatever it
 * does to elements like ours; so the place comes in custom properties, which `all` leaves alone.
 */
const FRAME_CSS = `:host{all:initial!important;position:fixed!important;zoom:var(--zoom)!important;${[
  'left',
  'top',
  'width',
  'height',
]
  .map((side) => `${side}:var(--${side})!important`)
  .join(';')}}
:host(:not(:popover-open)){display:none!important}
iframe{display:block;width:100%;height:100%;border:0;border-radius:12px;box-shadow:0 0 0 1px rgb(0 0 0/.1),0 12px 32px rgb(0 0 0/.22)}
@media print{:host{display:none!important}}`;

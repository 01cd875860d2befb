/**
 * Firefox leads a page from events into closed shadow trees, by properties that are not retargeted, and a page
 * that holds the card's frame can load its own words into it (docs/decisions/0022-events-and-the-card.md). So
 * such events end here, at the window, where they begin. That holds for listeners that were added earlier than
 * the page's; the guard knows when they were not.
 */

import type { Guard } from './guard';

/** What may be told of the card's frame: all that a pointer, a key, the focus and a load can bring about. */
const TYPES =
  'pointerover pointerenter pointerout pointerleave pointermove pointerdown pointerup pointercancel gotpointercapture lostpointercapture mouseover mouseenter mouseout mouseleave mousemove mousedown mouseup click dblclick auxclick contextmenu wheel DOMMouseScroll MozMousePixelScroll touchstart touchmove touchend touchcancel drag dragstart dragenter dragover dragleave dragend drop focus focusin blur focusout keydown keypress keyup copy cut paste selectstart load error scroll toggle beforetoggle DOMFrameContentLoaded';

/** Firefox alone has them. */
type LeakyEvent = Event &
  Partial<Record<'originalTarget' | 'explicitOriginalTarget' | 'rangeParent', EventTarget | null>>;

export class EventGuard implements Guard {
  #tree: ShadowRoot | null = null;
  #heed: (event: Event) => void = () => {};
  /** The document's root when the listeners were added, or the first that it got. */
  #root = document.documentElement;
  /** Whether scripts of the page may have added listeners before. */
  #isLate = this.#root?.firstElementChild != null;

  constructor() {
    for (const type of TYPES.split(' ')) {
      addEventListener(type, (event) => this.#look(event), { capture: true, passive: true });
    }
    // `document.open` takes our listeners away, and the page's next ones are the first.
    new MutationObserver(() => {
      this.#isLate ||= this.#root !== null && this.#root !== document.documentElement;
      this.#root ??= document.documentElement;
    }).observe(document, { childList: true });
  }

  get holds(): boolean {
    return !this.#isLate;
  }

  keep(tree: ShadowRoot, heed: (event: Event) => void): void {
    this.#tree = tree;
    this.#heed = heed;
  }

  #look(event: LeakyEvent): void {
    const tree = this.#tree;
    if (!tree) return;
    const { originalTarget, explicitOriginalTarget, rangeParent } = event;
    for (const each of [originalTarget, explicitOriginalTarget, rangeParent]) {
      if (!(each instanceof Node) || each.getRootNode() !== tree) continue;
      event.stopImmediatePropagation();
      this.#heed(event);
      return;
    }
  }
}

/** Shadow trees as only an extension sees them. */
import { browser } from 'wxt/browser';

/** The shadow tree of an element, closed ones too; null where it has none. */
export function shadowTreeOf(element: Element): ShadowRoot | null {
  // Firefox has it on the element, Chromium takes HTML elements only.
  if ('openOrClosedShadowRoot' in element)
    return element.openOrClosedShadowRoot as ShadowRoot | null;
  return element instanceof HTMLElement ? browser.dom.openOrClosedShadowRoot(element) : null;
}

/** Whether a page is light or dark around an element, as its reader sees it. */
import { isLight } from '../core/card/light-colours';
import { flatParent } from './rendered';

/**
 * True where the page writes light on dark. The text's own colour tells it: backgrounds may be images, or
 * belong to any ancestor.
 */
export function isOnDark(element: Element): boolean {
  return isLight(getComputedStyle(element).color);
}

/** True where what the page paints dark is seen light: a filter around an element turns it over. */
export function isInverted(element: Element): boolean {
  let isTurned = false;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const [, amount] = /\binvert\(([\d.]+)\)/.exec(getComputedStyle(at).filter) ?? [];
    if (Number(amount) > 0.5) isTurned = !isTurned;
  }
  return isTurned;
}

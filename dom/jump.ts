/** Scrolls the page to a match. */
import { boxOf, type Match } from './match';
import { rectOf, scrollTo } from './own';
import { flatParent } from './rendered';

const scrollBy: (this: Element, way: ScrollToOptions) => void = Element.prototype.scrollBy;
const SCROLLS = /auto|scroll/;

/**
 * Brings a match to the middle of the viewport, and of each box that scrolls around it.
 * @param isCalm without any movement on the way
 */
export function scrollToMatch(match: Match, isCalm: boolean): void {
  const { container } = match;
  const behavior = isCalm ? 'instant' : 'smooth';
  const { width, height } = rectOf(container);
  if (height <= innerHeight && width <= innerWidth) {
    scrollTo(container, { block: 'center', inline: 'nearest', behavior });
    return;
  }
  // The box is larger than the viewport: the place of the name itself tells where to go, from the inside out.
  for (let around: Element | null = container; around; around = flatParent(around)) {
    const { overflowX, overflowY } = getComputedStyle(around);
    if (around === document.body || !SCROLLS.test(overflowX + overflowY)) continue;
    scrollBy.call(around, {
      ...wayFrom(boxOf(match), rectOf(around)),
      behavior: 'instant',
    });
  }
  const viewport = new DOMRect(0, 0, innerWidth, innerHeight);
  window.scrollBy({ ...wayFrom(boxOf(match), viewport), behavior });
}

/** How far a box is to be scrolled, so that what it holds stands in its middle. */
function wayFrom(held: DOMRect, box: DOMRect): { left: number; top: number } {
  const isBeside = held.left < box.left || held.right > box.right;
  return {
    left: isBeside ? held.left + held.width / 2 - (box.left + box.width / 2) : 0,
    top: held.top + held.height / 2 - (box.top + box.height / 2),
  };
}

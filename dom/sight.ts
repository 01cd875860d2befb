/**
 * What a reader can see of a match. The first match of a section is chosen among those that can be seen: a name in a
 * closed menu, above the edge of a page, or cut off by its box must not take the mark of one in the text.
 */

import { forThisTask } from './for-this-task';
import { BEST, boxOf, type Match, type Standing } from './match';
import { closestTo, rectOf } from './own';
import { flatParent, isShown } from './rendered';
import { HEADINGS } from './sections';

/** What stands around the text of a page, or over it. */
const AROUND_TEXT = `aside,footer,table,[role=complementary],[role=contentinfo],[role=banner],header:not(article header,main header),${HEADINGS}`;

/** As much of a name as must be seen, of its width and of its height. */
const LEAST_SHARE = 0.5;

/** True for what leads elsewhere: no match in it stands for a section. */
export const isInMenu = (element: Element) =>
  closestTo(element, 'nav,menu,[role=navigation]') !== null;

/** How well a match stands for its section now; asks for layout. */
export function standingOf(match: Match): Standing {
  const { container } = match;
  if (!isShown(container) || isCutOff(match)) return 0;
  return closestTo(container, AROUND_TEXT) ? 1 : BEST;
}

/** Part of the viewport's plane, px. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const EVERYWHERE: Area = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};
const NOWHERE: Area = new DOMRect();

/** True for text that no scrolling brings to sight: outside of the page, or of a box that cuts its content off. */
function isCutOff(match: Match): boolean {
  return !isSeenIn(boxOf(match), areaFor(match.container));
}

/** All that can be scrolled to. */
function page(): Area {
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  // A page from right to left scrolls to negative offsets.
  const left = -scrollX - (scrollX < 0 ? scrollWidth - clientWidth : 0);
  return { left, top: -scrollY, right: left + scrollWidth, bottom: scrollHeight - scrollY };
}

function isSeenIn(box: Area, area: Area): boolean {
  const width = Math.min(box.right, area.right) - Math.max(box.left, area.left);
  const height = Math.min(box.bottom, area.bottom) - Math.max(box.top, area.top);
  return (
    width > 0 &&
    height > 0 &&
    width >= LEAST_SHARE * (box.right - box.left) &&
    height >= LEAST_SHARE * (box.bottom - box.top)
  );
}

/** Where the content of an element can be seen; of one that scrolls, wherever it stands. */
const areaFor: (element: Element) => Area = forThisTask((element) => {
  // The viewport clips for both of these.
  if (element === document.documentElement) return page();
  if (element === document.body) return areaFor(document.documentElement);
  const { overflowX, overflowY, clip, position } = getComputedStyle(element);
  const outer = areaAround(element, position);
  if (EMPTY_CLIP.test(clip)) return NOWHERE;
  if (overflowX === 'visible' && overflowY === 'visible') return outer;
  const own = rectOf(element);
  if (SCROLLS.test(overflowX + overflowY)) return isSeenIn(own, outer) ? EVERYWHERE : NOWHERE;
  return {
    left: Math.max(own.left, outer.left),
    top: Math.max(own.top, outer.top),
    right: Math.min(own.right, outer.right),
    bottom: Math.min(own.bottom, outer.bottom),
  };
});

const SCROLLS = /auto|scroll/;
/** `clip: rect(…)` as it hides text that screen readers read. */
const EMPTY_CLIP = /^rect\((\d+)px,? (\d+)px,? \1px,? \2px\)$/;

/** What the boxes around an element let be seen of it. One that is placed apart is cut off by what it is placed in. */
function areaAround(element: Element, position: string): Area {
  if (position === 'fixed') return page();
  let around = flatParent(element);
  while (around && position === 'absolute' && getComputedStyle(around).position === 'static') {
    around = flatParent(around);
  }
  return around ? areaFor(around) : page();
}

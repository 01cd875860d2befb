/** What the browser has rendered, and what surrounds an element there: shadow trees, slots, closed folds. */
import { forThisTask } from './for-this-task';
import {
  assignedSlotOf,
  closestTo,
  isVisible,
  localNameOf,
  parentElementOf,
  rootOf,
  shadowRootOf,
} from './own';

/**
 * Whether the browser has rendered an element: what is not displayed, or skipped by `content-visibility` or a closed
 * `details`, it has not. No style may be asked of that: the browser would style it on our account and load its images,
 * which tells the page's server that a name stands there (docs/browser-bugs.md, "Forced styles"). `checkVisibility`
 * answers from what is known.
 */
export const isRendered: (element: Element) => boolean = forThisTask(
  (element) => isVisible(element, { contentVisibilityAuto: true }) || isWithoutBox(element),
);

/** True for `display: contents`: the element has no box that could be visible, its content has. */
function isWithoutBox(element: Element): boolean {
  const parent = flatParent(element);
  if (!parent || !isRendered(parent) || maySkip(parent, element)) return false;
  return getComputedStyle(element).display === 'contents';
}

/** True where a rendered parent may keep this child from being rendered. */
function maySkip(parent: Element, child: Element): boolean {
  if (localNameOf(parent) === 'details' && !parent.hasAttribute('open')) return true;
  // It is in no slot, or in one of a closed tree, where anything may be around it.
  if (parentElementOf(child) === parent && treeOf(parent)) return true;
  return getComputedStyle(parent).contentVisibility !== 'visible';
}

/** The shadow tree of an element: the open one, unless the caller sees more. */
let treeOf: (element: Element) => ShadowRoot | null = shadowRootOf;

/** Lets a caller who sees closed shadow trees tell of them. */
export function seeTreesWith(see: typeof treeOf): void {
  treeOf = see;
}

/** True when the element is shown; what is skipped so far is asked about again when it is rendered. */
export function isShown(element: Element): boolean {
  return isVisible(element, {
    contentVisibilityAuto: true,
    opacityProperty: true,
    visibilityProperty: true,
  });
}

/** What surrounds an element as the browser renders it. */
export function flatParent(element: Element): Element | null {
  return assignedSlotOf(element) ?? parentElementOf(element) ?? hostOf(element);
}

/** The element whose shadow tree holds this one. */
export function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The nearest element around this one that a selector fits, hosts of shadow trees included. */
export function closest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = closestTo(at, selector);
    if (found) return found;
  }
  return null;
}

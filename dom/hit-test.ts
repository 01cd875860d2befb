/**
 * Which match lies under a point: by the match's own line rectangles, so that a name wrapped over two lines
 * answers on both and nowhere between. Never `highlightsFromPoint`: it costs milliseconds on long pages.
 */
import { liveRange, type Match } from './match';
import type { MatchStore } from './match-store';

/** A container with more matches than this asks the caret first which text node is meant. */
const MANY = 24;
/** Slack around a line, in CSS px: underlines hang below the line box of small text. */
const SLACK = 2;

/** A match and the line rectangle that was hit. */
export interface Hit {
  match: Match;
  line: DOMRect;
  /** By a finger, which covers what is beside it. */
  isTouched?: boolean;
}

/**
 * The match at a point of the viewport, or null.
 * @param target the innermost element under the point (the first of `composedPath()`)
 * @param unmarkedToo whether matches that the density setting left unmarked answer as well
 */
export function hitTest(
  store: MatchStore,
  target: EventTarget | null | undefined,
  x: number,
  y: number,
  unmarkedToo: boolean,
): Hit | null {
  const container = containerAround(store, target);
  if (!container) return null;
  let matches = [...store.inContainer(container)].filter((match) => match.isChosen || unmarkedToo);
  if (matches.length > MANY) {
    const caret = document.caretPositionFromPoint(x, y)?.offsetNode;
    matches = matches.filter((match) => match.node === caret);
  }
  for (const match of matches) {
    const line = linesOf(match).find(
      (rect) =>
        x >= rect.left - SLACK &&
        x <= rect.right + SLACK &&
        y >= rect.top - SLACK &&
        y <= rect.bottom + SLACK,
    );
    if (line) return { match, line };
  }
  return null;
}

/** One rectangle per line of the match, in the viewport. Empty where it is not rendered. */
export function linesOf(match: Match): DOMRect[] {
  return [...liveRange(match).getClientRects()].filter(
    ({ width, height }) => width > 0 && height > 0,
  );
}

/** True when a line is within the viewport, and no box around it has scrolled it away. */
export function isInSight(
  { node, container }: Match,
  { left, top, width, height }: DOMRect,
): boolean {
  const stack = (node.getRootNode() as Document | ShadowRoot).elementsFromPoint(
    left + width / 2,
    top + height / 2,
  );
  // A name may begin in an inline element and end beside it.
  return stack.some((element) => element === container || element === container.parentElement);
}

function containerAround(
  store: MatchStore,
  target: EventTarget | null | undefined,
): Element | null {
  let element = target instanceof Element ? target : null;
  // The innermost element may be a child with `display: contents`, or an overlay inside of the container.
  for (let steps = 0; element && steps < 3; steps++) {
    if (store.has(element)) return element;
    element = element.parentElement;
  }
  return null;
}

/**
 * Which match lies under a point: by the match's own line rectangles, so that a name wrapped over two lines
 * answers on both and nowhere between. It must be what the reader sees there: painted, legible and alone, for
 * a page could put a thousand names into one place to learn which of them is known. Never
 * `highlightsFromPoint`: it costs milliseconds on long pages.
 */
import { blockOf } from './flow';
import { liveRange, type Match } from './match';
import type { MatchStore } from './match-store';
import { fits, holds, isVisible, parentElementOf as parentOf, rootOf, shadowRootOf } from './own';

/** A container with more matches than this asks the caret first which text node is meant. */
const MANY = 24;
/** Slack around a line, in CSS px: underlines hang below the line box of small text. */
const SLACK = 2;
/** Of what lies under a point, this many elements are looked into for matches … */
const DEPTH = 8;
/** … and this many elements within each: a name may begin in one and end beside it, or let the pointer through. */
const WITHIN = 200;
/** More elements than this in one place hide what a reader could read there. */
const CROWD = 60;

/** A match and the line rectangle that was hit. */
export interface Hit {
  match: Match;
  line: DOMRect;
  /** By a finger, which covers what is beside it. */
  isTouched?: boolean | undefined;
}

/**
 * The match at a point of the viewport, or null.
 * @param unmarkedToo whether matches that the density setting left unmarked answer as well
 */
export function hitTest(store: MatchStore, x: number, y: number, unmarkedToo: boolean): Hit | null {
  if (store.counts.size === 0) return null;
  const stack = stackAt(document, x, y);
  if (stack.length > CROWD) return null;
  for (const container of containersIn(stack, store)) {
    let matches = [...store.inContainer(container)].filter(
      (match) => match.isChosen || unmarkedToo,
    );
    if (matches.length > MANY) matches = nearCaret(matches, container, x, y);
    for (const match of matches) {
      const line = linesOf(match).find((rect) => isWithin(rect, x, y, SLACK));
      if (line && isSeen(match, stack) && isAlone(match, line, stack, x, y)) {
        return { match, line };
      }
    }
  }
  return null;
}

/** One rectangle per line of the match, in the viewport. Empty where it is not rendered. */
export function linesOf(match: Match): DOMRect[] {
  return rectsOf(liveRange(match));
}

/** True when a line is within the viewport, and no box around it has scrolled it away. */
export function isInSight(match: Match, { left, top, width, height }: DOMRect): boolean {
  return levelOf(match, stackAt(document, left + width / 2, top + height / 2)) >= 0;
}

/** The elements under a point, innermost first, those of open shadow trees included. */
function stackAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  const stack = new Set<Element>();
  for (const element of root.elementsFromPoint(x, y)) {
    const tree = shadowRootOf(element);
    if (tree && tree !== root && !stack.has(element)) {
      for (const inner of stackAt(tree, x, y)) if (tree.contains(inner)) stack.add(inner);
    }
    stack.add(element);
  }
  return [...stack];
}

/** The containers of matches that may be meant, uppermost first. */
function containersIn(stack: readonly Element[], store: MatchStore): Set<Element> {
  const found = new Set<Element>();
  for (const element of stack.slice(0, DEPTH)) {
    if (store.has(element)) found.add(element);
    const within = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
    for (let count = 0; count < WITHIN && within.nextNode(); count++) {
      if (store.has(within.currentNode as Element)) found.add(within.currentNode as Element);
    }
  }
  return found;
}

/** Those of many matches that the caret's text node holds; all where the caret goes to another element. */
function nearCaret(matches: Match[], container: Element, x: number, y: number): Match[] {
  const root = rootOf(container);
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots })?.offsetNode;
  if (!caret || !holds(container, caret)) return matches;
  return matches.filter(({ node, endNode }) => {
    if (node === caret || endNode === caret) return true;
    return node !== endNode && isBetween(node, caret, endNode);
  });
}

function isBetween(first: Node, node: Node, last: Node): boolean {
  const { DOCUMENT_POSITION_FOLLOWING: follows } = Node;
  return Boolean(
    first.compareDocumentPosition(node) & follows && node.compareDocumentPosition(last) & follows,
  );
}

/**
 * Where a match lies in a stack: the index of its container, or of what catches the pointer for it; −1 where it
 * is not at that point.
 */
function levelOf({ node, container }: Match, stack: readonly Element[]): number {
  const block = blockOf(node);
  let isWithinBlock = true;
  for (let at: Element | null = container; at; at = parentOf(at)) {
    const level = stack.indexOf(at);
    if (level >= 0) return level;
    // A name may begin in an inline element and end beside it; text may let the pointer through.
    isWithinBlock &&= at !== block;
    if (!isWithinBlock && getComputedStyle(at).pointerEvents !== 'none') return -1;
  }
  return -1;
}

/** What a match is seen with: nothing opaque lies over it, and its text is not hidden. */
function isSeen(match: Match, stack: readonly Element[]): boolean {
  const level = levelOf(match, stack);
  if (level < 0) return false;
  const holder = parentOf(match.node);
  const isShown = holder && isVisible(holder, { opacityProperty: true, visibilityProperty: true });
  if (!isShown) return false;
  return stack.slice(0, level).every((over) => holds(over, match.node) || !isOpaque(over));
}

/** Elements that paint over what is beneath them. */
const REPLACED =
  'img,video,canvas,iframe,object,embed,input,select,textarea,button,svg,meter,progress';

function isOpaque(element: Element): boolean {
  if (fits(element, REPLACED)) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) === 0) return false;
  const alpha = /(?:rgba\(.*,|\/)\s*([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? 1;
  return Number(alpha) > 0.5 || backgroundImage !== 'none';
}

/** True when no other text is written over the match at a point. */
function isAlone(
  { node }: Match,
  line: DOMRect,
  stack: readonly Element[],
  x: number,
  y: number,
): boolean {
  const block = blockOf(node);
  if (!block || isSqueezed(block)) return false;
  const others = stack.filter((some) => !holds(some, node) && !holds(block, some));
  let lines = 0;
  for (const element of [block, ...others]) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let count = 0; count < WITHIN && texts.nextNode(); count++) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      // Boxes of neighbouring lines overlap a little: what is written is in the middle.
      lines += rectsOf(range).filter((rect) => isWithin(rect, x, y, -rect.height / 4)).length;
    }
  }
  return lines <= (isWithin(line, x, y, -line.height / 4) ? 1 : 0);
}

/** True where lines or words are written over each other. */
function isSqueezed(block: Element): boolean {
  const { fontSize, lineHeight, wordSpacing, letterSpacing } = getComputedStyle(block);
  const size = Number.parseFloat(fontSize);
  return (
    Number.parseFloat(lineHeight) < size / 2 ||
    Number.parseFloat(wordSpacing) < -size / 4 ||
    Number.parseFloat(letterSpacing) < -size / 4
  );
}

function rectsOf(range: Range): DOMRect[] {
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function isWithin(
  { left, top, right, bottom }: DOMRect,
  x: number,
  y: number,
  slack: number,
): boolean {
  const sideways = Math.max(slack, 0);
  return x >= left - sideways && x <= right + sideways && y >= top - slack && y <= bottom + slack;
}

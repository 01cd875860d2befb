/** Where a page shows a name, and what can be asked of that place. */
import type { EntityId } from '../core/types';

/** A heading, a screenful of a tree without headings, or a tree's text before its first heading. */
export type SectionKey = Element | string;

/** Where a page shows a name. */
export interface Match {
  entity: EntityId;
  /** The text node in which it begins, and the offset there. */
  node: Text;
  start: number;
  /** The text node in which it ends, and the offset there. */
  endNode: Text;
  end: number;
  /** The element whose box tells whether the match is near the viewport. */
  container: Element;
  /** An ambiguous name that counts by its company. */
  needsCompany: boolean;
  /** Chosen by the density setting. */
  isChosen: boolean;
  /** The section in which it was first seen; null before that is asked. */
  section: SectionKey | null;
}

/** Is told what to paint. */
export interface MatchPainter {
  show(match: Match): void;
  hide(match: Match): void;
  watch(container: Element): void;
  unwatch(container: Element): void;
}

/** True when the page no longer holds the text of a match. */
export function isGone({ node, endNode, end }: Match): boolean {
  return !node.isConnected || !endNode.isConnected || end > endNode.length;
}

/** True when two stand in one place for one entity: a page that was read anew has other matches, but shows the same. */
export function isSameMatch(a: Match, b: Match): boolean {
  return a === b || (a.entity === b.entity && a.container === b.container && a.start === b.start);
}

/** For sorting: document order. */
export function byPlace(a: Match, b: Match): number {
  if (a.node === b.node) return a.start - b.start;
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** A live range over the match, which the document keeps no longer than we do. */
export function liveRange({ node, start, endNode, end }: Match): Range {
  const live = document.createRange();
  live.setStart(node, start);
  live.setEnd(endNode, end);
  return live;
}

/** The box of the match in the viewport. */
export function boxOf(match: Match): DOMRect {
  return liveRange(match).getBoundingClientRect();
}

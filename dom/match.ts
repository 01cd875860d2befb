/** Where a page shows a name, and what can be asked of that place. */
import type { EntityId } from '../core/model/source';

/** The heading, or the root of a tree, with which a section begins; or a screenful of a tree without headings. */
export type SectionKey = Node | string;

/**
 * How well a match stands for its section; the higher wins, whatever stands first. 0: it cannot be seen; 1: it stands
 * around the text of the page, or over it; 2: in the text.
 */
export type Standing = 0 | 1 | 2;
export const BEST: Standing = 2;

/** Where a page shows a name. */
export interface Match {
  entity: EntityId;
  /** The text node in which it begins, and the offset there. */
  node: Text;
  start: number;
  /** What the page showed there when it was read. */
  text: string;
  /** The text node in which it ends, and the offset there. */
  endNode: Text;
  end: number;
  /** The element whose box tells whether the match is near the viewport. */
  container: Element;
  /** An ambiguous name that counts by its company. */
  needsCompany: boolean;
  /** Listed, and opens a card, but is not to be seen on the page. */
  isUnpainted: boolean;
  /** Chosen by the density setting. */
  isChosen: boolean;
  /** The section in which it was first seen; null before that is asked. */
  section: SectionKey | null;
  /** How well it stands for its section; null before that is asked. */
  standing: Standing | null;
}

/** Is told what to paint. */
export interface MatchPainter {
  show(match: Match): void;
  hide(match: Match): void;
  watch(container: Element): void;
  unwatch(container: Element): void;
}

/** True when the page no longer holds the text of a match. */
export function isGone(match: Match): boolean {
  return !match.node.isConnected || !match.endNode.isConnected || hasChanged(match);
}

/** True when other text stands where a match was read, whether there is a name in it or not. */
export function hasChanged({ node, start, text, endNode, end }: Match): boolean {
  if (node === endNode) return !node.data.startsWith(text, start) || end > node.length;
  return (
    !text.startsWith(node.data.slice(start)) ||
    end > endNode.length ||
    !text.endsWith(endNode.data.slice(0, end))
  );
}

/** True for two matches of one entity at one place. */
export function isSame(a: Match, b: Match): boolean {
  return (
    a.entity === b.entity &&
    a.node === b.node &&
    a.start === b.start &&
    a.endNode === b.endNode &&
    a.end === b.end &&
    a.container === b.container &&
    a.needsCompany === b.needsCompany
  );
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

/** Where a page shows a name, and what can be asked of that place. */
import type { EntityId } from '../core/types';

/** Where a page shows a name. */
export interface Match {
  entity: EntityId;
  range: StaticRange;
  /** The text node in which it begins. */
  node: Text;
  /** The element whose box tells whether the match is near the viewport. */
  container: Element;
  /** An ambiguous name that counts by its company. */
  needsCompany: boolean;
  /** Chosen by the density setting. */
  isChosen: boolean;
}

/** Is told what to paint. */
export interface MatchPainter {
  show(match: Match): void;
  hide(match: Match): void;
  watch(container: Element): void;
  unwatch(container: Element): void;
}

/** True when the page no longer holds the text of a match. */
export function isGone({ range }: Match): boolean {
  return (
    !range.startContainer.isConnected ||
    !range.endContainer.isConnected ||
    range.endOffset > ((range.endContainer as Text).data?.length ?? 0)
  );
}

/** For sorting: document order. */
export function byPlace(a: Match, b: Match): number {
  if (a.node === b.node) return a.range.startOffset - b.range.startOffset;
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** A live range over the match, which the document keeps no longer than we do. */
export function liveRange({ range }: Match): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** The box of the match in the viewport. */
export function boxOf(match: Match): DOMRect {
  return liveRange(match).getBoundingClientRect();
}

/** Stretches of text: what to read when a page is opened, and when a part of it has changed. */
import { byName, flowsBetween } from './flow';
import { parentNodeOf } from './own';

/** A stretch of text to read: a whole tree, or from one text node to another within it. */
export interface Stretch {
  root: Node;
  first: Text | null;
  last: Text | null;
}

/** True when a node around this one is among `nodes`. */
export function hasAncestorIn(node: Node, nodes: ReadonlySet<Node>): boolean {
  for (let at = parentNodeOf(node); at; at = parentNodeOf(at)) if (nodes.has(at)) return true;
  return false;
}

/**
 * The text of these nodes, in document order, with what flows into it and out of it. Neighbouring siblings are one
 * stretch: a list that grows by a hundred items is read as one text, not as a hundred.
 */
export function stretchesOf(nodes: Iterable<Node>): Stretch[] {
  const runs: Array<{ end: Node; first: Text | null; last: Text | null }> = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    const first = firstTextIn(node);
    const last = lastTextIn(node);
    if (run && run.end === node.previousSibling) {
      run.end = node;
      run.first ??= first;
      run.last = last ?? run.last;
    } else runs.push({ end: node, first, last });
  }
  return runs.flatMap(({ first, last }) => (first && last ? [grown(first, last)] : []));
}

function grown(from: Text, to: Text): Stretch {
  let first = from;
  let last = to;
  const root = from.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  for (let at = walker.previousNode(); at && flowsBetween(at as Text, first, byName); ) {
    first = at as Text;
    at = walker.previousNode();
  }
  walker.currentNode = last;
  for (let at = walker.nextNode(); at && flowsBetween(last, at as Text, byName); ) {
    last = at as Text;
    at = walker.nextNode();
  }
  return { root, first, last };
}

function firstTextIn(node: Node): Text | null {
  if (node instanceof Text) return node;
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).firstChild() as Text | null;
}

export function lastTextIn(node: Node): Text | null {
  if (node instanceof Text) return node;
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).lastChild() as Text | null;
}

/** The first text at the top of the viewport, where reading begins on a page that is scrolled. */
export function firstTextInView(): Text | null {
  for (const y of [8, 80, 160]) {
    const caret = document.caretPositionFromPoint(innerWidth / 2, y);
    if (caret?.offsetNode instanceof Text) return caret.offsetNode;
  }
  return null;
}

/** What the document knows of the text of a chunk. */
import type { TextBlocks } from '../core/resolve';
import { blockOf, flowsBetween } from './flow';
import { nodeIndexAt, placeAt, type TextChunk } from './text-chunks';

/** The element around a text node; of a shadow tree's own text, its host. */
export function parentOf(node: Text): Element {
  return node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? document.documentElement;
}

/** Asks once about each element. For one chunk, since the page may change before the next. */
export function remembering<T>(ask: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, T>();
  return (element) => {
    if (!known.has(element)) known.set(element, ask(element));
    return known.get(element) as T;
  };
}

/** What the document knows of a chunk; each joint is asked about once. */
export function blocksOf(chunk: TextChunk): TextBlocks {
  const flows = new Map<number, boolean>();
  return {
    text: chunk.text,
    flowsAcross(offset) {
      let known = flows.get(offset);
      if (known === undefined) {
        const index = nodeIndexAt(chunk, offset);
        const a = chunk.nodes[index];
        const b = chunk.nodes[index + 1];
        const isJoint = chunk.starts[index + 1] === offset + 1;
        known = isJoint && a !== undefined && b !== undefined && flowsBetween(a, b);
        flows.set(offset, known);
      }
      return known;
    },
    blockOf: (offset) => blockOf(placeAt(chunk, offset).node),
  };
}

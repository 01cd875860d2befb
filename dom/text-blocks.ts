/** What the document knows of the text of a chunk. */

import type { TextBlocks } from '../core/match/resolve';
import { memo } from '../core/text/memo';
import { blockOf, flowsBetween } from './flow';
import { nodeIndexAt, placeAt, type TextChunk } from './text-chunks';

/** The element around a text node; of a shadow tree's own text, its host. */
export function parentOf(node: Text): Element {
  return node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? document.documentElement;
}

/** What the document knows of a chunk; each joint is asked about once. */
export function blocksOf(chunk: TextChunk): TextBlocks {
  return {
    text: chunk.text,
    flowsAcross: memo((offset) => {
      const index = nodeIndexAt(chunk, offset);
      const a = chunk.nodes[index];
      const b = chunk.nodes[index + 1];
      const isJoint = chunk.starts[index + 1] === offset + 1;
      return isJoint && a !== undefined && b !== undefined && flowsBetween(a, b);
    }),
    blockOf: (offset) => blockOf(placeAt(chunk, offset).node),
  };
}

/**
 * Reads a document's text in chunks of joined text nodes. Only text nodes are visited: elements cost more
 * to visit than the text costs to search (docs/matching.md, "Cost"), so what is code, editable or a block
 * boundary is asked of the document only where a name may stand (dom/flow.ts).
 */
import { JOINT } from '../core/fold';
import { byName, flowsBetween, isNeverRead } from './flow';

/** A chunk closes at the first block boundary after this many characters. */
const CHUNK_LENGTH = 6000;
/** A chunk closes here whatever stands there; bounds the longest task. */
const CHUNK_LIMIT = 24_000;
/** Longer text nodes than this are mostly scripts: look at the parent before joining them. */
const SUSPICIOUS_LENGTH = 400;

/** Joined text. Offset `starts[i]` of `text` is offset `from[i]` of `nodes[i]`. */
export interface TextChunk {
  text: string;
  nodes: Text[];
  starts: number[];
  from: number[];
}

/** The place in the document of an offset in a chunk. */
export interface TextPlace {
  node: Text;
  offset: number;
}

/** Index in `chunk.nodes` of the node that holds this offset. */
export function nodeIndexAt(chunk: TextChunk, offset: number): number {
  let low = 0;
  let high = chunk.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunk.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function placeAt(chunk: TextChunk, offset: number): TextPlace {
  const index = nodeIndexAt(chunk, offset);
  return {
    node: chunk.nodes[index] as Text,
    offset: offset - (chunk.starts[index] ?? 0) + (chunk.from[index] ?? 0),
  };
}

/**
 * The text nodes of `root` from `first` to `last` (all by default), in chunks, in document order.
 * Yields `null` between chunks where a long stretch held no text to read, so that a caller can pause.
 */
export function* chunksOf(
  root: Node,
  first: Text | null = null,
  last: Text | null = null,
): Generator<TextChunk | null> {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT,
  );
  let node = first;
  if (node) walker.currentNode = node;
  else node = walker.nextNode() as Text | null;

  let visited = 0;
  let parts: string[] = [];
  let length = 0;
  let chunk: Omit<TextChunk, 'text'> = { nodes: [], starts: [], from: [] };
  const close = (): TextChunk => {
    const closed = { ...chunk, text: parts.join(JOINT) };
    parts = [];
    length = 0;
    chunk = { nodes: [], starts: [], from: [] };
    return closed;
  };

  for (; node; node = node === last ? null : (walker.nextNode() as Text | null)) {
    const text = node.data;
    if (++visited % 256 === 0) yield null;
    if (text.length > SUSPICIOUS_LENGTH && isNeverRead(node.parentNode)) continue;
    if (length >= CHUNK_LIMIT || (length >= CHUNK_LENGTH && !continues(chunk, node))) {
      yield close();
    }
    for (let from = 0; from < text.length; ) {
      const end =
        text.length - from > CHUNK_LIMIT ? cutBefore(text, from + CHUNK_LIMIT) : text.length;
      chunk.nodes.push(node);
      chunk.starts.push(length);
      chunk.from.push(from);
      const part = from === 0 && end === text.length ? text : text.slice(from, end);
      parts.push(part);
      length += part.length + 1;
      from = end;
      if (from < text.length) yield close();
    }
  }
  if (parts.length > 0) yield close();
}

function continues(chunk: Pick<TextChunk, 'nodes'>, node: Text): boolean {
  const previous = chunk.nodes.at(-1);
  return previous !== undefined && flowsBetween(previous, node, byName);
}

/** The end of a sentence or word before `limit`, so that no name is cut; `limit` where there is none. */
function cutBefore(text: string, limit: number): number {
  for (const enders of ['\n.!?。！？', ' \t，、']) {
    for (let end = limit; end > limit - CHUNK_LENGTH; end--) {
      if (enders.includes(text.charAt(end - 1))) return end;
    }
  }
  return limit;
}

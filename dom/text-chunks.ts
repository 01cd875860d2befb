/**
 * Reads a document's text in chunks of joined text nodes. Only text nodes are visited: elements cost more
 * to visit than the text costs to search (docs/matching.md, "Cost"), so what is code, editable or a block
 * boundary is asked of the document only where a name may stand (dom/flow.ts).
 */
import { JOINT } from '../core/text/fold';
import { isNeverRead } from './excluded';
import { byName, flowsBetween, isReading } from './flow';

/** A chunk closes at the first block boundary after this many characters. */
const CHUNK_LENGTH = 6000;
/** A chunk closes here whatever stands there; bounds the longest task. */
const CHUNK_LIMIT = 24_000;
/** Longer text nodes than this are mostly scripts: look at the parent before joining them. */
const SUSPICIOUS_LENGTH = 400;

/** Joined text of some nodes. */
export class TextChunk {
  readonly text: string;
  #starts: number[] | null = null;

  /**
   * @param parts what each node gives
   * @param from where the first part begins in its node: a node too long for a chunk is cut
   */
  constructor(
    readonly nodes: readonly Text[],
    readonly parts: readonly string[],
    readonly from: number,
  ) {
    this.text = parts.join(JOINT);
  }

  /** Offsets in `text` at which the nodes begin. Found when asked for: most chunks hold no name. */
  get starts(): readonly number[] {
    if (!this.#starts) {
      let start = 0;
      this.#starts = this.parts.map((part) => {
        const own = start;
        start += part.length + JOINT.length;
        return own;
      });
    }
    return this.#starts;
  }
}

/** The place in the document of an offset in a chunk. */
export interface TextPlace {
  node: Text;
  offset: number;
}

/** Index in `chunk.nodes` of the node that holds this offset. */
export function nodeIndexAt({ starts }: TextChunk, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function placeAt(chunk: TextChunk, offset: number): TextPlace {
  const index = nodeIndexAt(chunk, offset);
  return {
    node: chunk.nodes[index] as Text,
    offset: offset - (chunk.starts[index] ?? 0) + (index === 0 ? chunk.from : 0),
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
  let nodes: Text[] = [];
  let parts: string[] = [];
  let length = 0;
  let from = 0;
  const close = (): TextChunk => {
    const closed = new TextChunk(nodes, parts, from);
    nodes = [];
    parts = [];
    length = 0;
    from = 0;
    return closed;
  };

  for (; node; node = node === last ? null : (walker.nextNode() as Text | null)) {
    let text = node.data;
    if (++visited % 256 === 0) yield null;
    if (text.length > SUSPICIOUS_LENGTH && isNeverRead(node.parentNode)) continue;
    if (isReading(node.parentElement)) continue;
    if (length >= CHUNK_LIMIT || (length >= CHUNK_LENGTH && !continues(nodes, node))) {
      yield close();
    }
    for (let read = 0; text.length > CHUNK_LIMIT; from = read) {
      const end = cutBefore(text, CHUNK_LIMIT);
      nodes.push(node);
      parts.push(text.slice(0, end));
      yield close();
      read += end;
      text = text.slice(end);
    }
    nodes.push(node);
    parts.push(text);
    length += text.length + JOINT.length;
  }
  if (parts.length > 0) yield close();
}

function continues(nodes: readonly Text[], node: Text): boolean {
  const previous = nodes.at(-1);
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

/** What the reader is reading around a match: a stretch of text, and the entities that it names. */
import { REACH, stretchAround } from '../core/card/stretch-around';
import type { EntityId } from '../core/model/source';
import { isNeverRead } from './excluded';
import { blockOf } from './flow';
import type { Match } from './match';
import type { MatchStore } from './match-store';
import { parentElementOf as parentOf } from './own';

export interface Paragraph {
  paragraph: string;
  entities: EntityId[];
}

/** The text around a match, within its block: cut at bounds of sentences and lines where the block is long. */
export function paragraphAround(match: Match, store: MatchStore): Paragraph {
  const block = blockOf(match.node);
  if (!block) return { paragraph: '', entities: [match.entity] };
  const before = textsFrom(match.node, block, 'previousNode', REACH);
  const after = textsFrom(match.node, block, 'nextNode', REACH + match.node.length);
  const texts = [...before.reverse(), match.node, ...after];
  let whole = '';
  let at = 0;
  const offsets = new Map<Node, number>();
  for (const node of texts) {
    if (node === match.node) at = whole.length + match.start;
    offsets.set(node, whole.length);
    whole += node instanceof Text ? node.data : '\n';
  }
  const [from, to] = stretchAround(whole, at);
  const entities = new Set([match.entity]);
  for (const node of texts) {
    const offset = offsets.get(node) ?? 0;
    for (const { start, entity } of matchesIn(node, block, store)) {
      if (offset + start >= from && offset + start < to) entities.add(entity);
    }
  }
  return { paragraph: whole.slice(from, to), entities: [...entities] };
}

/** Text nodes and line breaks before or after a node, until they hold enough; nearest first. */
function textsFrom(
  node: Text,
  block: Element,
  step: 'previousNode' | 'nextNode',
  enough: number,
): Node[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = node;
  const texts: Node[] = [];
  for (let length = 0; length <= enough && walker[step](); ) {
    const { currentNode } = walker;
    if (currentNode instanceof Text) {
      if (isNeverRead(parentOf(currentNode))) continue;
      length += currentNode.length;
    } else if ((currentNode as Element).localName !== 'br') continue;
    texts.push(currentNode);
  }
  return texts;
}

/** Its container is the nearest element around a match that has a box. */
function* matchesIn(node: Node, block: Element, store: MatchStore): Iterable<Match> {
  for (let at = parentOf(node); at; at = at === block ? null : parentOf(at)) {
    for (const match of store.inContainer(at)) if (match.node === node) yield match;
  }
}

/** What the reader is reading around a match: its block of text, and the entities that are named there. */
import type { EntityId } from '../core/model/source';
import { isNeverRead } from './excluded';
import { blockOf } from './flow';
import type { Match } from './match';
import type { MatchStore } from './match-store';
import { fits, parentElementOf as parentOf } from './own';
import { HEADINGS } from './sections';

/** On either side of the match; longer blocks are pages, not paragraphs. In characters. */
const REACH = 1500;
/** What ends a line: words on either side of it are two. */
const BREAKS = `br,p,li,div,${HEADINGS}`;

export interface Paragraph {
  paragraph: string;
  /** Where the match begins in it. */
  at: number;
  /** The entities that it names, and where; with some that stand before it or after it. */
  named: Array<[entity: EntityId, at: number]>;
}

/** The text around a match, within its block. A headline says little by itself, and borrows the text below it. */
export function paragraphAround(match: Match, store: MatchStore): Paragraph {
  const { node } = match;
  const root = document.documentElement;
  const block = blockOf(node) ?? root;
  const below = fits(block, HEADINGS) ? root : block;
  const before = textsFrom(node, block, 'previousNode', REACH);
  const after = textsFrom(node, below, 'nextNode', REACH + node.length);
  let whole = '';
  let at = 0;
  const all: Paragraph['named'] = [];
  for (const text of [...before.reverse(), node, ...after]) {
    if (text === node) at = whole.length + match.start;
    for (const { entity, start } of store.inNode(text)) all.push([entity, whole.length + start]);
    whole += text instanceof Text ? text.data : '\n';
  }
  const from = Math.max(0, at - REACH);
  return {
    paragraph: whole.slice(from, at + REACH),
    at: at - from,
    named: all.map(([entity, place]) => [entity, place - from]),
  };
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
    } else if (!fits(currentNode as Element, BREAKS)) continue;
    texts.push(currentNode);
  }
  return texts;
}

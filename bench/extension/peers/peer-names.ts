/** The names, 400 unless the address asks for more, and the one expression that a user of a peer would make of them. */
import all from 'virtual:bench-names';
import { query } from '../harness';

export const names = all.slice(0, Number(query.get('names') ?? 400));

const isUnspaced = (name: string) => /[\u3040-\u30ff\u3400-\u9fff]/.test(name);
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (a: string, b: string) => b.length - a.length;

/** One alternation, longest first; whole words in scripts that have them. */
export function oneExpression(): RegExp {
  const sorted = names.toSorted(longestFirst);
  const words = sorted.filter((name) => !isUnspaced(name)).map(escaped);
  const unspaced = sorted.filter(isUnspaced).map(escaped);
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}])|${unspaced.join('|')}`,
    'gu',
  );
}

const wordUnit = /[\p{L}\p{M}\p{N}]/u;

/** True when a name found at a place is whole. */
export function isWhole(name: string, text: string, at: number): boolean {
  if (isUnspaced(name)) return true;
  return !wordUnit.test(text[at - 1] ?? ' ') && !wordUnit.test(text[at + name.length] ?? ' ');
}

/** Text that is no script or style, node by node: what every highlighter must begin with. */
export function readableTexts(): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    /^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentElement?.tagName ?? '')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

export function staticRange(node: Text, from: number, length: number): StaticRange {
  return new StaticRange({
    startContainer: node,
    startOffset: from,
    endContainer: node,
    endOffset: from + length,
  });
}

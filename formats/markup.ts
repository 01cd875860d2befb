/**
 * HTML and XML as trees. What nests too deep is refused before a tree is made of it: much that works on trees calls
 * itself for each level.
 */
import { DOMParser } from 'linkedom/worker';
import { RefusedDocument } from '../core/model/draft';
import { MAX_ATTRIBUTES, MAX_DEPTH } from './limits';

/** What is asked of a node of a tree. */
export interface TreeNode {
  nodeType: number;
  nodeValue: string | null;
  firstChild: TreeNode | null;
  nextSibling: TreeNode | null;
  parentNode: TreeNode | null;
}

export interface TreeElement extends TreeNode {
  localName: string;
  textContent: string | null;
  children: ArrayLike<TreeElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): TreeElement | null;
  querySelectorAll(selector: string): ArrayLike<TreeElement>;
}

export interface Tree extends TreeElement {
  documentElement: TreeElement | null;
}

const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;

export function isElement(node: TreeNode): node is TreeElement {
  return node.nodeType === ELEMENT;
}

/** A tree with a head and a body, whatever the page has. @throws a RefusedDocument for a trap */
export function parseHtml(html: string): Tree {
  refuseTrap(html, true);
  const tree = treeOf(html);
  return isWhole(tree) ? tree : treeOf(wrapped(html));
}

function treeOf(html: string): Tree {
  return new DOMParser().parseFromString(html, 'text/html') as unknown as Tree;
}

/** The parser puts nothing in its place that a page has left out, or has elsewhere. */
function isWhole(tree: Tree): boolean {
  const roots = [...childrenOf(tree)].map(({ localName }) => localName);
  if (roots.length !== 1 || roots[0] !== 'html' || !tree.documentElement) return false;
  const parts = [...childrenOf(tree.documentElement)].map(({ localName }) => localName);
  return parts.join() === 'head,body' && tree.querySelectorAll('body').length === 1;
}

function wrapped(html: string): string {
  const bare = (part: string) =>
    part.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '');
  const end = Math.max(0, html.search(/<\/head\s*>|<body[\s>]/i));
  const root = /<html(?:\s[^<>]*)?>/i.exec(html)?.[0] ?? '<html>';
  return `<!doctype html>${root}<head>${bare(html.slice(0, end))}</head><body>${bare(html.slice(end))}</body></html>`;
}

/** Entities that a file declares are not read: what they would unpack to is without measure. @throws a RefusedDocument for a trap */
export function parseXml(xml: string): Tree {
  const bare = xml.replace(/^\ufeff/, '').replace(/<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>/i, '');
  refuseTrap(bare, false);
  return new DOMParser().parseFromString(bare, 'text/xml') as unknown as Tree;
}

/** XML by its encoding: it says so, or it is UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const said = /^[\s\S]{0,3}<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(said).decode(bytes);
  } catch {
    // An encoding that nobody knows: the names of its parts are ASCII all the same.
    return new TextDecoder().decode(bytes);
  }
}

/** The name without its prefix: what it is bound to is by custom the same in every file. */
export function localNameOf(element: TreeElement): string {
  const { localName } = element;
  return localName.slice(localName.indexOf(':') + 1);
}

/** The elements of this name below, in order. */
export function* elementsOf(root: TreeNode, ...names: string[]): Generator<TreeElement> {
  for (const node of nodesOf(root)) {
    if (isElement(node) && names.includes(localNameOf(node))) yield node;
  }
}

/** The first of this name below. */
export function elementOf(root: TreeNode, name: string): TreeElement | null {
  return elementsOf(root, name).next().value ?? null;
}

/** The children of this name. */
export function* childrenOf(parent: TreeNode, name?: string): Generator<TreeElement> {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || localNameOf(node) === name)) yield node;
  }
}

/** An attribute by its name without a prefix. */
export function attributeOf(element: TreeElement | null | undefined, name: string): string | null {
  if (!element) return null;
  const plain = element.getAttribute(name);
  if (plain !== null) return plain;
  const { attributes } = element as unknown as {
    attributes: ArrayLike<{ name: string; value: string }>;
  };
  for (const attribute of Array.from(attributes)) {
    if (attribute.name.endsWith(`:${name}`)) return attribute.value;
  }
  return null;
}

/** Everything below, in document order, without a call for each level. */
function* nodesOf(root: TreeNode): Generator<TreeNode> {
  let node: TreeNode | null = root.firstChild;
  while (node) {
    yield node;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const CELLS = ['td', 'th'];
const ROWS = ['tr', ...CELLS];
const GROUPS = ['tbody', 'thead', 'tfoot', ...ROWS];
/** What another of its kind ends, where it is the innermost: however many are left open, they do not nest. */
const ENDS: Record<string, readonly string[]> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: CELLS,
  th: CELLS,
  tr: ROWS,
  tbody: GROUPS,
  thead: GROUPS,
  tfoot: GROUPS,
  option: ['option'],
  optgroup: ['option', 'optgroup'],
};
/** What is in these is no markup. */
const RAW = /^(?:script|style|textarea|title|xmp|noembed|noframes|plaintext)$/;

/** One pass over the tags, each character looked at once: it must itself be no trap. */
function refuseTrap(markup: string, isHtml: boolean): void {
  const open: string[] = [];
  const name = /[a-zA-Z_][^\s/>]*/y;
  let at = markup.indexOf('<');
  while (at >= 0) {
    const skipped = endOfSkipped(markup, at);
    if (skipped !== null) {
      at = markup.indexOf('<', skipped);
      continue;
    }
    const isEnd = markup[at + 1] === '/';
    name.lastIndex = at + (isEnd ? 2 : 1);
    const tag = name.exec(markup)?.[0];
    if (tag === undefined) {
      at = markup.indexOf('<', at + 1);
      continue;
    }
    const end = endOfTag(markup, name.lastIndex);
    if (end < 0) return;
    at = markup.indexOf('<', end);
    const known = isHtml ? tag.toLowerCase() : tag;
    if (isHtml ? VOID.has(known) : markup[end - 2] === '/') continue;
    if (isEnd) {
      const opened = open.lastIndexOf(known);
      if (opened >= 0) open.length = opened;
      continue;
    }
    if (isHtml && RAW.test(known)) {
      const close = new RegExp(`</${known}`, 'gi');
      close.lastIndex = end;
      const found = close.exec(markup);
      if (!found) return;
      at = found.index;
    }
    const ended = isHtml ? (ENDS[known] ?? []) : [];
    while (ended.includes(open.at(-1) ?? '')) open.pop();
    open.push(known);
    if (open.length > MAX_DEPTH)
      throw new RefusedDocument('trap', `Its elements nest more than ${MAX_DEPTH} deep.`);
  }
}

/** Where a comment or raw text that begins here ends; null where neither begins. */
function endOfSkipped(markup: string, at: number): number | null {
  for (const [start, close] of SKIPPED) {
    if (!markup.startsWith(start, at)) continue;
    const end = markup.indexOf(close, at + start.length);
    return end < 0 ? markup.length : end + close.length;
  }
  return null;
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** Behind the `>` that is in no attribute; −1 where there is none. @throws a RefusedDocument for a trap */
function endOfTag(markup: string, from: number): number {
  let quote = '';
  let attributes = 0;
  let isBetween = true;
  for (let at = from; at < markup.length; at++) {
    const one = markup.charAt(at);
    if (quote !== '') {
      if (one !== quote) continue;
      quote = '';
      isBetween = true;
    } else if (one === '>') return at + 1;
    else if (one === '"' || one === "'") quote = one;
    else if (one <= ' ') isBetween = true;
    else if (isBetween) {
      isBetween = false;
      if (++attributes > MAX_ATTRIBUTES)
        throw new RefusedDocument('trap', `An element has more than ${MAX_ATTRIBUTES} attributes.`);
    }
  }
  return -1;
}

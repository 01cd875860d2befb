/**
 * HTML and XML as trees. What nests too deep is refused before a tree is made of it: much that works on trees calls
 * itself for each level.
 */
import { DOMParser } from 'linkedom/worker';
import { RefusedDocument } from '../core/model/draft';
import { MAX_DEPTH } from './limits';

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

export const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;

export function isElement(node: TreeNode): node is TreeElement {
  return node.nodeType === ELEMENT;
}

/** @throws a RefusedDocument for a trap */
export function parseHtml(html: string): Tree {
  refuseTrap(html, true);
  // Without these, the parser would make elements without a root.
  const isWhole = /<html[\s>]/i.test(html);
  return new DOMParser().parseFromString(
    isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`,
    'text/html',
  ) as unknown as Tree;
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

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([a-zA-Z_][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Another of the kind, or its parent's end, ends these: however many are left open, they do not nest. */
const ENDED_BY_OTHERS = new Set(
  'p li dt dd td th tr tbody thead tfoot option optgroup colgroup rp rt'.split(' '),
);
/** What is in these is no markup. */
const RAW = /^(?:script|style|textarea|title|xmp|noembed|noframes|plaintext)$/;

function refuseTrap(markup: string, isHtml: boolean): void {
  const open: string[] = [];
  TAG.lastIndex = 0;
  for (let match = TAG.exec(markup); match; match = TAG.exec(markup)) {
    const [, slash, tag, empty] = match;
    if (tag === undefined) continue;
    const name = isHtml ? tag.toLowerCase() : tag;
    if (isHtml ? VOID.has(name) || ENDED_BY_OTHERS.has(name) : empty === '/') continue;
    if (slash === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    if (isHtml && RAW.test(name)) {
      const end = markup.slice(TAG.lastIndex).search(new RegExp(`</${name}`, 'i'));
      if (end < 0) return;
      TAG.lastIndex += end;
    }
    open.push(name);
    if (open.length > MAX_DEPTH)
      throw new RefusedDocument('trap', `Its elements nest more than ${MAX_DEPTH} deep.`);
  }
}

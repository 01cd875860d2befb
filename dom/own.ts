/**
 * What elements are asked, by the prototypes' own methods: a form hides its own behind fields of their names
 * (`closest`, `parentNode`), from content scripts too in Chromium.
 */

/** Reads a property of nodes. */
function reader<Value>(prototype: Node, name: string): (node: Node) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => Value;
  return (node) => get.call(node);
}

export const parentElementOf = reader<Element | null>(Node.prototype, 'parentElement');
export const parentNodeOf = reader<Node | null>(Node.prototype, 'parentNode');
export const firstChildOf = reader<Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = reader<Node | null>(Node.prototype, 'nextSibling');
export const textContentOf = reader<string | null>(Node.prototype, 'textContent');
export const isConnected = reader<boolean>(Node.prototype, 'isConnected');
export const localNameOf = reader<string>(Element.prototype, 'localName');
export const shadowRootOf = reader<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const assignedSlotOf = reader<Element | null>(Element.prototype, 'assignedSlot');

const { getRootNode, compareDocumentPosition, contains } = Node.prototype;
const { closest, matches, checkVisibility, getBoundingClientRect, scrollIntoView } =
  Element.prototype;

export const rootOf = (node: Node) => getRootNode.call(node) as Document | ShadowRoot | Node;
export const holds = (a: Node, b: Node) => contains.call(a, b);
/** True when `b` comes after `a`, or within it. */
export const precedes = (a: Node, b: Node) =>
  (compareDocumentPosition.call(a, b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
export const closestTo = (element: Element, selector: string) => closest.call(element, selector);
export const fits = (element: Element, selector: string) => matches.call(element, selector);
export const isVisible = (element: Element, options?: CheckVisibilityOptions) =>
  checkVisibility.call(element, options);
export const rectOf = (element: Element) => getBoundingClientRect.call(element);
export const scrollTo = (element: Element, options: ScrollIntoViewOptions) =>
  scrollIntoView.call(element, options);

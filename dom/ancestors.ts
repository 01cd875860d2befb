/**
 * What lies around an element. Asked of the prototypes: a form hides its own properties behind fields of their
 * names, and whoever climbs from it would climb for ever.
 */
const getter = <Answer>(prototype: object, name: string) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => Answer;

const parentElement = getter<Element | null>(Node.prototype, 'parentElement');
const parentNode = getter<ParentNode | null>(Node.prototype, 'parentNode');
const assignedSlot = getter<Element | null>(Element.prototype, 'assignedSlot');

export function parentOf(node: Node): Element | null {
  return parentElement.call(node);
}

/** The element in which another one is shown: its slot, or the host of its shadow tree, or its parent. */
export function shownIn(element: Element): Element | null {
  const parent = assignedSlot.call(element) ?? parentNode.call(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

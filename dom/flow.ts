/**
 * What the document knows of its text: where it flows on and where a block or a line ends, and which text
 * is not read at all. Asked only where a name may stand, since each answer may cost a computed style.
 */

import { forThisTask } from './for-this-task';

/** Elements whose text nobody reads as prose. */
const NEVER_READ =
  'script,style,noscript,template,textarea,input,select,datalist,code,pre,kbd,samp,var,math,title,object,iframe,canvas,audio,video';
const NEVER_READ_NAMES = new Set(NEVER_READ.split(','));
const STOPS = `${NEVER_READ},[contenteditable]`;

/** Elements that end a word and a name whatever their display: line breaks, replaced content, notes,
 * and items that menus often show in a row. */
const BREAKS = new Set(
  'br,hr,img,picture,video,audio,canvas,iframe,object,embed,input,select,textarea,button,svg,math,sup,sub,rt,rp,meter,progress,li,td,th,dt,dd,p,h1,h2,h3,h4,h5,h6'.split(
    ',',
  ),
);

/** A floated or boxed initial of at most this many characters belongs to the word that follows. */
const DROP_CAP_LENGTH = 2;

/** True for a parent whose text is never read, by its name alone. */
export function isNeverRead(parent: Node | null): boolean {
  return parent !== null && NEVER_READ_NAMES.has((parent as Element).localName);
}

/** True where no mark may stand: code, forms, editable regions. */
export function isExcluded(element: Element): boolean {
  // By the attribute, since `isContentEditable` asks for styles; the innermost decides.
  let isDecided = false;
  for (let at: Element | null = element; at; ) {
    const found = closest(at, STOPS);
    if (!found) break;
    if (isNeverRead(found)) return true;
    if (!isDecided && found.getAttribute('contenteditable') !== 'false') return true;
    isDecided = true;
    at = parentElement.call(found) ?? hostOf(found);
  }
  return element.ownerDocument.designMode === 'on';
}

/** The nearest element around this one that a selector fits, hosts of shadow trees included. */
export function closest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = nearest.call(at, selector);
    if (found) return found;
  }
  return null;
}

/** The element whose shadow tree holds this one. */
function hostOf(element: Element): Element | null {
  const root = getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** What flow depends on. Null inside of content that the browser has not rendered. */
type FlowStyle = Pick<CSSStyleDeclaration, 'display' | 'float'> | null;

/**
 * Whether the browser has rendered an element: what is not displayed, or skipped by `content-visibility` or a closed
 * `details`, it has not. No style may be asked of that: the browser would style it on our account and load its images,
 * which tells the page's server that a name stands there (docs/browser-bugs.md, "Forced styles"). `checkVisibility`
 * answers from what is known.
 */
const isRendered: (element: Element) => boolean = forThisTask(
  (element) =>
    checkVisibility.call(element, { contentVisibilityAuto: true }) || isWithoutBox(element),
);

/** True for `display: contents`: the element has no box that could be visible, its content has. */
function isWithoutBox(element: Element): boolean {
  const parent = flatParent(element);
  if (!parent || !isRendered(parent) || maySkip(parent, element)) return false;
  return getComputedStyle(element).display === 'contents';
}

/** True where a rendered parent may keep this child from being rendered. */
function maySkip(parent: Element, child: Element): boolean {
  if (parent.localName === 'details' && !parent.hasAttribute('open')) return true;
  // It is in no slot, or in one of a closed tree, where anything may be around it.
  if (parentElement.call(child) === parent && treeOf(parent)) return true;
  return getComputedStyle(parent).contentVisibility !== 'visible';
}

/** The shadow tree of an element: the open one, unless the caller sees more. */
let treeOf = (element: Element): ShadowRoot | null => shadowRoot.call(element);

/** Lets a caller who sees closed shadow trees tell of them. */
export function seeTreesWith(see: (element: Element) => ShadowRoot | null): void {
  treeOf = see;
}

/** What surrounds an element as the browser renders it. */
export function flatParent(element: Element): Element | null {
  return assignedSlot.call(element) ?? parentElement.call(element) ?? hostOf(element);
}

// The prototypes' own: a form hides its methods and properties behind fields of their names, from content scripts too.
const { checkVisibility, closest: nearest } = Element.prototype;
const { getRootNode } = Node.prototype;
const parentElement = getterOf<Element | null>(Node.prototype, 'parentElement');
const assignedSlot = getterOf<Element | null>(Element.prototype, 'assignedSlot');
const shadowRoot = getterOf<ShadowRoot | null>(Element.prototype, 'shadowRoot');

function getterOf<Value>(prototype: Node, name: string) {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => Value;
}

function flowStyle(element: Element): FlowStyle {
  return isRendered(element) ? getComputedStyle(element) : null;
}

/** True when the element is shown; what is skipped so far is asked about again when it is rendered. */
export function isShown(element: Element): boolean {
  return checkVisibility.call(element, {
    contentVisibilityAuto: true,
    opacityProperty: true,
    visibilityProperty: true,
  });
}

/** For `flowsBetween`: judges by the names of elements, where styles may not be clean. */
export const byName = (): FlowStyle => null;

/** True when text flows from `a` to `b`, the next text node, with no block boundary or break between. */
export function flowsBetween(a: Text, b: Text, styleOf = flowStyle): boolean {
  let node: Node = a;
  let entered = false;
  for (;;) {
    const next: Node | null = (entered ? node.firstChild : null) ?? node.nextSibling;
    if (next) {
      if (next === b) return true;
      entered = false;
      if (next instanceof Element) {
        if (breaksText(next, styleOf)) return false;
        entered = styleOf(next)?.display !== 'none';
      }
      node = next;
    } else {
      const parent: Node | null = node.parentNode;
      if (!(parent instanceof Element) || breaksText(parent, styleOf)) return false;
      entered = false;
      node = parent;
    }
  }
}

/** The nearest element around a node that is a block of its own. */
export function blockOf(node: Node): Element | null {
  let element = parentElement.call(node);
  while (element && isInline(element, flowStyle(element))) {
    const around = parentElement.call(element);
    if (!around) break;
    element = around;
  }
  return element;
}

/** The nearest element with a box around a node: one with `display: contents` never meets the viewport. */
export function boxAround(element: Element): Element {
  let box = element;
  for (;;) {
    const parent = flatParent(box);
    if (!parent || flowStyle(box)?.display !== 'contents') return box;
    box = parent;
  }
}

/** Elements that are inline where no style can be asked. */
const INLINE = new Set('a,abbr,b,cite,em,font,i,mark,q,s,small,span,strong,time,u,wbr'.split(','));

function isInline({ localName }: Element, style: FlowStyle): boolean {
  if (!style) return INLINE.has(localName);
  const { display } = style;
  return display === 'inline' || display === 'contents' || display.startsWith('ruby');
}

function breaksText(element: Element, styleOf: typeof flowStyle): boolean {
  if (BREAKS.has(element.localName)) return true;
  const style = styleOf(element);
  if (isInline(element, style) || style?.display === 'none') return false;
  const isBoxedLetter = style && (style.display.startsWith('inline') || style.float !== 'none');
  return !isBoxedLetter || (element.textContent ?? '').trim().length > DROP_CAP_LENGTH;
}

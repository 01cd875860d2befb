/**
 * What the document knows of its text: where it flows on and where a block or a line ends. Asked only where a name
 * may stand, since each answer may cost a computed style.
 */
import {
  firstChildOf,
  localNameOf,
  nextSiblingOf,
  parentElementOf,
  parentNodeOf,
  textContentOf,
} from './own';
import { flatParent, isRendered } from './rendered';

/** Elements that end a word and a name whatever their display: line breaks, replaced content, notes,
 * and items that menus often show in a row. */
const BREAKS = new Set(
  'br,hr,img,picture,video,audio,canvas,iframe,object,embed,input,select,textarea,button,svg,math,sup,sub,meter,progress,li,td,th,dt,dd,p,h1,h2,h3,h4,h5,h6'.split(
    ',',
  ),
);

/** A floated or boxed initial of at most this many characters belongs to the word that follows. */
const DROP_CAP_LENGTH = 2;

/** Readings of ruby characters: text flows past them. They are not read (dom/text-chunks.ts). */
const READINGS = new Set(['rt', 'rp', 'rtc']);

/** True for the reading of a ruby character, or what stands in one. */
export function isReading(parent: Element | null): boolean {
  return parent !== null && READINGS.has(localNameOf(parent));
}

/** What flow depends on. Null inside of content that the browser has not rendered. */
type FlowStyle = Pick<CSSStyleDeclaration, 'display' | 'float'> | null;

function flowStyle(element: Element): FlowStyle {
  return isRendered(element) ? getComputedStyle(element) : null;
}

/** For `flowsBetween`: judges by the names of elements, where styles may not be clean. */
export const byName = (): FlowStyle => null;

/** True when text flows from `a` to `b`, the next text node, with no block boundary or break between. */
export function flowsBetween(a: Text, b: Text, styleOf = flowStyle): boolean {
  let node: Node = a;
  let entered = false;
  for (;;) {
    const next: Node | null = (entered ? firstChildOf(node) : null) ?? nextSiblingOf(node);
    if (next) {
      if (next === b) return true;
      entered = false;
      if (next instanceof Element && !isReading(next)) {
        if (breaksText(next, styleOf)) return false;
        entered = styleOf(next)?.display !== 'none';
      }
      node = next;
    } else {
      const parent = parentNodeOf(node);
      if (!(parent instanceof Element) || breaksText(parent, styleOf)) return false;
      entered = false;
      node = parent;
    }
  }
}

/** The nearest element around a node that is a block of its own. */
export function blockOf(node: Node): Element | null {
  let element = parentElementOf(node);
  while (element && isInline(element, flowStyle(element))) {
    const around = parentElementOf(element);
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

function isInline(element: Element, style: FlowStyle): boolean {
  if (!style) return INLINE.has(localNameOf(element));
  const { display } = style;
  return display === 'inline' || display === 'contents' || display.startsWith('ruby');
}

function breaksText(element: Element, styleOf: typeof flowStyle): boolean {
  if (BREAKS.has(localNameOf(element))) return true;
  const style = styleOf(element);
  if (isInline(element, style) || style?.display === 'none') return false;
  const isBoxedLetter = style && (style.display.startsWith('inline') || style.float !== 'none');
  return !isBoxedLetter || (textContentOf(element) ?? '').trim().length > DROP_CAP_LENGTH;
}

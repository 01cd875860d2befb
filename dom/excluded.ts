/** Which text is not read: code, forms, what is being edited. */
import { forThisTask } from './for-this-task';
import { localNameOf, parentElementOf, textContentOf } from './own';
import { closest, hostOf } from './rendered';

/** Elements whose text nobody reads as prose. */
const NEVER_READ =
  'script,style,noscript,template,textarea,input,select,datalist,code,kbd,samp,var,math,title,object,iframe,canvas,audio,video';
const NEVER_READ_NAMES = new Set(NEVER_READ.split(','));
const STOPS = `${NEVER_READ},pre,[contenteditable]`;

/** True for a parent whose text is never read, by its name alone. */
export function isNeverRead(parent: Node | null): boolean {
  return parent instanceof Element && NEVER_READ_NAMES.has(localNameOf(parent));
}

/** True where no mark may stand. */
export function isExcluded(element: Element): boolean {
  // By the attribute, since `isContentEditable` asks for styles; the innermost decides.
  let isDecided = false;
  for (let at: Element | null = element; at; ) {
    const found = closest(at, STOPS);
    if (!found) break;
    if (isNeverRead(found)) return true;
    if (found.hasAttribute('contenteditable')) {
      if (!isDecided && found.getAttribute('contenteditable') !== 'false') return true;
      isDecided = true;
    } else if (!isProse(found)) return true;
    at = parentElementOf(found) ?? hostOf(found);
  }
  return element.ownerDocument.designMode === 'on';
}

/** Eight words in a row, or a clause of a script without spaces: letters and plain articles, not code and tables. */
const PROSE = /(?:[\p{Ll}’',]{2,}[ \n]){8}|[\u3400-\u9fff，、]{16}/u;

/** Mailing lists and old reports keep whole articles in `pre`. */
const isProse: (pre: Element) => boolean = forThisTask((pre) =>
  PROSE.test(textContentOf(pre) ?? ''),
);

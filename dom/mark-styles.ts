/**
 * The rules of marks, given to a document or a shadow tree when something of it is painted for the first time: before
 * that a page must not be able to tell that we are here. Adopted, so that no node of ours stands in the page.
 */
import rules from './marks.css?inline';
import { rootOf } from './own';

/**
 * Firefox inherits no highlights: there each tree has rules of its own. Elsewhere rules for the root reach all of a
 * page; rules for every element made Chromium keep 2.6 MB of styles more on a page of 10,000 elements, and style new
 * ones for 1.7 times as long.
 */
const IS_FIREFOX = 'mozInnerScreenX' in window;

export class MarkStyles {
  readonly #adopters = new Set<Document | ShadowRoot>();
  #sheet: CSSStyleSheet | null = null;

  /** Gives the rules to what holds this node. */
  adoptFor(node: Node): void {
    const root = rootOf(node);
    const adopter = IS_FIREFOX && root instanceof ShadowRoot ? root : document;
    if (this.#adopters.has(adopter)) return;
    this.#adopters.add(adopter);
    // Not before this task of ours ends: whatever it asks of the page then would wait for all of it to be styled anew.
    queueMicrotask(() => this.keep());
  }

  /** Gives the rules back to those who have lost them: a page that sets its own list of sheets leaves ours out. */
  keep(): void {
    for (const adopter of this.#adopters) {
      this.#sheet ??= sheetOfMarks();
      const { adoptedStyleSheets } = adopter;
      if (!adoptedStyleSheets.includes(this.#sheet)) adoptedStyleSheets.push(this.#sheet);
    }
  }

  /** Takes the rules away from all. */
  stop(): void {
    for (const adopter of this.#adopters) {
      const at = this.#sheet ? adopter.adoptedStyleSheets.indexOf(this.#sheet) : -1;
      if (at >= 0) adopter.adoptedStyleSheets.splice(at, 1);
    }
    this.#adopters.clear();
  }
}

function sheetOfMarks(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(IS_FIREFOX ? rules : rules.replaceAll('::highlight(', ':root::highlight('));
  return sheet;
}

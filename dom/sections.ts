/**
 * Sections of a page, for the density `first-in-section`: what stands under one heading, or one screenful
 * in a document without headings.
 */
import type { EntityId } from '../core/model/source';
import { boxOf, type Match, type SectionKey } from './match';
import { precedes, rectOf } from './own';

/** What stands over a section. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Headings that are asked one by one before the rest is searched. */
const NEAR = 4;

export class Sections {
  #headings = new WeakMap<Node, Element[]>();
  readonly #firsts = new Map<SectionKey, Map<EntityId, Match>>();
  /** How many headings stood before the match that was asked about last. */
  #last = 0;
  /** The text node that was asked about last, and its section. */
  #lastNode: Text | null = null;
  #lastKey: SectionKey = 'top';

  /** Headings came or went: sections are told apart anew from here on. */
  headingsChanged(): void {
    this.#headings = new WeakMap();
    this.#lastNode = null;
  }

  /** The match that stands first for the entity of this one in its section, so far. */
  firstOf(match: Match): Match | undefined {
    return this.#firsts.get(this.#keyOf(match))?.get(match.entity);
  }

  setFirst(match: Match): void {
    const key = this.#keyOf(match);
    let firsts = this.#firsts.get(key);
    if (!firsts) {
      firsts = new Map();
      this.#firsts.set(key, firsts);
    }
    firsts.set(match.entity, match);
  }

  forget(match: Match): void {
    const firsts = match.section && this.#firsts.get(match.section);
    if (!firsts || firsts.get(match.entity) !== match) return;
    firsts.delete(match.entity);
    if (firsts.size === 0) this.#firsts.delete(match.section as SectionKey);
  }

  #keyOf(match: Match): SectionKey {
    if (!match.section) {
      if (match.node !== this.#lastNode) {
        this.#lastNode = match.node;
        this.#lastKey = this.#find(match);
      }
      match.section = this.#lastKey;
    }
    return match.section;
  }

  #find(match: Match): SectionKey {
    const { node } = match;
    const root = node.getRootNode() as Document | ShadowRoot;
    let headings = this.#headings.get(root);
    if (!headings) {
      headings = [...root.querySelectorAll(HEADINGS)];
      this.#headings.set(root, headings);
    }
    if (headings.length === 0) {
      const top = topOf(match) + scrollY;
      return `screen ${Math.floor(top / Math.max(innerHeight, 1))}`;
    }
    // The last heading that begins before the match, or holds it. Matches come in document order: mostly it is that
    // of the match before or one of the next. Far comparisons are dear: browsers go from sibling to sibling.
    let low = this.#last;
    let high = headings.length;
    if (low > high || (low > 0 && !precedes(headings[low - 1] as Element, node))) {
      high = Math.min(low, high);
      low = 0;
    } else {
      for (
        let near = 0;
        near < NEAR && low < high && !precedes(node, headings[low] as Element);
        near++
      )
        low++;
      if (low === high || precedes(node, headings[low] as Element)) high = low;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(headings[middle] as Element, node)) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    return headings[low - 1] ?? 'top';
  }
}

/** Where a match stands in the viewport, px: its own line in a box that is taller than a screen. */
function topOf(match: Match): number {
  const { top, height } = rectOf(match.container);
  return height > innerHeight ? boxOf(match).top : top;
}

/**
 * Sections of a page, for the density `first-in-section`: what stands under one heading, or one screenful
 * in a document without headings.
 */
import type { EntityId } from '../core/types';
import type { Match } from './match';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** A heading, a screenful of a tree without headings, or a tree's text before its first heading. */
type SectionKey = Element | string;

export class Sections {
  #headings = new WeakMap<Node, Element[]>();
  readonly #firsts = new Map<SectionKey, Map<EntityId, Match>>();
  readonly #sectionOf = new WeakMap<Match, SectionKey>();
  /** How many headings stood before the match that was asked about last. */
  #last = 0;

  headingsChanged(): void {
    this.#headings = new WeakMap();
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
    const key = this.#sectionOf.get(match);
    if (key === undefined) return;
    const firsts = this.#firsts.get(key);
    if (firsts?.get(match.entity) !== match) return;
    firsts.delete(match.entity);
    if (firsts.size === 0) this.#firsts.delete(key);
  }

  #keyOf(match: Match): SectionKey {
    let key = this.#sectionOf.get(match);
    if (key === undefined) {
      key = this.#find(match);
      this.#sectionOf.set(match, key);
    }
    return key;
  }

  #find({ node, container }: Match): SectionKey {
    const root = node.getRootNode() as Document | ShadowRoot;
    let headings = this.#headings.get(root);
    if (!headings) {
      headings = [...root.querySelectorAll(HEADINGS)];
      this.#headings.set(root, headings);
    }
    if (headings.length === 0) {
      const top = container.getBoundingClientRect().top + scrollY;
      return `screen ${Math.floor(top / Math.max(innerHeight, 1))}`;
    }
    // The last heading that begins before the match, or holds it. Matches come in document order: mostly the
    // answer is that of the match before.
    const isBefore = (index: number) => precedes(headings[index], node);
    let low = 0;
    let high = headings.length;
    if (this.#last > 0 && this.#last < high && isBefore(this.#last - 1)) {
      low = this.#last;
      if (!isBefore(low)) high = low;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    return headings[low - 1] ?? 'top';
  }
}

function precedes(heading: Element | undefined, node: Node): boolean {
  return (
    heading !== undefined &&
    (heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

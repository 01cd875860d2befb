/**
 * Sections of a page, for the density `first-in-section`: what stands under one heading, where that is a screenful at
 * least; shorter ones count with the section before them. Without headings each screenful is a section.
 */
import type { EntityId } from '../core/model/source';
import { boxOf, type Match, type SectionKey } from './match';
import { precedes, rectOf, rootOf } from './own';
import { isShown } from './rendered';

/** What stands over a section. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';

export class Sections {
  #starts = new WeakMap<Node, Node[]>();
  readonly #firsts = new Map<SectionKey, Map<EntityId, Match>>();
  /** Which of the starts the section of the match that was asked about last has. */
  #last = 0;
  /** The match that came first last, and where it stood then. */
  #probe: Match | undefined;
  #probed = 0;

  /** The page has grown or shrunk above what it holds, as by pictures that come late. */
  get hasMoved(): boolean {
    return this.#probe !== undefined && Math.abs(topOf(this.#probe) - this.#probed) > innerHeight;
  }

  /** Headings came, went, were shown or hidden: sections are told apart anew from here on. */
  headingsChanged(): void {
    this.#starts = new WeakMap();
  }

  /** The match that stands first for the entity of this one in its section, so far. */
  firstOf(match: Match): Match | undefined {
    return this.#firsts.get(this.#keyOf(match))?.get(match.entity);
  }

  setFirst(match: Match): void {
    this.#firsts.getOrInsert(this.#keyOf(match), new Map()).set(match.entity, match);
    this.#probe = match;
    this.#probed = topOf(match);
  }

  forget(match: Match): void {
    const firsts = match.section && this.#firsts.get(match.section);
    if (!firsts || firsts.get(match.entity) !== match) return;
    firsts.delete(match.entity);
    if (firsts.size === 0) this.#firsts.delete(match.section as SectionKey);
  }

  #keyOf(match: Match): SectionKey {
    match.section ??= this.#find(match);
    return match.section;
  }

  /** @param node the match’s own, or the host of the tree that it stands in */
  #find(match: Match, node: Node = match.node): SectionKey {
    const root = rootOf(node);
    const starts = this.#starts.getOrInsertComputed(root, startsIn);
    // Matches come in document order: mostly it is the section of the match before, or one of the next.
    let at =
      starts.length > this.#last && precedes(starts[this.#last] as Node, node) ? this.#last : 0;
    while (at + 1 < starts.length && precedes(starts[at + 1] as Node, node)) at++;
    this.#last = at;
    // A component goes on with the section that it stands in.
    if (at === 0 && root instanceof ShadowRoot) return this.#find(match, root.host);
    return starts[at] ?? `screen ${Math.floor(topOf(match) / innerHeight)}`;
  }
}

/** Where sections begin in a tree: at its root, and at headings a screenful apart. Empty for a tree without headings. */
function startsIn(root: Node): Node[] {
  const headings = [...(root as ParentNode).querySelectorAll(HEADINGS)];
  let last = root instanceof ShadowRoot ? rectOf(root.host).top : -scrollY;
  const far = headings.filter((heading) => {
    // What is not shown has no place that could be asked for.
    const top = isShown(heading) ? rectOf(heading).top : last;
    if (Math.abs(top - last) < innerHeight) return false;
    last = top;
    return true;
  });
  return headings.length > 0 ? [root, ...far] : [];
}

/** Where a match stands on the page, px: its own line in a box that is taller than a screen. */
function topOf(match: Match): number {
  const { top, height } = rectOf(match.container);
  return scrollY + (height > innerHeight ? boxOf(match).top : top);
}

/**
 * Shadow trees of elements that a page defines late. Nothing tells that one was attached; but what stands in it takes
 * room, and so changes the size of what is around it.
 */
import { fits, parentElementOf, shadowRootOf } from './own';

/** More undefined elements than this are a page that never defines them. */
const MAX_AWAITED = 500;

export class LateTrees {
  readonly #awaited = new Set<Element>();
  #sizes: ResizeObserver | null = null;

  /** @param onTree called with each open tree that was found */
  constructor(readonly onTree: (tree: ShadowRoot) => void) {}

  /** Waits for the tree of an element, if that is not defined yet. */
  await(element: Element): void {
    if (this.#awaited.size >= MAX_AWAITED || fits(element, ':defined')) return;
    this.#awaited.add(element);
    this.#sizes ??= new ResizeObserver(() => this.look());
    this.#sizes.observe(parentElementOf(element) ?? element);
  }

  /** Looks whether they have trees by now. */
  look(): void {
    for (const element of this.#awaited) {
      const tree = shadowRootOf(element);
      if (!tree && !fits(element, ':defined')) continue;
      this.#awaited.delete(element);
      if (tree) this.onTree(tree);
    }
    if (this.#awaited.size === 0) this.stop();
  }

  stop(): void {
    this.#sizes?.disconnect();
    this.#sizes = null;
    this.#awaited.clear();
  }
}

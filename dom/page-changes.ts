/**
 * What a page changes, gathered: which trees were added, which text is another. Read again and again where a page
 * never rests, but not at any price.
 */
import { isConnected } from './own';
import { backgroundTask } from './slices';
import { hasAncestorIn, lastTextIn } from './stretch';

/** Changes are gathered for this long before they are read, so that a ticker costs one pass, not sixty. */
const GATHER_MS = 200;
/** The same when changes were read less than this long ago: a chat, a ticker, a feed. */
const RESTLESS_MS = 1000;
const GATHER_MORE_MS = 500;
/** A page that changes without end is read less often: reading takes at most this share of the time. */
const MAX_SHARE = 0.05;
/** However much there is to read, changes are seen after this long. */
const MAX_GATHER_MS = 4000;

export interface PageChangesOptions {
  signal: AbortSignal;
  /** Called at once with a text node that holds other text now. */
  onText(node: Text): void;
  /** Called with the outermost trees that are to be read anew, and whether something was removed. */
  onGathered(tops: Node[], hasRemoved: boolean): void;
  onError(error: unknown): void;
}

export class PageChanges {
  /** Time that reading the last changes took, ms. */
  lastCost = 0;

  readonly #options: PageChangesOptions;
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  /** What has changed since changes were last read. */
  readonly #nodes = new Set<Node>();
  #hasRemoved = false;
  #isDesigned = document.designMode === 'on';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When changes were last read. */
  #lastRead = Number.NEGATIVE_INFINITY;

  constructor(options: PageChangesOptions) {
    this.#options = options;
  }

  watch(root: Document | ShadowRoot): void {
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      // What becomes an editor is read no more.
      attributeFilter: ['contenteditable'],
    });
  }

  stop(): void {
    this.#observer.disconnect();
    this.#nodes.clear();
    clearTimeout(this.#timer);
  }

  /** The whole document may have become an editor, of which nothing tells. */
  lookForDesignMode(): void {
    const isDesigned = document.designMode === 'on';
    if (isDesigned === this.#isDesigned) return;
    this.#isDesigned = isDesigned;
    this.#nodes.add(document.body);
    this.#gather();
  }

  #changed(records: MutationRecord[]): void {
    for (const record of records) {
      // Lists of nodes are made when they are asked for: not for the thousand changes of a ticker.
      if (record.type !== 'childList') {
        this.#nodes.add(record.target);
        if (record.target instanceof Text) this.#options.onText(record.target);
        continue;
      }
      for (const node of record.addedNodes) this.#nodes.add(node);
      if (record.removedNodes.length > 0) {
        this.#hasRemoved = true;
        // Text before and after the gap may flow together now.
        const before = record.previousSibling && lastTextIn(record.previousSibling);
        if (before) this.#nodes.add(before);
      }
    }
    this.lookForDesignMode();
    this.#gather();
  }

  #gather(): void {
    if (this.#timer !== undefined) return;
    const gather = performance.now() - this.#lastRead < RESTLESS_MS ? GATHER_MORE_MS : GATHER_MS;
    const wait = Math.min(MAX_GATHER_MS, Math.max(gather, this.lastCost / MAX_SHARE));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      backgroundTask(() => this.#read(), this.#options.signal).catch(this.#options.onError);
    }, wait);
  }

  #read(): void {
    this.#lastRead = performance.now();
    const changed = new Set(this.#nodes);
    const hasRemoved = this.#hasRemoved;
    this.#nodes.clear();
    this.#hasRemoved = false;
    const tops = [...changed].filter((node) => isConnected(node) && !hasAncestorIn(node, changed));
    this.#options.onGathered(tops, hasRemoved);
  }
}

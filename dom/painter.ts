/**
 * Paints marks with the CSS Custom Highlight API: no node of the page is added, changed or wrapped.
 *
 * Browsers rebuild every registered range on each frame in which anything changed, so only what is near the
 * viewport is registered (docs/matching.md, "Painting"). The rules are in `marks.css`, which the manifest
 * gives to documents.
 */
import { boxOf, byPlace, type Match, type MatchPainter } from './match';
import { isOnDark } from './tone';

/** Keys in the registry: fixed, so that an instance which starts after an update overwrites what an orphan left. */
const KEY = 'sidelight';
const FLASH = `${KEY}-flash`;
const LOOKS = { underline: '', thin: '-thin', tint: '-tint' } as const;

/** How marks are painted. */
export type Look = keyof typeof LOOKS;

/** How far beyond the viewport marks are registered, so that scrolling meets them painted. */
const MARGIN = 0.5;
/** More registered ranges than this cost the page more than 1.5 ms on each frame in which it changes. */
const MAX_PAINTED = 200;
/** A container with more marks than this is taller than a screen: only what is in view is painted. */
const CROWD = 40;
/** Flash of a mark that the reader jumped to: long enough to be found by eye. */
const FLASH_MS = 1600;

export class Painter implements MatchPainter {
  readonly #highlights = new Map<string, Highlight>();
  readonly #near = new Set<Element>();
  /** Near containers of which only a part is painted. */
  readonly #crowded = new Set<Element>();
  readonly #painted = new Map<Match, { key: string; range: StaticRange }>();
  /** Made with the first mark: most pages have none. */
  #observer: IntersectionObserver | null = null;
  /** True once the observer has told of containers. */
  #hasMoved = false;
  readonly #stopped = new AbortController();
  #flashEnds: ReturnType<typeof setTimeout> | undefined;
  #scrollFrame = 0;

  /**
   * @param look how marks are painted
   * @param matchesIn the matches of a container
   * @param onShown called when a container comes near the viewport
   */
  constructor(
    readonly look: Look,
    readonly matchesIn: (container: Element) => Iterable<Match>,
    readonly onShown: (container: Element) => void,
  ) {
    // What an orphan of an earlier version has left.
    if (CSS.highlights.size === 0) return;
    for (const some of Object.values(LOOKS)) {
      for (const ending of ['', '-ambiguous', '-on-dark', '-ambiguous-on-dark', '-flash']) {
        CSS.highlights.delete(KEY + some + ending);
      }
    }
  }

  watch(container: Element): void {
    this.#observer ??= this.#observe();
    this.#observer.observe(container);
    // The observer tells with the next frame; what stands in the first screen is painted in this one.
    if (!this.#hasMoved && container.getBoundingClientRect().top < innerHeight) {
      this.#near.add(container);
    }
  }

  #observe(): IntersectionObserver {
    const passive = { capture: true, passive: true, signal: this.#stopped.signal };
    addEventListener('scroll', () => this.#scrolled(), passive);
    return new IntersectionObserver((entries) => this.#moved(entries), {
      rootMargin: `${MARGIN * 100}%`,
    });
  }

  unwatch(container: Element): void {
    this.#observer?.unobserve(container);
    this.#near.delete(container);
    this.#crowded.delete(container);
  }

  show(match: Match): void {
    if (!this.#near.has(match.container) || this.#painted.has(match)) return;
    if (this.#painted.size >= MAX_PAINTED) {
      this.#crowded.add(match.container);
      return;
    }
    const key = this.#keyOf(match);
    const range = rangeOf(match);
    this.#highlight(key).add(range);
    this.#painted.set(match, { key, range });
  }

  hide(match: Match): void {
    const painted = this.#painted.get(match);
    if (!painted) return;
    this.#highlights.get(painted.key)?.delete(painted.range);
    this.#painted.delete(match);
  }

  /** Shows for a moment where a match stands. */
  flash(match: Match): void {
    const highlight = this.#highlight(FLASH);
    clearTimeout(this.#flashEnds);
    highlight.clear();
    highlight.add(rangeOf(match));
    this.#flashEnds = setTimeout(() => highlight.clear(), FLASH_MS);
  }

  stop(): void {
    this.#stopped.abort();
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#scrollFrame);
    clearTimeout(this.#flashEnds);
    for (const [key, highlight] of this.#highlights) {
      highlight.clear();
      // A newer instance may have taken the key over.
      if (CSS.highlights.get(key) === highlight) CSS.highlights.delete(key);
    }
    this.#painted.clear();
    this.#near.clear();
    this.#crowded.clear();
  }

  /** Registered when first needed, so that a page without marks cannot tell that we are here. */
  #highlight(key: string): Highlight {
    let highlight = this.#highlights.get(key);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(key, highlight);
    }
    // The registry is the page's as well: it may have been cleared.
    if (!CSS.highlights.has(key)) CSS.highlights.set(key, highlight);
    return highlight;
  }

  #keyOf({ container, needsCompany }: Match): string {
    const tone = isOnDark(container) ? '-on-dark' : '';
    return KEY + LOOKS[this.look] + (needsCompany ? '-ambiguous' : '') + tone;
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    this.#hasMoved = true;
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.#near.add(target);
        this.onShown(target);
        this.#paint(target);
      } else if (this.#near.delete(target)) {
        this.#crowded.delete(target);
        for (const match of this.matchesIn(target)) this.hide(match);
      }
    }
    // Room may have become free.
    for (const container of this.#crowded) this.#paint(container);
  }

  #scrolled(): void {
    if (this.#crowded.size === 0 || this.#scrollFrame !== 0) return;
    this.#scrollFrame = requestAnimationFrame(() => {
      this.#scrollFrame = 0;
      for (const container of this.#crowded) this.#paint(container);
    });
  }

  /** Paints what a near container shows; of a crowd, what is near the viewport. */
  #paint(container: Element): void {
    const chosen = [...this.matchesIn(container)].filter((match) => match.isChosen);
    if (chosen.length <= CROWD) {
      this.#crowded.delete(container);
      for (const match of chosen) this.show(match);
      return;
    }
    this.#crowded.add(container);
    chosen.sort(byPlace);
    const reach = innerHeight * MARGIN;
    const first = firstBelow(chosen, -reach);
    const last = firstBelow(chosen, innerHeight + reach);
    for (const match of chosen.slice(0, first)) this.hide(match);
    for (const match of chosen.slice(last + 1)) this.hide(match);
    for (const match of chosen.slice(first, last + 1)) this.show(match);
  }
}

function rangeOf({ node, start, endNode, end }: Match): StaticRange {
  return new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: endNode,
    endOffset: end,
  });
}

/** Index of the first match, in document order, that ends below this height of the viewport; px. */
function firstBelow(matches: readonly Match[], height: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const match = matches[middle];
    if (match && boxOf(match).bottom < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

let markStyles: CSSStyleSheet | undefined;

/** Gives a shadow tree the rules of marks, without a node of ours in it. */
export function adoptMarkStyles(tree: ShadowRoot, rules: string): void {
  if (!markStyles) {
    markStyles = new CSSStyleSheet();
    markStyles.replaceSync(rules);
  }
  if (!tree.adoptedStyleSheets.includes(markStyles)) tree.adoptedStyleSheets.push(markStyles);
}

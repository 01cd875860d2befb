/**
 * Paints marks with the CSS Custom Highlight API: no node of the page is added, changed or wrapped.
 *
 * Browsers rebuild every registered range on each frame in which anything changed, so only what is near the
 * viewport is registered (docs/matching.md, "Painting").
 */
import { MarkStyles } from './mark-styles';
import { boxOf, byPlace, type Match, type MatchPainter } from './match';
import { rectOf } from './own';
import { isShown } from './rendered';
import { afterFrame } from './slices';
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
/** What may show or hide text without a change of the document that is told. */
const MAY_SHOW = ['click', 'keyup', 'transitionend', 'animationend', 'resize'];
/** Such events are gathered for this long. */
const SETTLE_MS = 200;
/** Flash of a mark that the reader jumped to: long enough to be found by eye. */
const FLASH_MS = 1600;

export class Painter implements MatchPainter {
  readonly #highlights = new Map<string, { highlight: Highlight; ours: Set<StaticRange> }>();
  readonly #near = new Set<Element>();
  /** Near containers of which only a part is painted. */
  readonly #crowded = new Set<Element>();
  readonly #painted = new Map<Match, { key: string; range: StaticRange }>();
  /** Containers that were not shown when they were last looked at. */
  readonly #hidden = new Set<Element>();
  readonly #styles = new MarkStyles();
  /** Made with the first mark: most pages have none. */
  #observer: IntersectionObserver | null = null;
  /** True once the observer has told of containers. */
  #hasMoved = false;
  readonly #stopped = new AbortController();
  #flashed: StaticRange | null = null;
  #flashEnds: ReturnType<typeof setTimeout> | undefined;
  #scrollFrame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param look how marks are painted
   * @param matchesIn the matches of a container
   * @param onSeen called with containers near the viewport that may have been shown or hidden
   * @param onError called with what could not be done; the page is left as it is
   */
  constructor(
    readonly look: Look,
    readonly matchesIn: (container: Element) => Iterable<Match>,
    readonly onSeen: (containers: Iterable<Element>) => void,
    readonly onError: (error: unknown) => void,
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
    // A box is asked for only where there is one: the browser would make it on our account.
    if (!isShown(container)) this.#hidden.add(container);
    // The observer tells with the next frame; what stands in the first screen is painted in this one.
    else if (!this.#hasMoved && rectOf(container).top < innerHeight) {
      this.#near.add(container);
    }
  }

  #observe(): IntersectionObserver {
    const passive = { capture: true, passive: true, signal: this.#stopped.signal };
    addEventListener('scroll', () => this.#scrolled(), passive);
    for (const event of MAY_SHOW) addEventListener(event, () => this.#settle(), passive);
    return new IntersectionObserver((entries) => this.#moved(entries), {
      rootMargin: `${MARGIN * 100}%`,
    });
  }

  unwatch(container: Element): void {
    this.#observer?.unobserve(container);
    this.#near.delete(container);
    this.#hidden.delete(container);
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
    this.#styles.adoptFor(match.node);
    this.#add(key, range);
    this.#painted.set(match, { key, range });
  }

  hide(match: Match): void {
    const painted = this.#painted.get(match);
    if (!painted) return;
    this.#take(painted.key, painted.range);
    this.#painted.delete(match);
  }

  /** Shows for a moment where a match stands. */
  flash(match: Match): void {
    clearTimeout(this.#flashEnds);
    this.#endFlash();
    this.#styles.adoptFor(match.node);
    this.#flashed = rangeOf(match);
    this.#add(FLASH, this.#flashed);
    this.#flashEnds = setTimeout(() => this.#endFlash(), FLASH_MS);
  }

  #endFlash(): void {
    if (this.#flashed) this.#take(FLASH, this.#flashed);
    this.#flashed = null;
  }

  stop(): void {
    this.#stopped.abort();
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#scrollFrame);
    clearTimeout(this.#flashEnds);
    clearTimeout(this.#settling);
    this.#styles.stop();
    for (const [key, { highlight }] of this.#highlights) {
      highlight.clear();
      // A newer instance may have taken the key over.
      if (CSS.highlights.get(key) === highlight) CSS.highlights.delete(key);
    }
    this.#painted.clear();
    this.#near.clear();
    this.#hidden.clear();
    this.#crowded.clear();
  }

  #add(key: string, range: StaticRange): void {
    const { highlight, ours } = this.#highlights.getOrInsertComputed(key, () => ({
      highlight: new Highlight(),
      ours: new Set(),
    }));
    // The registry is the page's as well: it may have cleared it, or painted with what is ours.
    if (highlight.size !== ours.size) {
      highlight.clear();
      for (const own of ours) highlight.add(own);
    }
    ours.add(range);
    highlight.add(range);
    // Registered when first needed, so that a page without marks cannot tell that we are here.
    if (!CSS.highlights.has(key)) CSS.highlights.set(key, highlight);
  }

  #take(key: string, range: StaticRange): void {
    const entry = this.#highlights.get(key);
    entry?.ours.delete(range);
    entry?.highlight.delete(range);
  }

  #keyOf({ container, needsCompany }: Match): string {
    const tone = isOnDark(container) ? '-on-dark' : '';
    return KEY + LOOKS[this.look] + (needsCompany ? '-ambiguous' : '') + tone;
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    this.#hasMoved = true;
    const shownOrHidden: Element[] = [];
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.#near.add(target);
        if (this.#hidden.delete(target)) shownOrHidden.push(target);
        this.#paint(target);
      } else if (this.#near.delete(target)) {
        this.#crowded.delete(target);
        for (const match of this.matchesIn(target)) this.hide(match);
        if (!isShown(target)) {
          this.#hidden.add(target);
          shownOrHidden.push(target);
        }
      }
    }
    this.onSeen(shownOrHidden);
    // Room may have become free.
    this.#paintCrowded();
  }

  /** Text may have been shown or hidden, or rules of ours lost, without a word. */
  #settle(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      afterFrame(() => {
        this.#styles.keep();
        this.onSeen([...this.#near]);
      }, this.#stopped.signal).catch(this.onError);
    }, SETTLE_MS);
  }

  #scrolled(): void {
    this.#styles.keep();
    if (this.#crowded.size === 0 || this.#scrollFrame !== 0) return;
    this.#scrollFrame = requestAnimationFrame(() => {
      this.#scrollFrame = 0;
      this.#paintCrowded();
    });
  }

  #paintCrowded(): void {
    // What finds no room is crowded again: without a copy this would never end.
    for (const container of [...this.#crowded]) this.#paint(container);
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

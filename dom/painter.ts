/**
 * Paints marks with the CSS Custom Highlight API: no node of the page is added, changed or wrapped.
 *
 * Browsers rebuild every registered range on each frame in which anything changed, so only what is near the
 * viewport is registered (docs/matching.md, "Painting"). The rules are in `marks.css`, which the manifest
 * gives to documents and which is adopted into shadow roots, since Firefox scopes them by tree.
 */
import marksCss from './marks.css?inline';
import type { Match, MatchPainter } from './match-store';

/** Fixed, so that an instance which starts after an update overwrites what an orphan has left. */
const KEYS = {
  light: 'sidelight',
  dark: 'sidelight-on-dark',
  lightAmbiguous: 'sidelight-ambiguous',
  darkAmbiguous: 'sidelight-ambiguous-on-dark',
  flash: 'sidelight-flash',
} as const;

type Look = keyof typeof KEYS;

/** How far beyond the viewport marks are registered, so that scrolling meets them painted. */
const MARGIN = '50%';
/** Flash of a mark that the reader jumped to; long enough to be found by eye, WCAG allows ≤ 3 a second. */
const FLASH_MS = 1600;

export class Painter implements MatchPainter {
  readonly #highlights = new Map<Look, Highlight>();
  readonly #near = new Set<Element>();
  readonly #painted = new Map<Match, Look>();
  readonly #observer: IntersectionObserver;
  #flashEnds: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param matchesIn the matches of a container
   * @param onShown called when a container comes near the viewport
   */
  constructor(
    readonly matchesIn: (container: Element) => Iterable<Match>,
    readonly onShown: (container: Element) => void,
  ) {
    for (const [look, key] of Object.entries(KEYS) as Array<[Look, string]>) {
      const highlight = new Highlight();
      this.#highlights.set(look, highlight);
      CSS.highlights.set(key, highlight);
    }
    this.#observer = new IntersectionObserver((entries) => this.#moved(entries), {
      rootMargin: MARGIN,
    });
  }

  watch(container: Element): void {
    this.#observer.observe(container);
  }

  unwatch(container: Element): void {
    this.#observer.unobserve(container);
    this.#near.delete(container);
  }

  show(match: Match): void {
    if (!this.#near.has(match.container) || this.#painted.has(match)) return;
    const look = lookOf(match);
    this.#highlights.get(look)?.add(match.range);
    this.#painted.set(match, look);
  }

  hide(match: Match): void {
    const look = this.#painted.get(match);
    if (!look) return;
    this.#highlights.get(look)?.delete(match.range);
    this.#painted.delete(match);
  }

  /** Shows for a moment where a match stands. */
  flash(match: Match): void {
    const highlight = this.#highlights.get('flash');
    clearTimeout(this.#flashEnds);
    highlight?.clear();
    highlight?.add(match.range);
    this.#flashEnds = setTimeout(() => highlight?.clear(), FLASH_MS);
  }

  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#flashEnds);
    for (const [look, highlight] of this.#highlights) {
      highlight.clear();
      // A newer instance may have taken the key over.
      if (CSS.highlights.get(KEYS[look]) === highlight) CSS.highlights.delete(KEYS[look]);
    }
    this.#painted.clear();
    this.#near.clear();
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        this.#near.add(target);
        this.onShown(target);
        for (const match of this.matchesIn(target)) if (match.isChosen) this.show(match);
      } else {
        this.#near.delete(target);
        for (const match of this.matchesIn(target)) this.hide(match);
      }
    }
  }
}

let markStyles: CSSStyleSheet | undefined;

/** Gives a shadow tree the rules of marks, without a node of ours in it. */
export function adoptMarkStyles(tree: ShadowRoot): void {
  if (!markStyles) {
    markStyles = new CSSStyleSheet();
    markStyles.replaceSync(marksCss);
  }
  if (!tree.adoptedStyleSheets.includes(markStyles)) tree.adoptedStyleSheets.push(markStyles);
}

function lookOf({ container, needsCompany }: Match): Look {
  if (isOnDark(container)) return needsCompany ? 'darkAmbiguous' : 'dark';
  return needsCompany ? 'lightAmbiguous' : 'light';
}

/**
 * True where the page writes light on dark. The text's own colour tells it: backgrounds may be images, or
 * belong to any ancestor.
 */
export function isOnDark(element: Element): boolean {
  const channels = getComputedStyle(element)
    .color.match(/[\d.]+/g)
    ?.map(Number);
  const [red = 0, green = 0, blue = 0] = channels ?? [];
  // Rec. 709 luma of the 0…255 channels; other notations are read as dark text.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}

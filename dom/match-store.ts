/**
 * The table of matches of one document: where each stands, which of them are chosen to be marked, and what
 * the page list counts. Registered highlights cannot serve as this table: Firefox's content scripts cannot
 * iterate them, and a page can clear them.
 */
import type { EntityId } from '../core/types';
import { isShown } from './flow';
import { byPlace, isGone, type Match, type MatchPainter, type Standing } from './match';
import { Sections } from './sections';
import { standingOf } from './sight';

/** `first-in-section`: the first of each entity under each heading. */
export type Density = 'first-in-section' | 'every' | 'none';

export class MatchStore {
  readonly #byNode = new Map<Text, Match[]>();
  readonly #byContainer = new Map<Element, Set<Match>>();
  readonly #counts = new Map<EntityId, number>();
  readonly sections = new Sections();
  readonly #vacated = new Set<EntityId>();

  constructor(
    readonly painter: MatchPainter,
    readonly density: Density,
  ) {}

  /** Matches per entity. */
  get counts(): ReadonlyMap<EntityId, number> {
    return this.#counts;
  }

  add(match: Match): void {
    const inNode = this.#byNode.get(match.node);
    if (inNode) inNode.push(match);
    else this.#byNode.set(match.node, [match]);
    let inContainer = this.#byContainer.get(match.container);
    if (!inContainer) {
      inContainer = new Set();
      this.#byContainer.set(match.container, inContainer);
    }
    inContainer.add(match);
    this.#counts.set(match.entity, (this.#counts.get(match.entity) ?? 0) + 1);
    this.#choose(match);
  }

  /** Forgets the matches that begin in this node, from one offset up to another. */
  drop(node: Text, from = 0, to = Number.POSITIVE_INFINITY): void {
    const matches = this.#byNode.get(node);
    if (!matches) return;
    const isDropped = ({ start }: Match) => start >= from && start < to;
    const kept = matches.filter((match) => !isDropped(match));
    if (kept.length > 0) this.#byNode.set(node, kept);
    else this.#byNode.delete(node);
    for (const match of matches) if (isDropped(match)) this.#forget(match);
  }

  /** Forgets what the page has removed. */
  dropRemoved(): void {
    for (const [node, matches] of this.#byNode) if (matches.some(isGone)) this.drop(node);
  }

  /** Containers were shown or hidden: other matches may stand for their sections now. */
  reconsider(containers: Iterable<Element>): void {
    if (this.density !== 'first-in-section') return;
    const matches = [...containers].flatMap((container) => [...this.inContainer(container)]);
    for (const match of matches) {
      const before = match.standing;
      match.standing = null;
      if (match.isChosen && before !== null && standing(match) < before) {
        this.#vacated.add(match.entity);
      }
    }
    for (const match of matches) this.#choose(match);
    this.settle();
  }

  inContainer(container: Element): Iterable<Match> {
    return this.#byContainer.get(container) ?? [];
  }

  has(container: Element): boolean {
    return this.#byContainer.has(container);
  }

  /** Every match, or every match of one entity, in document order. */
  inOrder(entity: EntityId | null = null): Match[] {
    const matches: Match[] = [];
    for (const inNode of this.#byNode.values()) {
      for (const match of inNode) {
        if (entity === null || match.entity === entity) matches.push(match);
      }
    }
    return matches.sort(byPlace);
  }

  /** Chooses again where the first match of a section is gone. Called when a change has been read. */
  settle(): void {
    for (const entity of this.#vacated) {
      for (const match of this.inOrder(entity)) if (!match.isChosen) this.#choose(match);
    }
    this.#vacated.clear();
  }

  clear(): void {
    for (const node of this.#byNode.keys()) this.drop(node);
  }

  #choose(match: Match): void {
    if (this.density === 'none') return;
    if (this.density === 'every') {
      this.#setChosen(match, true);
      return;
    }
    // What is not rendered has no place that could be asked for.
    if (!isShown(match.container)) this.painter.watch(match.container);
    else if (this.#standsForSection(match)) {
      const first = this.sections.firstOf(match);
      if (first) this.#setChosen(first, false);
      this.sections.setFirst(match);
      this.#setChosen(match, true);
    }
  }

  /** True for a match that takes the place of the one which has stood for its section so far. */
  #standsForSection(match: Match): boolean {
    const first = this.sections.firstOf(match);
    if (first === match) return false;
    if (!first || isGone(first)) return true;
    const isEarlier = byPlace(match, first) < 0;
    const better = standing(match) - standing(first);
    return better > 0 || (better === 0 && isEarlier);
  }

  #setChosen(match: Match, chosen: boolean): void {
    if (match.isChosen === chosen) return;
    match.isChosen = chosen;
    if (chosen) {
      this.painter.watch(match.container);
      this.painter.show(match);
    } else {
      this.painter.hide(match);
    }
  }

  #forget(match: Match): void {
    const { container, entity } = match;
    const inContainer = this.#byContainer.get(container);
    inContainer?.delete(match);
    if (inContainer?.size === 0) {
      this.#byContainer.delete(container);
      this.painter.unwatch(container);
    }
    const count = (this.#counts.get(entity) ?? 1) - 1;
    if (count > 0) this.#counts.set(entity, count);
    else this.#counts.delete(entity);
    if (match.isChosen) this.#vacated.add(entity);
    this.#setChosen(match, false);
    this.sections.forget(match);
  }
}

function standing(match: Match): Standing {
  match.standing ??= standingOf(match);
  return match.standing;
}

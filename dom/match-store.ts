/**
 * The table of matches of one document: where each stands, which of them are chosen to be marked, and what
 * the page list counts. Registered highlights cannot serve as this table: Firefox's content scripts cannot
 * iterate them, and a page can clear them.
 */
import type { Settings } from '../core/choices/settings';
import type { EntityId } from '../core/model/source';
import {
  BEST,
  byPlace,
  hasChanged,
  isGone,
  isSame,
  type Match,
  type MatchPainter,
  type Standing,
} from './match';
import { parentElementOf } from './own';
import { isShown } from './rendered';
import { Sections } from './sections';
import { isInMenu, standingOf } from './sight';

export type Density = Settings['density'];

/** A part of a text node. */
export interface TextSpan {
  node: Text;
  from: number;
  to: number;
}

export class MatchStore {
  readonly #byNode = new Map<Text, Match[]>();
  /** Those that end in another node than they begin in, by that. */
  readonly #byEnd = new Map<Text, Set<Match>>();
  readonly #byContainer = new Map<Element, Set<Match>>();
  readonly #counts = new Map<EntityId, number>();
  sections = new Sections();
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
    this.#byNode.getOrInsert(match.node, []).push(match);
    this.#byContainer.getOrInsert(match.container, new Set()).add(match);
    if (match.endNode !== match.node) this.#byEnd.getOrInsert(match.endNode, new Set()).add(match);
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

  /**
   * Takes the matches that were found when some text was read, in place of those that began in it. What stands where
   * it stood stays the same match: whoever rests on it goes on resting.
   */
  replace(texts: Iterable<TextSpan>, found: readonly Match[]): void {
    const fresh = new Set(found);
    for (const { node, from, to } of texts) {
      for (const old of this.#byNode.get(node) ?? []) {
        const same = found.find((match) => fresh.has(match) && isSame(match, old));
        if (same && !isGone(old)) fresh.delete(same);
        else if (old.start >= from && old.start < to) this.drop(node, old.start, old.start + 1);
      }
    }
    for (const match of fresh) this.add(match);
  }

  /** Forgets the matches of a text node that has just changed, where other text stands now. */
  dropChanged(node: Text): void {
    for (const match of this.#byNode.get(node) ?? []) this.#dropIfChanged(match);
    for (const match of this.#byEnd.get(node) ?? []) this.#dropIfChanged(match);
  }

  #dropIfChanged(match: Match): void {
    if (hasChanged(match)) this.drop(match.node, match.start, match.start + 1);
  }

  /** Forgets what the page has removed. */
  dropRemoved(): void {
    for (const [node, matches] of this.#byNode) if (matches.some(isGone)) this.drop(node);
  }

  /** Containers were shown or hidden, or all has moved: other matches may stand for their sections now. */
  reconsider(containers: Iterable<Element>): void {
    if (this.density !== 'first-in-section') return;
    let matches = [...containers].flatMap((container) => [...this.inContainer(container)]);
    if (this.sections.hasMoved) {
      this.sections = new Sections();
      matches = this.inOrder();
      for (const match of matches) {
        match.section = null;
        this.#setChosen(match, false);
      }
    } else if (matches.length > 0) this.sections.headingsChanged();
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

  /** Those that begin in a text node. */
  inNode(node: Node): Iterable<Match> {
    return this.#byNode.get(node as Text) ?? [];
  }

  /** A match in the nearest element around this one that holds any. */
  around(element: Element | null): Match | undefined {
    for (let at = element; at; at = parentElementOf(at)) {
      const [match] = this.inContainer(at);
      if (match) return match;
    }
    return undefined;
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
    if (this.density === 'none' || match.isUnpainted) return;
    if (this.density === 'every') {
      this.#setChosen(match, true);
      return;
    }
    // What is not rendered has no place that could be asked for.
    if (!isShown(match.container)) this.painter.watch(match.container);
    else if (this.#standsForSection(match) && !isInMenu(match.container)) {
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
    // Most matches come after one that stands as well as any can: they need not be measured.
    if (!isEarlier && standing(first) === BEST) return false;
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
    takeFrom(this.#byEnd, match.endNode, match);
    if (takeFrom(this.#byContainer, container, match)) this.painter.unwatch(container);
    const count = (this.#counts.get(entity) ?? 1) - 1;
    if (count > 0) this.#counts.set(entity, count);
    else this.#counts.delete(entity);
    if (match.isChosen) this.#vacated.add(entity);
    this.#setChosen(match, false);
    this.sections.forget(match);
  }
}

/** @returns true when nothing is left under the key */
function takeFrom<Key>(sets: Map<Key, Set<Match>>, key: Key, match: Match): boolean {
  const set = sets.get(key);
  set?.delete(match);
  return set?.size === 0 && sets.delete(key);
}

function standing(match: Match): Standing {
  match.standing ??= standingOf(match);
  return match.standing;
}

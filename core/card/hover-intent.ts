/**
 * When the card opens and closes, as logic over numbers: what lies under the pointer, where it moves, what
 * time it is. The caller measures, acts on what is returned, and calls `due` at `deadline`.
 */

/** Rest needed on a mark. Shorter ones open by accident while the pointer only passes (Popups measured 500). */
export const OPEN_DELAY_MS = 300;
/** Rest needed when a card was open a moment ago: the reader is going from mark to mark. */
const NEXT_DELAY_MS = 100;
/** How long "a moment ago" lasts. */
const NEXT_WINDOW_MS = 500;
/** Time to come back to the mark, or to reach the card, after leaving it. */
const CLOSE_DELAY_MS = 300;
/** Least time between two cards that the pointer opens: a page that moves words under it can try two a second. */
export const BETWEEN_MS = 500;
/** A pointer that moves faster is on its way elsewhere, in px per ms. */
const SPEED_GATE = 0.5;

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type HoverAction<T> = { do: 'open'; on: T } | { do: 'close' } | { do: 'nothing' };

const NOTHING = { do: 'nothing' } as const;

/** @typeParam T what can be rested on */
export class HoverIntent<T> {
  /** Time at which to call `due`; null when nothing is pending. */
  deadline: number | null = null;

  /** The reader has pinned the card: the pointer neither closes it nor opens another. */
  isPinned = false;
  /** The pointer is in the card. */
  isInCard = false;

  #resting: T | null = null;
  #open: T | null = null;
  #closedAt = Number.NEGATIVE_INFINITY;
  /** When the pointer opened a card last. */
  #openedAt = Number.NEGATIVE_INFINITY;
  #last: (Point & { time: number }) | null = null;
  /** Where the pointer left the mark: the tip of the safe triangle. */
  #leftAt: Point | null = null;

  /**
   * @param openDelay rest needed on a mark, ms
   * @param isSame whether two are one to the reader, who does not see that a page was read anew
   */
  constructor(
    readonly openDelay = OPEN_DELAY_MS,
    readonly isSame: (a: T, b: T) => boolean = (a, b) => a === b,
  ) {}

  /** True for the mark whose card is open. */
  isOpenOn(target: T): boolean {
    return this.#open !== null && this.isSame(target, this.#open);
  }

  /**
   * The pointer moved.
   * @param target the mark under it
   * @param atOnce whether the reader asks for the card without rest (Alt)
   * @param card where the card is, while it is open
   */
  move(
    target: T | null,
    point: Point,
    time: number,
    atOnce: boolean,
    card: Box | null,
  ): HoverAction<T> {
    const speed = this.#speedTo(point, time);
    this.#last = { ...point, time };
    if (this.isPinned) return NOTHING;
    if (target !== null) {
      this.#leftAt = null;
      if (this.isOpenOn(target)) {
        this.#resting = null;
        this.deadline = null;
        return NOTHING;
      }
      const isNext = this.#open !== null || time - this.#closedAt < NEXT_WINDOW_MS;
      const delay = isNext ? Math.min(NEXT_DELAY_MS, this.openDelay) : this.openDelay;
      if (atOnce || !this.#isRestingOn(target) || speed > SPEED_GATE) {
        this.#resting = target;
        this.deadline = Math.max(time + (atOnce ? 0 : delay), this.#openedAt + BETWEEN_MS);
      }
      return NOTHING;
    }
    this.#resting = null;
    if (this.#open === null) {
      this.deadline = null;
      return NOTHING;
    }
    if (this.isInCard) return NOTHING;
    this.#leftAt ??= point;
    const isOnItsWay = card !== null && isTowards(this.#leftAt, point, card);
    if (isOnItsWay || this.deadline === null) this.deadline = time + CLOSE_DELAY_MS;
    return NOTHING;
  }

  /** A button was pressed: what is rested on is clicked, dragged, or asked for its menu. */
  press(): void {
    if (this.#resting === null) return;
    this.#resting = null;
    this.deadline = null;
  }

  /** The time of `deadline` has come. */
  due(): HoverAction<T> {
    if (this.#resting !== null) {
      this.#openedAt = this.deadline ?? 0;
      return this.open(this.#resting);
    }
    this.deadline = null;
    if (this.#open !== null && !this.isInCard && !this.isPinned) return { do: 'close' };
    return NOTHING;
  }

  /** Opens without rest: by click, key or tap. */
  open(target: T): HoverAction<T> {
    this.#turnTo(target);
    return { do: 'open', on: target };
  }

  enterCard(): void {
    this.isInCard = true;
    this.#resting = null;
    this.deadline = null;
  }

  leaveCard(time: number): void {
    this.isInCard = false;
    this.#leftAt = null;
    if (this.#open !== null && !this.isPinned) this.deadline = time + CLOSE_DELAY_MS;
  }

  /** The card was closed, by whatever way. */
  closed(time: number): void {
    this.#turnTo(null);
    this.#closedAt = time;
  }

  /** Another card is open, or none: what was intended for the one before is over. */
  #turnTo(open: T | null): void {
    this.#open = open;
    this.isPinned = false;
    this.isInCard = false;
    this.#resting = null;
    this.#leftAt = null;
    this.deadline = null;
  }

  #isRestingOn(target: T): boolean {
    return this.#resting !== null && this.isSame(target, this.#resting);
  }

  #speedTo(point: Point, time: number): number {
    if (!this.#last || time <= this.#last.time) return 0;
    return Math.hypot(point.x - this.#last.x, point.y - this.#last.y) / (time - this.#last.time);
  }
}

/** True when `point` lies in the triangle from `tip` to the near edge of the box. */
function isTowards(tip: Point, point: Point, { left, top, right, bottom }: Box): boolean {
  const x = tip.x < left ? left : right;
  const y = tip.y < top ? top : bottom;
  return tip.y >= top && tip.y <= bottom
    ? isInTriangle(point, tip, { x, y: top }, { x, y: bottom })
    : isInTriangle(point, tip, { x: left, y }, { x: right, y });
}

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const side = (from: Point, to: Point) =>
    (p.x - to.x) * (from.y - to.y) - (from.x - to.x) * (p.y - to.y);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return !(sides.some((s) => s < 0) && sides.some((s) => s > 0));
}

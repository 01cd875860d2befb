/**
 * Where the card goes: below the line that was hit, or above where there is more room; beside it in vertical text;
 * a sheet at the bottom of the viewport, or at the top where the line stands low, after a touch, in a narrow viewport,
 * and where there is no room beside.
 */
import type { Box } from './hover-intent';

/** Between the line and the card, so that the line stays readable; px. */
const GAP = 8;
/** Between the card and the edge of the viewport; px. */
const GUTTER = 8;
/** In multiples of the reader's text size, as everything in a card is. */
export const CARD_WIDTH = 26;
/**
 * Heights that a card has, where there is room: a page can measure its box, and must not tell by it what the
 * card says. In multiples of the text size.
 */
export const CARD_HEIGHTS = [16.25, 24.375, 32.5] as const;
export const CARD_MAX_HEIGHT = CARD_HEIGHTS[2];
/** A lower card would show no line of a passage; in multiples of the text size. */
const LEAST_ROOM = 8;
/** In viewports narrower than this a card beside the line would cover what is read; in multiples of the text size. */
const SHEET_BELOW = 30;
/** Of a sheet, in a wide viewport; in multiples of the text size. */
const SHEET_WIDTH = 40;
/** Of the viewport's height: what is being read stays in sight. */
const SHEET_SHARE = 0.5;

export interface Viewport {
  width: number;
  height: number;
  /** The reader's text size, px. */
  textSize: number;
}

export type CardMode = 'line' | 'vertical-line' | 'sheet';

export interface Placement {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The greatest height that a card for this line can have; px. */
export function roomForCard(line: Box, viewport: Viewport, mode: CardMode): number {
  const { height, textSize } = viewport;
  if (mode === 'sheet') {
    const side = isBelow(line, viewport) ? line.top : height - line.bottom;
    return Math.max(0, Math.min(height * SHEET_SHARE, side - GAP));
  }
  const outside = mode === 'line' ? Math.max(height - line.bottom, line.top) : height - GUTTER;
  const room = outside - GAP - GUTTER;
  return Math.max(0, Math.min(CARD_MAX_HEIGHT * textSize, room));
}

/** True where a line stands in the lower half: a sheet over it comes from above. */
function isBelow(line: Box, { height }: Viewport): boolean {
  return line.top > height - line.bottom;
}

/** How a card for this line is placed; null where none could be read. */
export function modeForCard(
  line: Box,
  viewport: Viewport,
  isVertical: boolean,
  isTouched: boolean,
): CardMode | null {
  const beside = isVertical ? 'vertical-line' : 'line';
  const modes: CardMode[] =
    isTouched || viewport.width < SHEET_BELOW * viewport.textSize ? ['sheet'] : [beside, 'sheet'];
  return (
    modes.find((mode) => roomForCard(line, viewport, mode) >= LEAST_ROOM * viewport.textSize) ??
    null
  );
}

/** The height of a card for content of this height; px. */
export function heightForCard(content: number, { textSize }: Viewport): number {
  return (
    (CARD_HEIGHTS.find((height) => height * textSize >= content) ?? CARD_MAX_HEIGHT) * textSize
  );
}

/**
 * @param line the line rectangle that was hit, in the viewport
 * @param wanted height of the card's content
 */
export function placeCard(
  line: Box,
  wanted: number,
  viewport: Viewport,
  mode: CardMode,
): Placement {
  const height = Math.min(wanted, roomForCard(line, viewport, mode));
  if (mode === 'sheet') {
    const width = Math.min(SHEET_WIDTH * viewport.textSize, viewport.width);
    const top = isBelow(line, viewport) ? 0 : viewport.height - height;
    return { left: (viewport.width - width) / 2, top, width, height };
  }
  const width = Math.max(0, Math.min(CARD_WIDTH * viewport.textSize, viewport.width - 2 * GUTTER));
  const size = { width, height };
  const free = { left: viewport.width - width, top: viewport.height - height };
  if (mode === 'line') {
    const left = clamp(line.left, free.left);
    return { ...size, left, top: beside(line.top, line.bottom, height, viewport.height) };
  }
  const left = clamp(beside(line.left, line.right, width, viewport.width), free.left);
  return { ...size, left, top: clamp(line.top, free.top) };
}

/** On the side with more room, whatever the card wants now: as it grows it stays there, and its buttons with it. */
function beside(start: number, end: number, size: number, whole: number): number {
  return whole - end >= start ? end + GAP : start - GAP - size;
}

function clamp(value: number, free: number): number {
  return Math.max(GUTTER, Math.min(value, Math.max(GUTTER, free - GUTTER)));
}

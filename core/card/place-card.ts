/**
 * Where the card goes: below the line that was hit, or above where there is no room; beside it in vertical text;
 * at the bottom of the viewport after a touch, in a narrow viewport, and where there is no room beside.
 */
import type { Box } from './hover-intent';

/** Between the line and the card, so that the line stays readable; px. */
export const GAP = 8;
/** Between the card and the edge of the viewport; px. */
export const GUTTER = 8;
export const CARD_WIDTH = 400;
/** Shows about fifteen lines with what belongs to them; the passage scrolls beyond. */
export const CARD_MAX_HEIGHT = 520;
/**
 * Heights that a card has, where there is room: a page can measure its box, and must not tell by it what the
 * card says. Px.
 */
export const CARD_HEIGHTS = [260, 390, CARD_MAX_HEIGHT] as const;
/** A lower card would show no line of a passage; px. */
export const LEAST_ROOM = 160;
/** In viewports narrower than this a card beside the line would cover what is read; px. */
export const SHEET_BELOW = 480;
/** Of a sheet, in a wide viewport; px. */
export const SHEET_WIDTH = 640;
/** Of the viewport's height: what is being read stays in sight above the sheet. */
export const SHEET_SHARE = 0.6;

export interface Viewport {
  width: number;
  height: number;
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
  const { height } = viewport;
  if (mode === 'sheet') return height * SHEET_SHARE;
  const outside = mode === 'line' ? Math.max(height - line.bottom, line.top) : height - GUTTER;
  const room = outside - GAP - GUTTER;
  return Math.max(0, Math.min(CARD_MAX_HEIGHT, room));
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
    isTouched || viewport.width < SHEET_BELOW ? ['sheet'] : [beside, 'sheet'];
  return modes.find((mode) => roomForCard(line, viewport, mode) >= LEAST_ROOM) ?? null;
}

/** The height of a card for content of this height; px. */
export function heightForCard(content: number): number {
  return CARD_HEIGHTS.find((height) => height >= content) ?? CARD_MAX_HEIGHT;
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
    const width = Math.min(SHEET_WIDTH, viewport.width);
    return { left: (viewport.width - width) / 2, top: viewport.height - height, width, height };
  }
  const width = Math.max(0, Math.min(CARD_WIDTH, viewport.width - 2 * GUTTER));
  const size = { width, height };
  const free = { left: viewport.width - width, top: viewport.height - height };
  if (mode === 'line') {
    const left = clamp(line.left, free.left);
    return { ...size, left, top: beside(line.top, line.bottom, wanted, height, viewport.height) };
  }
  const left = clamp(beside(line.left, line.right, width, width, viewport.width), free.left);
  return { ...size, left, top: clamp(line.top, free.top) };
}

/** After the line where what is wanted fits, or where there is more room than before it. */
function beside(start: number, end: number, wanted: number, size: number, whole: number): number {
  const after = whole - end - GAP - GUTTER;
  const before = start - GAP - GUTTER;
  return after >= wanted || after >= before ? end + GAP : start - GAP - size;
}

function clamp(value: number, free: number): number {
  return Math.max(GUTTER, Math.min(value, Math.max(GUTTER, free - GUTTER)));
}

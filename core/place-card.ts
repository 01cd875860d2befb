/** Where the card goes: below the line that was hit, or above where there is no room. */
import type { Box } from './hover-intent';

/** Between the line and the card, so that the line stays readable; px. */
export const GAP = 8;
/** Between the card and the edge of the viewport; px. */
export const GUTTER = 8;
export const CARD_WIDTH = 400;
/** Shows about fifteen lines with what belongs to them; the passage scrolls beyond. */
export const CARD_MAX_HEIGHT = 520;
export interface Viewport {
  width: number;
  height: number;
}

export interface Placement {
  left: number;
  top: number;
  width: number;
  height: number;
  side: 'below' | 'above';
}

/** The greatest height that a card beside this line can have; px. */
export function roomForCard(line: Box, viewport: Viewport): number {
  const { below, above } = roomAround(line, viewport);
  return Math.max(0, Math.min(CARD_MAX_HEIGHT, Math.max(below, above)));
}

/**
 * @param line the line rectangle that was hit, in the viewport
 * @param wanted height of the card's content
 */
export function placeCard(line: Box, wanted: number, viewport: Viewport): Placement {
  const width = Math.max(0, Math.min(CARD_WIDTH, viewport.width - 2 * GUTTER));
  const { below, above } = roomAround(line, viewport);
  const side = below >= wanted || below >= above ? 'below' : 'above';
  const height = Math.min(wanted, roomForCard(line, viewport));
  return {
    left: clamp(line.left, GUTTER, viewport.width - width - GUTTER),
    top: side === 'below' ? line.bottom + GAP : line.top - GAP - height,
    width,
    height,
    side,
  };
}

function roomAround(line: Box, viewport: Viewport): { below: number; above: number } {
  return {
    below: viewport.height - line.bottom - GAP - GUTTER,
    above: line.top - GAP - GUTTER,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}

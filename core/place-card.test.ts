import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './hover-intent';
import { CARD_MAX_HEIGHT, CARD_WIDTH, placeCard, roomForCard, type Viewport } from './place-card';

const WIDE: Viewport = { width: 1200, height: 800 };
const line = (left: number, top: number, width = 60, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the card lies', () => {
  test.each([
    ['below the line', line(200, 100), 300, WIDE, [200, 128, CARD_WIDTH, 300, 'below']],
    [
      'above, where below is too low',
      line(200, 700),
      300,
      WIDE,
      [200, 392, CARD_WIDTH, 300, 'above'],
    ],
    ['below in a tie', line(200, 390), 900, WIDE, [200, 418, CARD_WIDTH, 374, 'below']],
    ['where more of it shows', line(200, 430), 900, WIDE, [200, 8, CARD_WIDTH, 414, 'above']],
    ['below when it just fits', line(200, 464), 300, WIDE, [200, 492, CARD_WIDTH, 300, 'below']],
    ['off the left edge', line(-30, 100), 300, WIDE, [8, 128, CARD_WIDTH, 300, 'below']],
    [
      'off the right edge',
      line(1100, 100),
      300,
      WIDE,
      [1200 - 8 - CARD_WIDTH, 128, CARD_WIDTH, 300, 'below'],
    ],
    [
      'in all the width of a narrow viewport',
      line(200, 100),
      300,
      { width: 320, height: 800 },
      [8, 128, 304, 300, 'below'],
    ],
    [
      'in what little a tiny viewport has',
      line(20, 50),
      300,
      { width: 100, height: 140 },
      [8, 78, 84, 54, 'below'],
    ],
  ] as const)('%s', (_, hit, wanted, viewport, [left, top, width, height, side]) => {
    expect(placeCard(hit, wanted, viewport)).toEqual({ left, top, width, height, side });
  });

  test.each([
    ['the greater side', line(0, 430), WIDE, 414],
    [
      'never more than the card may have',
      line(0, 0),
      { width: 1200, height: 2000 },
      CARD_MAX_HEIGHT,
    ],
  ])('the room is %s', (_, hit, viewport, room) => {
    expect(roomForCard(hit, viewport)).toBe(room);
  });
});

const scene = fc
  .record({
    width: fc.integer({ min: 120, max: 3000 }),
    height: fc.integer({ min: 120, max: 2000 }),
    left: fc.integer({ min: -500, max: 3500 }),
    breadth: fc.integer({ min: 1, max: 3000 }),
    top: fc.double({ min: 0, max: 1, noNaN: true }),
    tall: fc.integer({ min: 8, max: 60 }),
    wanted: fc.integer({ min: 1, max: 2000 }),
  })
  .map(({ width, height, left, breadth, top, tall, wanted }) => ({
    viewport: { width, height },
    hit: line(left, Math.floor(top * (height - tall)), breadth, tall),
    wanted,
  }));

test('the card is inside of the viewport and never on the line, wherever the line is', () => {
  fc.assert(
    fc.property(scene, ({ viewport, hit, wanted }) => {
      const { left, top, width, height, side } = placeCard(hit, wanted, viewport);
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + width).toBeLessThanOrEqual(viewport.width - 8);
      expect(width).toBeLessThanOrEqual(CARD_WIDTH);
      // A line of at most 60 px in a viewport of at least 120 px leaves room on one side.
      expect(height).toBeGreaterThan(0);
      expect(height).toBe(Math.min(wanted, CARD_MAX_HEIGHT, roomForCard(hit, viewport)));
      expect(top).toBeGreaterThanOrEqual(8);
      expect(top + height).toBeLessThanOrEqual(viewport.height - 8);
      if (side === 'below') expect(top).toBeGreaterThan(hit.bottom);
      else expect(top + height).toBeLessThan(hit.top);
    }),
  );
});

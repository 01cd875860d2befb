import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from './hover-intent';
import {
  CARD_MAX_HEIGHT,
  CARD_WIDTH,
  heightForCard,
  modeForCard,
  placeCard,
  roomForCard,
  type Viewport,
} from './place-card';

/** The reader’s text size, px. */
const textSize = 16;
const WIDTH = CARD_WIDTH * textSize;
const MOST = CARD_MAX_HEIGHT * textSize;
const WIDE: Viewport = { width: 1200, height: 800, textSize };
const line = (left: number, top: number, width = 60, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the card lies', () => {
  test.each([
    ['below the line', line(200, 100), 300, WIDE, [200, 128, WIDTH, 300]],
    ['above, where below is too low', line(200, 700), 300, WIDE, [200, 392, WIDTH, 300]],
    ['below in a tie', line(200, 390), 900, WIDE, [200, 418, WIDTH, 374]],
    ['where more of it shows', line(200, 430), 900, WIDE, [200, 8, WIDTH, 414]],
    ['where it has room to grow', line(200, 464), 300, WIDE, [200, 156, WIDTH, 300]],
    ['off the left edge', line(-30, 100), 300, WIDE, [8, 128, WIDTH, 300]],
    ['off the right edge', line(1100, 100), 300, WIDE, [1200 - 8 - WIDTH, 128, WIDTH, 300]],
    [
      'in all the width of a narrow viewport',
      line(200, 100),
      300,
      { width: 320, height: 800, textSize },
      [8, 128, 304, 300],
    ],
    [
      'in what little a tiny viewport has',
      line(20, 50),
      300,
      { width: 100, height: 140, textSize },
      [8, 78, 84, 54],
    ],
  ] as const)('%s', (_, hit, wanted, viewport, [left, top, width, height]) => {
    expect(placeCard(hit, wanted, viewport, 'line')).toEqual({ left, top, width, height });
  });

  test.each([
    ['the greater side', line(0, 430), WIDE, 414],
    [
      'never more than the card may have',
      line(0, 0),
      { width: 1200, height: 2000, textSize },
      MOST,
    ],
  ])('the room is %s', (_, hit, viewport, room) => {
    expect(roomForCard(hit, viewport, 'line')).toBe(room);
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
    viewport: { width, height, textSize },
    hit: line(left, Math.floor(top * (height - tall)), breadth, tall),
    wanted,
  }));

test('a card that grows stays on its side', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 2000 }), ({ hit, viewport, wanted }, other) => {
      const isBelow = (height: number) =>
        placeCard(hit, height, viewport, 'line').top >= hit.bottom;
      expect(isBelow(other)).toBe(isBelow(wanted));
    }),
  );
});

describe('beside vertical text the card lies', () => {
  const column = (left: number, top: number) => line(left, top, 20, 90);
  test.each([
    ['to the right', column(200, 100), 300, WIDE, [228, 100, WIDTH, 300]],
    [
      'to the left, where the right is too narrow',
      column(900, 100),
      300,
      WIDE,
      [900 - 8 - WIDTH, 100, WIDTH, 300],
    ],
    ['within the viewport', column(200, 700), 300, WIDE, [228, 492, WIDTH, 300]],
    [
      'over the text, in a narrow viewport',
      column(100, 100),
      300,
      { width: 360, height: 700, textSize },
      [8, 100, 344, 300],
    ],
  ] as const)('%s', (_, hit, wanted, viewport, [left, top, width, height]) => {
    expect(placeCard(hit, wanted, viewport, 'vertical-line')).toEqual({ left, top, width, height });
  });
});

describe('a sheet lies', () => {
  test.each([
    ['at the bottom', line(0, 90), 300, { width: 360, height: 700, textSize }, [0, 400, 360, 300]],
    [
      'on no more than half',
      line(0, 90),
      900,
      { width: 360, height: 700, textSize },
      [0, 350, 360, 350],
    ],
    [
      'at the top, over a low line',
      line(0, 500),
      300,
      { width: 360, height: 700, textSize },
      [0, 0, 360, 300],
    ],
    [
      'clear of a line in the middle',
      line(0, 340),
      900,
      { width: 360, height: 700, textSize },
      [0, 368, 360, 332],
    ],
    ['in the middle of a wide viewport', line(0, 0), 300, WIDE, [280, 500, 640, 300]],
    ['larger where text is', line(0, 0), 300, { ...WIDE, textSize: 20 }, [200, 500, 800, 300]],
  ] as const)('%s', (_, hit, wanted, viewport, [left, top, width, height]) => {
    const place = placeCard(hit, wanted, viewport, 'sheet');
    expect(place).toEqual({ left, top, width, height });
  });
});

test('the card is inside of the viewport and never on the line, wherever the line is', () => {
  fc.assert(
    fc.property(scene, ({ viewport, hit, wanted }) => {
      const { left, top, width, height } = placeCard(hit, wanted, viewport, 'line');
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + width).toBeLessThanOrEqual(viewport.width - 8);
      expect(width).toBeLessThanOrEqual(WIDTH);
      // A line of at most 60 px in a viewport of at least 120 px leaves room on one side.
      expect(height).toBeGreaterThan(0);
      expect(height).toBe(Math.min(wanted, MOST, roomForCard(hit, viewport, 'line')));
      expect(top).toBeGreaterThanOrEqual(8);
      expect(top + height).toBeLessThanOrEqual(viewport.height - 8);
      expect(top > hit.bottom || top + height < hit.top).toBe(true);
    }),
  );
});

test('a sheet covers neither the line nor more than half of the page, wherever the line is', () => {
  fc.assert(
    fc.property(scene, ({ viewport, hit, wanted }) => {
      const { top, height } = placeCard(hit, wanted, viewport, 'sheet');
      expect(height).toBeLessThanOrEqual(viewport.height / 2);
      expect(top >= hit.bottom || top + height <= hit.top).toBe(true);
    }),
  );
});

describe('how a card is placed', () => {
  test.each<[string, Box, Viewport, boolean, boolean, string | null]>([
    ['beside the line', line(200, 100), WIDE, false, false, 'line'],
    ['beside vertical text', line(200, 100), WIDE, true, false, 'vertical-line'],
    ['from below for a finger', line(200, 100), WIDE, false, true, 'sheet'],
    [
      'from below in a narrow viewport',
      line(20, 100),
      { width: 360, height: 640, textSize },
      false,
      false,
      'sheet',
    ],
    [
      'from below where the line has no room',
      line(20, 140),
      { width: 700, height: 300, textSize },
      false,
      false,
      'sheet',
    ],
    [
      'not at all where it would be a strip',
      line(20, 60),
      { width: 700, height: 150, textSize },
      false,
      false,
      null,
    ],
  ])('%s', (_, at, viewport, isVertical, isTouched, mode) => {
    expect(modeForCard(at, viewport, isVertical, isTouched)).toBe(mode);
  });

  test.each([
    [80, 260],
    [260, 260],
    [261, 390],
    [500, 520],
    [900, 520],
  ])('content of %s px has a card of %s', (content, height) => {
    expect(heightForCard(content, WIDE)).toBe(height);
  });
});

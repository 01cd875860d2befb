import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { BETWEEN_MS, type Box, HoverIntent, OPEN_DELAY_MS, type Point } from './hover-intent';

const HERE: Point = { x: 150, y: 150 };
const BELOW: Box = { left: 100, top: 200, right: 500, bottom: 400 };
const ABOVE: Box = { left: 100, top: 0, right: 500, bottom: 100 };
const RIGHT: Box = { left: 250, top: 100, right: 500, bottom: 300 };
const LEFT: Box = { left: 0, top: 100, right: 50, bottom: 300 };

let hover: HoverIntent<string>;
beforeEach(() => {
  hover = new HoverIntent();
});

/** The pointer comes to a place. */
const move = (target: string | null, time: number, point = HERE, card: Box | null = null) =>
  hover.move(target, point, time, false, card);

/** The pointer goes to the right over one mark, a step every 10 ms, from 0 ms on. */
const cross = (target: string, steps: number, pxPerMs: number) => {
  for (let step = 0; step <= steps; step++) {
    move(target, step * 10, { x: 100 + step * 10 * pxPerMs, y: 100 });
  }
};

describe('opening', () => {
  test('takes 300 ms of rest on the mark', () => {
    expect(move('a', 1000)).toEqual({ do: 'nothing' });
    expect(hover.deadline).toBe(1300);
    expect(hover.due()).toEqual({ do: 'open', on: 'a' });
    expect(hover.deadline).toBeNull();
  });

  test.each([
    ['counts from the last quick move', 0.6, 500],
    ['is not put off at the speed limit itself', 0.5, 300],
    ['is not put off by a slow pointer', 0.1, 300],
  ])('%s', (_, pxPerMs, deadline) => {
    cross('a', 20, pxPerMs);
    expect(hover.deadline).toBe(deadline);
  });

  test('does not begin before the pointer has slowed down', () => {
    cross('a', 20, 2);
    move('a', 400, { x: 501, y: 100 });
    expect(hover.deadline).toBe(500);
  });

  test('starts anew on another mark', () => {
    move('a', 1000);
    move('b', 1200);
    expect(hover.deadline).toBe(1500);
    expect(hover.due()).toEqual({ do: 'open', on: 'b' });
  });

  test('is given up when the pointer leaves before its time', () => {
    move('a', 1000);
    move(null, 1299);
    expect(hover.deadline).toBeNull();
    expect(hover.due()).toEqual({ do: 'nothing' });
  });

  test.each([
    [1000, 1100],
    [1499, 1599],
    [1500, 1800],
    [5000, 5300],
  ])('after a card closed at 1000 ms, a mark reached at %i ms opens at %i ms', (time, deadline) => {
    hover.open('a');
    hover.closed(1000);
    move('b', time);
    expect(hover.deadline).toBe(deadline);
  });

  test('takes 100 ms on another mark while a card is open', () => {
    hover.open('a');
    move('b', 1000);
    expect(hover.deadline).toBe(1100);
    expect(hover.due()).toEqual({ do: 'open', on: 'b' });
  });

  test('happens at once with Alt, and leaves nothing pending', () => {
    hover.move('a', HERE, 1000, true, null);
    expect(hover.deadline).toBe(1000);
    expect(hover.due()).toEqual({ do: 'open', on: 'a' });
    expect(hover.deadline).toBeNull();
  });

  test('does not happen again with Alt on the mark whose card is open', () => {
    hover.open('a');
    expect(hover.move('a', HERE, 1000, true, BELOW)).toEqual({ do: 'nothing' });
    expect(hover.deadline).toBeNull();
  });

  test('happens at once with Alt on a mark that is rested on already', () => {
    move('a', 1000);
    hover.move('a', HERE, 1050, true, null);
    expect(hover.deadline).toBe(1050);
  });

  test.each([
    ['by rest', false, 1800],
    ['with Alt', true, 1800],
  ])('%s comes no sooner than 500 ms after the pointer opened another card', (_, alt, wanted) => {
    move('a', 1000);
    hover.due();
    expect(hover.move('b', HERE, 1310, alt, BELOW)).toEqual({ do: 'nothing' });
    expect(hover.deadline).toBe(wanted);
    expect(hover.due()).toEqual({ do: 'open', on: 'b' });
  });

  test('however words pass under the pointer, it opens two cards a second at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.nat(400), alt: fc.boolean(), gone: fc.boolean() })),
        (steps) => {
          const intent = new HoverIntent<number>();
          const opened: number[] = [];
          let now = 0;
          for (const [i, { wait, alt, gone }] of steps.entries()) {
            if (intent.deadline !== null && intent.deadline <= now + wait) {
              const at = Math.max(now, intent.deadline);
              const action = intent.due();
              if (action.do === 'open') opened.push(at);
              if (action.do === 'close') intent.closed(at);
            }
            now += wait;
            intent.move(gone ? null : i, { x: i, y: 0 }, now, alt, null);
          }
          for (const [i, at] of opened.entries()) {
            if (i > 0) expect(at - (opened[i - 1] ?? 0)).toBeGreaterThanOrEqual(BETWEEN_MS);
          }
        },
      ),
    );
  });

  test('by click ends a pending rest on another mark', () => {
    move('a', 1000);
    expect(hover.open('b')).toEqual({ do: 'open', on: 'b' });
    expect(hover.deadline).toBeNull();
    expect(hover.due()).not.toHaveProperty('on');
  });
});

describe('closing', () => {
  beforeEach(() => {
    hover.open('a');
  });

  test('comes 300 ms after the pointer left the mark', () => {
    move('a', 900);
    expect(move(null, 1000, HERE, BELOW)).toEqual({ do: 'nothing' });
    expect(hover.deadline).toBe(1300);
    expect(hover.due()).toEqual({ do: 'close' });
    expect(hover.deadline).toBeNull();
  });

  test('is not put off by wandering when it is not known where the card is', () => {
    move(null, 1000);
    move(null, 1200, { x: 160, y: 160 });
    expect(hover.deadline).toBe(1300);
  });

  test('is cancelled when the pointer comes back to the mark', () => {
    move(null, 1000, HERE, BELOW);
    move('a', 1200, HERE, BELOW);
    expect(hover.deadline).toBeNull();
  });

  test.each<[string, Box, Point]>([
    ['below', BELOW, { x: 250, y: 190 }],
    ['above', ABOVE, { x: 250, y: 110 }],
    ['on the right', RIGHT, { x: 230, y: 250 }],
    ['on the left', LEFT, { x: 70, y: 250 }],
  ])('waits while the pointer goes towards the card %s', (_, card, point) => {
    move(null, 1000, HERE, card);
    move(null, 1200, point, card);
    expect(hover.deadline).toBe(1500);
    expect(hover.due()).toEqual({ do: 'close' });
  });

  test.each<[string, Box, Point]>([
    ['away from a card below', BELOW, { x: 150, y: 120 }],
    ['beside the triangle to a card below', BELOW, { x: 400, y: 160 }],
    ['away from a card above', ABOVE, { x: 150, y: 180 }],
    ['beside the triangle to a card above', ABOVE, { x: 60, y: 140 }],
    ['away from a card on the right', RIGHT, { x: 120, y: 150 }],
    ['beside the triangle to a card on the right', RIGHT, { x: 160, y: 290 }],
    ['away from a card on the left', LEFT, { x: 190, y: 150 }],
    ['beside the triangle to a card on the left', LEFT, { x: 140, y: 20 }],
  ])('does not wait for a pointer %s', (_, card, point) => {
    move(null, 1000, HERE, card);
    move(null, 1200, point, card);
    expect(hover.deadline).toBe(1300);
  });

  test('the triangle has its tip where the pointer left the mark last', () => {
    move(null, 1000, { x: 450, y: 150 }, BELOW);
    move('a', 1050, { x: 150, y: 150 }, BELOW);
    move(null, 1100, { x: 150, y: 150 }, BELOW);
    // In the first triangle only.
    move(null, 1300, { x: 400, y: 160 }, BELOW);
    expect(hover.deadline).toBe(1400);
  });

  test('another mark that is only crossed on the way does not open', () => {
    move(null, 1000, HERE, BELOW);
    move('b', 1020, { x: 170, y: 170 }, BELOW);
    move(null, 1080, { x: 180, y: 180 }, BELOW);
    expect(hover.deadline).toBe(1380);
    expect(hover.due()).toEqual({ do: 'close' });
  });

  test('is held off as long as the pointer is in the card', () => {
    move(null, 1000, HERE, BELOW);
    hover.enterCard();
    expect(hover.deadline).toBeNull();
    expect(move(null, 5000, { x: 10, y: 10 }, BELOW)).toEqual({ do: 'nothing' });
    expect(hover.deadline).toBeNull();
    expect(hover.due()).toEqual({ do: 'nothing' });
  });

  test('comes 300 ms after the pointer left the card', () => {
    hover.enterCard();
    hover.leaveCard(2000);
    expect(hover.deadline).toBe(2300);
    expect(hover.due()).toEqual({ do: 'close' });
  });

  test('is cancelled when the pointer goes from the card back to the mark', () => {
    hover.enterCard();
    hover.leaveCard(2000);
    move('a', 2100, HERE, BELOW);
    expect(hover.deadline).toBeNull();
  });
});

test('entering the card ends the rest on another mark', () => {
  hover.open('a');
  move('b', 1000);
  hover.enterCard();
  expect(hover.deadline).toBeNull();
  expect(hover.due()).toEqual({ do: 'nothing' });
});

test.each<[string, () => unknown]>([
  ['at the start', () => {}],
  ['after a move over no mark', () => move(null, 1000)],
  ['while a card is open under a pointer at rest', () => hover.open('a')],
  [
    'after the card was closed while closing was pending',
    () => {
      hover.open('a');
      move(null, 1000);
      hover.closed(1100);
    },
  ],
  [
    'when the pointer leaves a card that was closed',
    () => {
      hover.open('a');
      hover.enterCard();
      hover.closed(1000);
      hover.leaveCard(1001);
    },
  ],
])('nothing is pending %s', (_, happen) => {
  happen();
  expect(hover.deadline).toBeNull();
});

test('a pinned card neither closes nor gives way to another mark', () => {
  const intent = new HoverIntent<string>();
  intent.open('China');
  intent.isPinned = true;
  expect(intent.move('Tibet', { x: 0, y: 0 }, 1000, true, null)).toEqual({ do: 'nothing' });
  intent.move(null, { x: 900, y: 900 }, 2000, false, null);
  intent.leaveCard(3000);
  expect(intent.deadline).toBeNull();
  expect(intent.due()).toEqual({ do: 'nothing' });
  intent.closed(4000);
  intent.move('Tibet', { x: 0, y: 0 }, 9000, false, null);
  expect(intent.deadline).toBe(9000 + OPEN_DELAY_MS);
});

test.each([
  [1000, 1000],
  [150, 150],
])('a card opens after the rest that the reader chose: %i ms', (delay, wanted) => {
  const intent = new HoverIntent<string>(delay);
  intent.move('China', { x: 0, y: 0 }, 10_000, false, null);
  expect(intent.deadline).toBe(10_000 + wanted);
});

test('the next card never takes longer than the first', () => {
  const intent = new HoverIntent<string>(60);
  intent.open('China');
  intent.closed(1000);
  intent.move('Tibet', { x: 0, y: 0 }, 1100, false, null);
  expect(intent.deadline).toBe(1160);
});

describe('a pressed button', () => {
  test('ends the rest, until the pointer moves again', () => {
    move('a', 1000);
    hover.press();
    expect(hover.deadline).toBeNull();
    move('a', 1400);
    expect(hover.deadline).toBe(1700);
  });

  test('leaves an open card, and its closing, alone', () => {
    hover.open('a');
    move(null, 1000);
    const { deadline } = hover;
    hover.press();
    expect(hover.deadline).toBe(deadline);
  });
});

test('what a page writes anew in the same place is rested on still', () => {
  const made = new HoverIntent<{ name: string }>(OPEN_DELAY_MS, (a, b) => a.name === b.name);
  made.move({ name: 'a' }, HERE, 1000, false, null);
  made.move({ name: 'a' }, HERE, 1200, false, null);
  expect(made.deadline).toBe(1300);
  const again = { name: 'a' };
  made.open(again);
  expect(made.isOpenOn({ name: 'a' })).toBe(true);
});

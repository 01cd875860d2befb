import { beforeEach, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  connect: (_: unknown): void => undefined,
  runtime: {
    id: 'ours',
    onConnect: {
      addListener: (listener: (port: unknown) => void) => {
        fake.connect = listener;
      },
    },
  },
}));
vi.mock('wxt/browser', () => ({ browser: fake }));

import { watchFrames } from './frame-life';

let gone: Array<[number, number]> = [];
/** A frame comes. @returns lets it go */
const comes = (tab: number, frameId: number, name = 'frame', id = 'ours'): (() => void) => {
  let leave = () => {};
  fake.connect({
    name,
    sender: { id, tab: { id: tab }, frameId },
    onDisconnect: {
      addListener: (listener: () => void) => {
        leave = listener;
      },
    },
  });
  return () => leave();
};

beforeEach(() => {
  gone = [];
  watchFrames((...frame) => gone.push(frame));
});

test('a frame that goes is told', () => {
  comes(7, 3)();
  expect(gone).toEqual([[7, 3]]);
});

test('a document that was replaced in its frame takes nothing of the next with it', () => {
  const first = comes(7, 3);
  const second = comes(7, 3);
  first();
  expect(gone).toEqual([]);
  second();
  expect(gone).toEqual([[7, 3]]);
});

test.each([
  ['of another name', 'other', 'ours'],
  ['of another extension', 'frame', 'theirs'],
])('a port %s is none of ours', (_, name, id) => {
  comes(7, 3, name, id)();
  expect(gone).toEqual([]);
});

import { expect, test } from 'vitest';
import { otherSpelling } from './other-spelling';

test.each([
  ['forced labour', 'forced labor'],
  ['forced labor', 'forced labour'],
  ['neighbouring colours', 'neighboring colors'],
  ['organised organisations', 'organized organizations'],
  ['the centre of defence', 'the center of defense'],
  ['our hour of four', 'our hour of four'],
  ['камеры 新疆', 'камеры 新疆'],
])('%s: %s', (text, other) => {
  expect(otherSpelling(text)).toBe(other);
});

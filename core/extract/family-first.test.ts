import { expect, test } from 'vitest';
import { isFamilyFirst } from './family-first';

test.each<[string, boolean]>([
  ['Xi Jinping', true],
  ['Wang Yi', true],
  ['Moon Jae-in', true],
  ['Nguyen Phu Trong', true],
  ['Han Fei', true],
  ['Kim Kardashian', false],
  ['Lee Harvey', false],
  ['Aidar Amrebayev', false],
  ['Wang', false],
  ['Jin Beatrice', false],
])('%s: %s', (name, is) => {
  expect(isFamilyFirst(name)).toBe(is);
});

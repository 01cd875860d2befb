import { describe, expect, test } from 'vitest';
import { isLight } from './light-colours';

describe('a colour is light', () => {
  test.each<[string, boolean]>([
    ['rgb(0, 0, 0)', false],
    ['rgb(255, 255, 255)', true],
    ['rgba(240, 240, 240, 0.9)', true],
    ['rgb(0, 0, 238)', false],
    ['oklch(0.95 0.01 260)', true],
    ['oklch(0.2 0.02 260)', false],
    ['oklab(0.95 -0.002 -0.009)', true],
    ['oklab(0.3 0.1 -0.1 / 0.5)', false],
    ['lab(90 5 -4)', true],
    ['lab(20 5 -4)', false],
    ['lch(90 5 270)', true],
    ['color(srgb 0.95 0.95 0.95)', true],
    ['color(srgb 0.1 0.1 0.1)', false],
    ['color(display-p3 0.9 0.95 1 / 0.8)', true],
    ['color(xyz-d65 0.9 0.9 0.9)', true],
    ['color(xyz-d50 1e-3 0.01 0.02)', false],
  ])('%s: %s', (colour, light) => {
    expect(isLight(colour)).toBe(light);
  });
});

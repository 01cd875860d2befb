import { describe, expect, test } from 'vitest';
import { stretchAround } from './stretch-around';

const sentence = 'Trains left for the north of the country at noon. ';
const around = (text: string, at: number) => text.slice(...stretchAround(text, at));

describe('what is read around a name', () => {
  test('is all of a paragraph of usual length', () => {
    const text = sentence.repeat(20);
    expect(around(text, 500)).toBe(text);
  });

  test.each([
    ['sentences', sentence],
    ['lines', 'Trains left for the north at noon\n'],
    ['sentences without spaces', '火车中午开往该国北部的一个城市。'],
  ])('is whole %s of a long one, on both sides', (_, unit) => {
    const at = unit.length * 150 + 3;
    const read = around(unit.repeat(300), at);
    expect(read.length).toBeGreaterThan(2000);
    expect(read.length).toBeLessThanOrEqual(2400);
    expect(read).toBe(unit.repeat(read.length / unit.length));
  });

  test('holds the name where nothing ends', () => {
    const text = `${'a'.repeat(5000)}Kashgar${'b'.repeat(5000)}`;
    expect(around(text, 5000)).toContain('aKashgarb');
  });
});

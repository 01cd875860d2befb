import { beforeEach, expect, test, vi } from 'vitest';

const held = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: structuredClone(held[key]) }),
        set: async (items: object) => void Object.assign(held, structuredClone(items)),
      },
    },
  },
}));

import { readCorrections, repairCorrections, writeCorrections } from './corrections';

const ONE = { entity: 's/a', name: 'A', scope: 'everywhere' as const, at: null };
const OTHER = { ...ONE, name: 'B' };

beforeEach(() => {
  held.corrections = undefined;
});

test.each([
  ['in the list', [ONE, { name: 7 }], [{ name: 7 }], [ONE]],
  ['in place of the list', 'lost', ['lost'], []],
])('what is damaged %s is counted, and stays until the repair', async (_, stored, lost, sound) => {
  held.corrections = stored;
  const counts: number[] = [];
  expect(await readCorrections((count) => counts.push(count))).toEqual(sound);
  expect(counts).toEqual([1]);
  await writeCorrections([...sound, OTHER]);
  expect(held.corrections).toEqual([...lost, ...sound, OTHER]);
  await repairCorrections();
  expect(held.corrections).toEqual([...sound, OTHER]);
});

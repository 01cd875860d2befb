import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (details: { reason: string; previousVersion?: string }) => void;

const fake = vi.hoisted(() => ({
  opened: [] as string[],
  held: {} as Record<string, unknown>,
  listeners: [] as Listener[],
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      getURL: (path: string) => `ext://own${path}`,
      getManifest: () => ({ version: '1.1.0' }),
      onInstalled: { addListener: (listener: Listener) => fake.listeners.push(listener) },
    },
    tabs: {
      async create({ url }: { url: string }) {
        fake.opened.push(url);
      },
    },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: fake.held[key] }),
        set: async (items: object) => void Object.assign(fake.held, items),
        remove: async (key: string) => void delete fake.held[key],
      },
    },
  },
}));

import { dropUpdateNote, readUpdateNote, watchInstalled } from './updates';

beforeEach(() => {
  fake.opened = [];
  fake.held = {};
  fake.listeners = [];
  watchInstalled(
    async () => {},
    (error) => {
      throw error;
    },
  );
});

describe('what is opened, and noted', () => {
  test.each([
    [{ reason: 'install' }, ['ext://own/welcome.html'], null],
    [{ reason: 'update', previousVersion: '1.0.0' }, [], '1.1.0'],
    [{ reason: 'update', previousVersion: '1.1.0' }, [], null],
    [{ reason: 'browser_update' }, [], null],
  ])('after %o', async (details, opened, note) => {
    for (const listener of fake.listeners) listener(details);
    expect(fake.opened).toEqual(opened);
    expect(await readUpdateNote()).toBe(note);
    await dropUpdateNote();
    expect(await readUpdateNote()).toBe(null);
  });
});

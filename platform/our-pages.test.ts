import { beforeEach, describe, expect, test, vi } from 'vitest';

const fake = vi.hoisted(() => ({
  tab: {} as object,
  isAllowed: true,
  current: undefined as object | undefined,
  shown: [] as Array<[number, object]>,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ext://own${path}` },
    tabs: {
      get: async () => fake.tab,
      getCurrent: async () => fake.current,
      update: async (tab: number, change: object) => void fake.shown.push([tab, change]),
    },
    permissions: { contains: async () => fake.isAllowed },
  },
}));

import { entityAddress, passageAddress, searchAddress, showTab, whyUnreachable } from './our-pages';

beforeEach(() => {
  Object.assign(fake, { tab: {}, isAllowed: true, current: undefined, shown: [] });
});

describe('why a tab is unreachable', () => {
  test.each([
    ['it is a page of ours', { url: 'ext://own/reader.html#a' }, true, 'ours'],
    ['Firefox shows its reader view', { isInReaderMode: true }, true, 'readerView'],
    ['it loads', { status: 'loading' }, true, 'loading'],
    ['the reader has taken access back', { status: 'complete' }, false, 'notAllowed'],
    ['browsers do not say', { status: 'complete' }, true, 'unknown'],
  ])('%s', async (_, tab, isAllowed, reason) => {
    Object.assign(fake, { tab, isAllowed });
    expect(await whyUnreachable(7)).toBe(reason);
  });
});

test('a popup that is a tab itself, as on phones, brings the page to the front', async () => {
  expect(await showTab(7)).toBe(false);
  expect(fake.shown).toEqual([]);
  fake.current = { id: 8 };
  expect(await showTab(7)).toBe(true);
  expect(fake.shown).toEqual([[7, { active: true }]]);
});

test.each([
  [passageAddress('s/3'), 'ext://own/reader.html#s/3'],
  [entityAddress('s/tibet'), 'ext://own/reader.html#s?entity=s/tibet'],
  [searchAddress('a & b?'), 'ext://own/popup.html?query=a%20%26%20b%3F'],
])('%s', (address, wanted) => expect(address).toBe(wanted));

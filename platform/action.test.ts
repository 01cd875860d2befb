import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

const setIcon = vi.fn(async (_: { tabId: number; path: Record<number, string> }) => {});
vi.mock('wxt/browser', () => ({ browser: { action: { setIcon } } }));
const { showIcon } = await import('./action');

beforeEach(() => setIcon.mockClear());

test.each([true, false])('the icon of a tab is one that is there: off %s', async (isOff) => {
  await showIcon(7, isOff);
  const [asked] = setIcon.mock.calls[0] ?? [];
  expect(asked?.tabId).toBe(7);
  for (const path of Object.values(asked?.path ?? {})) {
    expect(path.includes('off')).toBe(isOff);
    expect(existsSync(resolve(import.meta.dirname, `../public${path}`)), path).toBe(true);
  }
});

/** Marks and card of a page, as scripts find them that take pictures. */
import type { Frame, Page } from 'puppeteer-core';

const PATIENCE_MS = 20_000;

/** The number by which the browser knows the tab that was opened before this page of ours. */
export async function numberOfTabBefore(ours: Page): Promise<number> {
  const number = await ours.evaluate(async () => {
    type Tabs = { query(query: object): Promise<Array<{ id: number }>> };
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    // Without the permission to see addresses, tabs are told apart by their order: ours is the last.
    return (await tabs.query({})).at(-2)?.id;
  });
  if (number === undefined) throw new Error('No tab is open beside this one.');
  return number;
}

/** The middle of a mark with this text, once it is painted. */
export async function placeOf(page: Page, mark: string): Promise<{ x: number; y: number }> {
  const found = await page.waitForFunction(
    (wanted) => {
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          const box = live.getClientRects()[0];
          if (box && live.toString().replace(/\s+/g, ' ') === wanted) {
            return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          }
        }
      }
      return null;
    },
    { timeout: PATIENCE_MS },
    mark,
  );
  return (await found.jsonValue()) as { x: number; y: number };
}

/** The card, once it shows an entity whole, at a height that stays. */
export async function settledCard(page: Page): Promise<Frame> {
  const end = Date.now() + PATIENCE_MS;
  let before = Number.NaN;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const height = await frame
        .evaluate(() => {
          const card = document.querySelector('.card');
          const isWhole =
            location.pathname === '/card.html' &&
            card !== null &&
            card.getBoundingClientRect().height - innerHeight <= 1 &&
            document.getAnimations().length === 0;
          return isWhole ? innerHeight : null;
        })
        .catch(() => null);
      if (height === null) continue;
      if (height === before) return frame;
      before = height;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the card did not settle');
}

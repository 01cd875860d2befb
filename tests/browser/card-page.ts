/** A page with marks, and the card that opens on it, for the tests of where and when it opens. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { BrowserName } from '../../scripts/browsers';
import { cardOf, Driver, isCardOpen, until } from './driver';
import { Site } from './site';

export const NEWS = '<p>Trains left Kashgar for Tibet.</p>';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Stage {
  driver: Driver;
  /** Opens a page with this body; it is closed after the test. */
  open(body: string, size?: { width: number; height: number }): Promise<Page>;
}

/** Starts a browser for the tests of a block. */
export function stage(name: BrowserName): Stage {
  let site: Site;
  let shown: Page | null = null;
  let number = 0;
  const made = {
    async open(body: string, size = { width: 900, height: 700 }): Promise<Page> {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title><meta name="viewport" content="width=device-width"><body style="font:18px sans-serif">${body}</body></html>`;
      shown = await made.driver.newPage(site.serve(`/card-${++number}`, html), size);
      return shown;
    },
  } as Stage;
  beforeAll(async () => {
    site = await Site.open();
    made.driver = await Driver.start(name);
  });
  afterEach(async () => {
    await shown?.close();
    shown = null;
    await made.driver.settings({});
  });
  afterAll(async () => {
    await made.driver?.close();
    await site?.close();
  });
  return made;
}

export async function showsCardOf(page: Page, heading: string): Promise<Frame> {
  await until(() => isCardOpen(page), `no card opens on ${heading}`);
  const card = await cardOf(page);
  await card.waitForFunction(
    (wanted) => document.querySelector('h1')?.textContent?.includes(wanted),
    {},
    heading,
  );
  return card;
}

/** Where the card is. */
export function cardBox(page: Page): Promise<Box> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll(':popover-open')];
    const { left, top, right, bottom } = all.at(-1)?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom };
  });
}

/** Lets time pass in a page, where it is what is asked: a card that must not close, or not open. */
export async function pass(page: Page, ms: number): Promise<void> {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((since, wait) => performance.now() - since > wait, {}, from, ms);
}

/** A page with marks, and the card that opens on it, for the tests of where and when it opens. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { BrowserName, StartOptions } from '../../scripts/browsers';
import { Display } from '../../scripts/display';
import { cardOf, Driver, isCardOpen, until } from './driver';
import { RealPointer } from './real-pointer';
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
  /** Opens a page with this body; in the same tab as the one before. */
  open(body: string, size?: { width: number; height: number }): Promise<Page>;
}

/** A stage in a window, with a real pointer over it. */
export interface RealStage extends Stage {
  pointer: RealPointer;
}

/** The window of a real stage; px. */
const WINDOW = { width: 1000, height: 860 };

/** Starts a browser for the tests of a block, in a window on a display of its own. */
export function realStage(name: BrowserName): RealStage {
  let display: Display;
  const made = stage(name, async () => {
    display = await Display.open(WINDOW.width, WINDOW.height);
    made.pointer = new RealPointer(display);
    return { display: display.name, ...WINDOW };
  }) as RealStage;
  afterAll(() => display?.close());
  return made;
}

/** Starts a browser for the tests of a block. */
export function stage(
  name: BrowserName,
  options: () => Promise<Partial<StartOptions>> = async () => ({}),
): Stage {
  let site: Site;
  let number = 0;
  const made = {
    async open(body: string, size?: { width: number; height: number }): Promise<Page> {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title><meta name="viewport" content="width=device-width"><body style="font:18px sans-serif">${body}</body></html>`;
      const address = site.serve(`/card-${++number}`, html);
      // What is emulated would not lie where the real pointer points.
      const emulated = 'pointer' in made ? null : { width: 900, height: 700 };
      return made.driver.visit(address, size ?? emulated);
    },
  } as Stage;
  beforeAll(async () => {
    site = await Site.open();
    const wanted = await options();
    made.driver = await (wanted.display ? Driver.start(name, wanted) : Driver.borrow(name, wanted));
  });
  afterEach(async () => {
    await made.driver.settings({});
  });
  afterAll(async () => {
    await ('pointer' in made ? made.driver?.close() : made.driver?.giveBack());
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

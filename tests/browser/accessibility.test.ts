/** axe finds nothing on any page of ours, light and dark; commands work without a pointer. Both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { cardOf, Driver, expectMarks, isCardOpen, restOn, until } from './driver';
import { Site } from './site';

const SOURCE = 'kazakhstan-china-xinjiang';

const page = (style: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body style="${style}">
  <p>Reports on Kashgar and on Shohrat Zakir.</p></body></html>`;

describe.each([
  ['chromium', 'light'],
  ['chromium', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
] as const)('%s, %s', (name, tone) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name, { dark: tone === 'dark' });
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  test('axe finds nothing in the card, the popup and the reader', async () => {
    const style = tone === 'dark' ? 'background:#111;color:#eee' : 'background:#fff;color:#111';
    const read = await driver.newPage(site.serve('/axe', page(style)));
    await expectMarks(read, ['Kashgar', 'Shohrat Zakir']);
    await restOn(read, 'Shohrat Zakir');
    const card = await cardOf(read);
    expect(await card.evaluate(() => document.documentElement.dataset.tone)).toBe(tone);
    expect(await violations(card)).toEqual([]);
    await card.evaluate(() => {
      for (const closed of document.querySelectorAll('details')) closed.open = true;
      document.querySelector<HTMLElement>('[aria-label="More"]')?.click();
    });
    await card.waitForSelector('.card-choices');
    expect(await violations(card)).toEqual([]);

    const tab = await driver.tabOf(read);
    const popup = await driver.browser.newPage();
    await driver.openOurs(popup, `/popup.html?tab=${tab}`);
    await popup.waitForFunction(() => document.body.innerText.includes('Kashgar'));
    expect(await violations(popup)).toEqual([]);
    await popup.type('input', 'camps');
    await popup.waitForFunction(() => document.body.innerText.includes('¶'));
    expect(await violations(popup)).toEqual([]);

    const reader = await driver.browser.newPage();
    await driver.openOurs(reader, `/reader.html#${SOURCE}/41`);
    await reader.waitForFunction(() => document.body.innerText.includes('Number of shows'));
    expect(await violations(reader)).toEqual([]);
    await reader.evaluate(() => {
      for (const choice of document.querySelectorAll<HTMLElement>('.reader-choice')) choice.click();
      document.querySelector<HTMLElement>('.reader-passage [data-entity]')?.click();
    });
    await reader.waitForSelector('.reader-folded');
    await reader.waitForSelector('.reader-card:popover-open .card');
    expect(await violations(reader)).toEqual([]);
  });
});

describe.each(['chromium', 'firefox'] as const)('%s, by keyboard alone', (name) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  /** What the browser does when the reader presses a shortcut: drivers cannot press those. */
  const press = async (read: Page, command: string) => {
    const tab = await driver.tabOf(read);
    const message = { to: 'page', kind: 'command', carries: { name: command } };
    if (name === 'firefox') {
      await driver.ours.evaluate(
        async (to, sent) => {
          const background = await chrome.runtime.getBackgroundPage();
          await background.chrome.tabs.sendMessage(to, sent);
        },
        tab,
        message,
      );
      return;
    }
    const target = await driver.browser.waitForTarget((some) => some.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.evaluate((to, sent) => chrome.tabs.sendMessage(to, sent), tab, message);
  };

  test('the next mark is reached and flashed, its card opened, entered and left', async () => {
    const read = await driver.newPage(site.serve('/keys', page('')));
    await expectMarks(read, ['Kashgar', 'Shohrat Zakir']);
    const flashed = () =>
      read.evaluate(() =>
        [...(CSS.highlights.get('sidelight-flash') ?? [])].map(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.textContent?.slice(startOffset, endOffset),
        ),
      );
    await press(read, 'next-mark');
    expect(await flashed()).toEqual(['Kashgar']);
    await press(read, 'next-mark');
    expect(await flashed()).toEqual(['Shohrat Zakir']);
    await press(read, 'open-card');
    const card = await cardOf(read);
    await card.waitForFunction(() => document.querySelector('h1')?.textContent === 'Shohrat Zakir');
    await card.waitForFunction(
      () => document.hasFocus() && document.activeElement?.tagName === 'H1',
    );
    await read.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(read)), 'Escape within the card does not close it');
    await read.waitForFunction(() => document.hasFocus());
  });
});

interface Chrome {
  tabs: { sendMessage(tab: number, message: object): Promise<unknown> };
  runtime: { getBackgroundPage(): Promise<{ chrome: Chrome }> };
}
declare const chrome: Chrome;

/** How soon the popup shows the names of a page, beside the emptiest page of the same extension, in turns. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { startBrowser } from '../../scripts/browsers.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, type Section, table, times } from '../section.ts';
import { median } from '../statistics.ts';

const NEWS = resolve(import.meta.dirname, '../../scripts/demo/page.html');
const RUNS = 15;

export async function popup({ isQuick }: Pick<Bench, 'isQuick'>): Promise<Section> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync(NEWS));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { browser, origin } = await startBrowser('chromium', { headless: true });
  const list: number[] = [];
  const empty: number[] = [];
  try {
    const news = await browser.newPage();
    await news.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await news.waitForFunction(() => CSS.highlights.size > 0);
    const tab = await tabInFront(browser);
    for (let run = 0; run < (isQuick ? 5 : RUNS); run++) {
      list.push(await paintedAt(browser, `${origin}/popup.html?tab=${tab}`, '[role=option]'));
      empty.push(await paintedAt(browser, `${origin}/card.html`, '#root'));
    }
  } finally {
    await browser.close();
    server.close();
  }
  return {
    title: 'The popup, until it lists the names of the page',
    goals: [atMost('popup, from its opening to its list', median(list), 100, ms)],
    body: table(
      ['until painted', 'median', 'slowest'],
      [
        ['popup with its list', ms(median(list)), ms(Math.max(...list))],
        ['empty page', ms(median(empty)), ms(Math.max(...empty))],
        ['ratio', times(median(list) / median(empty)), ''],
      ],
    ),
  };
}

async function tabInFront(browser: Browser): Promise<number> {
  const target = await browser.waitForTarget((some) => some.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('The background of the extension does not run.');
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (!tab) throw new Error('No tab is in front.');
    return tab.id;
  });
}

/** @returns milliseconds from the beginning of the load to the frame after the element is there */
async function paintedAt(browser: Browser, address: string, selector: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument((wanted) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector(wanted)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          document.documentElement.dataset.paintedAt = String(performance.now());
        });
      }).observe(document, { childList: true, subtree: true });
    }, selector);
    await page.goto(address);
    const at = await page.waitForFunction(() => document.documentElement.dataset.paintedAt);
    return Number(await at.jsonValue());
  } finally {
    await page.close();
  }
}

declare const chrome: { tabs: { query(query: object): Promise<Array<{ id: number }>> } };

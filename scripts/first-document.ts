/**
 * `npm run first-document`: what somebody does who has never seen Sidelight, from the page after the install to a name
 * of their own PDF in the list of a page. Takes a picture of each step in both browsers, in
 * `.output/screenshots/first-document/`, and prints how long each took.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, goToOurs, startBrowser } from './browsers.ts';
import './tell-failure.ts';

const OUT = resolve(import.meta.dirname, '../.output/screenshots/first-document');
const PATIENCE_MS = 20_000;

/** A report as an office prints it. */
const REPORT = `<!doctype html><html lang="en"><title>Water in the lower delta</title>
  <h1>Water in the lower delta</h1>
  <p>This report describes the state of the delta of the Syr Darya at the end of the year 2023. It was made for the Council of the Delta from measurements at Kyzylorda, Kazaly and Aralsk.</p>
  <h2>Findings</h2>
  <p>The discharge at Kyzylorda was the lowest since 1990. According to the Asian Development Bank, the dam of Kokaral holds back most of what arrives. Salinity rose at Aralsk; it is possible that the closing of the northern sluice is the reason.</p>
  <p>The World Bank has paid for the gauges at Kazaly since 2004, and Kazakhstan for those at Aralsk.</p>`;
const NEWS = `<!doctype html><html lang="en"><title>Delta</title><style>body{font:18px/1.6 sans-serif;max-width:40em;margin:2em auto}</style>
  <h1>A spring without floods</h1>
  <p>In Kyzylorda the river is low this year. Fishermen in Aralsk say that Kokaral will not open its gates before May.</p>`;
const WANTED = 'Kyzylorda';

mkdirSync(OUT, { recursive: true });
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(NEWS);
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const news = `http://localhost:${(server.address() as AddressInfo).port}/`;
const pdf = await printed(REPORT);
for (const name of ['chromium', 'firefox'] as const) await walk(name);
server.close();

async function walk(name: BrowserName): Promise<void> {
  const { browser, origin } = await startBrowser(name, {
    headless: true,
    width: 1000,
    height: 760,
  });
  const began = performance.now();
  let number = 0;
  const step = async (page: Page, what: string) => {
    const path = join(OUT, `${name}-${++number}-${what}.png`) as `${string}.png`;
    await page.screenshot({ path });
    console.log(`${name}: ${what}, after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  try {
    const welcome = await openOurs(browser, origin, '/welcome.html');
    await press(welcome, 'Add your own documents');
    await step(welcome, 'welcome');
    // The button has opened the library in a tab of its own, which Firefox's driver does not tell of.
    const library = await openOurs(browser, origin, '/library.html');
    await shows(library, 'Drop files or a folder here');
    await step(library, 'library');
    const field = await library.waitForSelector('input[type=file]');
    await field?.uploadFile(pdf);
    await shows(library, 'names found');
    await step(library, 'what-would-be-added');
    await press(library, 'Add as it is');
    await shows(library, 'is in the library now');
    await step(library, 'added');
    const page = await browser.newPage();
    await page.goto(news);
    await page.bringToFront();
    const tab = await library.evaluate(async () => {
      const [active] = await chrome.tabs.query({ active: true });
      return active?.id ?? -1;
    });
    const popup = await openOurs(browser, origin, `/popup.html?tab=${tab}`);
    await popup.setViewport({ width: 380, height: 560 });
    // A tab that lies behind another has no frames, and is not read.
    await page.bringToFront();
    await shows(popup, WANTED);
    await popup.bringToFront();
    await step(popup, 'page-list');
  } finally {
    await browser.close();
  }
}

async function openOurs(browser: Browser, origin: string, path: string): Promise<Page> {
  const page = await browser.newPage();
  await goToOurs(page, `${origin}${path}`);
  return page;
}

async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.innerText.replace(/[\u2066-\u2069]/g, '').includes(wanted),
    // A tab that is not in front has no frames to look in.
    { timeout: PATIENCE_MS, polling: 100 },
    words,
  );
}

async function press(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const found = [...document.querySelectorAll('button')].find((button) =>
        button.innerText.includes(wanted),
      );
      found?.click();
      return found !== undefined;
    },
    // A tab that is not in front has no frames to look in.
    { timeout: PATIENCE_MS, polling: 100 },
    words,
  );
}

/** @returns the path of the PDF that Chromium prints of a page */
async function printed(html: string): Promise<string> {
  const { browser } = await startBrowser('chromium', { headless: true });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    const path = join(mkdtempSync(join(tmpdir(), 'sidelight-')), 'delta.pdf');
    writeFileSync(path, await page.pdf({ format: 'a4' }));
    return path;
  } finally {
    await browser.close();
  }
}

declare const chrome: {
  tabs: { query(query: object): Promise<Array<{ id: number }>> };
};

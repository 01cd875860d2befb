/**
 * `npm run screenshots`: pictures of what a person sees, in both browsers, light and dark, wide and narrow,
 * in `.output/screenshots/`. To be looked at, not compared.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserName, startBrowser } from './browsers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, '.output/screenshots');
const SOURCE = 'kazakhstan-china-xinjiang';
const PATIENCE_MS = 20_000;

mkdirSync(OUT, { recursive: true });
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(readFileSync(join(ROOT, 'scripts/demo/page.html')));
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;

for (const name of ['chromium', 'firefox'] as const) {
  for (const tone of ['light', 'dark'] as const) await shoot(name, tone);
}
server.close();

async function shoot(name: BrowserName, tone: 'light' | 'dark'): Promise<void> {
  const { browser, origin } = await startBrowser(name, {
    headless: true,
    dark: tone === 'dark',
    width: 1100,
    height: 820,
  });
  const save = async (page: Page, what: string) => {
    await page.screenshot({ path: join(OUT, `${what}-${tone}-${name}.png`) as `${string}.png` });
    console.log(`${what}-${tone}-${name}.png`);
  };
  const open = async (path: string, width: number, height: number) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    if (tone === 'dark' && name === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    }
    if (path.startsWith('http')) await page.goto(path);
    // Firefox's driver cannot wait for pages of ours.
    else
      await page
        .goto(`${origin}${path}`, { timeout: name === 'firefox' ? 500 : PATIENCE_MS })
        .catch(() => null);
    return page;
  };
  try {
    const page = await open(address, 1100, 820);
    await page.waitForFunction(
      () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) > 5,
      { timeout: PATIENCE_MS },
    );
    for (const [what, mark, heading] of [
      ['card-narration', 'political re-education camps', 'internment camps'],
      ['card-answer', 'Kazakhs', 'Kazakhs'],
      ['card-editor', 'Sayragul Sauytbay', 'Sauytbay'],
    ] as const) {
      const { x, y } = await page.evaluate((wanted) => {
        for (const highlight of CSS.highlights.values()) {
          for (const range of highlight) {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            const { left, top, width, height } = live.getBoundingClientRect();
            if (live.toString().replace(/\s+/g, ' ') === wanted)
              return { x: left + width / 2, y: top + height / 2 };
          }
        }
        throw new Error(`“${wanted}” is not marked`);
      }, mark);
      await page.mouse.move(x - 30, y + 30);
      await page.mouse.move(x, y, { steps: 6 });
      await page.waitForFunction(() => document.querySelector(':popover-open'));
      await settledCard(page, heading);
      await save(page, what);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await page.waitForFunction(() => !document.querySelector(':popover-open'));
    }
    const tab = await numberOfTab(await open('/reader.html', 300, 300), address);
    for (const [what, path, width, height] of [
      ['popup', `/popup.html?tab=${tab}`, 380, 560],
      ['popup-wide', `/popup.html?tab=${tab}`, 700, 560],
      ['reader', `/reader.html#${SOURCE}/41`, 1100, 820],
      ['reader-narrow', `/reader.html#${SOURCE}/41`, 320, 700],
    ] as const) {
      const ours = await open(path, width, height);
      await ours.waitForFunction(
        () => (document.querySelector('main')?.innerText.length ?? 0) > 100,
        {
          timeout: PATIENCE_MS,
        },
      );
      await save(ours, what);
      if (what === 'popup') {
        await ours.type('input[type=search],input', 'синьцз');
        await ours.waitForFunction(() => document.body.innerText.includes('Xinjiang Uyghur'));
        await save(ours, 'popup-search');
      }
    }
  } finally {
    await browser.close();
  }
}

async function numberOfTab(ours: Page, address: string): Promise<number> {
  return ours.evaluate(async (wanted) => {
    type Tabs = {
      query(query: object): Promise<Array<{ id: number; title?: string; index: number }>>;
    };
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    const all = await tabs.query({});
    // Without the permission to see addresses, tabs are told apart by their order: ours is the last.
    return all[all.length - 2]?.id ?? Number.NaN + wanted.length;
  }, address);
}

/** Waits until the card shows this entity at its full height. */
async function settledCard(page: Page, heading: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const isSettled = await frame
        .evaluate(
          (wanted) =>
            location.pathname === '/card.html' &&
            document.querySelector('h1')?.textContent?.includes(wanted) &&
            Math.abs(
              (document.querySelector('.card')?.getBoundingClientRect().height ?? 0) - innerHeight,
            ) <= 1 &&
            document.getAnimations().length === 0,
          heading,
        )
        .catch(() => false);
      if (isSettled) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the card did not settle');
}

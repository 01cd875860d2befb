/**
 * `npm run demo`: opens a browser with the built extension on a sample news page. Without a display it runs
 * headless, hovers a mark, prints the marks and the card's text, and saves a picture.
 *
 * Options: --firefox, --headless, --dark, --out <file>; --sources adds two invented ones to the library
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Frame, Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { addPack, inventedPack } from './add-pack.ts';
import { type BrowserName, findBrowser, hasDisplay, startBrowser } from './browsers.ts';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PATIENCE_MS = 20_000;

const { values: asked } = parseArgs({
  options: {
    firefox: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    sources: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, '.output', 'demo.png') },
  },
});

const onlyFirefox = !findBrowser('chromium') && findBrowser('firefox') !== null;
const name: BrowserName = asked.firefox || onlyFirefox ? 'firefox' : 'chromium';
const headless = asked.headless || !hasDisplay();

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    readFileSync(join(ROOT, 'scripts/demo/page.html'), 'utf8').replace(
      '</main>',
      `${otherSources()}</main>`,
    ),
  );
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;

const { browser, origin } = await startBrowser(name, {
  headless,
  dark: asked.dark,
  width: 1100,
  height: 820,
});
try {
  if (asked.sources) await addPack(browser, origin, await inventedPack());
  const page = headless
    ? await browser.newPage()
    : ((await browser.pages())[0] ?? (await browser.newPage()));
  if (headless) await page.setViewport({ width: 1100, height: 820 });
  if (asked.dark)
    await page
      .emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
      .catch(() => null);
  await page.goto(address);
  if (headless) await showAndSave(page);
  else {
    console.log('Rest the pointer on an underlined name. Close the browser to end.');
    await new Promise<void>((closed) => browser.once('disconnected', closed));
  }
} finally {
  await browser.close().catch(() => null);
  server.close();
}

/** The names of what is carried besides the source that the page was written for. */
function otherSources(): string {
  return readdirSync(join(ROOT, 'seeds'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kazakhstan-china-xinjiang')
    .map(({ name: slug }) => {
      const entities = parse(readFileSync(join(ROOT, 'seeds', slug, 'entities.yaml'), 'utf8'));
      const names = (entities as Array<{ canonical: string }>).map(({ canonical }) => canonical);
      return `<h2>Names of ${slug}</h2>${names.map((canonical) => `<p>${canonical}</p>`).join('')}`;
    })
    .join('');
}

/** What a person would do first: look at the marks, rest on one, read the card. */
async function showAndSave(page: Page): Promise<void> {
  await page.waitForFunction(
    () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) > 5,
    { timeout: PATIENCE_MS },
  );
  const marks = await page.evaluate(() =>
    [...CSS.highlights]
      .filter(([key]) => key.startsWith('sidelight'))
      .flatMap(([, highlight]) => [...highlight])
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { left, top, width, height } = live.getBoundingClientRect();
        return {
          text: live.toString().replace(/\s+/g, ' '),
          x: left + width / 2,
          y: top + height / 2,
        };
      }),
  );
  console.log(`${name}: ${marks.length} marks: ${marks.map(({ text }) => text).join(', ')}`);
  const mark = marks.find(({ text }) => text === 'political re-education camps') ?? marks[0];
  if (!mark) throw new Error('no mark was found');
  await page.mouse.move(mark.x - 40, mark.y + 60);
  await page.mouse.move(mark.x, mark.y, { steps: 8 });
  const card = await cardOf(page);
  // The frame has been given the height that its card wants.
  await card.waitForFunction(() => {
    const height = document.querySelector('.card')?.getBoundingClientRect().height ?? 0;
    return height > 0 && height <= innerHeight + 1 && document.getAnimations().length === 0;
  });
  const text = await card.evaluate(() => document.body.innerText);
  console.log(`\nThe card on “${mark.text}”:\n${text.replace(/\n{2,}/g, '\n')}`);
  await page.screenshot({ path: asked.out as `${string}.png` });
  console.log(`\nSaved ${asked.out}`);
}

/** The card's frame, once it shows a passage. Firefox's driver reports its address as about:blank. */
async function cardOf(page: Page): Promise<Frame> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const shows = await frame
        .evaluate(
          () => location.pathname === '/card.html' && document.querySelector('figure') !== null,
        )
        .catch(() => false);
      if (shows) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the card did not open');
}

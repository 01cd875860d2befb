/** How long a reader waits for the passage, in the extension as it is built, in both browsers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { type BrowserName, startBrowser } from '../../scripts/browsers.ts';
import { atMost, type Goal, ms, type Section, table, times } from '../section.ts';
import { median, quantile } from '../statistics.ts';

const PATIENCE_MS = 15_000;
const NAMES = ['Kashgar', 'Tibet', 'Shohrat Zakir', 'Sweden', 'Khorgos', 'Gansu'];
const PAGE = `<!doctype html><html lang="en"><title>Card</title><style>p{font:18px sans-serif}</style>
${NAMES.map((name) => `<p>Trains left ${name}.</p>`).join('')}<div style="height:700px"></div>`;
/** The control: a frame of another site, hence of another process, with one word in it. */
const FRAME = `<!doctype html><p>x</p><script>
new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) {
    if (name === 'first-contentful-paint') parent.postMessage(performance.timeOrigin + startTime, '*');
  }
}).observe({ type: 'paint', buffered: true });
</script>`;

interface Seen {
  /** When the reader acted, or the rest was over; ms since 1970. */
  trigger: number;
  /** When the passage of a later card was on screen. */
  shown: number;
}
declare const seen: Seen;

/** One tab: each figure is ms from the trigger to words on screen. */
interface Waits {
  control: number;
  clicked: number;
  rested: number;
  later: number[];
}

export async function card(isQuick: boolean): Promise<Section> {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(url === '/frame' ? FRAME : PAGE);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const rows: string[][] = [];
  const goals: Goal[] = [];
  try {
    for (const name of ['chromium', 'firefox'] as const) {
      const waits = await inBrowser(name, port, isQuick ? 3 : 12);
      const control = median(waits.map((wait) => wait.control));
      const kinds = {
        'first, clicked: nothing is ready': waits.map(({ clicked }) => clicked),
        'first, rested on: the frame is ready': waits.map(({ rested }) => rested),
        'later ones': waits.flatMap(({ later }) => later),
      };
      const limits = [150, 150, 50];
      rows.push([name, 'a frame with one word', ms(control), '', '1×']);
      for (const [i, [kind, figures]] of Object.entries(kinds).entries()) {
        const middle = median(figures);
        rows.push([name, kind, ms(middle), ms(quantile(figures, 0.9)), times(middle / control)]);
        goals.push(atMost(`card in ${name}, ${kind}`, middle, limits[i] ?? 0, ms));
      }
    }
  } finally {
    server.close();
  }
  return {
    title: 'From the trigger to the passage',
    goals,
    body: [
      'The built extension. From the click, or from the end of the rest, to the frame in which the words are painted; each first card in a new tab, later ones in the same tab. Control: an iframe of another site with one word, made by a script of the page, from `append` to its first paint.',
      table(['browser', 'card', 'median', '90 %', 'to control'], rows),
    ].join('\n\n'),
  };
}

async function inBrowser(name: BrowserName, port: number, runs: number): Promise<Waits[]> {
  const { browser } = await startBrowser(name, {
    headless: true,
    prefs: { 'privacy.reduceTimerPrecision': false },
  });
  try {
    const waits: Waits[] = [];
    for (let run = 0; run < runs; run++) waits.push(await inTab(browser, port));
    return waits;
  } finally {
    await browser.close();
  }
}

async function inTab(browser: Browser, port: number): Promise<Waits> {
  const address = `http://localhost:${port}/`;
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(
      (count) => (CSS.highlights.get('sidelight')?.size ?? 0) >= count,
      {},
      3,
    );
    await page.evaluate(watchTrigger);
    return page;
  };
  const rested = await open();
  const restedWait = await firstWait(rested, () => goTo(rested, 0, false));
  await rested.close();
  const page = await open();
  const clicked = await firstWait(page, () => goTo(page, 0, true));
  const frame = await cardFrame(page);
  const later: number[] = [];
  for (const place of [1, 2, 0, 1]) {
    await page.keyboard.press('Escape');
    await frame.evaluate(watchPassage);
    await goTo(page, place, true);
    await frame.waitForFunction(() => seen.shown > 0, { timeout: PATIENCE_MS });
    later.push(
      (await frame.evaluate(() => seen.shown)) - (await page.evaluate(() => seen.trigger)),
    );
  }
  await page.close();
  const bare = await browser.newPage();
  await bare.goto(address, { waitUntil: 'load' });
  const control = await bare.evaluate(controlFrame, `http://127.0.0.1:${port}/frame`);
  await bare.close();
  return { control, clicked, rested: restedWait, later };
}

async function firstWait(page: Page, act: () => Promise<void>): Promise<number> {
  await act();
  const frame = await cardFrame(page);
  const painted = await frame.evaluate(async () => {
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
    while (!paint()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.timeOrigin + (paint()?.startTime ?? Number.NaN);
  });
  return painted - (await page.evaluate(() => seen.trigger));
}

/** Moves the pointer onto a mark, and clicks. */
async function goTo(page: Page, place: number, click: boolean): Promise<void> {
  const point = await page.evaluate((at) => {
    const range = [...(CSS.highlights.get('sidelight') ?? [])][at] as AbstractRange;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { left, top, width, height } = live.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, place);
  if (click) await page.mouse.click(point.x, point.y);
  else await page.mouse.move(point.x, point.y, { steps: 3 });
}

async function cardFrame(page: Page): Promise<Frame> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const isCard = await frame
        .evaluate(
          () => location.pathname === '/card.html' && document.querySelector('blockquote') !== null,
        )
        .catch(() => false);
      if (isCard) return frame;
    }
  }
  throw new Error(`No card opened in ${PATIENCE_MS} ms.`);
}

/** Runs in the page: a click counts from its event, a rest from when the card's host is opened. */
function watchTrigger(): void {
  const own = { trigger: 0, shown: 0 };
  Object.defineProperty(window, 'seen', { value: own });
  let clicked = 0;
  addEventListener(
    // Content scripts hear the click itself before the page does.
    'pointerup',
    ({ timeStamp }) => (clicked = performance.timeOrigin + timeStamp),
    true,
  );
  addEventListener(
    'beforetoggle',
    (event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      own.trigger = clicked || performance.timeOrigin + performance.now();
      clicked = 0;
    },
    true,
  );
}

/** Runs in the card: when the next passage has been painted. */
function watchPassage(): void {
  const own = { trigger: 0, shown: 0 };
  Object.defineProperty(window, 'seen', { value: own, configurable: true });
  const watch = new MutationObserver(() => {
    watch.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (own.shown = performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page. */
function controlFrame(address: string): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.timeOrigin + performance.now();
    addEventListener('message', ({ data }) => resolve(data - from));
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.prepend(frame);
  });
}

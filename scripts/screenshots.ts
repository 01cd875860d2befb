/**
 * `npm run screenshots`: pictures of what a person sees, in both browsers, light and dark, wide and narrow,
 * in `.output/screenshots/`. To be looked at, not compared.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { addPack, inventedPack } from './add-pack.ts';
import { type BrowserName, goToOurs, startBrowser } from './browsers.ts';
import { CARD_STATES, type CardState } from './card-states.ts';
import { numberOfTabBefore, placeOf, settledCard } from './on-page.ts';
import { POPUP_STATES, type PopupState } from './popup-states.ts';
import { turnAround } from './pseudo-locale.ts';
import { LANGUAGE as language } from './spoken.ts';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, '.output/screenshots');
const SOURCE = 'kazakhstan-china-xinjiang';
const PATIENCE_MS = 20_000;

mkdirSync(OUT, { recursive: true });
/**
 * `npm run screenshots -- sheet`: only the states of card and popup, and the pages, whose name this expression fits.
 * `npm run screenshots -- card ru`: in this language; of the browser unless given.
 */
const only = new RegExp(process.argv[2] ?? '');
let taken = 0;
const pack = await inventedPack();
/** A paper in columns, an interview that has been annotated, and one that is refused. */
const DOCUMENTS = [
  'tests/documents/river-two-columns.pdf',
  'seeds/kazakhstan-china-xinjiang/document.txt',
  'public/icon/16.png',
].map((path) => join(ROOT, path));
const SEVERAL_SOURCES = {
  html: '<p>Trains from Beijing to Kashgar take two days, said the railway.</p>',
  mark: 'Kashgar',
} as const;
const server = createServer(({ url = '/' }, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  const state = [
    ...CARD_STATES,
    { ...SEVERAL_SOURCES, name: 'sources' },
    { ...SEVERAL_SOURCES, name: 'sources-narrow' },
  ].find(({ name }) => url === `/${name}`);
  response.end(
    state
      ? `<!doctype html><html lang="en"><title>${state.name}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><style>body{font:1.0625rem/1.5 sans-serif;max-width:44em;margin:24px}</style>${state.html}`
      : readFileSync(join(ROOT, 'scripts/demo/page.html')),
  );
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;

for (const name of ['chromium', 'firefox'] as const) {
  for (const tone of ['light', 'dark'] as const) {
    await shoot(name, tone);
    await shoot(name, tone, 32);
  }
}
server.close();
if (taken === 0) {
  console.error(
    `No state’s name fits “${only.source}”. Name one as its pictures are called: card, popup, library …`,
  );
  process.exitCode = 1;
}

/** @param textSize that the reader has set, px; only the states of the card with this one are taken. Without it all else */
async function shoot(name: BrowserName, tone: 'light' | 'dark', textSize?: number): Promise<void> {
  const { browser, origin } = await startBrowser(name, {
    headless: true,
    dark: tone === 'dark',
    ...(textSize && { textSize }),
    width: 1100,
    height: 820,
  });
  const save = async (page: Page, what: string, fullPage = false) => {
    const path = join(
      OUT,
      `${what}-${tone}-${name}${language ? `-${language}` : ''}.png`,
    ) as `${string}.png`;
    await page.screenshot({ path, fullPage });
    console.log(basename(path));
    taken++;
  };
  const open = async (path: string, width: number, height: number, zoom = 1) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: zoom });
    if (tone === 'dark' && name === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    }
    if (path.startsWith('http')) await page.goto(path);
    else await goToOurs(page, `${origin}${path}`);
    return page;
  };
  const shootCard = async ({ name: what, mark, prepare, act, ...look }: CardState) => {
    const page = await open(`${address}${what}`, look.width ?? 760, look.height ?? 620, look.zoom);
    if (look.forcedColors) await forceColors(await page.createCDPSession());
    await prepare?.(page);
    const { x, y } = await placeOf(page, mark);
    await page.mouse.move(x - 30, y + 30);
    await page.mouse.move(x, y, { steps: 6 });
    await page.waitForFunction(() => document.querySelector(':popover-open'));
    const card = await settledCard(page);
    // The card runs in a process of its own.
    if (look.forcedColors) await forceColors((card as unknown as { client: CDPSession }).client);
    await act?.(card);
    await settledCard(page);
    await save(page, `card-${what}`);
    await page.close();
  };
  const shootPopup = async (tab: number, { name: what, act, shows, ...look }: PopupState) => {
    const popup = await open(
      `/popup.html${look.address ?? `?tab=${tab}`}`,
      look.width ?? 380,
      look.height ?? 600,
    );
    if (look.forcedColors) await forceColors(await popup.createCDPSession());
    await popup.waitForSelector('[role=combobox]');
    await act?.(popup);
    await popup.waitForFunction(
      (wanted) => document.body.innerText.includes(wanted),
      // Where it jumps to a match, the page comes to the front, and the popup has no frames to look in.
      { timeout: PATIENCE_MS, polling: 100 },
      shows,
    );
    await save(popup, `popup-${what}`);
    await popup.evaluate(async () => {
      await chrome.storage.session.remove('query');
      await chrome.storage.local.remove('setting.pagesOff');
    });
    await popup.close();
  };
  /** Documents on their way into the library: what would be added, and each part of the review. */
  const shootImports = async () => {
    if (!only.test('imports')) return;
    for (const [what, width, height] of [
      ['imports', 1100, 820],
      ['imports-narrow', 320, 700],
      ['imports-right-to-left', 1100, 820],
    ] as const) {
      const ours = await open('/library.html', width, height);
      const field = await ours.waitForSelector('input[type=file]', { timeout: PATIENCE_MS });
      await field?.uploadFile(...DOCUMENTS);
      await ours.waitForFunction(
        (count) => document.querySelectorAll('.import-items [data-state=read]').length === count,
        { timeout: PATIENCE_MS },
        DOCUMENTS.length - 1,
      );
      if (what.endsWith('right-to-left')) await turnAround(ours);
      await save(ours, what, true);
      await ours.$$eval('.page-dry-run', ([, second]) =>
        second?.querySelectorAll<HTMLElement>('.page-row button')[1]?.click(),
      );
      const parts = await ours.waitForSelector('.review-parts', { timeout: PATIENCE_MS });
      for (const [at, part] of ((await parts?.$$('button')) ?? []).entries()) {
        await part.click();
        if (what.endsWith('right-to-left')) await turnAround(ours);
        await save(ours, `${what}-review-${at + 1}`, true);
      }
    }
  };
  /** With the invented sources of the tests in the library. */
  const shootSources = async () => {
    if (!only.test('sources')) return;
    await addPack(browser, origin, pack);
    await shootCard({ ...SEVERAL_SOURCES, name: 'sources' });
    await shootCard({ ...SEVERAL_SOURCES, name: 'sources-narrow', width: 320 });
    for (const [what, path, width, height] of [
      ['sources-library', '/library.html', 1100, 820],
      ['sources-library-narrow', '/library.html', 320, 700],
      ['sources-library-right-to-left', '/library.html', 1100, 820],
      ['sources-reader', '/reader.html#invented-travellers-dialogue/3', 1100, 820],
    ] as const) {
      const ours = await open(path, width, height);
      await ours.waitForFunction(
        () => (document.querySelector('main')?.innerText.length ?? 0) > 400,
        { timeout: PATIENCE_MS },
      );
      await ours.evaluate(() =>
        document.querySelector<HTMLElement>('.library-subjects summary')?.click(),
      );
      if (what.endsWith('right-to-left')) await turnAround(ours);
      await save(ours, what, what.includes('library'));
    }
  };
  try {
    if (language) {
      const ours = await open('/options.html', 400, 400);
      await ours.evaluate(
        (chosen) => chrome.storage.sync.set({ 'setting.language': chosen }),
        language,
      );
      await ours.close();
    }
    for (const state of CARD_STATES) {
      if (!only.test(`card-${state.name}`) || state.textSize !== textSize) continue;
      // Firefox's driver can force no colours.
      if (state.forcedColors && name === 'firefox') continue;
      await shootCard(state);
    }
    if (textSize) return;
    const popups = POPUP_STATES.filter((state) => only.test(`popup-${state.name}`));
    const page = await open(address, 1100, 820);
    await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: PATIENCE_MS });
    const tab = await numberOfTabBefore(await open('/reader.html', 300, 300));
    for (const state of popups) {
      if (state.forcedColors && name === 'firefox') continue;
      await shootPopup(tab, state);
    }
    // What is not in sight is not read, and it was switched off meanwhile.
    await page.bringToFront();
    await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: PATIENCE_MS });
    for (const [what, path, width, height] of [
      ['reader', `/reader.html#${SOURCE}/41`, 1100, 820],
      ['reader-narrow', `/reader.html#${SOURCE}/41`, 320, 700],
      ['options', '/options.html', 1100, 820],
      ['options-narrow', '/options.html', 320, 700],
      ['options-right-to-left', '/options.html', 1100, 820],
      ['library', '/library.html', 1100, 820],
      ['panel', `/panel.html?tab=${tab}`, 420, 900],
      ['reader-200', `/reader.html#${SOURCE}/41`, 1280, 900],
      ['options-200', '/options.html', 1280, 900],
      ['library-200', '/library.html', 1280, 900],
      ['panel-200', `/panel.html?tab=${tab}`, 420, 900],
      ['panel-notebook-200', '/panel.html#notebook', 420, 700],
      ['popup-200', `/popup.html?tab=${tab}`, 380, 600],
      ['welcome-200', '/welcome.html', 1280, 900],
      ['panel-narrow', `/panel.html?tab=${tab}`, 320, 700],
      ['panel-search', '/panel.html?words=forced+labor', 420, 900],
      ['panel-looked-up', '/panel.html?words=They+left+Kashgar+for+Tibet', 420, 900],
      ['panel-notebook', '/panel.html#notebook', 420, 700],
      ['welcome', '/welcome.html', 1100, 820],
      ['welcome-narrow', '/welcome.html', 320, 700],
      ['welcome-right-to-left', '/welcome.html', 1100, 820],
    ] as const) {
      if (!only.test(what)) continue;
      // A page at 200 % is half as wide; what has its own width has larger text.
      const isZoomed = /^(reader|options|library|welcome)-200/.test(what);
      const ours = isZoomed
        ? await open(path, width / 2, height / 2, 2)
        : await open(path, width, height);
      await ours.waitForFunction(
        () => (document.querySelector('main')?.innerText.length ?? 0) > 30,
        {
          timeout: PATIENCE_MS,
        },
      );
      if (path.startsWith('/panel.html?tab')) {
        await ours.waitForSelector('article', { timeout: PATIENCE_MS });
      }
      if (what.endsWith('-200') && !isZoomed) {
        await ours.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      }
      if (/^(options|welcome)/.test(what)) {
        await ours.waitForFunction(() => CSS.highlights.size > 0, { timeout: PATIENCE_MS });
        if (what.endsWith('right-to-left')) await turnAround(ours);
        await save(ours, what, true);
      } else await save(ours, what, what.startsWith('library'));
    }
    await shootImports();
    await shootSources();
  } finally {
    await browser.close();
  }
}

async function forceColors(session: CDPSession): Promise<void> {
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
}

/** Our pages run in our origin: there `chrome` is. */
declare const chrome: {
  storage: {
    session: { remove(key: string): Promise<void> };
    local: { remove(key: string): Promise<void> };
    sync: { set(items: object): Promise<void> };
  };
};

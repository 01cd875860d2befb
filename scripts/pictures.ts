/**
 * `npm run pictures`: the pictures of README and guide, in `docs/pictures/`, and those that stores show, in
 * `.output/store-pictures/<language>/`. All are taken of the built extension in Chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Canvas, createCanvas, GifEncoder, loadImage } from '@napi-rs/canvas';
import type { Page } from 'puppeteer-core';
import { startBrowser } from './browsers.ts';
import { TRANSLATED_PAGES } from './demo/translated-pages.ts';
import { numberOfTabBefore, placeOf, settledCard } from './on-page.ts';
import './tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOCS = join(ROOT, 'docs/pictures');
const STORE = join(ROOT, '.output/store-pictures');
const PATIENCE_MS = 20_000;
const SOURCE = 'kazakhstan-china-xinjiang';
/** As stores want them: https://developer.chrome.com/docs/webstore/images */
const STORE_SIZE = { width: 1280, height: 800 };
const POPUP = { width: 380, height: 600 };
const PANEL = { width: 420, height: STORE_SIZE.height };
const HOVER = { width: 760, height: 540 };

const LANGUAGES = ['en', 'ru', 'kk', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];
/** On which name of the page the card opens, and what is searched. */
const TAKEN: Record<Language, { mark: string; search: string }> = {
  en: { mark: 'political re-education camps', search: 'camps' },
  ru: { mark: 'Синьцзяна', search: 'лагеря' },
  kk: { mark: 'Шыңжаңнан', search: 'лагерь' },
  zh: { mark: '吉尔吉斯人', search: '再教育营' },
};

const server = createServer(({ url = '/' }, response) => {
  const language = LANGUAGES.find((one) => url === `/${one}`);
  response.writeHead(language ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(language && pageIn(language));
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
const { browser, origin } = await startBrowser('chromium', { headless: true, ...STORE_SIZE });
try {
  mkdirSync(DOCS, { recursive: true });
  await takeHover();
  await takeGuide();
  for (const language of LANGUAGES) await takeStore(language);
} finally {
  await browser.close();
  server.close();
}

function pageIn(language: Language): string {
  const page = readFileSync(join(ROOT, 'scripts/demo/page.html'), 'utf8');
  if (language === 'en') return page;
  const { header, title, byline, paragraphs } = TRANSLATED_PAGES[language];
  const body = `<header><strong>${header}</strong></header><main><h1>${title}</h1><p class="byline">${byline}</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main>`;
  return page
    .replace('lang="en"', `lang="${language}"`)
    .replace(/<body>.*<\/body>/s, `<body>${body}</body>`);
}

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.goto(path.startsWith('http') ? path : `${origin}${path}`);
  return page;
}

async function shot(page: Page): Promise<Buffer> {
  return Buffer.from(await page.screenshot());
}

function save(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  console.log(`${path.slice(ROOT.length + 1)}: ${Math.round(bytes.length / 1024)} kB`);
}

/** Somebody comes upon a name, rests on it, reads, and asks what that was an answer to. */
async function takeHover(): Promise<void> {
  const page = await open(`${address}en`, HOVER);
  await page.evaluate(() => document.getElementById('camps')?.scrollIntoView());
  const place = await placeOf(page, 'Kashgar');
  const from = { x: place.x + 240, y: place.y + 110 };
  const bare = await shot(page);
  await page.mouse.move(place.x - 20, place.y + 40);
  await page.mouse.move(place.x, place.y, { steps: 6 });
  const card = await settledCard(page);
  const opened = await shot(page);
  const frame = await (await card.frameElement())?.boundingBox();
  const question = await card.waitForSelector('.attribution-question summary');
  const box = await question?.evaluate((summary) => summary.getBoundingClientRect().toJSON());
  const onQuestion = {
    x: (frame?.x ?? 0) + box.x + box.width / 2,
    y: (frame?.y ?? 0) + box.y + box.height / 2,
  };
  await question?.evaluate((summary) => summary.click());
  await settledCard(page);
  const asked = await shot(page);
  const frames = [
    { picture: bare, at: from, ms: 1200 },
    ...walk(from, place).map((at) => ({ picture: bare, at, ms: 60 })),
    { picture: bare, at: place, ms: 300 },
    { picture: opened, at: place, ms: 4500 },
    ...walk(place, onQuestion).map((at) => ({ picture: opened, at, ms: 60 })),
    { picture: opened, at: onQuestion, ms: 400 },
    { picture: asked, at: onQuestion, ms: 4500 },
  ];
  const encoder = new GifEncoder(HOVER.width, HOVER.height, { repeat: 0, quality: 1 });
  let before: Uint32Array | null = null;
  for (const { picture, at, ms } of frames) {
    const context = (await withPointer(picture, at)).getContext('2d');
    const whole = context.getImageData(0, 0, HOVER.width, HOVER.height);
    const pixels = new Uint32Array(whole.data.buffer);
    const { left, top, width, height } = changed(before, pixels, HOVER);
    const part = context.getImageData(left, top, width, height);
    encoder.addFrame(new Uint8Array(part.data.buffer), width, height, { delay: ms, left, top });
    before = pixels;
  }
  save(join(DOCS, 'hover.gif'), encoder.finish());
  // For those who do not want things to move.
  save(join(DOCS, 'hover.webp'), (await withPointer(opened, place)).encodeSync('webp', 80));
  await page.close();
}

interface Point {
  x: number;
  y: number;
}

/** The box outside of which two pictures are the same: only what is in it need be kept. */
function changed(before: Uint32Array | null, after: Uint32Array, size: typeof HOVER) {
  const box = { left: size.width - 1, top: size.height - 1, right: 0, bottom: 0 };
  for (const [i, pixel] of after.entries()) {
    if (before?.[i] === pixel) continue;
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  const { left, top, right, bottom } = box;
  return { left, top, width: Math.max(1, right - left + 1), height: Math.max(1, bottom - top + 1) };
}

/** Places between two, as a hand goes: slower at the ends. */
function walk(from: Point, to: Point): Point[] {
  const STEPS = 8;
  return Array.from({ length: STEPS - 1 }, (_, i) => {
    const share = (1 - Math.cos((Math.PI * (i + 1)) / STEPS)) / 2;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

async function withPointer(picture: Buffer, { x, y }: Point): Promise<Canvas> {
  const canvas = await canvasOf(picture);
  const context = canvas.getContext('2d');
  context.translate(x, y);
  context.beginPath();
  for (const [across, down] of [
    [0, 0],
    [0, 17],
    [4, 13.5],
    [6.8, 20],
    [9.6, 18.8],
    [6.8, 12.5],
    [12, 12.5],
  ] as const) {
    context.lineTo(across, down);
  }
  context.closePath();
  context.fillStyle = '#111';
  context.strokeStyle = '#fff';
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
  return canvas;
}

async function canvasOf(picture: Buffer): Promise<Canvas> {
  const image = await loadImage(picture);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}

/** What the guide speaks of, one picture for each part. */
async function takeGuide(): Promise<void> {
  const saveAs = async (name: string, page: Page) => {
    save(join(DOCS, `${name}.webp`), (await canvasOf(await shot(page))).encodeSync('webp', 80));
    await page.close();
  };
  const page = await open(`${address}en`, { width: 900, height: 700 });
  await placeOf(page, TAKEN.en.mark);
  const ours = await open('/options.html', POPUP);
  const tab = await numberOfTabBefore(ours);
  await ours.close();
  await saveAs('popup', await popupOf(tab, TAKEN.en.search));
  await saveAs('panel', await panelOf(tab));
  await saveAs('notebook', await notebookOf(TAKEN.en.search));
  await page.close();
  const reader = await open(`/reader.html#${SOURCE}/41`, { width: 1100, height: 720 });
  await reader.waitForSelector('[data-linked]', { timeout: PATIENCE_MS });
  await saveAs('reader', reader);
  const library = await open('/library.html', { width: 900, height: 860 });
  const field = await library.waitForSelector('input[type=file]', { timeout: PATIENCE_MS });
  await field?.uploadFile(join(ROOT, 'tests/documents/river-two-columns.pdf'));
  await library.waitForSelector('.import-items [data-state=read]', { timeout: PATIENCE_MS });
  await saveAs('library', library);
}

async function popupOf(tab: number, search: string): Promise<Page> {
  const popup = await open(`/popup.html?tab=${tab}`, POPUP);
  await popup.waitForSelector('[role=option]', { timeout: PATIENCE_MS });
  await popup.type('[role=combobox]', search);
  await popup.waitForSelector('.found', { timeout: PATIENCE_MS });
  return popup;
}

async function panelOf(tab: number): Promise<Page> {
  const panel = await open(`/panel.html?tab=${tab}`, PANEL);
  await panel.waitForSelector('article', { timeout: PATIENCE_MS });
  return panel;
}

/** With a passage kept, and a note to it. */
async function notebookOf(words: string): Promise<Page> {
  const panel = await open(`/panel.html?words=${encodeURIComponent(words)}`, PANEL);
  const keep = await panel.waitForSelector('article [aria-label^="Keep in"]', {
    timeout: PATIENCE_MS,
  });
  await keep?.evaluate((button) => (button as HTMLElement).click());
  await panel.close();
  const notebook = await open('/panel.html#notebook', PANEL);
  await notebook.waitForSelector('.notebook-clippings li', { timeout: PATIENCE_MS });
  return notebook;
}

/** A page with its card, with the popup, and beside the panel; the reader. */
async function takeStore(language: Language): Promise<void> {
  const folder = join(STORE, language);
  mkdirSync(folder, { recursive: true });
  const { mark, search } = TAKEN[language];
  const ours = await open('/options.html', POPUP);
  await ours.evaluate(
    (chosen) => chrome.storage.sync.set({ 'setting.language': chosen }),
    language,
  );
  await ours.close();
  const saveAs = (name: string, canvas: Canvas) =>
    save(join(folder, `${name}.jpg`), canvas.encodeSync('jpeg', 90));

  const page = await open(`${address}${language}`, STORE_SIZE);
  const { x, y } = await placeOf(page, mark);
  const bare = await shot(page);
  await page.mouse.move(x - 20, y + 40);
  await page.mouse.move(x, y, { steps: 6 });
  await settledCard(page);
  saveAs('1-card', await withPointer(await shot(page), { x, y }));
  await page.keyboard.press('Escape');

  const other = await open('/options.html', POPUP);
  const tab = await numberOfTabBefore(other);
  await other.close();
  const popup = await popupOf(tab, search);
  saveAs(
    '2-search',
    await laidOver(bare, await shot(popup), STORE_SIZE.width - POPUP.width - 60, 0),
  );
  await popup.close();
  await page.setViewport({ width: STORE_SIZE.width - PANEL.width, height: STORE_SIZE.height });
  await page.bringToFront();
  const panel = await panelOf(tab);
  await page.bringToFront();
  const canvas = createCanvas(STORE_SIZE.width, STORE_SIZE.height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(await shot(page)), 0, 0);
  context.drawImage(await loadImage(await shot(panel)), STORE_SIZE.width - PANEL.width, 0);
  saveAs('3-panel', canvas);
  await panel.close();
  await page.close();
  const reader = await open(`/reader.html#${SOURCE}/41`, STORE_SIZE);
  await reader.waitForSelector('[data-linked]', { timeout: PATIENCE_MS });
  saveAs('4-reader', await canvasOf(await shot(reader)));
  await reader.close();
}

/** One picture over another, with the shadow of a window. */
async function laidOver(below: Buffer, above: Buffer, x: number, y: number): Promise<Canvas> {
  const canvas = await canvasOf(below);
  const context = canvas.getContext('2d');
  context.shadowColor = '#0006';
  context.shadowBlur = 24;
  context.drawImage(await loadImage(above), x, y);
  return canvas;
}

/** Our pages run in our origin: there `chrome` is. */
declare const chrome: { storage: { sync: { set(items: object): Promise<void> } } };

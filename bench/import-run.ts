/**
 * `npm run bench:import`: how fast documents are read in the built extension, in both browsers, from the choice of the
 * file to what would be added, and how soon reading is cancelled. Writes the table of imports in docs/extraction.md.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserName, goToOurs, startBrowser } from '../scripts/browsers.ts';
import { machine } from './machine.ts';
import { median } from './statistics.ts';
import '../scripts/tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs/extraction.md');
const [BEGIN, END] = ['<!-- npm run bench:import -->', '<!-- end of imports -->'];
const TIMES = 3;
const PAGES = 200;
const PATIENCE_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'sidelight-import-'));
/** English with many names, and never the same paragraph twice running. */
const seed = readFileSync(join(ROOT, 'seeds/kazakhstan-china-xinjiang/document.txt'), 'utf8');
const text = join(folder, 'megabyte.txt');
writeFileSync(text, `${seed}\n\n`.repeat(Math.ceil(1e6 / seed.length)));
const pdf = await printedPages(PAGES);

const rows: string[] = [];
const versions: string[] = [];
for (const name of ['chromium', 'firefox'] as const) rows.push(await measure(name));
const table = `| | plain text, goal 1 MB/s | PDF, goal 10 pages/s | progress, goal 4/s | cancelled, goal 200 ms |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n${machine(versions, 'bench:import')}`;
console.log(table);
const page = readFileSync(DOCUMENT, 'utf8');
const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
if (start < 0 || end < start) throw new Error(`docs/extraction.md needs ${BEGIN} and ${END}.`);
writeFileSync(DOCUMENT, `${page.slice(0, start + BEGIN.length)}\n${table}\n${page.slice(end)}`);

async function measure(name: BrowserName): Promise<string> {
  const { browser, origin } = await startBrowser(name, { headless: true });
  try {
    versions.push(await browser.version());
    const page = await browser.newPage();
    await goToOurs(page, `${origin}/library.html`);
    await page.waitForSelector('input[type=file]');
    // The first document pays for the models.
    await read(page, text);
    const texts: Reading[] = [];
    const pdfs: Reading[] = [];
    for (let i = 0; i < TIMES; i++) {
      texts.push(await read(page, text));
      pdfs.push(await read(page, pdf));
    }
    const cancelled: number[] = [];
    for (let i = 0; i < TIMES; i++) cancelled.push(await cancel(page, text));
    const megabytes = readFileSync(text).length / 1e6;
    const seconds = (all: Reading[]) => median(all.map(({ ms }) => ms)) / 1000;
    const told = median([...texts, ...pdfs].map(({ ms, steps }) => (steps * 1000) / ms));
    return `| ${name} | ${(megabytes / seconds(texts)).toFixed(2)} MB/s | ${(PAGES / seconds(pdfs)).toFixed(0)} pages/s | ${told.toFixed(0)}/s | ${median(cancelled).toFixed(0)} ms |`;
  } finally {
    await browser.close();
  }
}

interface Reading {
  ms: number;
  /** Steps of the bar. */
  steps: number;
}

/** Chooses a file, waits until it is shown, and takes it from the list. */
async function read(page: Page, path: string): Promise<Reading> {
  await watch(page);
  await (await page.$('input[type=file]'))?.uploadFile(path);
  const reading = await page.evaluate(
    (patience) =>
      new Promise<{ ms: number; steps: number }>((done, fail) => {
        const timer = setTimeout(() => fail(new Error('it is not read')), patience);
        const look = setInterval(() => {
          const seen = window.seen;
          if (!seen || seen.read === 0) return;
          clearInterval(look);
          clearTimeout(timer);
          done({ ms: seen.read - seen.began, steps: seen.steps });
        }, 20);
      }),
    PATIENCE_MS,
  );
  await page.evaluate(() => {
    const buttons = document.querySelectorAll<HTMLElement>('.import-items button');
    buttons[buttons.length - 1]?.click();
  });
  return reading;
}

/** @returns ms from the press of the button until the document is gone from the list */
async function cancel(page: Page, path: string): Promise<number> {
  await (await page.$('input[type=file]'))?.uploadFile(path);
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = setInterval(() => {
          const bar = document.querySelector<HTMLProgressElement>('.import-items progress');
          if (!bar || bar.value < 0.7) return;
          clearInterval(look);
          const button = bar.closest('li')?.querySelector('button');
          const began = performance.now();
          new MutationObserver((_, observer) => {
            if (document.querySelector('.import-items li')) return;
            observer.disconnect();
            done(performance.now() - began);
          }).observe(document.body, { childList: true, subtree: true });
          button?.click();
        }, 10);
      }),
  );
}

/** Notes when reading begins, each step of the bar, and when what would be added is shown. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = { began: 0, read: 0, steps: 0 };
    window.seen = seen;
    let value = -1;
    const observer = new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('.import-items progress');
      if (bar && seen.began === 0) seen.began = performance.now();
      if (bar && bar.value !== value) {
        value = bar.value;
        seen.steps++;
      }
      if (document.querySelector('.import-items [data-state=read]')) {
        seen.read = performance.now();
        observer.disconnect();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}

/** @returns the path of a PDF of so many pages, printed by Chromium */
async function printedPages(pages: number): Promise<string> {
  const { browser } = await startBrowser('chromium', { headless: true });
  try {
    const page = await browser.newPage();
    const paragraphs = seed.split(/\n\s*\n/).filter((part) => part.trim().length > 200);
    const body = Array.from({ length: pages }, (_, number) => {
      const some = [0, 1, 2, 3].map((i) => paragraphs[(number * 4 + i) % paragraphs.length] ?? '');
      return `<section>${some.map((part) => `<p>${part.replaceAll('<', '&lt;')}</p>`).join('')}</section>`;
    }).join('');
    await page.setContent(
      `<style>section{break-after:page}body{font:12px/1.4 serif}</style>${body}`,
    );
    const path = join(folder, 'pages.pdf');
    writeFileSync(path, await page.pdf({ format: 'a4', timeout: PATIENCE_MS }));
    return path;
  } finally {
    await browser.close();
  }
}

declare global {
  interface Window {
    seen?: { began: number; read: number; steps: number };
  }
}

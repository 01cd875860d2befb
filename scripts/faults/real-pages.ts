/**
 * Figure 7: saved pages of real sites. Reading them, and a card that has opened and closed on them, changes no byte,
 * moves nothing, throws nothing.
 *
 * The pages are their authors' and not in this repository. They are sought in the folder that
 * SIDELIGHT_PAGES names, else in `../shared/pages` beside the project. Each page is compared with itself in a
 * browser without Sidelight.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Driver, isCardOpen, until } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure, Outcome } from './figure';
import { errorsOf } from './page-errors';

const FOLDER = resolve(
  process.env.SIDELIGHT_PAGES ?? resolve(import.meta.dirname, '../../../shared/pages'),
);
/** Stops on the way down a page; enough to bring every part of most pages near the viewport. */
const STOPS = 16;

/** The names of the saved pages; empty where there are none. */
export function savedPages(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER).filter((file) => file.endsWith('.html'));
}

export const realPages: Figure = {
  id: '7',
  title: 'saved pages of real sites',
  goal: 'byte-identical when read and after a card has closed, layout shift 0, 0 errors of their own',
  exclusions: 'scripts and loads of the pages, which are cut; pages that need either to show text',
  inBrowsers: true,
  run(name) {
    const files = savedPages();
    if (files.length === 0) throw new Error(`There are no saved pages in ${FOLDER}.`);
    return readRealPages(name, files);
  },
};

/** Nothing of a saved page may ask the network, even where `withoutLoads` has missed something. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
};

/** What a page is when it has been read and scrolled through. */
interface Seen {
  html: string;
  /** Width and height of the document; a mark must not move the text. */
  size: string;
  /** What the browser says has moved without being asked to; Firefox does not say. */
  shift: number;
  errors: string[];
}

/** Reads saved pages with Sidelight and without it. @returns as failures also that no page holds a name, or none shows a mark */
export async function readRealPages(name: BrowserName, files: readonly string[]): Promise<Outcome> {
  const site = await Site.open();
  try {
    for (const file of files) {
      const saved = readFileSync(join(FOLDER, file), 'utf8');
      site.serveRaw(`/real/${file}`, withoutLoads(saved), HEADERS);
    }
    const control = await withoutUs(name, site, files);
    return await withUs(name, site, files, control);
  } finally {
    await site.close();
  }
}

async function withoutUs(name: BrowserName, site: Site, files: readonly string[]) {
  const control = new Map<string, Seen>();
  const { browser } = await startBrowser(name, { headless: true, extension: null });
  try {
    const page = await browser.newPage();
    const errors = await errorsOf(page, name);
    for (const file of files) {
      await page.goto(site.address(`/real/${file}`), { waitUntil: 'load' });
      control.set(file, await readThrough(page, errors));
    }
  } finally {
    await browser.close();
  }
  return control;
}

async function withUs(
  name: BrowserName,
  site: Site,
  files: readonly string[],
  control: ReadonlyMap<string, Seen>,
): Promise<Outcome> {
  const failures: string[] = [];
  let named = 0;
  let painted = 0;
  let carded = 0;
  const driver = await Driver.start(name);
  try {
    await driver.settings({ density: 'every' });
    const page = await driver.browser.newPage();
    const errors = await errorsOf(page, name);
    for (const file of files) {
      await page.goto(site.address(`/real/${file}`), { waitUntil: 'load' });
      let names = 0;
      await until(async () => {
        const list = await driver.pageList(page);
        names = list.entities.length;
        return list.state === 'done';
      }, `${file} is not read to its end`).catch((error) => failures.push(`${error}`));
      const marks = { most: 0 };
      const seen = await readThrough(page, errors, marks);
      if (names > 0) named++;
      if (marks.most > 0) painted++;
      failures.push(...differences(file, control.get(file), seen));
      if (await opensCard(page)) {
        carded++;
        const after = await look(page, errors);
        failures.push(...differences(`${file} after a card`, control.get(file), after));
      }
    }
  } finally {
    await driver.close();
  }
  if (named === 0 || painted === 0) failures.push('no page holds a name, or none shows a mark');
  return {
    measured: `${files.length} pages, ${failures.length} differences; ${named} hold names, ${painted} showed marks, ${carded} a card`,
    control: 'each page without Sidelight',
    failures,
  };
}

/** Rests on the first mark in the viewport, and closes the card that it opens. @returns false where none opened */
async function opensCard(page: Page): Promise<boolean> {
  const place = await page.evaluate(() => {
    for (const [key, highlight] of CSS.highlights) {
      if (!key.startsWith('sidelight')) continue;
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { left, top, width, height } = live.getBoundingClientRect();
        if (top > 0 && top + height < innerHeight && left > 0) {
          return { x: left + width / 2, y: top + height / 2 };
        }
      }
    }
    return null;
  });
  if (!place) return false;
  await page.mouse.move(place.x + 3, place.y + 40);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  // A name that something covers does not answer.
  const since = performance.now();
  let isOpen = false;
  while (!isOpen && performance.now() - since < 1500) isOpen = await isCardOpen(page);
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  // The place of the card is taken out some seconds after it has closed.
  await until(
    () => page.evaluate(() => document.documentElement.lastElementChild === document.body),
    'the card is not taken out',
  );
  return isOpen;
}

/**
 * A saved page without what runs, leads away or loads. Markup is cut as text, as roughly as it is safe: what
 * is served is the same for the control, and the policy above holds for what was missed.
 */
function withoutLoads(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<(?:meta|base|link)\b[^>]*>/gi, '')
    .replace(/\s(on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/\s(src|srcset|srcdoc|poster|data|background)(\s*=)/gi, ' data-saved-$1$2');
}

/** Scrolls down the page and back, then says what it is. */
async function readThrough(
  page: Page,
  errors: Set<string>,
  marks: { most: number } = { most: 0 },
): Promise<Seen> {
  marks.most = await page.evaluate(async (stops) => {
    const painted = () => {
      let sum = 0;
      for (const [key, highlight] of CSS.highlights) {
        if (key.startsWith('sidelight')) sum += highlight.size;
      }
      return sum;
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    let most = 0;
    const height = document.documentElement.scrollHeight - innerHeight;
    for (let stop = 0; stop <= stops; stop++) {
      scrollTo({ top: (height * stop) / stops, behavior: 'instant' });
      // Marks are registered between two frames, when what came into view has been seen.
      for (let i = 0; i < 3; i++) await frame();
      most = Math.max(most, painted());
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
    return most;
  }, STOPS);
  return look(page, errors);
}

async function look(page: Page, errors: Set<string>): Promise<Seen> {
  const seen = await page.evaluate(async () => {
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    // What was buffered is told between two frames.
    for (let i = 0; i < 2; i++) await new Promise((done) => requestAnimationFrame(done));
    observer.disconnect();
    const { scrollWidth, scrollHeight, outerHTML } = document.documentElement;
    return { html: outerHTML, size: `${scrollWidth} × ${scrollHeight}`, shift };
  });
  const told = [...errors];
  errors.clear();
  return { ...seen, errors: told };
}

function differences(file: string, before: Seen | undefined, after: Seen): string[] {
  if (!before) return [`${file}: has no control`];
  const found: string[] = [];
  if (after.html !== before.html) {
    let at = 0;
    while (before.html[at] === after.html[at]) at++;
    const around = (html: string) => JSON.stringify(html.slice(Math.max(0, at - 40), at + 80));
    found.push(`${file}: ${around(before.html)} has become ${around(after.html)}`);
  }
  if (after.size !== before.size) {
    found.push(`${file}: the document was ${before.size}, and is ${after.size}`);
  }
  if (after.shift > before.shift)
    found.push(`${file}: text moved by ${after.shift - before.shift}`);
  for (const error of after.errors) {
    if (!before.errors.includes(error)) found.push(`${file}: ${error}`);
  }
  return found;
}

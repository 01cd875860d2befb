/**
 * Saved pages of real sites, in both browsers: reading changes no byte of them, moves nothing, throws nothing.
 *
 * The pages are their authors' and not in this repository. They are sought in the folder that
 * SIDELIGHT_PAGES names, else in `../shared/pages` beside the project; without them this file has nothing
 * to read and says so. Each page is compared with itself in a browser without Sidelight.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserName, startBrowser } from '../../scripts/browsers';
import { Driver, until } from './driver';
import { Site } from './site';

const FOLDER = resolve(
  process.env.SIDELIGHT_PAGES ?? resolve(import.meta.dirname, '../../../shared/pages'),
);
const FILES = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
  : [];
/** Stops on the way down a page; enough to bring every part of most pages near the viewport. */
const STOPS = 16;
const MINUTES = 60_000;

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
  errors: string[];
}

if (FILES.length === 0) {
  console.log('No saved pages of real sites here (SIDELIGHT_PAGES): nothing of them is tested.');
  test('the folder of saved pages is optional', () => {
    expect(FILES).toEqual([]);
  });
} else {
  describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
    let site: Site;
    const control = new Map<string, Seen>();

    beforeAll(async () => {
      site = await Site.open();
      for (const file of FILES) {
        const saved = readFileSync(join(FOLDER, file), 'utf8');
        site.serveRaw(`/real/${file}`, withoutLoads(saved), HEADERS);
      }
      const { browser } = await startBrowser(name, { headless: true, extension: null });
      try {
        const page = await browser.newPage();
        const errors = await errorsOf(page, name);
        for (const file of FILES) {
          await page.goto(site.address(`/real/${file}`), { waitUntil: 'load' });
          control.set(file, await readThrough(page, errors));
        }
      } finally {
        await browser.close();
      }
    }, 3 * MINUTES);
    afterAll(() => site?.close());

    test(
      `${FILES.length} saved pages of real sites stay as they are, byte for byte`,
      async () => {
        const begin = performance.now();
        const failures: string[] = [];
        let named = 0;
        let painted = 0;
        const driver = await Driver.start(name);
        try {
          await driver.settings({ density: 'every' });
          const page = await driver.browser.newPage();
          const errors = await errorsOf(page, name);
          for (const file of FILES) {
            await page.goto(site.address(`/real/${file}`), { waitUntil: 'load' });
            let names = 0;
            let state = 'none';
            await until(async () => {
              const list = await driver.pageList(page);
              state = list.state;
              names = list.entities.length;
              return state === 'done';
            }, `${file} is not read to its end`).catch((error) => failures.push(`${error}`));
            const marks = { most: 0 };
            const seen = await readThrough(page, errors, marks);
            if (names > 0) named++;
            if (marks.most > 0) painted++;
            failures.push(...differences(file, control.get(file), seen));
          }
        } finally {
          await driver.close();
        }
        const seconds = ((performance.now() - begin) / 1000).toFixed(0);
        console.log(
          `${name}: ${FILES.length} saved pages in ${seconds} s; ${named} hold names, ${painted} showed marks`,
        );
        expect(failures).toEqual([]);
        expect(named).toBeGreaterThan(0);
        expect(painted).toBeGreaterThan(0);
      },
      3 * MINUTES,
    );
  });
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
  errors: string[],
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
  const { html, size } = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    size: `${document.documentElement.scrollWidth} × ${document.documentElement.scrollHeight}`,
  }));
  return { html, size, errors: errors.splice(0).sort() };
}

/** What the tab reports as an error, in every script's world of it. */
async function errorsOf(page: Page, name: BrowserName): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`thrown: ${error}`));
  if (name === 'firefox') {
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    return errors;
  }
  // The driver's own event leaves out what content scripts write.
  const session = await page.createCDPSession();
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error')
      errors.push(args.map(({ value, description }) => value ?? description).join(' '));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') errors.push(`${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return errors;
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
  const known = [...before.errors];
  for (const error of after.errors) {
    const at = known.indexOf(error);
    if (at < 0) found.push(`${file}: ${error}`);
    else known.splice(at, 1);
  }
  return found;
}

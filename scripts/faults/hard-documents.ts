/** Figure 16: documents that mean harm end in a dry run, a refusal, or by Cancel; the library and its page go on. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, builtExtension, startBrowser } from '../browsers';
import type { Figure, Outcome } from './figure';
import { isThere, leftBehind, libraryPage, ownSources } from './library-page';
import { errorsOf } from './page-errors';
import { TRAP_DOCUMENTS, type TrapFile } from './trap-documents';

/** What takes longer is cancelled. */
const PATIENCE_MS = 10_000;
const CANCELLED_WITHIN_MS = 200;
/** For what must come, as a few sentences must be read. */
const SURELY_MS = 30_000;
const GOOD = 'Rain over Aktau\n\nIt rained in Aktau in May, Aidar Omarov said.\n';
/** Of storage in Chromium, where it is full. */
const LITTLE = 3 << 20;

export const hardDocuments: Figure = {
  id: '16',
  title: 'hard documents',
  goal: `${TRAP_DOCUMENTS.length + 3} kinds of document: each read or refused within ${PATIENCE_MS / 1000} s, or cancelled within ${CANCELLED_WITHIN_MS} ms; 0 added by half, 0 errors`,
  exclusions:
    'storage that is full in Firefox, whose driver has no command for it; a worker that runs out of memory, which was not tried; adding what was read, but for four small documents',
  inBrowsers: true,
  async run(name) {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-hard-'));
    const { browser, origin } = await startBrowser(name, { headless: true });
    const trial = new Trial(name, browser, origin, folder);
    try {
      return await trial.run();
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** What became of the files of a document, as the page shows it. */
interface Ending {
  read: number;
  refused: number;
  /** Until the last was read, refused or cancelled. */
  ms: number;
  /** From the click on Cancel until the list was free; null where nothing was cancelled. */
  cancelMs: number | null;
  /** The longest time in which the page did nothing. */
  frozenMs: number;
}

class Trial {
  readonly #failures: string[] = [];
  #read = 0;
  #refused = 0;
  #cancelled = 0;
  #longestCancel = 0;
  #longestFrozen = 0;

  constructor(
    readonly name: BrowserName,
    readonly browser: Browser,
    readonly origin: string,
    readonly folder: string,
  ) {}

  async run(): Promise<Outcome> {
    const page = await libraryPage(this.browser, this.origin);
    await isThere(page, 'input[type=file][multiple]');
    const errors = await errorsOf(page, this.name);
    for (const { what, files } of TRAP_DOCUMENTS) {
      await this.#try(page, what, files());
    }
    await this.#try(page, '2,000 small files', manyFiles());
    await this.#twiceInOneDrop(page);
    await this.#inTwoTabs(page);
    if (this.name === 'chromium') await this.#withoutRoom();
    const before = (await ownSources(page)).length;
    await this.#choose(page, [{ name: 'good.txt', bytes: new TextEncoder().encode(GOOD) }]);
    await this.#add(page);
    const after = await ownSources(page);
    if (after.length !== before + 1) this.#failures.push('at the end nothing can be added');
    for (const error of errors) this.#failures.push(`the page tells: ${error.slice(0, 200)}`);
    return {
      measured: `${this.#read} files read, ${this.#refused} refused, ${this.#cancelled} kinds cancelled, within ${this.#longestCancel.toFixed(0)} ms at most; the page stood still for ${this.#longestFrozen.toFixed(0)} ms at most; ${this.#failures.length} faults`,
      control: '–',
      failures: this.#failures.slice(0, 5),
    };
  }

  async #try(page: Page, what: string, files: TrapFile[]): Promise<void> {
    const before = (await ownSources(page)).length;
    await this.#choose(page, files);
    const { read, refused, ms, cancelMs, frozenMs } = await ending(page);
    this.#read += read;
    this.#refused += refused;
    this.#longestFrozen = Math.max(this.#longestFrozen, frozenMs);
    if (cancelMs !== null) {
      this.#cancelled++;
      this.#longestCancel = Math.max(this.#longestCancel, cancelMs);
      if (cancelMs > CANCELLED_WITHIN_MS)
        this.#failures.push(`${what}: cancelled after ${cancelMs.toFixed(0)} ms`);
    }
    const wrong = await page.$$eval('.import-items .page-fault[role=alert]', (all) =>
      all.map(({ textContent }) => textContent).filter((words) => /fault of Sidelight/.test(words)),
    );
    for (const words of wrong) this.#failures.push(`${what}: ${words}`);
    await dismissAll(page);
    if ((await ownSources(page)).length !== before) this.#failures.push(`${what}: something stays`);
    const end = cancelMs === null ? '' : `, cancelled in ${cancelMs.toFixed(0)} ms`;
    console.log(
      `  ${what}: ${read} read, ${refused} refused, ${ms.toFixed(0)} ms${end}, still for ${frozenMs.toFixed(0)} ms`,
    );
  }

  /** Both can be added; the second then bears another id. */
  async #twiceInOneDrop(page: Page): Promise<void> {
    const twice = file('twice.txt', 'Twice in one drop\n\nIt rained in Aktau twice.\n');
    await this.#choose(page, [twice, { ...twice }]);
    await this.#bothAreAdded([page], 'the same file twice in one drop', 'Twice in one drop');
  }

  async #inTwoTabs(page: Page): Promise<void> {
    const other = await libraryPage(this.browser, this.origin);
    const both = file('tabs.txt', 'In two tabs\n\nIt rained in Aktau, in two tabs.\n');
    await this.#choose(other, [both]);
    await page.bringToFront();
    await this.#choose(page, [both]);
    await this.#bothAreAdded([page, other], 'the same document in two tabs', 'In two tabs');
    await other.close();
  }

  async #bothAreAdded(pages: Page[], what: string, title: string): Promise<void> {
    for (const page of pages) await isThere(page, '[data-state=read]', 2 / pages.length);
    await Promise.all(pages.map((page) => pressAll(page, '[data-state=read] .page-apply')));
    for (const page of pages) await isThere(page, '[data-state=added]', 2 / pages.length);
    const [page] = pages;
    if (!page) return;
    const ids = (await ownSources(page)).filter((one) => one.title === title).map(({ id }) => id);
    if (ids.length !== 2 || new Set(ids).size !== 2)
      this.#failures.push(`${what}: the library holds ${ids.join(' and ') || 'none'}`);
    for (const one of pages) await dismissAll(one);
    console.log(`  ${what}: ${ids.join(', ')}`);
  }

  /** Adding fails with the words for it, and the document stays on the list. */
  async #withoutRoom(): Promise<void> {
    const { browser, origin } = await startBrowser(this.name, {
      headless: true,
      extension: limitedCopy(this.folder),
    });
    try {
      // Before the database is opened: for some time the browser goes by the room that it has found then.
      const session = await (await browser.newPage()).createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: LITTLE });
      const page = await libraryPage(browser, origin);
      await this.#choose(page, [file('full.txt', uniqueText(2_000_000))]);
      await isThere(page, '[data-state=read]');
      await pressAll(page, '[data-state=read] .page-apply');
      const isTold = await page
        .waitForFunction(() => document.body.innerText.includes('There is no room left'), {
          timeout: SURELY_MS,
          polling: 50,
        })
        .catch(() => null);
      if (!isTold) this.#failures.push('storage that is full is not told');
      const left = await leftBehind(page);
      if ((await ownSources(page)).length + left.texts + left.jobs > 0)
        this.#failures.push('of what found no room something is in the library');
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await this.#add(page);
      if ((await ownSources(page)).length !== 1)
        this.#failures.push('what found no room is not added when there is room again');
    } finally {
      await browser.close();
    }
  }

  async #choose(page: Page, files: readonly TrapFile[]): Promise<void> {
    const [first] = files;
    if (files.length === 1 && first && 'piece' in first) {
      await page.evaluate(({ name, piece, times }) => {
        const field = document.querySelector<HTMLInputElement>('input[type=file][multiple]');
        const chosen = new DataTransfer();
        chosen.items.add(
          new File(
            Array.from({ length: times }, () => piece),
            name,
          ),
        );
        if (!field) throw new Error('There is no field for files.');
        field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, first);
      return;
    }
    // A file that is written again after it was chosen cannot be read.
    const folder = mkdtempSync(join(this.folder, 'chosen-'));
    const paths = files.map((one) => {
      if (!('bytes' in one)) throw new Error('Files that the page makes are chosen alone.');
      const path = join(folder, one.name);
      writeFileSync(path, one.bytes);
      return path;
    });
    await isThere(page, 'input[type=file][multiple]');
    await (await page.$('input[type=file][multiple]'))?.uploadFile(...paths);
  }

  /** Adds what is read, and takes it off the list. */
  async #add(page: Page): Promise<void> {
    await isThere(page, '[data-state=read]');
    await pressAll(page, '[data-state=read] .page-apply');
    await isThere(page, '[data-state=added]');
    await dismissAll(page);
  }
}

/** Waits until all are read or refused, or cancels them; the clock and the buttons are the page's own. */
function ending(page: Page): Promise<Ending> {
  return page.evaluate(
    async (patience, surely) => {
      const began = performance.now();
      const count = (state: string) => document.querySelectorAll(`[data-state=${state}]`).length;
      const pause = () => new Promise((done) => setTimeout(done, 5));
      let last = began;
      let frozenMs = 0;
      const beat = () => {
        const now = performance.now();
        frozenMs = Math.max(frozenMs, now - last);
        last = now;
      };
      const isBusy = () => count('waiting') + count('reading') > 0;
      const isOver = () => !isBusy() && count('read') + count('refused') > 0;
      while (!isOver() && last - began < patience) {
        await pause();
        beat();
      }
      const [read, refused] = [count('read'), count('refused')];
      if (!isBusy()) return { read, refused, ms: last - began, cancelMs: null, frozenMs };
      const pressed = performance.now();
      const buttons = document.querySelectorAll<HTMLElement>(
        '.import-all button, [data-state=reading] button',
      );
      buttons[0]?.click();
      while (isBusy() && performance.now() - pressed < surely) await pause();
      const now = performance.now();
      beat();
      return { read, refused, ms: now - began, cancelMs: now - pressed, frozenMs };
    },
    PATIENCE_MS,
    SURELY_MS,
  );
}

/** The extension without its right to store as much as it likes: with that, no browser counts. */
function limitedCopy(folder: string): string {
  const copy = join(folder, 'limited');
  cpSync(builtExtension('chromium'), copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, permissions: ['storage'] }));
  return copy;
}

async function pressAll(page: Page, selector: string): Promise<void> {
  await page.$$eval(selector, (all) => {
    for (const button of all) (button as HTMLElement).click();
  });
}

/** Empties the list. */
async function dismissAll(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      for (const item of document.querySelectorAll('.import-items > li'))
        [...item.querySelectorAll<HTMLElement>('button')].at(-1)?.click();
      return document.querySelector('.import-items > li') === null;
    },
    { timeout: SURELY_MS, polling: 50 },
  );
}

const file = (name: string, text: string): TrapFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

function manyFiles(): TrapFile[] {
  return Array.from({ length: 2000 }, (_, at) =>
    file(`small-${at}.txt`, `Report ${at}\n\nIt rained in Aktau for ${at} hours.\n`),
  );
}

/** Text that cannot be packed much smaller. */
function uniqueText(length: number): string {
  let text = 'A document without room\n\n';
  for (let at = 0; text.length < length; at++)
    text += `${Math.imul(at, 2_654_435_761) >>> 0} ${at % 20 === 0 ? '\n\n' : ''}`;
  return text;
}

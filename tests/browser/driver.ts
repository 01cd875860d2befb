/** Drives one browser with the built extension, and sees what a person would see. */
import type { Browser, Frame, Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS, type Settings } from '../../core/choices/settings';
import type { Clipping } from '../../core/notebook/clipping';
import {
  type BrowserName,
  goToOurs,
  type StartOptions,
  startBrowser,
} from '../../scripts/browsers';
import { visibleText } from '../page-markers';

/** Longest wait for a state that must come; a run that needs it is failing. */
const PATIENCE_MS = 15_000;

/** Our pages run in our origin: there `browser` is. */
interface Area {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
type Stored = Record<'sync' | 'local' | 'session', Record<string, unknown>>;
declare const chrome: {
  storage: Record<keyof Stored, Area>;
  runtime: { sendMessage(message: object): Promise<unknown> };
  tabs: { query(query: object): Promise<Array<{ id: number; url?: string; active: boolean }>> };
  action: { getBadgeText(details: object): Promise<string> };
};

/** In the viewport; CSS px. */
export interface Point {
  x: number;
  y: number;
}

export interface ShownMark {
  text: string;
  key: string;
}

export class Driver {
  static readonly #kept = new Map<string, Driver[]>();
  static readonly #lent: Driver[] = [];
  /** What an install stores. */
  #stored: Stored = { sync: {}, local: {}, session: {} };
  /** The tab of the last visit. */
  #visited: Page | null = null;
  #visitedSize = '';
  /** Browser and options of one that is borrowed. */
  #kind = '';
  #viewport = '';

  private constructor(
    readonly name: BrowserName,
    readonly browser: Browser,
    readonly origin: string,
    /** A page of ours, for what only the extension can do. */
    readonly ours: Page,
  ) {}

  /** A browser as an install leaves it: one that was given back, or else a new one. */
  static async borrow(name: BrowserName, options: Partial<StartOptions> = {}): Promise<Driver> {
    const kind = JSON.stringify([name, options]);
    const kept = Driver.#kept.get(kind)?.pop();
    if (kept?.browser.connected) return kept;
    const driver = await Driver.start(name, options);
    if (Driver.#lent.push(driver) === 1) process.once('SIGTERM', Driver.#killLent);
    driver.#kind = kind;
    driver.#stored = await driver.#storage();
    return driver;
  }

  /** Vitest ends its workers at once: a browser that is closed in good order would outlive them. */
  static #killLent(): void {
    for (const { browser } of Driver.#lent) browser.process()?.kill('SIGKILL');
  }

  static async start(name: BrowserName, options: Partial<StartOptions> = {}): Promise<Driver> {
    const { browser, origin } = await startBrowser(name, {
      headless: !options.display,
      ...options,
    });
    const ours = await browser.newPage();
    const driver = new Driver(name, browser, origin, ours);
    await driver.openOurs(ours, '/reader.html');
    await until(async () => (await driver.pageSetup()) !== undefined, 'no page is told anything');
    return driver;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Leaves a borrowed browser to the next who wants one of its kind. */
  async giveBack(): Promise<void> {
    for (const page of await this.browser.pages()) if (page !== this.ours) await page.close();
    // By way of another page: the same address would not be loaded anew.
    await this.openOurs(this.ours, '/options.html');
    await this.openOurs(this.ours, '/reader.html');
    await this.ours.evaluate(async (stored) => {
      for (const area of ['sync', 'local', 'session'] as const) {
        const [items, wanted] = [await chrome.storage[area].get(null), stored[area]];
        const others = Object.keys(items).filter((key) => !Object.hasOwn(wanted, key));
        if (others.length > 0) await chrome.storage[area].remove(others);
        await chrome.storage[area].set(wanted);
      }
    }, this.#stored);
    const same = Driver.#kept.get(this.#kind);
    if (same) same.push(this);
    else Driver.#kept.set(this.#kind, [this]);
  }

  #storage(): Promise<Stored> {
    return this.ours.evaluate(async () => ({
      sync: await chrome.storage.sync.get(null),
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
    }));
  }

  /** The record that pages read. */
  async pageSetup(): Promise<unknown> {
    return (await this.#storage())[this.name === 'firefox' ? 'local' : 'session'].pageSetup;
  }

  /** Opens one of our pages. */
  async openOurs(page: Page, path: string): Promise<void> {
    const address = `${this.origin}${path}`;
    if (this.name === 'firefox') await goToOurs(page, address);
    else await page.goto(address);
  }

  async settings(change: Partial<Settings>): Promise<void> {
    const { kindsOff, ...single } = {
      ...DEFAULT_SETTINGS,
      ...change,
    };
    const isDevices = ([, value]: [string, unknown]) => Array.isArray(value);
    const device = Object.entries(single).filter(isDevices);
    const items = Object.entries(single).filter(
      (item) => !isDevices(item) && item[1] !== DEFAULT_SETTINGS[item[0] as keyof Settings],
    );
    const parts = kindsOff.map((kind): [string, unknown] => [`kindsOff.${kind}`, true]);
    await this.ours.evaluate(
      async (shared, device) => {
        const old = Object.keys(await chrome.storage.sync.get(null));
        await chrome.storage.sync.remove(old.filter((key) => !Object.hasOwn(shared, key)));
        await chrome.storage.sync.set(shared);
        await chrome.storage.local.set(device);
      },
      Object.fromEntries([...items, ...parts].map(([name, value]) => [`setting.${name}`, value])),
      Object.fromEntries(device.map(([name, value]) => [`setting.${name}`, value])),
    );
    // Pages go by the record that the background makes of them, and read themselves anew when it changes.
    const wanted: Record<string, unknown> = { ...DEFAULT_SETTINGS, ...change };
    await until(async () => {
      const { settings } = (await this.pageSetup()) as { settings: Record<string, unknown> };
      return Object.entries(settings).every(([name, value]) => wanted[name] === value);
    }, 'the settings do not reach the pages');
  }

  /** What the notebook holds, in the order in which it was kept. */
  clippings(): Promise<Clipping[]> {
    return this.ours.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('sidelight');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve(opening.result);
      });
      const all = database.transaction('clippings').objectStore('clippings').index('kept').getAll();
      const clippings = await new Promise<Clipping[]>((resolve, reject) => {
        all.onerror = () => reject(all.error);
        all.onsuccess = () => resolve(all.result);
      });
      database.close();
      return clippings;
    });
  }

  /** Browsers are lent with what others have kept. */
  async emptyNotebook(): Promise<void> {
    // The library opens the database, and brings it up to date.
    await this.ask('sources', null);
    for (const { id } of await this.clippings()) await this.ask('unkeep', { clipping: id });
  }

  /** What is stored of the reader's choices: settings that are not at their default, and corrections. */
  stored(): Promise<{ settings: Record<string, unknown>; corrections?: unknown }> {
    return this.ours.evaluate(async () => {
      const local = await chrome.storage.local.get(null);
      const items = Object.entries({ ...(await chrome.storage.sync.get(null)), ...local });
      const settings: Record<string, unknown> = {};
      for (const [key, value] of items) {
        const [, name, part] = /^setting\.(\w+)\.?(.*)/.exec(key) ?? [];
        if (!name || JSON.stringify(value) === '[]') continue;
        settings[name] = part ? [...((settings[name] as string[]) ?? []), part] : value;
      }
      return { settings, ...('corrections' in local && { corrections: local.corrections }) };
    });
  }

  /** Opens a page in the tab of the visit before, if it has the same size: a new tab costs a process or two. */
  async visit(address: string, size: { width: number; height: number } | null = null) {
    const wanted = JSON.stringify(size);
    const isResized = JSON.stringify(this.#visited?.viewport()) !== this.#viewport;
    if (this.#visited?.isClosed() === false && this.#visitedSize === wanted && !isResized) {
      await this.#visited.bringToFront();
      await this.#visited.mouse.move(0, 0);
      await this.#visited.goto(address, { waitUntil: 'load' });
      return this.#visited;
    }
    if (!this.#visited?.isClosed()) await this.#visited?.close();
    this.#visited = await this.newPage(address, size);
    this.#visitedSize = wanted;
    this.#viewport = JSON.stringify(this.#visited.viewport());
    return this.#visited;
  }

  async newPage(
    address: string,
    size: { width: number; height: number } | null = null,
  ): Promise<Page> {
    const page = await this.browser.newPage();
    if (size) await page.setViewport(size);
    await page.goto(address, { waitUntil: 'load' });
    return page;
  }

  /** Asks the background as the popup does. */
  async ask<Answer>(kind: string, carries: unknown): Promise<Answer> {
    let reply: { is: string; answer: Answer; why?: string } | undefined;
    const message = { to: 'background', kind, carries };
    // A background that has just ended answers nothing.
    await until(async () => {
      // As text: Firefox's driver gives an object that stands twice in an answer only once.
      const received = await this.ours.evaluate(
        async (sent) =>
          JSON.stringify(await chrome.runtime.sendMessage(sent).catch(() => undefined)),
        message,
      );
      reply = received ? JSON.parse(received) : undefined;
      return reply !== undefined;
    }, `the background does not answer “${kind}”`);
    if (reply?.is !== 'answered') throw new Error(reply?.why);
    return reply.answer;
  }

  /** The number by which the extension knows a page. */
  async tabOf(page: Page): Promise<number> {
    await page.bringToFront();
    const tabs = await this.ours.evaluate(() => chrome.tabs.query({ active: true }));
    const tab = tabs[0];
    if (!tab) throw new Error('no tab is active');
    return tab.id;
  }

  /** Ends the background, as browsers do when it has been idle. Firefox's is set to end by itself. */
  async endBackground(): Promise<void> {
    if (this.name === 'firefox') return;
    const target = this.backgroundTarget();
    await (await target?.worker())?.close();
    // The next may have begun meanwhile.
    await until(
      async () => !target || !this.browser.targets().includes(target),
      'the background does not end',
    );
  }

  /** The running background in Chromium; undefined while it sleeps. */
  backgroundTarget() {
    return this.browser.targets().find((target) => target.type() === 'service_worker');
  }

  /**
   * The page list, once the page has been read.
   * @param isRead false for documents of a kind that is left alone
   */
  async pageList(page: Page, isRead = true) {
    const tab = await this.tabOf(page);
    type List = {
      state: string;
      page: string | null;
      entities: Array<{ id: string; count: number }>;
    };
    let list: List = { state: 'reading', page: null, entities: [] };
    await until(async () => {
      list = await this.ask<List>('pageList', { tab });
      // Before a page has said that it is there, nothing of it, or the one before, is known.
      const isOfPage = !isRead || list.page?.split('#')[0] === page.url().split('#')[0];
      return list.state !== 'reading' && isOfPage;
    }, `the page list of ${page.url()} is not there`);
    return list;
  }
}

/** Waits for a state, without a fixed sleep. */
export async function until(state: () => Promise<boolean>, failure: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await state())) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS} ms in vain: ${failure}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Whether a mark is painted where the reader looks. */
export function hasMarkInSight(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([key]) => key.startsWith('sidelight'))
      .flatMap(([, highlight]) => [...highlight])
      .some(({ startContainer }) => {
        const box = startContainer.parentElement?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight;
      }),
  );
}

/** The marks that are painted in a frame, in document order, as its page's own scripts see them. */
export async function marksOf(frame: Page | Frame): Promise<ShownMark[]> {
  const raw = await frame.evaluate(() => {
    const found: Array<{ key: string; text: string; range: AbstractRange }> = [];
    for (const [key, highlight] of CSS.highlights) {
      if (!key.startsWith('sidelight') || key === 'sidelight-flash') continue;
      for (const range of highlight) {
        // What the page has just shortened is read again soon.
        const isOutdated = (node: Node, offset: number) => offset > (node.textContent?.length ?? 0);
        if (isOutdated(range.startContainer, range.startOffset)) continue;
        if (isOutdated(range.endContainer, range.endOffset)) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        found.push({ key, text: live.toString(), range });
      }
    }
    found.sort((a, b) => {
      const from = a.range.startContainer;
      const to = b.range.startContainer;
      if (from === to) return a.range.startOffset - b.range.startOffset;
      return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    return found.map(({ key, text }) => ({ key, text }));
  });
  return raw.map(({ key, text }) => ({
    key,
    text: visibleText(text.replaceAll('<', '').replaceAll('&', '&amp;')),
  }));
}

/** The card's frame, once it shows a passage. Firefox's driver reports its address as about:blank. */
export async function cardOf(page: Page): Promise<Frame> {
  let card: Frame | null = null;
  await until(async () => {
    for (const frame of page.frames()) {
      const shows = await frame
        .evaluate(
          () => location.pathname === '/card.html' && document.querySelector('figure') !== null,
        )
        .catch(() => false);
      if (shows) card = frame;
    }
    return card !== null;
  }, 'no card shows a passage');
  return card as unknown as Frame;
}

/** True while the card is open on a page: its host lies in the top layer. */
export function isCardOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector(':popover-open') !== null);
}

/** The middle of the first painted mark with this text, in the viewport, once there is one. */
export async function placeOfMark(frame: Page | Frame, text: string): Promise<Point> {
  let place: Point | null = null;
  await until(async () => {
    place = await frame.evaluate((wanted) => {
      for (const [key, highlight] of CSS.highlights) {
        if (!key.startsWith('sidelight')) continue;
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          const line = live.getClientRects()[0];
          if (line && live.toString() === wanted) {
            return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
          }
        }
      }
      return null;
    }, text);
    return place !== null;
  }, `“${text}” is not marked`);
  return place as unknown as Point;
}

/** Moves the pointer onto a mark, slowly enough to be at rest there. */
export async function restOn(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOfMark(page, text);
  await page.mouse.move(x + 3, y + 40);
  await page.mouse.move(x, y, { steps: 4 });
}

/** Waits until exactly these marks are painted; fails with both lists when they never are. */
export async function expectMarks(frame: Page | Frame, wanted: readonly string[]): Promise<void> {
  let shown: string[] = [];
  const end = Date.now() + PATIENCE_MS;
  do {
    shown = (await marksOf(frame)).map(({ text }) => text);
    if (JSON.stringify(shown) === JSON.stringify(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  } while (Date.now() < end);
  throw new Error(
    `marks differ\nmissing: ${JSON.stringify(difference(wanted, shown))}\nunwanted: ${JSON.stringify(difference(shown, wanted))}\nshown: ${JSON.stringify(shown)}\nwanted: ${JSON.stringify(wanted)}`,
  );
}

function difference(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((item) => {
    const at = left.indexOf(item);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

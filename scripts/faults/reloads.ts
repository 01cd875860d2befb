/** Figure 10: the extension is loaded anew fifty times under ten open tabs, as an update does it. */
import type { Page } from 'puppeteer-core';
import { cardOf, Driver, isCardOpen, marksOf, restOn, until } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import type { Figure, Outcome } from './figure';
import { errorsOf } from './page-errors';

const RELOADS = 50;
const TABS = 10;
const PAGE = `<!doctype html><html lang="en"><head><title>t</title></head><body><p>In Kashgar.</p>
  <iframe srcdoc="<p>In Kashgar.</p>" width="300" height="200"></iframe></body></html>`;
const FRAMES = 2;
/** Chromium ends an extension for good that reloads itself 30 times, each within 10 s of the one before. */
const IN_A_ROW = 25;
const ROW_ENDS_MS = 10_000;
/** It is loaded anew at any moment of this long after the last tab was marked, which tells of its marks meanwhile. */
const LATEST_MS = 350;

declare const chrome: {
  runtime: { id?: string; reload(): void };
  developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
};
declare global {
  interface Window {
    marksBefore: AbstractRange[];
  }
}

interface Tab {
  page: Page;
  errors: Set<string>;
  /** Script worlds of the extension's instances: the frame of each. */
  instances(): Promise<string[]>;
}

export const reloads: Figure = {
  id: '10',
  title: 'reloads of the extension',
  goal: `${RELOADS} reloads of the extension with ${TABS} open tabs: one live instance per frame, 0 errors, 0 orphan marks`,
  exclusions:
    'Chromium starts no instance in a tab that stays open, so every second tab is loaded anew each time; Firefox tells no instances, so there each card must be the only one; what the background reports',
  inBrowsers: true,
  async run(name) {
    const site = await Site.open();
    const driver = await Driver.start(name);
    try {
      if (name === 'chromium') await allowReloads(driver);
      await driver.settings({ density: 'every' });
      const address = site.serveRaw('/open', PAGE, { 'content-type': 'text/html; charset=utf-8' });
      const tabs: Tab[] = [];
      for (let i = 0; i < TABS; i++) tabs.push(await openTab(driver, address));
      return await reloadUnder(driver, tabs);
    } finally {
      await driver.close();
      await site.close();
    }
  },
};

async function reloadUnder(driver: Driver, tabs: Tab[]): Promise<Outcome> {
  const { name } = driver;
  const failures: string[] = [];
  let { ours } = driver;
  let orphans = 0;
  let done = 0;
  let last = 0;
  while (done < RELOADS) {
    if (done % IN_A_ROW === 0) {
      await until(async () => Date.now() - last > ROW_ENDS_MS, 'time stands still');
    }
    last = Date.now();
    // The page that asks closes, and gets no answer.
    await ours.evaluate(
      (ms) => void setTimeout(() => chrome.runtime.reload(), ms),
      (done * 7) % LATEST_MS,
    );
    done++;
    const note = (error: unknown) => failures.push(`reload ${done}: ${error}`);
    await until(async () => (await oldMarks(tabs)) === 0, '').catch(async () => {
      const left = await oldMarks(tabs);
      orphans += left;
      note(`${left} marks of the instance before stay`);
    });
    ours = await reopened(driver, ours);
    for (const [i, tab] of tabs.entries()) {
      if (done === RELOADS || (name === 'chromium' && i % 2 > 0)) await loadAnew(tab).catch(note);
      else if (name === 'chromium') await expectNothing(tab).catch(note);
      else await expectOnce(tab).catch(note);
    }
  }
  let live = 0;
  let cards = 0;
  for (const { page, instances } of tabs) {
    live += (await instances()).length;
    const isOpen = await opensOneCard(page).then(
      () => true,
      (error) => failures.push(`after the last: ${error}`) < 0,
    );
    if (isOpen) cards++;
  }
  if (name === 'chromium' && live !== TABS * FRAMES) failures.push(`${live} live instances`);
  const errors = new Set(tabs.flatMap((tab) => [...tab.errors]));
  const shown = name === 'chromium' ? `${live} live instances in ${TABS * FRAMES} frames, ` : '';
  return {
    measured: `${done} reloads, ${shown}${cards} of ${TABS} cards, ${errors.size} errors, ${orphans} orphan marks`,
    control: '–',
    failures: [...failures.slice(0, 5), ...[...errors].slice(0, 5)],
  };
}

/** Chromium disables at its reload what is loaded from a folder, unless a developer is at work. */
async function allowReloads(driver: Driver): Promise<void> {
  const page = await driver.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() =>
    chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.close();
}

async function openTab(driver: Driver, address: string): Promise<Tab> {
  const page = await driver.browser.newPage();
  const errors = await errorsOf(page, driver.name);
  const instances =
    driver.name === 'chromium' ? await watchInstances(page, driver.origin) : async () => [];
  await page.goto(address, { waitUntil: 'load' });
  const tab = { page, errors, instances };
  await expectOnce(tab);
  return tab;
}

/** @returns asks for the frames with a living instance, each as often as it has one */
async function watchInstances(page: Page, origin: string): Promise<() => Promise<string[]>> {
  const session = await page.createCDPSession();
  const worlds = new Map<number, string>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) worlds.set(context.id, context.auxData?.frameId);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    worlds.delete(executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  await session.send('Runtime.enable');
  return async () => {
    const living: string[] = [];
    for (const [contextId, frame] of worlds) {
      const expression = 'chrome.runtime?.id !== undefined';
      const { result } = await session.send('Runtime.evaluate', { contextId, expression });
      if (result.value === true) living.push(frame);
    }
    return living;
  };
}

async function reopened(driver: Driver, closed: Page): Promise<Page> {
  if (!closed.isClosed()) await closed.close().catch(() => null);
  const page = await driver.browser.newPage();
  const isOpen = () =>
    page.evaluate(() => location.pathname === '/reader.html' && chrome.runtime?.id !== undefined);
  await until(async () => {
    await driver.openOurs(page, '/reader.html').catch(() => null);
    return isOpen().catch(() => false);
  }, 'the extension does not come back');
  return page;
}

async function rememberMarks(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      window.marksBefore = [...CSS.highlights.values()].flatMap((marks) => [...marks]);
    });
  }
}

/** How many marks of before the reload are still painted. */
async function oldMarks(tabs: Tab[]): Promise<number> {
  const frames = tabs.flatMap(({ page }) => page.frames());
  const counts = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(() => {
        const now = [...CSS.highlights.values()].flatMap((marks) => [...marks]);
        return now.filter((mark) => window.marksBefore.includes(mark)).length;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Without a new instance nothing may be left of the old one. */
async function expectNothing({ page, instances }: Tab): Promise<void> {
  const living = (await instances()).length;
  const marks = (await marksIn(page)).flat().length;
  if (living + marks > 0) throw new Error(`${living} instances and ${marks} marks are left`);
}

async function loadAnew(tab: Tab): Promise<void> {
  await tab.page.reload({ waitUntil: 'load' });
  await expectOnce(tab);
}

/** Waits until each frame has its mark, and that of one instance. */
async function expectOnce({ page, instances }: Tab): Promise<void> {
  // Text that nobody sees waits for its mark.
  await page.bringToFront();
  let marks: string[][] = [];
  await until(async () => {
    marks = await marksIn(page);
    return marks.length === FRAMES && marks.every((texts) => texts.join() === 'Kashgar');
  }, '').catch(() => {
    throw new Error(`marks are ${JSON.stringify(marks)}`);
  });
  const living = await instances();
  if (new Set(living).size < living.length) throw new Error('a frame has two living instances');
  await rememberMarks(page);
}

/** The marks of each frame of the page itself. */
function marksIn(page: Page): Promise<string[][]> {
  return Promise.all(
    page.frames().map(async (frame) => (await marksOf(frame)).map(({ text }) => text)),
  );
}

async function opensOneCard(page: Page): Promise<void> {
  await page.bringToFront();
  await restOn(page, 'Kashgar');
  await cardOf(page);
  const open = await page.evaluate(() => document.querySelectorAll(':popover-open').length);
  if (open !== 1) throw new Error(`${open} cards are open`);
  await page.keyboard.press('Escape');
  await until(async () => !(await isCardOpen(page)), 'the card stays open');
}

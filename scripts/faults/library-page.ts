/** The library page as figures drive it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { goToOurs } from '../browsers.ts';

const PATIENCE_MS = 30_000;
/** A job of the page itself is done within this time. */
const JOB_MS = 5000;

export async function libraryPage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await goToOurs(page, `${origin}/library.html`);
  return page;
}

/** Waits for so many elements. Another page may come to the front: then ours has no frames to look in. */
export async function isThere(page: Page, selector: string, times = 1): Promise<void> {
  await page.waitForFunction(
    (wanted, least) => document.querySelectorAll(wanted).length >= least,
    { timeout: PATIENCE_MS, polling: 50 },
    selector,
    times,
  );
}

export interface OwnSource {
  id: string;
  title: string;
  /** How many. */
  passages: number;
}

/** What the library holds beside what is bundled. @throws an Error when one of them cannot be read */
export async function ownSources(page: Page): Promise<OwnSource[]> {
  return page.evaluate(async () => {
    const ask = async (kind: string, carries: unknown) => {
      const reply = await chrome.runtime.sendMessage({ to: 'background', kind, carries });
      const { is, answer, why } = reply as { is: string; answer: unknown; why?: string };
      if (is !== 'answered') throw new Error(why);
      return answer;
    };
    const held = (await ask('heldSources', null)) as Array<{
      source: { id: string; title: string; holding: string };
    }>;
    const own = held.map(({ source }) => source).filter(({ holding }) => holding === 'own');
    const sources = [];
    for (const { id, title } of own) {
      const { passages } = (await ask('sourceContent', { source: id })) as { passages: unknown[] };
      sources.push({ id, title, passages: passages.length });
    }
    return sources;
  });
}

/**
 * What of the database may be no source's: jobs that were not swept, and how many texts there are. The page has a job of
 * its own when it opens, which is waited for.
 */
export async function leftBehind(page: Page): Promise<{ jobs: number; texts: number }> {
  return page.evaluate(async (patience) => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('sidelight');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const count = (store: string) =>
      new Promise<number>((done, failed) => {
        const request = database.transaction(store).objectStore(store).count();
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const began = performance.now();
    while ((await count('jobs')) > 0 && performance.now() - began < patience)
      await new Promise((done) => setTimeout(done, 100));
    return { jobs: await count('jobs'), texts: await count('texts') };
  }, JOB_MS);
}

/** Ends a browser without a chance to write anything. */
export async function kill(browser: Browser, profile: string): Promise<void> {
  const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
  browser.process()?.kill('SIGKILL');
  await ended;
  // The driver sets right what it has changed in the profile of Firefox, before the next start reads it.
  await browser.close().catch(() => null);
  while (existsSync(join(profile, 'user.js.puppeteer')))
    await new Promise((done) => setTimeout(done, 50));
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

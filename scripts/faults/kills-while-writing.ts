/** Figure 4: the browser is killed while packs are written; what was in the library is whole at the next start. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { readPack, writePack } from '../../core/pack/pack';
import { packFolder } from '../../modules/seeds/pack-folder';
import { INVENTED } from '../../tests/fixtures/pack';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure } from './figure';

const KILLS = 50;
/** Copies of the invented sources in a pack: it takes about a second to write. */
const COPIES = 60;
/** A pack is written within this time; kills fall anywhere in it. */
const LATEST_MS = 1500;
const PATIENCE_MS = 30_000;

export const killsWhileWriting: Figure = {
  id: '4',
  title: 'kills of the browser while a pack is written',
  goal: `${KILLS} kills, 0 sources lost or torn, 0 left behind`,
  exclusions: 'loss of power, which takes what the system has not yet written to the disk',
  inBrowsers: true,
  async run(name) {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
    const profile = join(folder, 'profile');
    const failures: string[] = [];
    let written = 0;
    try {
      let held = 0;
      for (let round = 1; round <= KILLS; round++) {
        const pack = join(folder, `${round}.zip`);
        writeFileSync(pack, await packOf(round));
        await killWhile(name, profile, pack, (round * 337) % LATEST_MS);
        const found = await lookAt(name, profile);
        const rounds = [...new Set(found.rounds)];
        if (rounds.length > 1) failures.push(`after kill ${round}: sources of rounds ${rounds}`);
        const now = rounds[0] ?? 0;
        if (now !== held && now !== round)
          failures.push(`after kill ${round}: round ${now}, not ${held}`);
        if (now > 0 && found.rounds.length !== 2 * COPIES) {
          failures.push(`after kill ${round}: ${found.rounds.length} of ${2 * COPIES} sources`);
        }
        if (found.jobs > 0 || found.texts !== found.rounds.length) {
          failures.push(
            `after kill ${round}: ${found.jobs} jobs and ${found.texts} texts are left`,
          );
        }
        if (now === round) written++;
        held = now;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return {
      measured: `${KILLS} kills, ${written} of them after the pack was written: ${failures.length} lost, torn or left behind`,
      control: '–',
      failures: failures.slice(0, 3),
    };
  },
};

/** A pack whose every source tells its round. */
async function packOf(round: number): Promise<Uint8Array> {
  const { bytes } = await packFolder(INVENTED, null, () => {});
  const { sources } = await readPack(bytes);
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    sources.map((source) => ({
      ...source,
      id: `${source.id}-${copy}`,
      about: { ...source.about, title: `Round ${round}` },
    })),
  );
  return writePack(copies.flat());
}

async function killWhile(
  name: BrowserName,
  profile: string,
  pack: string,
  after: number,
): Promise<void> {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  const page = await libraryPage(browser, origin);
  await isThere(page, 'input[type=file]');
  await (await page.$('input[type=file]'))?.uploadFile(pack);
  await isThere(page, '.page-apply');
  await page.$eval('.page-apply', (button) => (button as HTMLElement).click());
  await new Promise((resolve) => setTimeout(resolve, after));
  const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
  browser.process()?.kill('SIGKILL');
  await ended;
  // The driver sets right what it has changed in the profile of Firefox, before the next start reads it.
  await browser.close().catch(() => null);
  while (existsSync(join(profile, 'user.js.puppeteer')))
    await new Promise((done) => setTimeout(done, 50));
}

/** What the next start finds. */
async function lookAt(name: BrowserName, profile: string) {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  try {
    const page = await libraryPage(browser, origin);
    await isThere(page, '.library-source');
    return await page.evaluate(async () => {
      const ask = async (kind: string, carries: unknown) => {
        const reply = await chrome.runtime.sendMessage({ to: 'background', kind, carries });
        const { is, answer, why } = reply as { is: string; answer: unknown; why?: string };
        if (is !== 'answered') throw new Error(why);
        return answer;
      };
      const sources = (await ask('sources', null)) as Array<{ id: string; title: string }>;
      const own = sources.filter(({ id }) => id.startsWith('invented-'));
      for (const { id } of own) {
        const { passages } = (await ask('sourceContent', { source: id })) as {
          passages: unknown[];
        };
        if (passages.length < 8) throw new Error(`${id} has ${passages.length} passages`);
      }
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
      return {
        rounds: own.map(({ title }) => Number(title.replace('Round ', ''))),
        jobs: await count('jobs'),
        texts: await count('texts'),
      };
    });
  } finally {
    await browser.close();
  }
}

/** Waits for an element. The welcome page may come to the front: then ours has no frames to look in. */
async function isThere(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted) !== null,
    { timeout: PATIENCE_MS, polling: 50 },
    selector,
  );
}

async function libraryPage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox's driver cannot wait for pages of ours.
  await page.goto(`${origin}/library.html`, { timeout: 2000 }).catch(() => null);
  return page;
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Figure 17: the browser is killed, or the tab closed, while documents are read and added: each is there whole or not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure } from './figure';
import { isThere, kill, leftBehind, libraryPage, ownSources } from './library-page';

const KILLS = 20;
/** Reading and adding takes about as long; kills fall anywhere in it. */
const LATEST_MS = 4000;
/** In one list. */
const DOCUMENTS = 12;
const PARAGRAPHS = 400;

export const killsWhileReading: Figure = {
  id: '17',
  title: 'kills of the browser while documents are read and added',
  goal: `${KILLS} kills and closed tabs, 0 documents torn, lost or left behind`,
  exclusions: 'loss of power, which takes what the system has not yet written to the disk',
  inBrowsers: true,
  async run(name) {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-kills-'));
    const profile = join(folder, 'profile');
    const failures: string[] = [];
    let added = 0;
    try {
      let held = new Set<string>();
      for (let round = 1; round <= KILLS; round++) {
        const paths = documentsOf(folder, round);
        const after = (round * 337) % LATEST_MS;
        await interrupt(name, profile, paths, after, round % 4 === 0);
        const found = await lookAt(name, profile);
        const ids = new Set(found.ids);
        for (const id of held)
          if (!ids.has(id)) failures.push(`after kill ${round}: ${id} is lost`);
        if (found.torn.length > 0) failures.push(`after kill ${round}: ${found.torn} are torn`);
        if (found.jobs > 0 || found.texts !== ids.size)
          failures.push(`after kill ${round}: ${found.jobs} jobs, ${found.texts} texts are left`);
        added += ids.size - held.size;
        held = ids;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    if (added === 0) failures.push('no document was ever added');
    return {
      measured: `${KILLS} kills and closed tabs, ${added} of ${KILLS * DOCUMENTS} documents added before: ${failures.length} lost, torn or left behind`,
      control: '–',
      failures: failures.slice(0, 3),
    };
  },
};

/** Documents whose every paragraph tells its number. */
function documentsOf(folder: string, round: number): string[] {
  return Array.from({ length: DOCUMENTS }, (_, number) => {
    const path = join(folder, `round-${round}-${number}.txt`);
    const paragraphs = Array.from(
      { length: PARAGRAPHS },
      (_, at) => `Paragraph ${at} of round ${round}: it rained in Aktau, Aidar Omarov said.`,
    );
    writeFileSync(path, [`Round ${round} number ${number}`, ...paragraphs].join('\n\n'));
    return path;
  });
}

/** Kills the browser, or closes the tab, so long after the documents were chosen. */
async function interrupt(
  name: BrowserName,
  profile: string,
  paths: string[],
  after: number,
  isTab: boolean,
): Promise<void> {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  const page = await libraryPage(browser, origin);
  await isThere(page, 'input[type=file][multiple]');
  const chosen = await page.$('input[type=file][multiple]');
  await addAsTheyAreRead(page);
  await chosen?.uploadFile(...paths);
  await new Promise((resolve) => setTimeout(resolve, after));
  if (isTab) {
    await page.close();
    await browser.close();
  } else {
    await kill(browser, profile);
  }
}

/** As a reader would who is in a hurry: one is added while the next is read. */
async function addAsTheyAreRead(page: Page): Promise<void> {
  await page.evaluate(() => {
    setInterval(() => {
      if (document.querySelector('[data-state=adding]')) return;
      document.querySelector<HTMLElement>('[data-state=read] .page-apply')?.click();
    }, 20);
  });
}

/** What the next start finds. */
async function lookAt(name: BrowserName, profile: string) {
  const { browser, origin } = await startBrowser(name, { headless: true, profile });
  try {
    const page = await libraryPage(browser, origin);
    await isThere(page, '.library-source');
    const sources = await ownSources(page);
    const whole = PARAGRAPHS + 1;
    return {
      ids: sources.map(({ id }) => id),
      torn: sources.filter(({ passages }) => passages !== whole).map(({ id }) => id),
      ...(await leftBehind(page)),
    };
  } finally {
    await browser.close();
  }
}

/** Packs in browsers that scripts drive: made of folders, and added as a reader would. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { runnerImport } from 'vite';
import { goToOurs } from './browsers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PATIENCE_MS = 120_000;

/** Packs the invented sources of the tests. @returns the path of the pack */
export async function inventedPack(): Promise<string> {
  const { module } = await runnerImport<typeof import('../modules/seeds/pack-folder.ts')>(
    resolve(ROOT, 'modules/seeds/pack-folder.ts'),
    { configFile: false, root: ROOT, logLevel: 'error' },
  );
  const folder = resolve(ROOT, 'tests/fixtures/sources');
  const { bytes, problems } = await module.packFolder(folder, null, () => {});
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const path = join(mkdtempSync(join(tmpdir(), 'sidelight-pack-')), 'invented.zip');
  writeFileSync(path, bytes);
  return path;
}

/** Adds a pack on the library page, and closes that. @param origin of the extension's pages */
export async function addPack(browser: Browser, origin: string, pack: string): Promise<void> {
  const page = await browser.newPage();
  await goToOurs(page, `${origin}/library.html`);
  const field = await page.waitForSelector('input[type=file]', { timeout: PATIENCE_MS });
  await field?.uploadFile(pack);
  const apply = await page.waitForSelector('button.page-apply', { timeout: PATIENCE_MS });
  await apply?.evaluate((button) => (button as HTMLElement).click());
  await page.waitForFunction(
    () =>
      document.querySelector('.page-notice')?.textContent !== '' &&
      !document.querySelector('button.page-apply, progress'),
    { timeout: PATIENCE_MS },
  );
  await page.close();
}

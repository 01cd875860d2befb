/**
 * `npm run icons`: draws `public/icon/*.png` from `assets/icon.svg`, in colour and, for where Sidelight is off, in grey.
 * Run it when the drawing changes.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBrowser } from './browsers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SIZES = [16, 32, 48, 96, 128];
/** Those that a toolbar shows. */
const OFF_SIZES = [16, 32];

const svg = readFileSync(join(ROOT, 'assets/icon.svg'), 'utf8');
mkdirSync(join(ROOT, 'public/icon'), { recursive: true });
const { browser } = await startBrowser('chromium', { headless: true, extension: null });
try {
  const page = await browser.newPage();
  const draw = async (name: string, size: number, filter: string) => {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;filter:${filter};width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({
      path: join(ROOT, `public/icon/${name}.png`) as `${string}.png`,
      omitBackground: true,
    });
  };
  for (const size of SIZES) await draw(`${size}`, size, 'none');
  // Lighter as well: on a dark toolbar the dark ground would be lost.
  for (const size of OFF_SIZES) await draw(`off-${size}`, size, 'grayscale(1) brightness(1.35)');
} finally {
  await browser.close();
}

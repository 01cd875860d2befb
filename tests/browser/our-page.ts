/** What a reader does on a page of ours: finds controls by their words. */
import type { Page } from 'puppeteer-core';
import { cardOf, type Driver, restOn } from './driver';

declare const chrome: {
  runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } };
};

/** Opens a page of ours, in this tab or a new one, and waits for these words on it. */
export async function openOurPage(
  driver: Driver,
  path: string,
  words: string,
  tab?: Page,
): Promise<Page> {
  const page = tab ?? (await driver.browser.newPage());
  await driver.openOurs(page, path);
  await shows(page, words);
  return page;
}

/** Waits until the page shows these words. */
export async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    // Drivers do not hand over the characters that isolate directions of writing.
    (wanted) => document.body.innerText.replace(/[\u2068\u2069]/g, '').includes(wanted),
    {},
    words,
  );
}

/** Clicks the button, or the control of the label, that is called so. */
export async function press(page: Page, name: string): Promise<void> {
  const found = await page.waitForFunction(
    (wanted) => {
      const named = (element: Element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '')
          .replace(/[\u2068\u2069]/g, '')
          .trim()
          .startsWith(wanted);
      return [...document.querySelectorAll<HTMLElement>('button,label:has(input)')].find(named);
    },
    {},
    name,
  );
  await (
    found as unknown as { evaluate(act: (element: HTMLElement) => void): Promise<void> }
  ).evaluate((element) => element.click());
}

/** Rests on a mark of the sample and waits until the card shows something. @returns its text; null in Firefox */
export async function openSampleCard(
  { name }: Driver,
  page: Page,
  mark: string,
): Promise<string | null> {
  // Firefox's driver cannot see frames of ours in pages of ours; the card tells its height when it has drawn.
  await page.evaluate(() => {
    chrome.runtime.onMessage.addListener((message) => {
      const { kind, carries } = message as { kind: string; carries: { height: number } };
      if (kind === 'cardSized') document.body.dataset.card = String(carries.height);
    });
  });
  await restOn(page, mark);
  await page.waitForFunction(
    () =>
      document.querySelector(':popover-open') !== null && Number(document.body.dataset.card) > 100,
  );
  if (name === 'firefox') return null;
  return (await cardOf(page)).evaluate(() => document.body.innerText);
}

declare global {
  interface Window {
    saved?: Promise<number[]>;
  }
}

/** Exports all own sources, and takes what would be saved. */
export async function savedPack(library: Page): Promise<number[]> {
  await library.evaluate(() => {
    URL.createObjectURL = (blob) => {
      window.saved = (blob as Blob).bytes().then((bytes) => [...bytes]);
      return '#saved';
    };
  });
  await press(library, 'Export all sources of your own');
  await shows(library, 'The pack is in your downloads');
  return (await library.evaluate(() => window.saved)) ?? [];
}

/** The card, the popup and the reader as a reader uses them, in both browsers. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, Driver, expectMarks, isCardOpen, placeOfMark, restOn, until } from './driver';
import { Site } from './site';

const SOURCE = 'kazakhstan-china-xinjiang';
const DOCUMENT = readFileSync(
  resolve(import.meta.dirname, `../../seeds/${SOURCE}/document.txt`),
  'utf8',
);

/** What the top of the page shows. */
const MARKS = ['Kashgar', 'Tibet', 'Uyghurs', 'Shohrat Zakir', 're-education camps'];

const PAGE = `<!doctype html><html lang="en"><head><title>t</title></head>
<body style="font:18px/1.6 serif;margin:40px">
<p>Travellers went to Kashgar and to Tibet.</p>
<p>The <a id="link" href="#there">Uyghurs</a> were named, and Shohrat Zakir spoke of re-education camps.</p>
<p>Later they were in Kashgar once more.</p>
<div style="height:3000px"></div><p id="there">Sweden</p></body></html>`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let page: Page;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    page = await driver.newPage(site.serve('/card', PAGE));
    await expectMarks(page, MARKS);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  const close = async () => {
    // The frame of a card that was closed still holds what it showed.
    await until(() => isCardOpen(page), 'no card opens');
    await page.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(page)), 'Escape does not close the card');
    await page.mouse.move(5, 5);
  };

  test('opens on a mark that is rested on, with the passage verbatim and attributed', async () => {
    await restOn(page, 'Shohrat Zakir');
    const card = await cardOf(page);
    await card.waitForFunction(() => document.body.innerText.includes('Shohrat Zakir'));
    const text = (await card.evaluate(() => document.body.textContent)) ?? '';
    const passage =
      'When they talk about “political re-education camps”, then, as explained by the chairman';
    expect(DOCUMENT).toContain(passage);
    expect(text).toContain('Aidar Amrebayev');
    expect(text).toContain('head of the Center for Political Studies');
    expect(text).toContain('¶ 41 of 56');
    expect(text).toContain('undated');
    await card.evaluate(() => document.querySelector<HTMLElement>('.folded-whole')?.click());
    await card.waitForFunction(() =>
      document.querySelector('.pt')?.textContent?.includes('I have not been to these camps'),
    );
    await close();
  });

  test('can be entered, walked and left by Back', async () => {
    await restOn(page, 'Kashgar');
    const card = await cardOf(page);
    await card.waitForFunction(() =>
      document.querySelector('h1,h2')?.textContent?.includes('Kashgar'),
    );
    await card.evaluate(() => document.querySelector<HTMLElement>('[aria-label="More"]')?.click());
    const chip = await card.waitForSelector('.card-company .chip');
    const name = await chip?.evaluate((element) => element.textContent ?? '');
    await chip?.evaluate((element) => (element as HTMLElement).click());
    await card.waitForFunction(
      (wanted) => document.querySelector('h1,h2')?.textContent?.includes(wanted ?? ''),
      {},
      name ?? '',
    );
    const back = await card.waitForSelector('button[aria-label="Back"]');
    await back?.evaluate((element) => (element as HTMLElement).click());
    await card.waitForFunction(() =>
      document.querySelector('h1,h2')?.textContent?.includes('Kashgar'),
    );
    await close();
  });

  test('does not open while the pointer passes, nor for events that no person made', async () => {
    const { x, y } = await placeOfMark(page, 'Tibet');
    await page.evaluate(
      (point) => {
        for (const type of ['pointermove', 'mousemove', 'click']) {
          const init = {
            bubbles: true,
            composed: true,
            clientX: point.x,
            clientY: point.y,
            altKey: true,
          };
          document.elementFromPoint(point.x, point.y)?.dispatchEvent(new PointerEvent(type, init));
        }
      },
      { x, y },
    );
    await page.mouse.move(x - 200, y);
    await page.mouse.move(x + 200, y);
    // A card that opened would do so within its delay; another opened after that proves the time has passed.
    await restOn(page, 'Kashgar');
    const card = await cardOf(page);
    await card.waitForFunction(() =>
      document.querySelector('h1,h2')?.textContent?.includes('Kashgar'),
    );
    await close();
  });

  test('leaves a link its click', async () => {
    const { x, y } = await placeOfMark(page, 'Uyghurs');
    await page.mouse.click(x, y);
    await page.waitForFunction(() => location.hash === '#there');
    await page.evaluate(() => {
      location.hash = '';
      scrollTo(0, 0);
    });
    await expectMarks(page, MARKS);
  });

  test('opens at once on a click on a mark that is no link, and closes when the page scrolls away', async () => {
    const { x, y } = await placeOfMark(page, 'Tibet');
    await page.mouse.move(x + 1, y);
    await page.mouse.click(x, y);
    await until(() => isCardOpen(page), 'a click opens no card');
    await page.evaluate(() => scrollTo(0, 2500));
    await until(async () => !(await isCardOpen(page)), 'the card stays behind');
    await page.evaluate(() => scrollTo(0, 0));
    await expectMarks(page, MARKS);
  });

  test('answers on a name that the density setting left unmarked, with Alt', async () => {
    const second = await page.evaluate(() => {
      const text = document.querySelectorAll('p')[2]?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('Kashgar'));
      range.setEnd(text, text.data.indexOf('Kashgar') + 7);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.keyboard.down('Alt');
    await page.mouse.move(second.x + 30, second.y + 30);
    await page.mouse.move(second.x, second.y, { steps: 3 });
    await until(() => isCardOpen(page), 'Alt opens no card');
    await page.keyboard.up('Alt');
    await close();
  });

  test('keeps its passage from the page, whatever the page asks', async () => {
    // What a page can learn of events, nodes and frames, as text.
    await page.evaluate(() => {
      const loot: string[] = [];
      (globalThis as unknown as { loot: string[] }).loot = loot;
      const tell = (value: unknown): string => {
        if (value instanceof Element) return `${value.outerHTML} ${value.textContent}`;
        if (value instanceof Node) return value.textContent ?? '';
        return value === window ? 'window' : String(value);
      };
      for (const type of [
        'pointerover',
        'pointermove',
        'pointerout',
        'mouseover',
        'mouseout',
        'click',
        'focusin',
        'blur',
        'selectionchange',
        'message',
        'copy',
      ]) {
        addEventListener(
          type,
          (event) => {
            for (const key in event) {
              const value = (event as unknown as Record<string, unknown>)[key];
              if (typeof value !== 'function') loot.push(`${type}.${key}: ${tell(value)}`);
            }
            loot.push(...event.composedPath().map(tell));
          },
          true,
        );
      }
      new MutationObserver((records) => {
        for (const { addedNodes } of records) loot.push(...[...addedNodes].map(tell));
      }).observe(document, { childList: true, subtree: true });
    });
    await restOn(page, 'Shohrat Zakir');
    const card = await cardOf(page);
    await until(() => isCardOpen(page), 'no card opens');
    const { words, address } = await card.evaluate(() => ({
      words: document.querySelector('blockquote')?.textContent?.slice(40, 80) ?? '',
      address: location.hash.slice(1),
    }));
    expect(words.length).toBe(40);
    const box = await page.evaluate(() => {
      const { left, top, width, height } =
        document.querySelector(':popover-open')?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(box.x, box.y, { steps: 8 });
    await page.mouse.click(box.x, box.y, { count: 2 });
    const { loot, frames, root, found } = await page.evaluate(
      ({ x, y }, wanted) => {
        const { loot } = globalThis as unknown as { loot: string[] };
        const host = document.querySelector(':popover-open') as HTMLElement;
        const tell = (node: Node | null | undefined) => node?.textContent ?? '';
        // An overlay of the page, to be clicked through or read through.
        const overlay = document.createElement('div');
        overlay.popover = 'manual';
        document.body.append(overlay);
        overlay.showPopover();
        loot.push(
          document.documentElement.outerHTML,
          document.documentElement.getHTML({ serializableShadowRoots: true }),
          tell(document.elementFromPoint(x, y)),
          tell(document.caretPositionFromPoint(x, y)?.offsetNode),
          tell(document.caretPositionFromPoint(x, y, { shadowRoots: [] })?.offsetNode),
          getSelection()?.toString() ?? '',
          tell(document.activeElement),
          JSON.stringify(performance.getEntries()),
          ...Array.from({ length: window.length }, (_, i) => tell(window[i]?.frameElement)),
          host.innerText,
        );
        const found = (window as unknown as { find(text: string): boolean }).find(wanted);
        overlay.remove();
        return { loot, frames: window.length, root: host.shadowRoot, found };
      },
      box,
      words,
    );
    expect(loot.length).toBeGreaterThan(20);
    expect(loot.filter((text) => text.includes(words) || text.includes(address))).toEqual([]);
    expect({ frames, root, found }).toEqual({ frames: 0, root: null, found: false });
    await close();
  });

  test('shows this page’s names in the popup, finds others, and jumps', async () => {
    const tab = await driver.tabOf(page);
    const popup = await driver.browser.newPage();
    await driver.openOurs(popup, `/popup.html?tab=${tab}`);
    await popup.waitForFunction(() => document.body.innerText.includes('Kashgar'));
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    for (const [query, found] of [
      ['Синьцзян', 'Xinjiang'],
      ['新疆', 'Xinjiang'],
      ['Sautbay', 'Sauytbay'],
      ['genocide', 'genocide'],
    ] as const) {
      await popup.evaluate(() => {
        const field = document.querySelector('input') as HTMLInputElement;
        field.focus();
        field.select();
      });
      await popup.keyboard.type(query);
      await popup.waitForFunction(
        (text) => document.querySelector('main')?.innerText.includes(text),
        {},
        found,
      );
    }
    await page.bringToFront();
    await driver.ask('jump', { tab, entity: `${SOURCE}/sweden`, by: 1 });
    await page.waitForFunction(() => scrollY > 500);
    await page.waitForFunction(() => CSS.highlights.get('sidelight-flash')?.size === 1);
    await popup.close();
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, 0));
  });

  test('opens the whole source at a passage', async () => {
    const reader = await driver.browser.newPage();
    await driver.openOurs(reader, `/reader.html#${SOURCE}/41`);
    await reader.waitForFunction(() =>
      document.body.innerText.includes('since I have not been to these camps'),
    );
    const text = (await reader.evaluate(() => document.body.textContent)) ?? '';
    for (const line of DOCUMENT.split('\n')) expect(text).toContain(line.trim());
    await reader.waitForFunction(() => scrollY > 300);
    await reader.close();
  });

  test('refuses what it does not know', async () => {
    await expect(driver.ask('nonsense', {})).rejects.toThrow(/does not know the message/);
    await expect(driver.ask('card', { entity: 1 })).rejects.toThrow(/refuses “card”/);
    await expect(driver.ask('sourceContent', { source: 'none' })).rejects.toThrow(
      /no source “none”/,
    );
  });
});

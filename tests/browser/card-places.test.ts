/** Where the card lies on pages of every kind, and what opens and closes it there. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, Driver, expectMarks, isCardOpen, placeOfMark, restOn, until } from './driver';
import { Site } from './site';

const NEWS = '<p>Trains left Kashgar for Tibet.</p>';
const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Places</title><meta name="viewport" content="width=device-width"><body style="font:18px sans-serif">${body}</body></html>`;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const cardBox = (shown: Page): Promise<Box> =>
  shown.evaluate(() => {
    const { left, top, right, bottom } =
      document.querySelector(':popover-open')?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom };
  });

/** The middle of each line of the first mark with this text. */
const linesOf = (shown: Page, text: string): Promise<Array<{ x: number; y: number }>> =>
  shown.evaluate((wanted) => {
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (live.toString().replace(/\s+/g, ' ') !== wanted) continue;
        return [...live.getClientRects()].map(({ left, top, width, height }) => ({
          x: left + width / 2,
          y: top + height / 2,
        }));
      }
    }
    return [];
  }, text);

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let shown: Page | null = null;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.start(name);
  });
  afterEach(async () => {
    await shown?.close();
    shown = null;
    await driver.settings({});
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  let number = 0;
  const open = async (body: string, size = { width: 900, height: 700 }): Promise<Page> => {
    shown = await driver.newPage(site.serve(`/places-${++number}`, page(body)), size);
    return shown;
  };
  const showsCardOf = async (opened: Page, heading: string) => {
    await until(() => isCardOpen(opened), `no card opens on ${heading}`);
    const card = await cardOf(opened);
    await card.waitForFunction(
      (wanted) => document.querySelector('h1')?.textContent?.includes(wanted),
      {},
      heading,
    );
    return card;
  };
  const isWithin = (box: Box, { width, height }: { width: number; height: number }) =>
    box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;

  test.each<[string, string]>([
    ['below its line', NEWS],
    ['in right-to-left text', `<div dir="rtl">${NEWS}</div>`],
    ['at the right edge', `<div style="text-align:end">${NEWS}</div>`],
    ['at the lower edge', `<div style="position:fixed;inset-block-end:60px">${NEWS}</div>`],
    [
      'in text that is scaled',
      `<div style="transform:scale(1.6);transform-origin:0 0">${NEWS}</div>`,
    ],
    ['in text that is turned', `<div style="transform:rotate(8deg);margin:80px">${NEWS}</div>`],
    ['in a zoomed page', `<div style="zoom:2">${NEWS}</div>`],
    [
      'under filters and stacking',
      `<div style="filter:blur(0);z-index:9;position:relative;contain:paint">${NEWS}</div>`,
    ],
  ])('lies within the viewport and not on the mark, %s', async (_, body) => {
    const opened = await open(body);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    const box = await cardBox(opened);
    const mark = await placeOfMark(opened, 'Kashgar');
    expect(isWithin(box, { width: 900, height: 700 })).toBe(true);
    expect(mark.y < box.top || mark.y > box.bottom).toBe(true);
  });

  test('lies beside vertical text', async () => {
    const opened = await open(
      `<div style="writing-mode:vertical-rl;block-size:300px;inline-size:600px">${NEWS}</div>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await opened.mouse.move(x + 40, y);
    await opened.mouse.move(x, y, { steps: 4 });
    await showsCardOf(opened, 'Kashgar');
    const box = await cardBox(opened);
    expect(x < box.left || x > box.right).toBe(true);
  });

  test('answers on each line of a wrapped name, and lies beside that line', async () => {
    const opened = await open(
      '<p style="inline-size:3em">Much was said of Hong Kong and of Tibet.</p><p>Xinjiang.</p>',
    );
    await until(
      async () => (await linesOf(opened, 'Hong Kong')).length === 2,
      'the name is not wrapped',
    );
    const tops: number[] = [];
    for (const { x, y } of await linesOf(opened, 'Hong Kong')) {
      await opened.mouse.move(x + 2, y + 300);
      await opened.mouse.move(x, y, { steps: 4 });
      await showsCardOf(opened, 'Hong Kong');
      tops.push((await cardBox(opened)).top - y);
      await opened.keyboard.press('Escape');
      await until(async () => !(await isCardOpen(opened)), 'Escape does not close the card');
    }
    expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 99))).toBeLessThan(4);
  });

  test('follows its mark in a box that scrolls, and closes when the box hides it', async () => {
    const opened = await open(
      `<div id="box" style="block-size:200px;overflow:auto;border:1px solid">${NEWS}<div style="block-size:2000px"></div></div>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    const { top } = await cardBox(opened);
    await opened.evaluate(() => document.querySelector('#box')?.scrollTo(0, 10));
    await until(async () => (await cardBox(opened)).top < top, 'the card does not follow');
    await opened.evaluate(() => document.querySelector('#box')?.scrollTo(0, 120));
    await until(async () => !(await isCardOpen(opened)), 'the card stays behind');
  });

  test.each<[string, string, () => unknown]>([
    [
      'a modal dialog',
      `<dialog>${NEWS}</dialog>`,
      () => document.querySelector('dialog')?.showModal(),
    ],
    [
      'a popover',
      `<div popover>${NEWS}</div>`,
      () => document.querySelector<HTMLElement>('[popover]')?.showPopover(),
    ],
  ])('lies above %s and can be used there', async (_, body, show) => {
    const opened = await open(body);
    await opened.evaluate(show as () => void);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await opened.mouse.move(x + 3, y + 20);
    await opened.mouse.move(x, y, { steps: 4 });
    const card = await showsCardOf(opened, 'Kashgar');
    const box = await opened.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>(':popover-open')];
      const { left, top, width } = all.at(-1)?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + 14 };
    });
    await opened.mouse.move(box.x, box.y, { steps: 6 });
    const chip = await card.waitForSelector('.chip');
    await chip?.evaluate((element) => (element as HTMLElement).click());
    await card.waitForSelector('button[aria-label="Back"]');
  });

  test('lies above an element that fills the screen', async () => {
    const opened = await open(
      `<div id="full" style="background:#fff">${NEWS}<button onclick="full.requestFullscreen()">Fill</button></div>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await opened.click('button');
    await opened.waitForFunction(() => document.fullscreenElement !== null);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    expect(await isCardOpen(opened)).toBe(true);
  });

  test('comes from below in a narrow viewport', async () => {
    const size = { width: 360, height: 640 };
    const opened = await open(`${NEWS}<div style="block-size:2000px"></div>`, size);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await opened.mouse.click(x, y);
    await showsCardOf(opened, 'Kashgar');
    await until(async () => {
      const box = await cardBox(opened);
      const width = await opened.evaluate(() => document.documentElement.clientWidth);
      return box.left === 0 && box.right === width && box.bottom === 640 && box.top >= 256;
    }, 'the card is no sheet');
    // What is read moves on under it.
    await opened.evaluate(() => scrollTo(0, 300));
    expect(await isCardOpen(opened)).toBe(true);
    await opened.mouse.click(180, 40);
    await until(async () => !(await isCardOpen(opened)), 'a click beside it does not close it');
  });

  test('opens by a finger on unlinked text, and leaves links and selections theirs', async () => {
    const opened = await open(
      `${NEWS}<p><a id="link" href="#there">Uyghurs</a> and <b id="bold">Xinjiang</b>.</p>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet', 'Uyghurs', 'Xinjiang']);
    const link = await placeOfMark(opened, 'Uyghurs');
    await opened.touchscreen.tap(link.x, link.y);
    await opened.waitForFunction(() => location.hash === '#there');
    const from = await placeOfMark(opened, 'Tibet');
    await opened.mouse.move(from.x - 150, from.y);
    await opened.mouse.down();
    await opened.mouse.move(from.x, from.y, { steps: 3 });
    await opened.mouse.up();
    expect(await opened.evaluate(() => getSelection()?.type)).toBe('Range');
    const { x, y } = await placeOfMark(opened, 'Xinjiang');
    await opened.touchscreen.tap(x, y);
    // The first card that opens is the one that was tapped for.
    await showsCardOf(opened, 'Xinjiang');
    expect((await cardBox(opened)).bottom).toBe(700);
  });

  test('stays when it is pinned, until it is closed', async () => {
    const opened = await open(`${NEWS}<div style="block-size:2000px"></div>`);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    const card = await showsCardOf(opened, 'Kashgar');
    const pin = await card.waitForSelector('button[aria-label="Pin the card"]');
    await pin?.evaluate((element) => (element as HTMLElement).click());
    await card.waitForSelector('[aria-pressed="true"]');
    await opened.evaluate(() => scrollTo(0, 900));
    await opened.mouse.move(880, 650, { steps: 5 });
    await opened.mouse.click(880, 650);
    await opened.evaluate(() => scrollTo(0, 0));
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const tibet = await placeOfMark(opened, 'Tibet');
    await opened.mouse.move(tibet.x, tibet.y, { steps: 5 });
    expect(await isCardOpen(opened)).toBe(true);
    expect(await card.evaluate(() => document.querySelector('h1')?.textContent)).toContain(
      'Kashgar',
    );
    await opened.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(opened)), 'Escape does not close a pinned card');
  });

  test.each<['alt-hover' | 'click', string]>([
    ['alt-hover', 'rests with Alt'],
    ['click', 'clicks'],
  ])('opens, with the trigger %s, only when the reader %s', async (trigger) => {
    await driver.settings({ trigger });
    const opened = await open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    const { x, y } = await placeOfMark(opened, 'Tibet');
    if (trigger === 'click') await opened.mouse.click(x, y);
    else {
      await opened.mouse.move(x + 2, y, { steps: 3 });
      await opened.keyboard.down('Alt');
      await opened.mouse.move(x, y, { steps: 3 });
      await opened.keyboard.up('Alt');
    }
    // Had the rest on Kashgar opened a card, it would have come first.
    await showsCardOf(opened, 'Tibet');
  });

  test('opens after the rest that the reader chose', async () => {
    await driver.settings({ delay: 1200 });
    const opened = await open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const from = await opened.evaluate(() => performance.now());
    await restOn(opened, 'Kashgar');
    await until(() => isCardOpen(opened), 'no card opens');
    expect((await opened.evaluate(() => performance.now())) - from).toBeGreaterThan(1150);
  });

  test.each(['thin', 'tint'] as const)('follows a mark that looks %s', async (look) => {
    await driver.settings({ look });
    const opened = await open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const keys = await opened.evaluate(() => [...CSS.highlights.keys()]);
    expect(keys).toEqual([`sidelight-${look}`]);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
  });

  test('does not open for text that a page moves under a pointer at rest', async () => {
    const opened = await open(
      `<div id="text" style="position:fixed;inset-block-start:400px">${NEWS}</div>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await opened.mouse.move(60, 60);
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await opened.evaluate(
      (left, top) => {
        const { style } = document.querySelector<HTMLElement>('#text') as HTMLElement;
        style.translate = `${left}px ${top}px`;
      },
      60 - x,
      60 - y,
    );
    const tibet = await placeOfMark(opened, 'Tibet');
    // The page sends what events it can, over and over, for longer than a card takes to open.
    await opened.evaluate(async () => {
      for (let i = 0; i < 40; i++) {
        document
          .elementFromPoint(60, 60)
          ?.dispatchEvent(
            new PointerEvent('pointermove', { bubbles: true, clientX: 60, clientY: 60 }),
          );
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    expect(await isCardOpen(opened)).toBe(false);
    await opened.mouse.move(tibet.x, tibet.y, { steps: 8 });
    await showsCardOf(opened, 'Tibet');
  });

  test('takes no key from the page, and gives the focus back that it was given', async () => {
    const opened = await open(`${NEWS}<input id="field">`);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await opened.focus('#field');
    await restOn(opened, 'Kashgar');
    const card = await showsCardOf(opened, 'Kashgar');
    await opened.keyboard.type('a b');
    expect(await opened.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('a b');
    // The reader goes in by pointer, and leaves by Esc pressed within.
    const box = await cardBox(opened);
    await opened.mouse.move(box.left + 30, box.top + 20, { steps: 4 });
    await card.focus('button[aria-label="Close"]');
    await opened.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(opened)), 'Escape within does not close the card');
    await opened.waitForFunction(() => document.activeElement?.id === 'field');
  });
});

/** Where the card lies: on pages of every shape, in both browsers. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type Box, cardBox, NEWS, showsCardOf, stage } from './card-page';
import { expectMarks, isCardOpen, placeOfMark, restOn, until } from './driver';

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
  const on = stage(name);

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
    ['in zoomed text', `<div style="zoom:2">${NEWS}</div>`],
    ['in a zoomed page', `<style>html{zoom:1.5}</style>${NEWS}`],
    ['in a page that is scaled', `<style>html{scale:1.3;transform-origin:0 0}</style>${NEWS}`],
    ['in right-to-left text of a right-to-left page', `<style>html{direction:rtl}</style>${NEWS}`],
    [
      'in a page that styles everything',
      `<style>*,html>div{opacity:.9;transition:all 9s!important;max-width:120px!important}
       html>div{translate:0 60px!important;visibility:hidden!important;opacity:0!important;
       pointer-events:none!important;inset:0!important;display:none!important;filter:blur(9px)!important}</style>${NEWS}`,
    ],
    [
      'under filters and stacking',
      `<div style="filter:blur(0);z-index:9;position:relative;contain:paint">${NEWS}</div>`,
    ],
  ])('lies within the viewport and not on the mark, %s', async (_, body) => {
    const opened = await on.open(body);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    const box = await cardBox(opened);
    const mark = await placeOfMark(opened, 'Kashgar');
    expect(isWithin(box, { width: 900, height: 700 })).toBe(true);
    expect(mark.y < box.top || mark.y > box.bottom).toBe(true);
    expect(Math.min(Math.abs(mark.y - box.top), Math.abs(mark.y - box.bottom))).toBeLessThan(60);
    expect(box.right - box.left).toBeGreaterThan(300);
    const looks = await opened.evaluate(() => {
      const host = document.querySelector(':popover-open') as Element;
      const { opacity, visibility, transitionDuration } = getComputedStyle(host);
      return [opacity, visibility, transitionDuration];
    });
    expect(looks).toEqual(['1', 'visible', '0s']);
  });

  test('follows its mark when the page moves it without a word, and writes nothing meanwhile', async () => {
    const opened = await on.open(`<div id="room" style="block-size:10px"></div>${NEWS}`);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    const { top } = await cardBox(opened);
    const comesToRest = await opened.evaluate(async () => {
      let still = 0;
      const watch = new MutationObserver(() => {
        still = 0;
      });
      watch.observe(document.querySelector(':popover-open') as Element, { attributes: true });
      for (let frame = 0; frame < 600 && still < 30; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        still++;
      }
      return still === 30;
    });
    expect(comesToRest).toBe(true);
    await opened.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#room{block-size:70px!important}');
      document.adoptedStyleSheets.push(sheet);
    });
    await until(
      async () => Math.abs((await cardBox(opened)).top - top - 60) < 2,
      'the card does not follow',
    );
  });

  test('lies beside vertical text', async () => {
    const opened = await on.open(
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
    const opened = await on.open(
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
    const opened = await on.open(
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
    const opened = await on.open(body);
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
    await card.evaluate(() => document.querySelector<HTMLElement>('[aria-label="More"]')?.click());
    const chip = await card.waitForSelector('.card-company .chip');
    await chip?.evaluate((element) => (element as HTMLElement).click());
    await card.waitForSelector('button[aria-label="Back"]');
  });

  test('lies above an element that fills the screen', async () => {
    const opened = await on.open(
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
    const opened = await on.open(`${NEWS}<div style="block-size:2000px"></div>`, size);
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

  test.each(['thin', 'tint'] as const)('follows a mark that looks %s', async (look) => {
    await on.driver.settings({ look });
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const keys = await opened.evaluate(() => [...CSS.highlights.keys()]);
    expect(keys).toEqual([`sidelight-${look}`]);
    await restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
  });
});

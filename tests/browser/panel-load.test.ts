/** The panel beside pages of thousands of marks, in twenty tabs, and with thousands of clippings, in both browsers. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driver, hasMarkInSight, placeOfMark, until } from './driver';
import { longestGap, measureGaps } from './gaps';
import { openOurPage, shows } from './our-page';
import { Site } from './site';

/** Longer, and a reader thinks that it hangs; ms. */
const LONGEST_MS = 1000;
const CLIPPINGS = 10_000;

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>t</title><body>${body}</body></html>`;
/** A name that stands in one part of the page only tells which part the panel is beside. */
const PARTS = ['Tibet', 'Sweden', 'Gansu', 'Beijing'];
const MANY = page(
  PARTS.map((part) => `<p>Of Kashgar and of ${part}.</p>`.repeat(2500 / PARTS.length)).join(''),
);

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    // A database outlives what a borrowed browser sets right.
    driver = await Driver.start(name);
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const subjects = (panel: Page) =>
    panel.evaluate(() => document.querySelector('.panel-subjects')?.textContent ?? '');

  test('follows on a page of 5,000 marks', async () => {
    await driver.settings({ density: 'every' });
    const live = await driver.visit(site.serve('/many', MANY), { width: 900, height: 700 });
    await driver.pageList(live);
    const tab = await driver.tabOf(live);
    const panel = await openOurPage(driver, `/panel.html?tab=${tab}`, 'Kashgar');
    await live.bringToFront();
    await live.evaluate(measureGaps);
    for (const [i, part] of PARTS.entries()) {
      await live.evaluate(
        (to) => {
          scrollTo(0, document.documentElement.scrollHeight * to);
        },
        (i + 0.5) / PARTS.length,
      );
      await until(() => hasMarkInSight(live), 'nothing in sight is marked');
      await until(
        async () => (await subjects(panel)).includes(part),
        `it does not follow to ${part}`,
      );
    }
    const gap = await longestGap(live);
    console.log(`${name}: 5,000 marks beside the panel: longest gap ${gap.toFixed(0)} ms`);
    expect(gap).toBeLessThan(LONGEST_MS);
    await panel.close();
    await driver.settings({});
  });

  test('follows the pointer on a page that writes its text anew beneath it', async () => {
    const live = await driver.visit(
      site.serve(
        '/anew',
        page(`<p id="text">In Kashgar</p><script>
          const names = ['Kashgar', 'Tibet', 'Sweden'];
          let turn = 0;
          window.writing = setInterval(() => { document.getElementById('text').textContent = 'In ' + names[++turn % 3]; }, 100);
        </script>`),
      ),
      { width: 900, height: 700 },
    );
    const panel = await openOurPage(
      driver,
      `/panel.html?tab=${await driver.tabOf(live)}`,
      'Beside',
    );
    await live.bringToFront();
    for (let i = 0; i < 20; i++) await live.mouse.move(60 + i, 30, { steps: 2 });
    await until(async () => (await subjects(panel)) !== '', 'it does not follow');
    await live.evaluate(() => {
      clearInterval((window as unknown as { writing: number }).writing);
      const text = document.getElementById('text');
      if (text) text.textContent = 'In Gansu';
    });
    await placeOfMark(live, 'Gansu');
    await live.mouse.move(300, 300);
    await live.mouse.move(60, 30);
    await live.evaluate(() => dispatchEvent(new Event('scrollend')));
    await until(async () => (await subjects(panel)).includes('Gansu'), 'it does not go on');
    await panel.close();
  });

  test('stands in twenty tabs', async () => {
    const live = await driver.visit(site.serve('/one', page('<p>In Kashgar families moved.</p>')), {
      width: 900,
      height: 700,
    });
    // A page that is not in sight is not read.
    await driver.pageList(live);
    const tab = await driver.tabOf(live);
    const panels: Page[] = [];
    for (let i = 0; i < 20; i++) {
      const panel = await driver.browser.newPage();
      await driver.openOurs(panel, `/panel.html?tab=${tab}`);
      panels.push(panel);
    }
    for (const panel of panels) {
      await until(async () => (await subjects(panel)).includes('Kashgar'), 'one does not follow');
    }
    for (const panel of panels) await panel.close();
  });

  test('finds in a notebook of 10,000 clippings', async () => {
    const panel = await openOurPage(driver, '/panel.html?words=Kashgar', 'Aidar Amrebayev');
    await panel.$eval('[aria-label^="Keep in the notebook"]', (button) =>
      (button as HTMLElement).click(),
    );
    await until(async () => (await driver.clippings()).length === 1, 'nothing is kept');
    const [kept] = await driver.clippings();
    if (!kept) throw new Error('nothing is kept');
    const clippings = Array.from({ length: CLIPPINGS }, (_, i) => ({
      ...kept,
      id: `${kept.id.slice(0, -5)}${10_000 + i}`,
      note: `Note ${i}`,
      tags: [`tag ${i % 40}`],
    }));
    const file = join(mkdtempSync(join(tmpdir(), 'sidelight-notebook-')), 'notebook.json');
    writeFileSync(file, JSON.stringify({ 'sidelight-notebook': 1, clippings }));
    await panel.close();
    const notebook = await openOurPage(driver, '/panel.html#notebook', '1 clipping');
    const field = await notebook.waitForSelector('input[type=file]');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    await shows(notebook, '10,001 clippings');
    await notebook.evaluate(measureGaps);
    await notebook.type('.notebook-find input', 'note 7777');
    await shows(notebook, '1 clipping');
    const gap = await longestGap(notebook);
    console.log(`${name}: search in ${CLIPPINGS} clippings: longest gap ${gap.toFixed(0)} ms`);
    expect(gap).toBeLessThan(LONGEST_MS);
    const texts = await notebook.$$eval('textarea', (all) => all.map(({ value }) => value));
    expect(texts).toEqual(['Note 7777']);
    await notebook.close();
  });
});

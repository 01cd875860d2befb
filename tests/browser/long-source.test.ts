/** A source of thousands of passages is read like a short one, in both browsers. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceSummary } from '../../core/model/views';
import { Driver, until } from './driver';
import { openOurPage, press, shows } from './our-page';

/** Our pages run in our origin. */
declare const chrome: {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      remove(key: string): Promise<void>;
    };
  };
};

const PASSAGES = 2000;
/** Said once, far down. */
const RARE = 'the lighthouse keeper';

/** An interview in which somebody talks for long. */
const DOCUMENT = ['Talks by the lake']
  .concat(
    Array.from({ length: PASSAGES / 2 }, (_, i) => {
      const rest = i % 7 === 0 ? 'Ministers from Kazakhstan spoke in Aralsk. '.repeat(6) : '';
      return `Interviewer: How was year ${i}?\n\nHarbour master: Year ${i} was quiet in Aralsk. ${i === 900 ? `I met ${RARE}. ` : ''}${rest}`;
    }),
  )
  .join('\n\n');

const CHAPTERS = ['Tales of the lake']
  .concat(
    Array.from(
      { length: 60 },
      (_, i) => `Tale ${i}. ${'Ministers from Kazakhstan spoke in Aralsk. '.repeat(200)}`,
    ),
  )
  .join('\n\n');

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let driver: Driver;
  let reader: Page;
  let source: string;
  /** A source of few passages, each as long as a chapter. */
  let chapters: string;

  beforeAll(async () => {
    // A database outlives what a borrowed browser sets right.
    driver = await Driver.start(name);
    const library = await openOurPage(
      driver,
      '/library.html',
      'You have no sources of your own yet',
    );
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-long-'));
    const add = async (file: string, text: string, title: string) => {
      writeFileSync(join(folder, file), text);
      const field = await library.waitForSelector('input[type=file][multiple]');
      await field?.uploadFile(join(folder, file));
      await press(library, 'Add as it is');
      await until(async () => {
        const sources = await driver.ask<SourceSummary[]>('sources', null);
        return sources.some((one) => one.title.includes(title));
      }, `${title} is not added`);
      const sources = await driver.ask<SourceSummary[]>('sources', null);
      return sources.find((one) => one.title.includes(title))?.id ?? '';
    };
    source = await add('talks.txt', DOCUMENT, 'Talks');
    chapters = await add('tales.txt', CHAPTERS, 'Tales');
    reader = await driver.browser.newPage();
    await reader.setViewport({ width: 1100, height: 800 });
  });
  afterAll(async () => {
    await driver?.close();
  });

  const open = async (place: string) => {
    await driver.openOurs(reader, '/options.html');
    await driver.openOurs(reader, `/reader.html#${place}`);
    await reader.waitForSelector('.reader-passage');
  };
  /** The passages that are in the window, and whether their names are drawn. */
  const inSight = () =>
    reader.evaluate(() =>
      [...document.querySelectorAll('.reader-passage')].flatMap((passage) => {
        const { top, bottom } = passage.getBoundingClientRect();
        if (bottom < 140 || top > innerHeight) return [];
        return [{ id: passage.id, isDrawn: passage.querySelector('.reader-number') !== null }];
      }),
    );
  const seesDrawn = (id: string) =>
    until(async () => {
      const seen = await inSight();
      return seen.some((one) => one.id === id) && seen.every(({ isDrawn }) => isDrawn);
    }, `${id} is not drawn in sight`);
  const type = async (text: string) => {
    const field = await reader.$('.reader-find input');
    await field?.evaluate((input) => {
      (input as HTMLInputElement).value = '';
    });
    await field?.type(text);
  };

  test('draws what is near, and holds all of it for the browser’s own search', async () => {
    await open(source);
    await seesDrawn(`${source}/1`);
    const count = (selector: string) => reader.$$eval(selector, (all) => all.length);
    expect(await count('.reader-passage')).toBeGreaterThan(PASSAGES - 5);
    expect(await count('.reader-number')).toBeLessThan(PASSAGES / 4);
    await reader.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until(async () => {
      const seen = await inSight();
      return seen.length > 0 && seen.every(({ isDrawn }) => isDrawn);
    }, 'the end is not drawn');

    // What is printed is drawn whole, before the browser prints it.
    const drawn = await reader.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return Promise.resolve().then(() => document.querySelectorAll('.reader-number').length);
    });
    expect(drawn).toBe(await count('.reader-passage'));
    await reader.evaluate(() => dispatchEvent(new Event('afterprint')));
    await until(async () => (await count('.reader-number')) < PASSAGES / 4, 'all stays drawn');
  });

  test('goes to a passage that is far down, and takes up the place where its reader stopped', async () => {
    await open(`${source}/1500`);
    await seesDrawn(`${source}/1500`);
    expect(await reader.$eval('[data-linked]', ({ id }) => id)).toBe(`${source}/1500`);
    // Going up, nothing moves but by what the reader turns.
    await reader.mouse.move(400, 400);
    for (let i = 0; i < 12; i++) {
      const place = (id: string) =>
        reader.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0, id);
      const { id } = (await inSight())[0] ?? { id: '' };
      const before = await place(id);
      await reader.mouse.wheel({ deltaY: -400 });
      await until(async () => Math.abs((await place(id)) - before - 400) < 2, `${id} jumps`);
    }
    await reader.$eval(`[id="${source}/1200"]`, (passage) => passage.scrollIntoView());
    await seesDrawn(`${source}/1200`);
    const place = `readingPlace:${source}`;
    const kept = () =>
      driver.ours.evaluate(async (key) => (await chrome.storage.local.get(key))[key], place);
    await until(async () => (await kept()) === `${source}/1200`, 'the place is not kept');
    await open(source);
    await seesDrawn(`${source}/1200`);
    await driver.ours.evaluate((key) => chrome.storage.local.remove(key), place);
  });

  test('finds what is said far down', async () => {
    await open(source);
    await type(RARE);
    await until(
      () =>
        reader.evaluate((wanted) => {
          const hit = document.querySelector('[data-current]');
          const { top = -1 } = hit?.getBoundingClientRect() ?? {};
          return hit?.textContent === wanted && top > 0 && top < innerHeight;
        }, RARE),
      'what is found is not in sight',
    );
  });

  test('draws of few passages, each as long as a chapter, only what is near', async () => {
    await open(chapters);
    await seesDrawn(`${chapters}/1`);
    const count = (selector: string) => reader.$$eval(selector, (all) => all.length);
    expect(await count('.reader-passage')).toBeGreaterThan(60);
    expect(await count('.reader-number')).toBeLessThan(30);
    await open(`${chapters}/50`);
    await seesDrawn(`${chapters}/50`);
  });

  test('lists what somebody says, and goes to a passage of the list', async () => {
    await open(source);
    const speaker = await reader.waitForSelector('.reader-names section:first-of-type button');
    await speaker?.evaluate((button) => (button as HTMLElement).click());
    await shows(reader, '1 of ');
    await reader.$eval('[popovertarget=reader-list]', (button) => (button as HTMLElement).click());
    const lines = await reader.waitForSelector('.reader-list:popover-open .passage-lines');
    const chosen = await lines?.evaluate((list) => {
      const button = list.querySelectorAll('button')[300];
      button?.click();
      return Number(/\d+/.exec(button?.textContent ?? '')?.[0]);
    });
    await seesDrawn(`${source}/${chosen}`);
    await shows(reader, '301 of ');
    expect(await reader.$('.reader-list:popover-open')).toBeNull();
  });
});

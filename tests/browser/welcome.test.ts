/** The page that an install opens: it can be tried at once, and asks for nothing. In both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { welcomePage } from '../../scripts/browsers';
import { violations } from './axe';
import { Driver, expectMarks, isCardOpen, until } from './driver';
import { openSampleCard, press, shows } from './our-page';

const SAMPLE = ['Central Asia', 'Kazakhstan', 'China', 'Beijing', 'Kashgar', 'Mongols'];

describe.each([
  ['chromium', 'light'],
  ['chromium', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
] as const)('%s, %s', (name, tone) => {
  let driver: Driver;
  let page: Page;

  beforeAll(async () => {
    driver = await Driver.start(name, { dark: tone === 'dark', keepsWelcome: true });
    page = (await welcomePage(driver.browser)) as Page;
    await page.bringToFront();
  });
  afterAll(() => driver?.close());

  test('the install opens it; its sample is marked and opens the real card', async () => {
    await shows(page, 'Sidelight is installed.');
    await expectMarks(page, SAMPLE);
    const text = await openSampleCard(driver, page, 'Beijing');
    if (text !== null) expect(text).toContain('Beijing');
    await page.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(page)), 'Escape does not close the card');
  });

  test('axe finds nothing; nothing is cut off at 320 px', async () => {
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 700 });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 1280, height: 900 });
  });

  test('the three choices take effect at once', async () => {
    await press(page, 'Clicking a name');
    await shows(page, 'Click or tap a marked name.');
    await press(page, 'Nowhere for now');
    await shows(page, 'Sidelight is off everywhere, so nothing is marked here.');
    await expectMarks(page, []);
    await press(page, 'On all sites');
    await expectMarks(page, SAMPLE);
    await press(page, 'Nothing');
    await shows(page, 'Nothing is marked.');
    await expectMarks(page, []);
  });

  test('it leads to the options', async () => {
    const before = (await driver.browser.pages()).length;
    await press(page, 'Open the options');
    await until(
      async () => (await driver.browser.pages()).length > before,
      'the options do not open',
    );
    const paths = async () =>
      Promise.all(
        (await driver.browser.pages()).map((some) =>
          some.evaluate(() => location.pathname).catch(() => ''),
        ),
      );
    await until(async () => (await paths()).includes('/options.html'), 'another page opens');
  });
});

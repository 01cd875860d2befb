/** The options page in both browsers: what is chosen there holds on pages, is kept, and comes back. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BACKUP_BYTES } from '../../core/choices/backup';
import { violations } from './axe';
import { Driver, expectMarks, isCardOpen, marksOf, until } from './driver';
import { openOurPage, openSampleCard, press, shows } from './our-page';
import { Site } from './site';

type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  clear(): Promise<void>;
};
declare const chrome: { storage: { sync: Area; local: Area } };

const NEWS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
  <p>Kashgar and Tibet. Kashgar again, and Shohrat Zakir.</p></html>`;
const FIRST = ['Kashgar', 'Tibet', 'Shohrat Zakir'];
const SAMPLE = ['Central Asia', 'Kazakhstan', 'China', 'Beijing', 'Kashgar', 'Mongols'];
const CORRECTION = {
  entity: 'kazakhstan-china-xinjiang/tibet',
  name: 'Tibet',
  scope: 'everywhere',
  at: null,
};
const folder = mkdtempSync(join(tmpdir(), 'sidelight-options-'));

const stored = (driver: Driver) => driver.stored();
const store = async (driver: Driver, settings: object, corrections: unknown = []) => {
  await driver.settings(settings);
  await driver.ours.evaluate(
    (corrected) => chrome.storage.local.set({ corrections: corrected }),
    corrections,
  );
};
/** Stores what no version of Sidelight reads: a density and a correction. */
const damage = async (driver: Driver, settings: object) => {
  await store(driver, settings, [CORRECTION, 7]);
  await driver.ours.evaluate(() => chrome.storage.sync.set({ 'setting.density': 'some' }));
};
/** Chooses a file with this text for the import. */
const choose = async (page: Page, text: string) => {
  const path = join(folder, 'choices.json');
  writeFileSync(path, text);
  const field = await page.waitForSelector('input[type=file]');
  await field?.uploadFile(path);
};
/** Waits until this is what is chosen under a legend. */
const expectChosen = async (page: Page, legend: string, label: string) => {
  await page.waitForFunction(
    (wanted, chosen) => {
      const group = [...document.querySelectorAll('fieldset')].find(
        (some) => some.querySelector('legend')?.textContent === wanted,
      );
      const shown = group?.querySelector('label:has(:checked) > span')?.firstChild?.textContent;
      return shown === chosen;
    },
    {},
    legend,
    label,
  );
};

describe.each([
  ['chromium', 'light'],
  ['chromium', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
] as const)('%s, %s', (name, tone) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await Driver.borrow(name, { dark: tone === 'dark' });
  });
  afterAll(() => driver?.giveBack());

  test('axe finds nothing, whatever the page shows; nothing is cut off at 320 px', async () => {
    const lists = { sitesOff: ['a.org'], pagesOff: [`https://a.org/${'long'.repeat(60)}`] };
    await damage(driver, { ...lists, offUntil: '2999-01-01T00:00:00.000Z' });
    const page = await openOurPage(driver, '/options.html', 'cannot be read');
    await press(page, 'Add');
    await shows(page, 'Type the name of a site');
    await choose(page, '{"sidelight":1,"settings":{"version":2},"corrections":[],"sources":[]}');
    await shows(page, 'would change this');
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 320, height: 700 });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let page: Page;
  let news: Page | null = null;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    site.serve('/news', NEWS);
  });
  afterEach(async () => {
    await page.close();
    await news?.close();
    news = null;
    await store(driver, {});
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });
  const open = async (words = 'A sample to try') => {
    page = await openOurPage(driver, '/options.html', words);
    return page;
  };
  const openNews = async () => {
    const opened = await driver.newPage(site.address('/news'));
    news = opened;
    await expectMarks(opened, FIRST);
    return opened;
  };

  const expectTinted = (tab: Page) =>
    until(async () => {
      const shown = await marksOf(tab);
      return shown.length > 0 && shown.every(({ key }) => key.startsWith('sidelight-tint'));
    }, 'marks are not tinted');

  test('what is marked, and how it looks, changes on pages and in the sample', async () => {
    const read = await openNews();
    await open();
    await expectMarks(page, SAMPLE);
    await press(page, 'Tinted');
    await expectTinted(page);
    await press(page, 'Every mention');
    await until(
      async () => (await marksOf(page)).length > SAMPLE.length,
      'the sample does not mark every mention',
    );
    await press(page, 'Places');
    await read.bringToFront();
    await expectMarks(read, ['Shohrat Zakir']);
    await expectTinted(read);
    expect(await stored(driver)).toMatchObject({
      settings: { look: 'tint', density: 'every', kindsOff: ['place'] },
    });
    await page.bringToFront();
    await press(page, 'Nothing');
    await shows(page, 'Nothing is marked.');
    await expectMarks(page, []);
    await read.bringToFront();
    await expectMarks(read, []);
  });

  test('the sample opens the real card', async () => {
    await open();
    await expectMarks(page, SAMPLE);
    const text = await openSampleCard(driver, page, 'Kashgar');
    if (text !== null) expect(text).toContain('Kashgar');
    await page.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(page)), 'Escape does not close the card');
  });

  test('a site is added, refused where it is none, and taken out again', async () => {
    const read = await openNews();
    await open();
    await page.type('input[type=text]', 'not a site');
    await page.keyboard.press('Enter');
    await shows(page, '“not a site” is not the name of a site.');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
    await page.keyboard.type('http://www.LOCALHOST/news');
    await page.keyboard.press('Enter');
    await shows(page, 'Sidelight is now off on localhost.');
    await read.bringToFront();
    await expectMarks(read, []);
    await page.bringToFront();
    await page.type('input[type=text]', 'localhost');
    await page.keyboard.press('Enter');
    await shows(page, 'localhost is in the list already.');
    await press(page, 'Remove localhost');
    await shows(page, 'Sidelight is on again on localhost.');
    await read.bringToFront();
    await expectMarks(read, FIRST);
  });

  test('a correction is listed in words, removed, and brought back', async () => {
    await store(driver, {}, [CORRECTION]);
    await open('“Tibet” is not Tibet, everywhere');
    await press(page, 'Remove “Tibet”');
    await shows(page, '“Tibet” may be marked again.');
    expect(await stored(driver)).toMatchObject({ corrections: [] });
    await press(page, 'Undo');
    await shows(page, 'Undone.');
    expect(await stored(driver)).toMatchObject({ corrections: [CORRECTION] });
  });

  test('what helps with a problem is shown, and copied as shown, without addresses', async () => {
    await store(driver, { delay: 500, sitesOff: ['a.org'] }, [CORRECTION]);
    await open('a.org');
    const shown = await page.$eval('.options-report', (report) => report.textContent ?? '');
    expect(shown).toMatch(/^Sidelight \d+\.\d+\.\d+\n.*(Chrome|Firefox)\/\d+/);
    expect(shown).toMatch(/delay: 500\n.*sitesOff: 1 in the list/s);
    expect(shown).not.toContain('a.org');
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text;
      };
    });
    await press(page, 'Copy it');
    await shows(page, 'Copied. Paste it into your report');
    expect(await page.evaluate(() => document.body.dataset.copied)).toBe(shown);
  });

  test('export, reset and import give back what was chosen', async () => {
    const chosen = { delay: 500, sitesOff: ['a.org'], trigger: 'click' };
    await store(driver, chosen, [CORRECTION]);
    await open('a.org');
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        (blob as Blob).text().then((text) => {
          document.body.dataset.saved = text;
        });
        return make(blob);
      };
    });
    await press(page, 'Export to a file');
    await shows(page, 'The file is in your downloads.');
    const saved = await page.waitForFunction(() => document.body.dataset.saved);
    const text = (await saved.jsonValue()) as string;

    await press(page, 'Reset everything');
    await shows(page, 'Everything is reset.');
    expect(await stored(driver)).toEqual({ settings: {}, corrections: [] });
    await choose(page, text);
    await shows(page, 'The file “choices.json” would change this');
    await shows(page, 'from 300 ms to 500 ms');
    await shows(page, 'added: “Tibet” is not Tibet, everywhere');
    expect(await stored(driver)).toEqual({ settings: {}, corrections: [] });
    await press(page, 'Apply');
    await shows(page, 'The file is applied.');
    expect(await stored(driver)).toEqual({ settings: chosen, corrections: [CORRECTION] });
    await choose(page, text);
    await shows(page, 'Nothing would change.');
  });

  test('a reset is taken back', async () => {
    await store(driver, { look: 'thin' }, [CORRECTION]);
    await open('“Tibet” is not Tibet');
    await press(page, 'Reset everything');
    await shows(page, 'Everything is reset.');
    await expectChosen(page, 'How marks look', 'Underlined');
    await press(page, 'Undo');
    await shows(page, 'Undone.');
    await expectChosen(page, 'How marks look', 'Thinly underlined');
    expect(await stored(driver)).toEqual({
      settings: { look: 'thin' },
      corrections: [CORRECTION],
    });
  });

  test.each([
    ['cut off', '{"sidelight":1', 'The file cannot be read.'],
    ['of another kind', '{}', 'The file was not made by Sidelight.'],
    [
      'damaged',
      '{"sidelight":1,"settings":{"version":2,"delay":9},"corrections":[],"sources":[]}',
      'The file is damaged at “settings.delay”.',
    ],
    ['too long', 'x'.repeat(MAX_BACKUP_BYTES + 1), 'The file is longer than 1 MB.'],
  ])('a file that is %s is refused, and changes nothing', async (_, text, words) => {
    await store(driver, { look: 'thin' });
    await open();
    await choose(page, text);
    await shows(page, words);
    await shows(page, 'Nothing was changed.');
    // Else Chromium would not tell that the same file was chosen again.
    const chosen = () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=file]')?.value);
    expect(await chosen()).toBe('');
    expect(await stored(driver)).toMatchObject({ settings: { look: 'thin' } });
  });

  test('what is damaged in storage is told, kept, and dropped by the repair', async () => {
    await damage(driver, { look: 'thin' });
    await open('“What is marked”: the default is used instead, “First mentions”.');
    await shows(page, '1 correction is set aside.');
    await press(page, 'Every mention');
    await shows(page, 'Saved.');
    await shows(page, '1 correction is set aside.');
    await damage(driver, { look: 'thin' });
    await shows(page, '“What is marked”');
    await press(page, 'Repair');
    await shows(page, 'Repaired.');
    await page.waitForFunction(() => !document.body.innerText.includes('cannot be read'));
    expect(await stored(driver)).toEqual({
      settings: { look: 'thin' },
      corrections: [CORRECTION],
    });
  });

  test('the language changes at once, here and in the popup', async () => {
    await open();
    await press(page, 'Русский');
    await shows(page, 'Попробуйте');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
    await expectMarks(page, [
      'Центральную Азию',
      'Казахстана',
      'Китая',
      'Пекина',
      'Кашгар',
      'монголы',
    ]);
    const popup = await openOurPage(driver, '/popup.html?query=', 'на всех сайтах');
    await popup.close();
    for (const [language, marks] of [
      ['Қазақша', ['Орталық Азия', 'Қазақстан', 'Қытайдың', 'Бейжіңнен', 'Қашқар', 'моңғолдар']],
      ['中文', ['中亚', '哈萨克斯坦', '中国', '北京', '喀什', '藏人']],
    ] as const) {
      await page.bringToFront();
      await press(page, language);
      await expectMarks(page, marks);
    }
  });
});

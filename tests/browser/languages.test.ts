/** Our pages in each language, and as if our words ran from right to left: nothing is cut off, axe finds nothing. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../core/choices/settings';
import { turnAround } from '../../scripts/pseudo-locale';
import { violations } from './axe';
import { Driver, expectMarks, until } from './driver';
import { openOurPage, press, shows } from './our-page';
import { Site } from './site';

const SOURCE = 'kazakhstan-china-xinjiang';
const NEWS = `<!doctype html><html lang="en"><title>t</title>
  <p>Kashgar and Tibet. The Shanghai Cooperation Organisation, and Shohrat Zakir.</p></html>`;
const MARKS = ['Kashgar', 'Tibet', 'Shanghai Cooperation Organisation', 'Shohrat Zakir'];
const NARROW = { width: 320, height: 700 };

/** English sentences that count as another language's; names of several words have capitals. */
function unmarkedEnglish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text;
      const isEnglish = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/.test(data);
      const language = parentElement?.closest('[lang]')?.getAttribute('lang');
      if (isEnglish && language !== 'en') found.push(data);
    }
    return found;
  });
}

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let read: Page;
  let tab: number;

  /** Settings start pages anew, and a page that is not seen takes its time: this one is seen until it has. */
  const speak = async (language: Language) => {
    await read.bringToFront();
    await driver.settings({ language, isOff: true });
    await expectMarks(read, []);
    await driver.settings({ language });
    await expectMarks(read, MARKS);
  };

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    read = await driver.newPage(site.serve('/news', NEWS));
    await expectMarks(read, MARKS);
    tab = await driver.tabOf(read);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  /** Each page of ours, once it shows these words. */
  const pages = (list: string): ReadonlyArray<readonly [path: string, words: string]> => [
    [`/popup.html?tab=${tab}`, list],
    ['/popup.html?query=camps', '¶ 41'],
    ['/options.html', '中文'],
    ['/library.html', '56'],
    ['/welcome.html', 'Sidelight'],
    [`/reader.html#${SOURCE}/41`, 'Shohrat Zakir'],
  ];
  const overflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });

  test.each<[Language, string]>([
    ['en', '1 match'],
    ['ru', '1 совпадение'],
    ['kk', '1 сәйкестік'],
    ['zh', '1 处匹配'],
  ])('in %s all fits 320 px', async (language, list) => {
    await speak(language);
    const shown = await driver.browser.newPage();
    await shown.setViewport(NARROW);
    for (const [path, words] of pages(list)) {
      const page = await openOurPage(driver, path, words, shown);
      expect([path, await overflow(page), await violations(page, false)]).toEqual([path, 0, []]);
    }
    await shown.close();
  });

  test.each<[Language, string, string]>([
    ['en', 'Mar 2, 2999', '300 ms'],
    ['ru', '2 мар. 2999', '300 мс'],
    // Chromium knows no months in Kazakh.
    ['kk', name === 'chromium' ? '02.03.2999' : '2999 ж.', '300 мс'],
    ['zh', '2999年3月2日', '300毫秒'],
  ])('in %s dates and measures are its own', async (language, date, delay) => {
    await driver.settings({ language, offUntil: new Date(2999, 2, 2, 12).toISOString() });
    const options = await openOurPage(driver, '/options.html', date);
    await shows(options, delay);
    await options.close();
    const reader = await openOurPage(driver, `/reader.html#${SOURCE}`, 'The persecution');
    await reader.evaluate(() => {
      for (const closed of document.querySelectorAll('details')) closed.open = true;
    });
    await reader.waitForFunction(() =>
      /English|английский|ағылшын тілі|英语/.test(
        document.querySelector('.source-facts dl')?.textContent ?? '',
      ),
    );
    await reader.close();
  });

  test.each([
    ['ru', 'Показать перевод', 'Перевод создателей Sidelight', /преследовани/, /^[^a-z]{9,}/],
    ['kk', 'Аудармасын көрсету', 'Sidelight жасаушыларының аудармасы', /Қытай/, /^[^a-z]{9,}/],
    ['zh', '显示译文', 'Sidelight 制作者的译文', /少数民族/, /^\p{Script=Han}{3}/u],
  ] as const)(
    'in %s a passage has a translation, below its words, when it is asked for',
    async (language, show, by, words, letters) => {
      await speak(language);
      const reader = await openOurPage(driver, `/reader.html#${SOURCE}/1`, 'The persecution');
      const first = `[id="${SOURCE}/1"]`;
      const button = await reader.waitForSelector(`${first} .passage-translation button`);
      expect(await button?.evaluate(({ textContent }) => textContent)).toBe(show);
      await button?.evaluate((element) => (element as HTMLElement).click());
      await reader.waitForSelector(`${first} .passage-translation-words`);
      const seen = await reader.$eval(first, (passage) => {
        const top = (selector: string) =>
          passage.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
        const translated = passage.querySelector('.passage-translation-words') as Element;
        return {
          by: passage.querySelector('.passage-translation-by')?.textContent ?? '',
          text: translated.textContent ?? '',
          isBelow: top('.passage-translation-words') > top('.pt'),
          isSelectable: getComputedStyle(translated).userSelect !== 'none',
          original: passage.querySelector('.pt')?.textContent ?? '',
        };
      });
      expect(seen).toMatchObject({ isBelow: true, isSelectable: false });
      // What is said of the source, and who speaks, is in the same language; the source's own words are not.
      expect(await reader.$eval('h1', (title) => title.textContent)).toMatch(letters);
      expect(await reader.$eval('.reader-head dd', (origin) => origin.textContent)).toMatch(
        letters,
      );
      const role = await reader.$eval('.reader-who p bdi', ({ title, textContent }) => [
        title,
        textContent,
      ]);
      expect(role).toEqual([
        'head of the Center for Political Studies of the Republic of Kazakhstan',
        expect.stringMatching(letters),
      ]);
      expect(seen.by).toContain(by);
      expect(seen.text).toMatch(words);
      expect(seen.original).toMatch(/^The persecution of national minorities in China/);
      expect(await violations(reader, false)).toEqual([]);
      await reader.close();
    },
  );

  test('what stands in English among Russian words says so, and no error is told in English', async () => {
    await speak('ru');
    const expectMarked = async (page: Page) =>
      expect([await page.evaluate(() => location.href), await unmarkedEnglish(page)]).toEqual([
        expect.any(String),
        [],
      ]);
    for (const [path, words] of pages('1 совпадение')) {
      const page = await openOurPage(driver, path, words);
      await page.evaluate(() => {
        for (const closed of document.querySelectorAll('details')) closed.open = true;
      });
      await expectMarked(page);
      await page.close();
    }

    const reader = await openOurPage(driver, `/reader.html#${SOURCE}`, 'The persecution');
    await reader.waitForSelector(`[id="${SOURCE}/51"] [data-entity="${SOURCE}/uyghurs"]`);
    await reader.$eval(`[id="${SOURCE}/51"] [data-entity="${SOURCE}/uyghurs"]`, (name) =>
      (name as HTMLElement).click(),
    );
    await reader.waitForSelector('.reader-card:popover-open .card');
    await reader.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await press(reader, 'Ещё');
    await press(reader, 'Markdown');
    await shows(reader, 'Браузер не дал Sidelight скопировать');
    await reader.evaluate(() => {
      for (const closed of document.querySelectorAll('details')) closed.open = true;
    });
    await expectMarked(reader);
    await reader.close();

    for (const [path, words, button] of [
      ['/options.html', '中文', 'Сбросить всё'],
      [`/popup.html?tab=${tab}`, '1 совпадение', 'Включено на всех сайтах'],
    ] as const) {
      const page = await openOurPage(driver, path, words);
      await page.evaluate(() => {
        navigator.locks.request = () => Promise.reject(new Error('The database is closed'));
      });
      await press(page, button);
      await shows(page, 'Не получилось. Попробуйте ещё раз');
      await expectMarked(page);
      await page.close();
    }
  });

  test('from right to left all fits, and is turned around', async () => {
    await speak('en');
    const shown = await driver.browser.newPage();
    await shown.setViewport(NARROW);
    for (const [path, words] of pages('1 match')) {
      const page = await openOurPage(driver, path, words, shown);
      await turnAround(page);
      expect([path, await overflow(page)]).toEqual([path, 0]);
      expect(await violations(page, false)).toEqual([]);
      if (path.startsWith('/popup')) {
        await until(
          () =>
            page.evaluate(() => {
              const at = (selector: string) =>
                document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
              return at('.popup-foot .icon-button') < at('.popup-switches');
            }),
          'the popup is not turned around',
        );
      }
    }
    await shown.close();
  });
});

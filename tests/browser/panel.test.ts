/**
 * The panel as a page of its own, which drivers can work: it follows the tab that its address names, as the real one
 * follows the tab in front. Of the real one they see what another page of ours can.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNotebook } from '../../core/notebook/notebook-file';
import { violations } from './axe';
import { cardOf, Driver, restOn, until } from './driver';
import { openOurPage, press, shows } from './our-page';
import { Site } from './site';

const NEWS = `<!doctype html><html lang="en"><title>News</title><style>p{margin-bottom:900px}</style>
  <h1>News of the day</h1><p>In Kashgar families moved into new housing.</p>
  <p>Shohrat Zakir spoke of schools.</p><p>Nothing else.</p></html>`;

declare global {
  interface Window {
    exported?: Promise<string>;
  }
}

/** Our pages run in our origin: there `chrome` is. */
declare const chrome: {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
  extension: { getViews(): Window[] };
};

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let read: Page;
  let panel: Page;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    await driver.emptyNotebook();
    read = await driver.visit(site.serve('/news', NEWS), { width: 900, height: 700 });
    await until(() => read.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    panel = await openOurPage(driver, `/panel.html?tab=${await driver.tabOf(read)}`, 'Beside');
  });
  afterAll(async () => {
    await driver?.emptyNotebook();
    await driver?.giveBack();
    await site?.close();
  });

  const subjects = () =>
    panel.evaluate(
      () =>
        document.querySelector('.panel-subjects')?.textContent?.replace(/[\u2068\u2069]/g, '') ??
        '',
    );
  const scroll = (top: number) => read.evaluate((y) => window.scrollTo(0, y), top);

  test('shows what the sources say beside what is read, attributed', async () => {
    await until(async () => (await subjects()).includes('Kashgar'), 'it does not follow');
    await shows(panel, 'Interview with Aidar Amrebayev');
    await shows(panel, 'interview, undated, publisher unknown');
    await shows(panel, 'Aidar Amrebayev, head of the Center');
    expect(await panel.$$eval('.pt-name', (all) => all.map((one) => one.textContent))).toContain(
      'Kashgar',
    );
    expect(await violations(panel)).toEqual([]);
  });

  test('follows a scroll, and what is pointed at', async () => {
    await read.bringToFront();
    await scroll(800);
    await until(async () => (await subjects()).includes('Shohrat Zakir'), 'no scroll is followed');
    await scroll(0);
    await until(async () => (await subjects()).includes('Kashgar'), 'no way back is followed');
    await scroll(560);
    await until(async () => (await subjects()).includes('Shohrat Zakir'), 'it does not follow');
    await scroll(400);
    await restOn(read, 'Shohrat Zakir');
    await until(async () => (await subjects()).includes('Shohrat Zakir'), 'no pointer is followed');
    await read.mouse.move(5, 5);
  });

  test('holds still when it is asked, and goes on from what is read then', async () => {
    const before = await subjects();
    await press(panel, 'Hold still');
    await shows(panel, 'Holding still');
    await read.bringToFront();
    await scroll(0);
    // Another panel hears of it at the same time as this one.
    const other = await openOurPage(
      driver,
      `/panel.html?tab=${await driver.tabOf(read)}`,
      'Kashgar',
    );
    expect(await subjects()).toBe(before);
    await other.close();
    await press(panel, 'Hold still');
    await until(async () => (await subjects()).includes('Kashgar'), 'it does not go on');
  });

  test('its views are tabs, walked by arrows', async () => {
    await panel.bringToFront();
    await panel.focus('[role=tab][aria-selected=true]');
    await panel.keyboard.press('ArrowRight');
    const chosen = () =>
      panel.$eval('[role=tab][aria-selected=true]', (tab) => [
        tab.textContent,
        tab === document.activeElement,
      ]);
    await until(async () => (await chosen())[0] === 'Search', 'the arrow does nothing');
    await panel.keyboard.press('ArrowRight');
    await until(async () => (await chosen())[0] === 'Notebook', 'the arrow does nothing');
    expect((await chosen())[1]).toBe(true);
    await shows(panel, 'Nothing is kept yet');
    expect(await violations(panel)).toEqual([]);
  });

  test('a search gives passages to read at once, and each can be kept', async () => {
    await press(panel, 'Search');
    await panel.type('.panel-query', 'camps');
    await shows(panel, 'Aidar Amrebayev, head of the Center');
    expect(await panel.$$eval('.pt-hit', (all) => all.length)).toBeGreaterThan(0);
    expect(await violations(panel)).toEqual([]);
    await press(panel, 'Keep in the notebook');
    await until(async () => (await driver.clippings()).length === 1, 'nothing is kept');
    const [clipping] = await driver.clippings();
    expect(clipping?.passage.text).toContain('camps');
  });

  test('a selected part is kept as a part', async () => {
    // A button that is pressed would take out what was kept before.
    await openOurPage(driver, '/options.html', '', panel);
    await openOurPage(driver, '/panel.html?words=Kashgar', 'Aidar Amrebayev', panel);
    await panel.evaluate(() => {
      const words = [...document.querySelectorAll('.pt')].map(({ firstChild }) => firstChild);
      const text = words.find((node) => (node?.textContent?.length ?? 0) > 12) as Text;
      text.parentElement?.closest('article')?.classList.add('selected');
      getSelection()?.setBaseAndExtent(text, 0, text, 12);
    });
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('.selected [aria-label$="the notebook (K)"]')?.click(),
    );
    await until(async () => (await driver.clippings()).length === 2, 'nothing is kept');
    const part = (await driver.clippings()).find((one) => one.part !== null);
    expect((part?.part?.end ?? 0) - (part?.part?.start ?? 0)).toBe(12);
  });

  test('the notebook notes, tags, finds, deletes and takes back', async () => {
    await press(panel, 'Notebook');
    await shows(panel, '2 clippings');
    await panel.type('.notebook-clippings textarea', 'Ask him.');
    await panel.keyboard.press('Tab');
    await until(
      async () => (await driver.clippings()).some(({ note }) => note === 'Ask him.'),
      'the note is not kept',
    );
    await panel.type('.notebook-clippings .notebook-own input', 'law, camps');
    await panel.keyboard.press('Tab');
    await until(
      async () => (await driver.clippings()).some(({ tags }) => tags.join() === 'law,camps'),
      'the tags are not kept',
    );
    await panel.type('.notebook-find input', 'ask him');
    await shows(panel, '1 clipping');
    expect(await violations(panel)).toEqual([]);
    await press(panel, 'Delete');
    await until(async () => (await driver.clippings()).length === 1, 'nothing is deleted');
    await press(panel, 'Undo');
    await until(async () => (await driver.clippings()).length === 2, 'it does not come back');
  });

  test('what is exported is read back, and takes the place of nothing', async () => {
    await panel.evaluate(() => {
      URL.createObjectURL = (blob) => {
        window.exported = (blob as Blob).text();
        return '#exported';
      };
      document
        .querySelector<HTMLDetailsElement>('.notebook-file details')
        ?.setAttribute('open', '');
    });
    const before = await driver.clippings();
    await press(panel, 'For another Sidelight');
    const text = (await panel.evaluate(() => window.exported)) ?? '';
    const noted = before.filter(({ note }) => note === 'Ask him.');
    expect(readNotebook(text)).toEqual({ clippings: noted });
    await press(panel, 'As CSV');
    expect(await panel.evaluate(() => window.exported)).toContain('"Ask him."');
    await panel.evaluate((file) => {
      const input = document.querySelector<HTMLInputElement>('.notebook-file input[type=file]');
      const list = new DataTransfer();
      list.items.add(new File([file], 'notebook.json'));
      if (!input) return;
      input.files = list.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, text);
    await shows(
      panel,
      '0 clippings are added; what was here stays. 1 of the file was here already.',
    );
    expect(await driver.clippings()).toEqual(before);
  });

  test('what another panel writes is not lost, nor what is typed when the panel goes', async () => {
    const other = await openOurPage(driver, '/panel.html#notebook', '2 clippings');
    await panel.bringToFront();
    // Of the one that is found.
    await panel.type('.notebook-clippings textarea', ' From here.');
    // Behind another tab nothing is painted, which waiting by frames would wait for.
    await until(
      () =>
        other.evaluate(() =>
          [...document.querySelectorAll('textarea')].some((field) => {
            const isIt = field.value === 'Ask him. From here.';
            if (isIt) field.closest('li')?.classList.add('found-here');
            return isIt;
          }),
        ),
      'the other panel does not show it',
    );
    await other.bringToFront();
    await other.type('.found-here .notebook-own input', ', there');
    // Nothing is left, nothing is pressed.
    await until(
      async () =>
        (await driver.clippings()).some(
          ({ note, tags }) => note === 'Ask him. From here.' && tags.join() === 'law,camps,there',
        ),
      'one has written over the other',
    );
    await other.close();
    await panel.bringToFront();
  });

  test('a note that cannot be saved stays in its field', async () => {
    await panel.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('No room.', 'QuotaExceededError');
      };
    });
    await panel.type('.notebook-clippings textarea', ' Twice.');
    await panel.keyboard.press('Tab');
    await panel.waitForSelector('.page-fault[role=alert]');
    const [field] = await panel.$$('.notebook-clippings textarea');
    const typed = await field?.evaluate((it) => (it as HTMLTextAreaElement).value);
    expect(typed).toContain(' Twice.');
    // With room again, what is typed next saves all of it.
    await field?.type(' Thrice.');
    await panel.keyboard.press('Tab');
    await until(
      async () => (await driver.clippings()).some(({ note }) => note === `${typed} Thrice.`),
      'it is not saved later',
    );
  });

  test('a passage is kept once, whatever is pressed how often', async () => {
    const before = (await driver.clippings()).length;
    const again = await openOurPage(driver, '/panel.html?words=Tibet', 'Aidar Amrebayev');
    const press = (code: string, repeat = false) =>
      again.evaluate(
        (pressed, isHeld) => {
          const entry = document.querySelector<HTMLElement>('article');
          entry?.querySelector('button')?.focus();
          const key = { key: 'л', code: pressed, bubbles: true, repeat: isHeld };
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
        },
        code,
        repeat,
      );
    const pressed = () =>
      again.$eval('article [aria-label$="the notebook (K)"]', (button) =>
        button.getAttribute('aria-pressed'),
      );
    // The key bears another letter on a Russian keyboard; held down, it means nothing more.
    await press('KeyK');
    await press('KeyK', true);
    await press('KeyK', true);
    await until(async () => (await driver.clippings()).length === before + 1, 'nothing is kept');
    expect(await pressed()).toBe('true');
    const third = await openOurPage(driver, '/panel.html?words=Tibet', 'Aidar Amrebayev');
    await third.$eval('article [aria-label^="Keep in the notebook"]', (button) =>
      (button as HTMLElement).click(),
    );
    await shows(third, 'It is already in the notebook.');
    expect(await driver.clippings()).toHaveLength(before + 1);
    await third.close();
    await press('KeyK');
    await until(async () => (await driver.clippings()).length === before, 'it is not taken back');
    await again.close();
    await panel.bringToFront();
  });

  test('a file that is no notebook is refused with what to do', async () => {
    await panel.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('.notebook-file input[type=file]');
      const list = new DataTransfer();
      list.items.add(new File(['{"sidelight": 1}'], 'settings.json'));
      if (!input) return;
      input.files = list.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await shows(panel, 'The file is not a notebook.');
  });

  test('words that were selected are looked up: their names, else the words', async () => {
    const lookUp = async (words: string) => {
      await driver.openOurs(panel, '/options.html');
      await driver.openOurs(panel, `/panel.html?words=${encodeURIComponent(words)}`);
    };
    await lookUp('They came from Kashgar to the sea');
    await shows(panel, 'Looked up: “They came from Kashgar to the sea”');
    expect(await subjects()).toContain('Kashgar');
    await lookUp('forced labor');
    await shows(panel, 'forced labor');
    await until(async () => (await panel.$$('.pt-hit')).length > 0, 'nothing is found');
  });

  const fromPopup = async () => {
    const popup = await openOurPage(driver, '/popup.html', '');
    await popup.bringToFront();
    await (await popup.waitForSelector('[aria-label="Open the side panel"]'))?.click();
  };
  const fromCard = async () => {
    await read.bringToFront();
    await scroll(0);
    await restOn(read, 'Kashgar');
    const card = await cardOf(read);
    await card.evaluate(() => document.querySelector<HTMLElement>('[aria-label="More"]')?.click());
    const button = await card.waitForSelector('.card-more ::-p-text(Open the side panel)');
    // The page makes room for what has unfolded: the pointer is to go where the button stays.
    await card.evaluate(async () => {
      let before = 0;
      while (before !== innerHeight) {
        before = innerHeight;
        for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
      }
    });
    await button?.scrollIntoView();
    await button?.click();
  };

  test.each([
    ['popup', fromPopup] as const,
    // Firefox gives frames within pages no part in its sidebar.
    ...(name === 'chromium' ? [['card', fromCard] as const] : []),
  ])(
    'the %s opens the browser’s own side panel, which follows the tab in front',
    async (_, open) => {
      await open();
      /** Its words, as another page of ours sees them. */
      const words = () =>
        driver.ours.evaluate(async () => {
          const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
          const views = contexts.length > 0 ? chrome.extension.getViews() : [];
          const shown = views.filter(({ location }) => location.pathname === '/panel.html');
          return shown.map((view) => view.document.body?.innerText ?? '').join(' | ');
        });
      await until(async () => (await words()) !== '', 'no side panel opens');
      await read.bringToFront();
      await scroll(0);
      await until(async () => (await words()).includes('Kashgar'), 'it does not follow');
      expect(await words()).toContain('Aidar Amrebayev, head of the Center');
      await driver.ours.evaluate(() => {
        for (const view of chrome.extension.getViews()) {
          if (view.location.pathname === '/panel.html' && view.innerWidth < 400) view.close();
        }
      });
      await until(
        () =>
          driver.ours.evaluate(async () => {
            const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
            return contexts.length === 0;
          }),
        'the side panel stays',
      );
    },
  );

  test.each(['en', 'ru', 'kk', 'zh'] as const)('in %s all of it fits 320 px', async (language) => {
    await driver.settings({ language });
    await panel.setViewport({ width: 320, height: 700 });
    for (const view of ['here', 'search', 'notebook']) {
      await driver.openOurs(panel, '/options.html');
      await driver.openOurs(panel, `/panel.html?tab=${await driver.tabOf(read)}#${view}`);
      await panel.waitForSelector('[role=tabpanel]');
      await panel.waitForFunction(
        (wanted) => document.documentElement.lang.startsWith(wanted),
        {},
        language,
      );
      expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(await violations(panel, language === 'en')).toEqual([]);
    }
    await driver.settings({});
    await panel.setViewport({ width: 420, height: 700 });
  });
});

/** The reader as its reader uses it, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Driver, until } from './driver';

/** Our pages run in our origin. */
declare const chrome: {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      remove(key: string): Promise<void>;
    };
  };
};

const SOURCE = 'kazakhstan-china-xinjiang';
const PLACE = `readingPlace:${SOURCE}`;
const CARD = '.reader-card:popover-open .card';

const link = (passage: number, entity: string) =>
  `[id="${SOURCE}/${passage}"] [data-entity="${SOURCE}/${entity}"]`;
const words = (passage: number) => `[id="${SOURCE}/${passage}"] .reader-words`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let driver: Driver;
  let reader: Page;

  beforeAll(async () => {
    driver = await Driver.borrow(name);
  });
  afterEach(async () => {
    await reader.close();
    await driver.ours.evaluate((key) => chrome.storage.local.remove(key), PLACE);
  });
  afterAll(async () => {
    await driver?.giveBack();
  });

  const open = async (place: string, height = 700) => {
    reader = await driver.browser.newPage();
    await reader.setViewport({ width: 1100, height });
    await driver.openOurs(reader, `/reader.html#${place}`);
    await reader.waitForSelector(words(56));
  };
  const click = (selector: string) =>
    reader.$eval(selector, (element) => (element as HTMLElement).click());
  const choose = (label: string) =>
    reader.evaluate((wanted) => {
      const boxes = document.querySelectorAll<HTMLElement>('.reader-choice');
      [...boxes].find((box) => box.innerText.includes(wanted))?.click();
    }, label);
  const isShown = (selector: string) =>
    reader.$eval(selector, (element) => (element as HTMLElement).checkVisibility());
  const cardText = () => reader.$eval(CARD, (card) => (card as HTMLElement).innerText);
  const focused = () =>
    reader.evaluate(() => {
      const { dataset, tagName } = document.activeElement as HTMLElement;
      return dataset.entity ?? tagName;
    });
  const kept = () =>
    driver.ours.evaluate(async (key) => (await chrome.storage.local.get(key))[key], PLACE);

  test('skips to the text, and still knows its source when it is loaded again', async () => {
    await open(SOURCE);
    await click('.reader-skip');
    expect(await focused()).toBe('MAIN');
    await reader.evaluate(() => location.reload());
    await until(
      () =>
        reader
          .evaluate((wanted) => document.querySelector(wanted) !== null, words(56))
          .catch(() => false),
      'the text does not come back',
    );
  });

  test('follows its address back to the whole source, and says when it holds none', async () => {
    await open(SOURCE);
    await click(`[id="${SOURCE}/41"] .reader-number`);
    await reader.waitForSelector(`[id="${SOURCE}/41"][data-linked]`);
    await reader.evaluate(() => history.back());
    await reader.waitForFunction(() => document.querySelector('[data-linked]') === null);

    await reader.evaluate(() => {
      location.hash = 'nothing/1';
    });
    await reader.waitForFunction(() =>
      document.querySelector('[role=alert]')?.textContent?.includes('not in the library'),
    );
  });

  test('shows where in the text each name stands, and says it', async () => {
    await open(SOURCE);
    const [title, strip, width] = await reader.evaluate(() => {
      const button = [...document.querySelectorAll<HTMLElement>('.reader-names button')].find(
        (each) => each.innerText.startsWith('Kashgar'),
      );
      const path = button?.querySelector('path');
      return [button?.title, path?.getAttribute('d'), path?.getBoundingClientRect().width];
    });
    expect(title).toBe('2 mentions, in ¶ 50–51');
    expect(strip).toBe('M49 0h1v1h-1zM50 0h1v1h-1z');
    expect(width).toBeGreaterThan(5);
  });

  test('folds questions, and unfolds the one that an answer leads to or that holds what is found', async () => {
    await open(SOURCE);
    expect(await isShown(words(49))).toBe(true);
    await choose('Questions shown');
    await reader.waitForSelector(`.reader-folded ${words(49).split(' ')[1]}`);
    expect(await isShown(words(49))).toBe(false);
    expect(await isShown(words(50))).toBe(true);

    await click(`.reader-who a[href="#${SOURCE}/49"]`);
    await reader.waitForSelector(`[id="${SOURCE}/49"][data-linked]`);
    expect(await isShown(words(49))).toBe(true);
    expect(await isShown(words(53))).toBe(false);

    await reader.type('.reader-find input', 'unbearably');
    await reader.waitForSelector(`${words(53)} [data-current]`);
    expect(await isShown(words(53))).toBe(true);
  });

  test('copies a passage with its attribution, in each format, and its link', async () => {
    await open(`${SOURCE}/41`);
    await reader.waitForSelector('.reader-actions');
    await reader.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          async writeText(text: string) {
            document.body.dataset.copied = text;
          },
        },
      });
    });
    const copied = await reader.evaluate(async () => {
      const texts: string[] = [];
      for (const button of document.querySelectorAll<HTMLElement>(
        '.reader-actions button:not([aria-pressed])',
      )) {
        delete document.body.dataset.copied;
        button.click();
        while (!button.innerText.includes('Copied')) await new Promise(requestAnimationFrame);
        texts.push(document.body.dataset.copied ?? '');
      }
      return texts;
    });
    const [short, plain, markdown, ris, bibtex, csl, address] = copied;
    expect(short?.split('\n')).toHaveLength(2);
    expect(short).toContain('— Aidar Amrebayev, head of the Center for Political Studies');
    expect(plain).toContain('— Aidar Amrebayev, head of the Center for Political Studies');
    expect(plain).toContain('¶ 41 of 56');
    expect(markdown).toMatch(/^> When they talk/);
    expect(ris).toMatch(/^TY {2}- /);
    expect(bibtex).toMatch(/^@misc\{/);
    expect(JSON.parse(csl ?? '')).toHaveLength(1);
    expect(address).toBe(`${driver.origin}/reader.html#${SOURCE}/41`);
  });

  test('what is selected and copied says who says it, passage by passage; a name alone is left', async () => {
    await open(`${SOURCE}/41`);
    await reader.waitForSelector('.reader-actions');
    const copied = (from: [number, number], to: [number, number]) =>
      reader.evaluate(
        (source, [first, start], [last, end]) => {
          const textIn = (ordinal: number) => {
            const words = document.getElementById(`${source}/${ordinal}`)?.querySelector('.pt');
            const walker = document.createTreeWalker(words as Node, NodeFilter.SHOW_TEXT);
            return walker.nextNode() as Text;
          };
          getSelection()?.setBaseAndExtent(textIn(first), start, textIn(last), end);
          const event = new ClipboardEvent('copy', {
            clipboardData: new DataTransfer(),
            bubbles: true,
            cancelable: true,
          });
          textIn(first).parentElement?.dispatchEvent(event);
          return event.clipboardData?.getData('text/plain') ?? '';
        },
        SOURCE,
        from,
        to,
      );
    const said = await copied([39, 0], [40, 24]);
    const [first = '', second = ''] = said.split('\n\n');
    expect(first).toMatch(/^“[^“].*”\n— Aidar Amrebayev, head of the Center.*¶ 39 of 56/);
    // Whole words of the sentence, as far as its last hedge.
    expect(second).toMatch(
      /^“By the way, in the same [^.]* if we take some formal criteria…”\n— Aidar Amrebayev, head of the Center.*¶ 40 of 56/,
    );
    expect(await copied([39, 0], [39, 5])).toBe('');
  });

  test('a passage is kept from its place in the text', async () => {
    await driver.emptyNotebook();
    await open(`${SOURCE}/41`);
    await reader.waitForSelector('.reader-actions');
    await click('.reader-actions [aria-pressed=false]');
    await until(async () => (await driver.clippings()).length === 1, 'nothing is kept');
    expect((await driver.clippings())[0]?.passage.id).toBe(`${SOURCE}/41`);
    await click('.reader-actions [aria-pressed=true]');
    await until(async () => (await driver.clippings()).length === 0, 'it stays');
  });

  test('who speaks stays in sight in the middle of a long turn', async () => {
    await open(`${SOURCE}/20`);
    await reader.waitForFunction(() => scrollY > 500);
    const seen = await reader.evaluate((id) => {
      const passage = document.getElementById(id)?.getBoundingClientRect();
      const all = [...document.querySelectorAll('.reader-who')].filter((who) => {
        const { top, bottom } = who.getBoundingClientRect();
        return top >= 0 && bottom <= (passage?.top ?? 0) + 1;
      });
      return all.map((who) => who.querySelector('h2')?.textContent);
    }, `${SOURCE}/20`);
    expect(seen.at(-1)).toContain('Aidar Amrebayev');
  });

  // One letter every so often, as people type: what is half typed finds other names.
  test.each([
    ['Сауытбай', 'Sauytbay'],
    ['Казахстан', 'Kazakhstan'],
    ['新疆', 'Xinjiang'],
    ['Qazaqstan', 'Kazakhstan'],
  ])(
    'a name is found in another script than the source’s, and the field left alone: %s',
    async (typed, found) => {
      await open(SOURCE);
      await reader.type('.reader-find input', typed, { delay: 150 });
      await reader.waitForFunction(
        (name) => document.querySelector('.reader-note')?.textContent?.includes(name),
        {},
        found,
      );
      expect(
        await reader.$eval('.reader-find input', (field) => (field as HTMLInputElement).value),
      ).toBe(typed);
      expect(await reader.$('[data-current]')).not.toBeNull();
    },
  );

  test('a speaker who is gone through gives way to what is sought', async () => {
    await open(SOURCE);
    await reader.$eval('.reader-names section button', (button) => (button as HTMLElement).click());
    await reader.waitForFunction(() =>
      document.querySelector('.reader-steps')?.textContent?.includes('Aidar Amrebayev'),
    );
    await reader.type('.reader-find input', 'Пекин');
    await reader.waitForFunction(() =>
      document.querySelector('.reader-note')?.textContent?.includes('Beijing'),
    );
    expect(
      await reader.$eval('.reader-steps', ({ textContent }) => textContent?.includes('Amrebayev')),
    ).toBe(false);
  });

  test('a very long question finds nothing, and the next one something', async () => {
    await open(SOURCE);
    const put = (text: string) =>
      reader.$eval(
        '.reader-find input',
        (field, value) => {
          (field as HTMLInputElement).value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        text,
      );
    await put('some text '.repeat(30_000));
    await reader.waitForFunction(() =>
      document.querySelector('.reader-steps')?.textContent?.includes('none found'),
    );
    await put('camps');
    await reader.waitForFunction(() =>
      document.querySelector('.reader-steps')?.textContent?.includes('1 of '),
    );
  });

  test('finds what is said in other words, and in the translation of a passage', async () => {
    onTestFinished(() => driver.settings({}));
    await driver.settings({ language: 'ru' });
    await open(SOURCE);
    await reader.type('.reader-find input', 'геноцид');
    await reader.waitForFunction(() => document.querySelector('.reader-note') !== null);
    const current = await reader.waitForSelector('[data-current]');
    expect(await current?.evaluate(({ textContent }) => textContent)).toBe('genocide');
    expect(await reader.$eval('.reader-note', ({ textContent }) => textContent)).toBe(
      'найдено в переводе',
    );
  });

  test('keeps the place, and takes it up where the address names none', async () => {
    await open(SOURCE);
    expect(await reader.evaluate(() => scrollY)).toBe(0);
    await reader.evaluate((id) => document.getElementById(id)?.scrollIntoView(), `${SOURCE}/20`);
    await until(async () => (await kept()) === `${SOURCE}/20`, 'the place is not kept');
    await reader.close();

    await open(SOURCE);
    await reader.waitForFunction(() => scrollY > 500);
    const top = await reader.$eval(words(20), (text) => text.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(200);
    expect(await reader.$('[data-linked]')).toBeNull();
    await reader.close();

    await open(`${SOURCE}/41`);
    await reader.waitForFunction(
      (id) => Math.abs(document.getElementById(id)?.getBoundingClientRect().top ?? 999) < 200,
      {},
      `${SOURCE}/41`,
    );
    await reader.evaluate(() => scrollTo(0, 0));
    await until(async () => (await kept()) === undefined, 'the beginning is kept as a place');
  });

  test('opens the card of a name by pointer, and closes it when the pointer leaves', async () => {
    await open(`${SOURCE}/51`);
    await reader.waitForFunction(() => scrollY > 500);
    await reader.mouse.move(5, 5);
    const name = await reader.waitForSelector(link(51, 'uyghurs'));
    const box = await name?.boundingBox();
    if (!box) throw new Error('the name is not in sight');
    await reader.mouse.move(box.x + 5, box.y + 30);
    await reader.mouse.move(box.x + 5, box.y + 8, { steps: 4 });
    await reader.waitForSelector(CARD);
    expect(await cardText()).toContain('Uyghurs');
    // What is being read is the last thing to show.
    expect(await cardText()).toContain('1 of 6');
    expect(await cardText()).not.toContain('¶ 51 of 56');
    expect(await focused()).toBe('BODY');
    await reader.mouse.move(1000, 5);
    await until(async () => (await reader.$(CARD)) === null, 'the card stays open');
  });

  test('walks from card to card by keyboard, and gives the focus back', async () => {
    await open(`${SOURCE}/51`);
    await reader.focus(link(51, 'uyghurs'));
    await reader.keyboard.press('Enter');
    await reader.waitForSelector(CARD);
    await until(async () => (await focused()) === 'H1', 'the card does not take the focus');
    const headings = () => reader.$eval(`${CARD} h1`, (heading) => heading.textContent);
    expect(await headings()).toBe('Uyghurs');

    await click(`${CARD} [aria-label="Next passage"]`);
    await click(`${CARD} [aria-label=More]`);
    await until(async () => (await cardText()).includes('2 of 6'), 'it is not turned');
    // Not every passage names others.
    await until(async () => {
      if (await reader.$(`${CARD} .card-company .chip`)) return true;
      await click(`${CARD} [aria-label="Next passage"]`);
      return false;
    }, 'no passage names others');
    const chip = await reader.$eval(`${CARD} .card-company .chip`, (each) => {
      (each as HTMLElement).click();
      return each.textContent;
    });
    await until(async () => (await headings()) === chip, 'the chip leads nowhere');
    expect(await focused()).toBe('H1');
    await click(`${CARD} [aria-label=Back]`);
    await until(async () => (await headings()) === 'Uyghurs', 'Back does not lead back');

    await reader.keyboard.press('Escape');
    await until(async () => (await reader.$(CARD)) === null, 'Escape does not close the card');
    expect(await focused()).toBe(`${SOURCE}/uyghurs`);
  });

  test('goes from the card to another passage of the text', async () => {
    await open(`${SOURCE}/51`);
    await click(link(51, 'uyghurs'));
    await reader.waitForSelector(CARD);
    const shown = await reader.$eval(`${CARD} .card-source`, (each) => each.textContent ?? '');
    const ordinal = /¶ (\d+) of/.exec(shown)?.[1];
    await click(`${CARD} [aria-label="Read in the source"]`);
    await reader.waitForSelector(`[id="${SOURCE}/${ordinal}"][data-linked]`);
    expect(await reader.$(CARD)).toBeNull();
  });

  test('lets a selection begin in a name, without a card in its way', async () => {
    await open(`${SOURCE}/50`);
    await reader.waitForFunction(() => scrollY > 500);
    const name = await reader.waitForSelector(link(50, 'xinjiang'));
    const box = await name?.boundingBox();
    if (!box) throw new Error('the name is not in sight');
    await reader.mouse.move(box.x + box.width - 2, box.y + 12);
    await reader.mouse.down();
    await reader.mouse.move(box.x + 2, box.y + 12, { steps: 5 });
    await reader.mouse.up();
    const selected = await reader.evaluate(() => getSelection()?.toString() ?? '');
    expect('Xinjiang').toContain(selected);
    expect(selected.length).toBeGreaterThan(3);
    expect(await reader.$(CARD)).toBeNull();
  });

  test('has each name once in the Tab order of a passage', async () => {
    await open(SOURCE);
    const stops = await reader.$$eval(link(1, 'uyghurs'), (links) =>
      links.map((each) => (each as HTMLElement).tabIndex),
    );
    expect(stops).toEqual([0, -1]);
  });
});

describe('chromium, on paper', () => {
  test('prints the text, questions unfolded, with its hedges, and no controls', async () => {
    const driver = await Driver.start('chromium');
    try {
      const reader = await driver.browser.newPage();
      await driver.openOurs(reader, `/reader.html#${SOURCE}/50`);
      await reader.waitForSelector('.reader-actions');
      await reader.evaluate(() => {
        for (const choice of document.querySelectorAll<HTMLElement>('.reader-choice'))
          choice.click();
      });
      await reader.waitForSelector('.reader-folded');
      await reader.$eval(link(50, 'kashgar'), (name) => (name as HTMLElement).click());
      await reader.waitForSelector(CARD);
      expect(
        await reader.$$eval('.pt-hedged', (notes) => notes.some((each) => each.checkVisibility())),
      ).toBe(false);
      await reader.emulateMediaType('print');
      const shown = await reader.evaluate(
        (selectors) =>
          selectors.filter((selector) => document.querySelector(selector)?.checkVisibility()),
        [
          'h1',
          words(1),
          words(49),
          words(50),
          '.pt-hedged',
          '.reader-tools',
          '.reader-names',
          '.reader-actions',
          '.reader-choices',
          '.reader-folded summary',
          '.reader-card',
        ],
      );
      expect(shown).toEqual(['h1', words(1), words(49), words(50), '.pt-hedged']);
    } finally {
      await driver.close();
    }
  });
});

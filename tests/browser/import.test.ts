/** Documents come into the library in both browsers: every format, pages, pasted text; refused, reviewed, cancelled. */
import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../core/choices/settings';
import type { Beside, SearchResults, SourceContent, SourceSummary } from '../../core/model/views';
import { packFolder } from '../../modules/seeds/pack-folder';
import { violations } from './axe';
import { Driver, until } from './driver';
import { openOurPage, press, savedPack, shows } from './our-page';
import { Site } from './site';

const DOCUMENTS = resolve(import.meta.dirname, '../documents');
const ours = readdirSync(DOCUMENTS).filter((name) => !/\.expected\.txt$|README\.md/.test(name));

const folder = mkdtempSync(join(tmpdir(), 'sidelight-import-'));
const packed = mkdtempSync(join(tmpdir(), 'sidelight-packed-'));
const fileOf = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
/** Chooses files as a reader does. */
const choose = async (page: Page, ...paths: string[]) => {
  const field = await page.waitForSelector('input[type=file][multiple]');
  await field?.uploadFile(...paths);
};
/** How many documents of the list are in each state. */
const states = (page: Page): Promise<Record<string, number>> =>
  page.$$eval('.import-items > li', (all) =>
    all.reduce<Record<string, number>>((counts, { dataset: { state = '' } }) => {
      counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    }, {}),
  );

/** A report with names of every kind, and people who speak. */
const TALK = `A talk about the lake

The Shanghai Cooperation Organisation (SCO) met in Astana in May. According to the organisers, ministers from Kazakhstan and Uzbekistan spoke about the Aral Sea.

Q: Is the water coming back?

A: Perhaps. In Aralsk the boats are afloat again. I have not seen the southern shore.

Q: Who pays for the dam?

A: The World Bank. Kazakhstan pays a half.
`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let library: Page;

  beforeAll(async () => {
    site = await Site.open();
    // A database outlives what a borrowed browser sets right.
    driver = await Driver.start(name);
    library = await openOurPage(driver, '/library.html', 'You have no sources of your own yet');
    await library.setViewport({ width: 1200, height: 900 });
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const sources = async () =>
    (await driver.ask<SourceSummary[]>('sources', null)).map(({ title }) => title);
  const search = (query: string) =>
    driver.ask<SearchResults>('search', {
      query,
      filter: { source: null, speaker: null, kind: null },
      tab: null,
    });
  /** Whether the browser would ask before it leaves the page. */
  const isLeavingAsked = () =>
    library.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  /** Takes what is left of a test from the list. */
  const dismissAll = async () => {
    for (;;) {
      const button = await library.$(
        'xpath///section[@class="import"]//li[not(@data-state="adding")]//button[last()]',
      );
      if (!button) break;
      await button.evaluate((element) => (element as unknown as { click(): void }).click());
    }
  };

  /** The library in the tab that an act opens. */
  const libraryOpenedBy = async (act: () => Promise<void>): Promise<Page> => {
    const before = new Set(await driver.browser.pages());
    await act();
    let opened: Page | undefined;
    await until(async () => {
      const pages = await driver.browser.pages();
      opened = pages.find((one) => !before.has(one) && one.url().includes('library.html'));
      return opened !== undefined;
    }, 'the library is not opened');
    return opened as Page;
  };

  test('every document of ours is read, shown, and added when the reader says so', async () => {
    expect(ours.length).toBeGreaterThanOrEqual(21);
    await choose(library, ...ours.map((one) => join(DOCUMENTS, one)));
    await until(async () => (await states(library)).read === ours.length, 'not all are read');
    const before = (await sources()).length;
    await press(library, `Add all ${ours.length} documents`);
    await until(async () => (await states(library)).added === ours.length, 'not all are added');
    expect(await sources()).toHaveLength(before + ours.length);
    await dismissAll();
  });

  test('it is what `npm run pack` makes of the same files, to the byte', async () => {
    for (const one of ours) copyFileSync(join(DOCUMENTS, one), join(packed, one));
    const { bytes, problems } = await packFolder(packed, null, () => {});
    expect(problems).toEqual([]);
    expect(Buffer.from(await savedPack(library)).equals(bytes)).toBe(true);
  });

  test('what was added is found, in every language', async () => {
    for (const words of ['ferry', 'паром', 'كارىز', '坎儿井']) {
      const { names, passages } = await search(words);
      expect(names.length + passages.length, words).toBeGreaterThan(0);
    }
  });

  test('passages tell their pages and times, and sources who has written them', async () => {
    const content = (source: string) => driver.ask<SourceContent>('sourceContent', { source });
    const report = await content('trade-over-the-pass-a-report');
    expect(report.source.authors).toEqual(['Nurlan Asanov', 'Mei Lin']);
    const paper = await content('sharing-a-river-that-is-not-there');
    expect(new Set(paper.passages.map(({ page }) => page))).toEqual(new Set(['1', '2', '3']));
    expect(paper.passages.some(({ shape }) => shape === 'table')).toBe(true);
    const talk = await content('lecture-vtt');
    expect(talk.passages.every(({ time }) => time !== null)).toBe(true);
  });

  test('a document that the library holds is said to be there', async () => {
    await choose(library, join(DOCUMENTS, 'ferry.txt'));
    await shows(library, 'The library holds this very document');
    await dismissAll();
  });

  test.each<[string, string, Uint8Array | string, string]>([
    ['empty', 'nothing.txt', '', 'There is no text in “nothing.txt”'],
    ['of white space', 'blank.txt', ' \n\n \n', 'There is no text in “blank.txt”'],
    [
      'a picture',
      'map.png',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      '“map.png” is not in a format',
    ],
    ['a damaged PDF', 'cut.pdf', '%PDF-1.7\n1 0 obj\n<<', '“cut.pdf” is damaged'],
    [
      'a damaged document of Word',
      'cut.docx',
      zipSync({ '[Content_Types].xml': new Uint8Array() }).slice(0, 60),
      '“cut.docx” is damaged',
    ],
  ])('a file that is %s is refused with what to do', async (_, file, bytes, words) => {
    const before = await sources();
    await choose(library, fileOf(file, bytes));
    await shows(library, words);
    expect(await sources()).toEqual(before);
    await dismissAll();
  });

  test('a refused document takes no other with it', async () => {
    await choose(library, fileOf('nothing.txt', ''), fileOf('talk.txt', TALK));
    await until(async () => {
      const { read, refused } = await states(library);
      return read === 1 && refused === 1;
    }, 'one is not read');
    await shows(library, 'A talk about the lake');
    expect(await violations(library)).toEqual([]);
  });

  test('names are reviewed by keyboard, each edit is taken back, and the rest is kept', async () => {
    await press(library, 'Review: “A talk about the lake”');
    const list = await library.waitForSelector('[role=listbox]');
    await list?.focus();
    const rows = () =>
      library.$$eval('[role=option] .review-name', (all) =>
        all.map(({ textContent }) => textContent),
      );
    const current = () =>
      library.$eval(
        '[role=option][aria-selected=true] .review-name',
        ({ textContent }) => textContent,
      );
    const all = await rows();
    expect(all).toContain('Uzbekistan');
    expect(await violations(library)).toEqual([]);

    const first = await current();
    await library.keyboard.press('d');
    await until(async () => (await rows()).length === all.length - 1, 'nothing was dropped');
    expect(await rows()).not.toContain(first);
    await library.keyboard.down('Control');
    await library.keyboard.press('z');
    await library.keyboard.up('Control');
    await until(async () => (await rows()).length === all.length, 'the drop was not taken back');

    await list?.focus();
    while ((await current()) !== 'Uzbekistan') await library.keyboard.press('ArrowDown');
    await library.keyboard.press('r');
    await until(
      () =>
        library.evaluate(
          () => (document.activeElement as HTMLElement | null)?.dataset.part === 'rename',
        ),
      'the field for a name has no focus',
    );
    await library.keyboard.down('Control');
    await library.keyboard.press('a');
    await library.keyboard.up('Control');
    await library.keyboard.type('Uzbek Republic');
    await library.keyboard.press('Enter');
    await until(async () => (await rows()).includes('Uzbek Republic'), 'it is not renamed');
    expect(await isLeavingAsked()).toBe(true);

    await press(library, 'Who says what');
    // Two answers are in doubt, since nobody is named.
    await until(async () => (await library.$$('.review-turns > li')).length === 2, 'no doubts');
    const speaker = await library.$('.review-turns > li input');
    await speaker?.type('The organisers');
    await library.keyboard.press('Tab');
    await until(
      async () => (await library.$$('.review-turns > li')).length === 1,
      'the doubt is not taken away',
    );
    await press(library, 'The document');
    const about = async (label: string) => {
      const id = await library.$$eval(
        '.review-about label',
        (labels, wanted) =>
          labels.find(({ textContent }) => textContent?.startsWith(wanted))?.getAttribute('for'),
        label,
      );
      return (await library.$(`[id="${id}"]`)) as ElementHandle<HTMLInputElement>;
    };
    await (await about('Kind')).select('interview');
    await (await about('Authors')).type('Ada Wells; Bo Lind');
    const origin = await about('Where it came from');
    await origin.click({ count: 3 });
    await origin.type('https://lake.example/talk');
    const date = await about('Date');
    await date?.type('2024-13-99x');
    await library.keyboard.press('Tab');
    await shows(library, 'is not a date');
    // It is not lost on the way out.
    await press(library, 'Add to the library');
    await press(library, 'Who says what');
    expect(await date?.evaluate((field) => field === document.activeElement)).toBe(true);
    await date?.click({ count: 3 });
    await date?.type('2024-05');
    await library.keyboard.press('Enter');
    const fault = () => library.$eval('.review-about [role=alert]', (said) => said.textContent);
    await until(async () => (await fault()) === '', 'the fault stays');
    await press(library, 'Add to the library');
    await until(async () => (await sources()).includes('A talk about the lake'), 'it is not added');
    const { source } = await driver.ask<SourceContent>('sourceContent', {
      source: 'a-talk-about-the-lake',
    });
    expect(source).toMatchObject({
      kind: 'interview',
      authors: ['Ada Wells', 'Bo Lind'],
      origin: 'https://lake.example/talk',
      date: '2024-05',
    });
    const { names } = await search('Uzbek Republic');
    expect(names.some(({ canonical }) => canonical === 'Uzbek Republic')).toBe(true);
    await until(async () => (await states(library)).added === 1, 'it is still being added');
    expect(await isLeavingAsked()).toBe(false);
    await dismissAll();
  });

  test('what somebody says is credited to nobody but the one whom the reader names', async () => {
    const { source, passages } = await driver.ask<SourceContent>('sourceContent', {
      source: 'a-talk-about-the-lake',
    });
    const answers = passages.filter(({ text }) => text.startsWith('A:'));
    expect(answers.map(({ turn, doubt, speaker }) => [turn, doubt, speaker?.name])).toEqual([
      ['answer', null, 'The organisers'],
      ['narration', 'speaker-unsaid', undefined],
    ]);
    expect(source.date).toBe('2024-05');
    expect(passages.filter(({ turn }) => turn === 'question')).toHaveLength(2);
    expect(answers[0]?.hedges.map(({ kind }) => kind)).toEqual(['uncertain', 'not-first-hand']);
  });

  test('a newer version takes the place of the older one, and the reader’s edits stay', async () => {
    await choose(
      library,
      fileOf('talk.txt', `${TALK}\nThe talk was held in the library of Aralsk.\n`),
    );
    await shows(library, 'It is a newer version of “A talk about the lake”');
    await press(library, 'Add as it is: “A talk');
    await until(async () => (await states(library)).added === 1, 'it is not added');
    expect((await sources()).filter((title) => title === 'A talk about the lake')).toHaveLength(1);
    const { names } = await search('Uzbek Republic');
    expect(names.some(({ canonical }) => canonical === 'Uzbek Republic')).toBe(true);
    await dismissAll();
  });

  test('reading is cancelled, and the next document is read', async () => {
    const long = fileOf(
      'long.txt',
      'Dust rose over Kashgar and Tashkent in May.\n\n'.repeat(150_000),
    );
    await choose(library, long, fileOf('short.txt', 'A short note\n\nIt rained in Aktau.'));
    await until(async () => (await states(library)).reading === 1, 'nothing is being read');
    await press(library, 'Cancel: “long.txt”');
    await until(async () => (await states(library)).read === 1, 'the next is not read');
    await shows(library, 'A short note');
    await dismissAll();
    expect(await sources()).not.toContain('A short note');
  });

  test('a page that is read is added from the popup, and leads back to its address', async () => {
    const address = site.serve(
      '/water',
      `<!doctype html><html lang="en"><head><title>Water in Aktau</title></head><body><nav>Home News</nav><article><h1>Water in Aktau</h1>${'<p>The desalination plant of Aktau gives the city its water, and Mangystau its name in the trade. Engineers from Atyrau look after it, as the harbour does after its cranes, day and night.</p>'.repeat(5)}</article></body></html>`,
    );
    const page = await driver.visit(address, null);
    const popup = await openOurPage(driver, `/popup.html?tab=${await driver.tabOf(page)}`, '');
    const opened = await libraryOpenedBy(() => press(popup, 'Add this page to the library'));
    await shows(opened, 'Water in Aktau');
    await press(opened, 'Add as it is: “Water in Aktau');
    await until(async () => (await sources()).includes('Water in Aktau'), 'the page is not added');
    const { source, entities } = await driver.ask<SourceContent>('sourceContent', {
      source: 'water-in-aktau',
    });
    expect(source).toMatchObject({ kind: 'article', language: 'en', origin: address, date: null });
    // On the page itself it is not quoted.
    const groups = async (tab: number | null) =>
      (
        await driver.ask<Beside>('beside', {
          paragraph: 'Aktau',
          at: null,
          named: entities.map(({ id }) => [id, 0]),
          tab,
        })
      ).groups.length;
    expect(await groups(null)).toBe(1);
    expect(await groups(await driver.tabOf(page))).toBe(0);
    await opened.close();
    await page.close();
  });

  test('of a page on which words are selected, those alone can be added', async () => {
    const page = await driver.visit(
      site.serve(
        '/selected',
        '<!doctype html><title>T</title><p>Other words.</p><p id="s">The ferry of Kerch was late on Friday, said the harbour.</p>',
      ),
      null,
    );
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.getElementById('s') as HTMLElement),
    );
    const popup = await openOurPage(driver, `/popup.html?tab=${await driver.tabOf(page)}`, '');
    await press(popup, 'Add this page to the library');
    const opened = await libraryOpenedBy(() => press(popup, 'Selection'));
    await shows(opened, '1 passage');
    await shows(opened, '56 characters');
    await opened.close();
    await page.close();
  });

  test('a source is reviewed again, and what is put right holds', async () => {
    await library.bringToFront();
    await press(library, 'Review: “A talk about the lake');
    const list = await library.waitForSelector('[role=listbox]');
    await list?.focus();
    const current = () =>
      library.$eval(
        '[role=option][aria-selected=true] .review-name',
        ({ textContent }) => textContent,
      );
    await library.keyboard.press('End');
    const dropped = await current();
    await library.keyboard.press('d');
    await press(library, 'Save my corrections');
    await shows(library, 'Add sources');
    const { entities } = await driver.ask<SourceContent>('sourceContent', {
      source: 'a-talk-about-the-lake',
    });
    expect(entities.length).toBeGreaterThan(2);
    expect(entities.map(({ canonical }) => canonical)).not.toContain(dropped);
  });

  test.each<[Language, string, string]>([
    ['en', 'Library', 'Review'],
    ['ru', 'Библиотека', 'Проверить'],
    ['kk', 'Кітапхана', 'Тексеру'],
    ['zh', '资料库', '审阅'],
  ])('in %s all of it fits 320 px', async (language, title, review) => {
    await library.bringToFront();
    await driver.settings({ language });
    await library.setViewport({ width: 320, height: 700 });
    await choose(library, join(DOCUMENTS, 'river-two-columns.pdf'), fileOf('none.txt', ''));
    await until(async () => (await states(library)).read === 1, 'it is not read');
    await shows(library, title);
    const overflow = () =>
      library.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
    expect([await overflow(), await violations(library, false)]).toEqual([0, []]);
    await press(library, review);
    const parts = await library.waitForSelector('.review-parts');
    const buttons = (await parts?.$$('button')) ?? [];
    expect(buttons).toHaveLength(3);
    for (const button of buttons) {
      await button.click();
      expect([await overflow(), await violations(library, false)]).toEqual([0, []]);
    }
    await library.click('.review-head > button');
    await until(async () => (await states(library)).read === 1, 'the list is not back');
    await dismissAll();
    await library.setViewport({ width: 1200, height: 900 });
    await driver.settings({});
    await shows(library, 'Library');
  });

  test('of two newer versions of one document none is lost', async () => {
    await library.bringToFront();
    const before = (await sources()).length;
    await choose(
      library,
      fileOf('talk-2.txt', `${TALK}\nIt was recorded in Aralsk.\n`),
      fileOf('talk-3.txt', `${TALK}\nIt was printed in Aktau.\n`),
    );
    await until(async () => (await states(library)).read === 2, 'they are not read');
    await press(library, 'Add all 2 documents');
    await until(async () => (await states(library)).added === 2, 'they are not added');
    expect(await sources()).toHaveLength(before + 1);
    const said = await Promise.all(['recorded in Aralsk', 'printed in Aktau'].map(search));
    expect(said.map(({ passages }) => passages.length > 0)).toEqual([true, true]);
    await dismissAll();
  });

  test.each([
    [
      'de',
      'Der See ist groß, und die Fischer fahren jeden Morgen hinaus. Im Winter friert er zu, und niemand weiß, wie lange noch.',
    ],
    [
      'ar',
      'كانت البحيرة كبيرة، وكان الصيادون يخرجون كل صباح. في الشتاء تتجمد، ولا يعرف أحد إلى متى سيبقى ذلك.',
    ],
    [
      'ug',
      'كۆل ناھايىتى چوڭ، بېلىقچىلار ھەر كۈنى ئەتىگەندە چىقىدۇ. قىشتا ئۇ توڭلايدۇ، قاچانغىچە ئۇنداق بولىدىغانلىقىنى ھېچكىم بىلمەيدۇ.',
    ],
    [
      'uk',
      'Озеро велике, і рибалки виходять щоранку. Взимку воно замерзає, і ніхто не знає, чи довго ще так буде. Є й інші озера в цій місцевості.',
    ],
  ])('what is written in %s is known as such', async (language, text) => {
    await library.bringToFront();
    await choose(library, fileOf(`lake.${language}.txt`, text.repeat(3)));
    await until(async () => (await states(library)).read === 1, 'it is not read');
    await press(library, 'Review');
    await press(library, 'The document');
    const chosen = () => library.$$eval('.review-about select', (all) => all[1]?.value);
    await until(async () => (await chosen()) === language, `it is not ${language}`);
    await press(library, 'Back');
    await library.waitForSelector('.import-items');
    await dismissAll();
  });

  test('pasted text is read like a file, whatever else is added while it is typed', async () => {
    await library.bringToFront();
    await choose(library, fileOf('sluice.txt', 'The sluice of Kokaral was built in 1996.'));
    await until(async () => (await states(library)).read === 1, 'the file is not read');
    await press(library, 'Paste text');
    await library.focus('.library-paste textarea');
    await press(library, 'Add as it is');
    await until(async () => (await states(library)).added === 1, 'it is not added');
    const focused = await library.evaluate(async () => {
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
      return document.activeElement?.localName;
    });
    expect(focused).toBe('textarea');
    await dismissAll();
    await library.type(
      '.library-paste textarea',
      'The sluice of Kokaral was closed in 2005, said the engineers of Aralsk.',
    );
    await press(library, 'Read it');
    await until(async () => (await states(library)).read === 1, 'it is not read');
    await dismissAll();
  });
});

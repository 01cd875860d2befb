/** The popup, driven as a reader drives it, in both browsers; in Chromium the real one of the toolbar too. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Driver, expectMarks, until } from './driver';
import { flashed, NEWS, PAINTED, press, pressLast, shows, stateOf } from './popup-page';
import { Site } from './site';

const SOURCE = 'kazakhstan-china-xinjiang';

describe.each(['chromium', 'firefox'] as const)('the popup in %s', (name) => {
  let site: Site;
  let driver: Driver;
  let read: Page;
  let popup: Page;

  const openPopup = async (address: string) => {
    const page = await driver.browser.newPage();
    await driver.openOurs(page, `/popup.html${address}`);
    await page.waitForSelector('[role=combobox]');
    return page;
  };
  /** Addresses of all tabs; Firefox's driver does not report those of ours. */
  const addresses = async () =>
    Promise.all(
      (await driver.browser.pages()).map((page) =>
        // The popup may be closing.
        page.evaluate(() => location.href).catch(() => ''),
      ),
    );
  const openOnNews = async () => {
    read = await driver.newPage(site.serve('/news', NEWS));
    await expectMarks(read, PAINTED);
    popup = await openPopup(`?tab=${await driver.tabOf(read)}`);
    await shows(popup, ({ options }) => options.length === 3, 'three names');
  };

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });
  beforeEach(async () => {
    for (const page of await driver.browser.pages()) if (page !== driver.ours) await page.close();
    await driver.settings({});
    await driver.ours.evaluate(() => chrome.storage.session.remove('query'));
  });

  test('a found passage is kept by one key, and taken out again', async () => {
    await openOnNews();
    await driver.emptyNotebook();
    await popup.type('[role=combobox]', 'camps');
    await shows(popup, ({ options }) => options.some((text) => text?.includes('¶')), 'passages');
    await popup.keyboard.press('ArrowUp');
    while (!(await stateOf(popup)).active?.includes('¶')) await popup.keyboard.press('ArrowDown');
    const save = async () => {
      await popup.keyboard.down('Control');
      await popup.keyboard.press('s');
      await popup.keyboard.up('Control');
    };
    await save();
    await until(async () => (await driver.clippings()).length === 1, 'nothing is kept');
    expect((await driver.clippings())[0]?.passage.text).toContain('camps');
    await shows(popup, ({ said }) => said.includes('Kept in the notebook.'), 'that it is kept');
    await save();
    await until(async () => (await driver.clippings()).length === 0, 'it stays');
  });

  test('opens with the names of the page, the field focused, the first one active', async () => {
    await openOnNews();
    const { options, ...state } = await shows(
      popup,
      ({ active }) => active?.includes('Aidar Amrebayev: ') === true,
      'the first words',
    );
    expect(state).toMatchObject({ isFocused: true, isExpanded: 'true' });
    expect(state.active).toMatch(
      /^Kashgar place 3 matches Aidar Amrebayev: In Kashgar, we observed the resettlement/,
    );
    expect(options.map((option) => option?.split(' Aidar Amrebayev: ')[0])).toEqual([
      'Kashgar place 3 matches',
      'Shohrat Zakir person 1 match',
      'Tibet place 1 match',
    ]);
  });

  test('says of a name that it is not marked, as the reader wanted', async () => {
    await openOnNews();
    await driver.settings({
      subjectsMuted: [`${SOURCE}/kashgar localhost`, `${SOURCE}/tibet x.example`],
    });
    await read.bringToFront();
    await expectMarks(read, ['Tibet']);
    await popup.bringToFront();
    const { options } = await shows(
      popup,
      ({ options: rows }) => rows.some((row) => row?.includes('not marked')),
      'that it is not marked',
    );
    expect(options.filter((row) => row?.includes('not marked'))).toEqual([
      expect.stringContaining('Kashgar place · not marked, as you said 3 matches'),
    ]);
  });

  test('walks the names by arrows, Home and End, and goes to a place by Enter', async () => {
    await openOnNews();
    const active = async () => (await stateOf(popup)).active?.split(' ')[0];
    const seen: unknown[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'End', 'ArrowUp'] as const) {
      await popup.keyboard.press(key);
      seen.push(await active());
    }
    expect(seen).toEqual(['Shohrat', 'Tibet', 'Tibet', 'Kashgar', 'Tibet', 'Shohrat']);
    await pressLast(popup, 'Enter');
    await until(async () => (await flashed(read)).includes('P Shohrat Zakir'), 'nothing flashes');
    await read.waitForFunction(() => document.visibilityState === 'visible');
    await read.waitForFunction(() => scrollY > 1000);
  });

  test('steps through the matches of a name both ways, and says which one it is', async () => {
    await openOnNews();
    const said: Array<string | undefined> = [];
    for (const [key, position] of [
      ['ArrowRight', '1 of 3'],
      ['ArrowRight', '2 of 3'],
      ['ArrowLeft', '1 of 3'],
      ['ArrowLeft', '3 of 3'],
    ] as const) {
      await popup.bringToFront();
      await popup.keyboard.press(key);
      const { said: regions } = await shows(
        popup,
        ({ said }) => said.some((text) => text?.includes(position)),
        position,
      );
      said.push(regions.find((text) => text?.includes('of 3')));
    }
    expect(said[1]).toBe('Kashgar: 2 of 3');
    expect(await flashed(read)).toEqual(['P Kashgar']);
    await press(popup, 'Previous match');
    await shows(popup, ({ said }) => said.includes('Kashgar: 2 of 3'), 'the place before');
  });

  test('tells a match in a folded part from one that is gone', async () => {
    const folded = `<!doctype html><title>t</title><p>Tibet.</p>
      <details><summary>More</summary><p>Shohrat Zakir spoke.</p></details>`;
    read = await driver.newPage(site.serve('/folded', folded));
    await expectMarks(read, ['Tibet']);
    popup = await openPopup(`?tab=${await driver.tabOf(read)}`);
    await shows(popup, ({ options }) => options.length === 2, 'both names');
    await popup.bringToFront();
    await popup.keyboard.press('ArrowRight');
    await shows(
      popup,
      ({ active, said }) =>
        active?.startsWith('Shohrat Zakir') === true &&
        said.includes('Shohrat Zakir is in a part of the page that is collapsed or hidden.'),
      'that the match is folded',
    );
    await read.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    await popup.keyboard.press('ArrowRight');
    await shows(popup, ({ said }) => said.includes('Shohrat Zakir: 1 of 1'), 'it unfolded');
  });

  test('Tab goes round by what can be pressed, and comes back to the field', async () => {
    await openOnNews();
    // The list scrolls.
    await popup.setViewport({ width: 380, height: 260 });
    const stops: unknown[] = [];
    do {
      await popup.keyboard.press('Tab');
      stops.push(
        await popup.evaluate(() => {
          const { tagName, ariaLabel, labels } = document.activeElement as HTMLInputElement;
          const text = ariaLabel ?? labels?.[0]?.innerText ?? tagName;
          return text.replace(/[\u2066-\u2069]/g, '').trim();
        }),
      );
    } while (stops.length < 14 && !(await stateOf(popup)).isFocused);
    expect(stops.filter((stop) => stop !== 'BODY')).toEqual([
      'Previous match on the page',
      'Next match on the page',
      'Read in the source',
      'On localhost',
      'SUMMARY',
      'Add this page to the library',
      'Open the side panel',
      'Open the library',
      'Options',
      'Search names and passages',
    ]);
  });

  test('opens the source by Shift and Enter', async () => {
    await openOnNews();
    const wanted = `/reader.html#${SOURCE}?entity=${SOURCE}/kashgar`;
    await pressLast(popup, 'Enter', 'Shift');
    await until(async () => (await addresses()).some((some) => some.endsWith(wanted)), 'no reader');
  });

  test('searches names and passages while typing, and opens what is chosen', async () => {
    await openOnNews();
    await popup.keyboard.type('zakir');
    const { options, active } = await shows(
      popup,
      // The first letters find other names too.
      ({ options }) => options.length > 1 && options[1]?.includes('¶') === true,
      'passages',
    );
    expect(options[0]).toMatch(/^Shohrat Zakir person/);
    expect(active).toBe(options[0]);
    await popup.keyboard.press('ArrowDown');
    const state = await stateOf(popup);
    expect(state.active).toContain('¶ 41');
    expect(state.said.join(' ')).toMatch(/\d+ names?, \d+ passages?/);
    await pressLast(popup, 'Enter');
    await until(
      async () => (await addresses()).some((some) => some.endsWith(`reader.html#${SOURCE}/41`)),
      'no reader',
    );
  });

  test('goes to a name that was found on the page by Shift and Enter', async () => {
    await openOnNews();
    await popup.keyboard.type('тибет');
    const { hint } = await shows(
      popup,
      ({ active }) => active?.startsWith('Tibet') === true,
      'Tibet',
    );
    expect(hint).toContain('Shift');
    await pressLast(popup, 'Enter', 'Shift');
    await until(async () => (await flashed(read)).includes('P Tibet'), 'nothing flashes');
  });

  test('filters by kind and by speaker', async () => {
    await openOnNews();
    await popup.keyboard.type('china');
    await shows(popup, ({ options }) => options.length > 10, 'names and passages');
    const [kind, speaker] = await popup.$$('select');
    await kind?.select('narration');
    const narrated = await shows(
      popup,
      ({ options }) => options.length > 0 && options.every((text) => text?.includes('narration')),
      'narration alone',
    );
    await speaker?.select(`${SOURCE}/amrebayev`);
    await shows(popup, ({ said }) => said.join().includes('with these filters'), 'nothing');
    await kind?.select('');
    const spoken = await shows(
      popup,
      ({ options }) =>
        options.length > 0 && options.every((text) => text?.includes('Aidar Amrebayev')),
      'his passages',
    );
    expect(spoken.options).not.toEqual(narrated.options);
  });

  test('clears the search by Esc, and says when nothing is found', async () => {
    await openOnNews();
    await popup.keyboard.type('zzzqqq');
    const nothing = await shows(popup, ({ said }) => said.join().includes('Nothing found'), 'it');
    expect(nothing).toMatchObject({ options: [], isExpanded: 'false', active: null });
    await popup.keyboard.press('Escape');
    expect(await stateOf(popup)).toMatchObject({ value: '', isFocused: true });
    await shows(popup, ({ options }) => options.length === 3, 'the names of the page');
  });

  test('keeps what was typed for five minutes, and selects it', async () => {
    await openOnNews();
    await popup.keyboard.type('camps');
    const stored = () =>
      driver.ours.evaluate(async () => (await chrome.storage.session.get('query')).query);
    /** As nothing but a page of ours can: the key lies where content scripts cannot read it. */
    const unsealed = () =>
      driver.ours.evaluate(async () => {
        const { query } = (await chrome.storage.session.get('query')).query as { query: string };
        const bytes = Uint8Array.from(atob(query), (unit) => unit.charCodeAt(0));
        const { sealKey } = await chrome.storage.local.get('sealKey');
        const cipher = { name: 'AES-GCM', iv: bytes.subarray(0, 12) };
        const key = await crypto.subtle.importKey('jwk', sealKey as never, cipher, true, [
          'decrypt',
        ]);
        const plain = await crypto.subtle.decrypt(cipher, key, bytes.subarray(12));
        return new TextDecoder().decode(plain);
      });
    await until(async () => (await stored()) !== undefined, 'nothing is kept');
    await until(
      async () => (await unsealed()).includes('"query":"camps"'),
      'what was typed is not kept',
    );
    const kept = (await stored()) as { query: string; at: number };
    expect(JSON.stringify(kept)).not.toContain('camps');
    await popup.close();
    const over = `?tab=${await driver.tabOf(read)}`;
    const other = await openPopup('');
    await shows(other, ({ said }) => said.join().includes('part of Sidelight'), 'another page');
    expect((await stateOf(other)).value).toBe('');
    await other.close();
    const again = await openPopup(over);
    await shows(
      again,
      ({ selected, options }) => selected === 'camps' && options.length > 0,
      'the query, selected',
    );
    await again.close();
    await driver.ours.evaluate((old) => chrome.storage.session.set({ query: old }), {
      ...kept,
      at: kept.at - 6 * 60_000,
    });
    await openOnNews();
    expect((await stateOf(popup)).value).toBe('');
  });

  test.each([
    ['On all sites', 'off everywhere', { isOff: true }],
    ['Today', 'off until tomorrow', {}],
    ['On localhost', 'off on localhost', { sitesOff: ['localhost'] }],
    ['On this page', 'off on this page', {}],
  ])('switches off and undoes it: %s', async (label, told, wanted) => {
    await openOnNews();
    const before = (await stateOf(popup)).switches;
    expect(before.map(([text, isOn]) => [text, isOn])).toEqual([
      ['On localhost', true],
      ['On all sites', true],
      ['Today', true],
      ['On this page', true],
    ]);
    await press(popup, label);
    const { said } = await shows(
      popup,
      ({ switches, options }) =>
        switches.some(([text, isOn]) => text === label && !isOn) && options.length === 0,
      'it off',
    );
    expect(said.join(' ')).toContain(told);
    expect((await driver.stored()).settings).toMatchObject(wanted);
    await read.bringToFront();
    await expectMarks(read, []);
    await popup.bringToFront();
    await press(popup, 'Undo');
    await shows(popup, ({ switches }) => switches.every(([, isOn]) => isOn), 'it on');
    expect(await stateOf(popup)).toMatchObject({ isFocused: true });
    await read.bringToFront();
    await expectMarks(read, PAINTED);
  });

  test('the badge counts the matches of the page, until Sidelight is off', async () => {
    await openOnNews();
    const tab = await driver.tabOf(read);
    const shown = () => driver.ours.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
    await until(async () => (await shown()) === '5', 'the badge does not count');
    await driver.settings({ isOff: true });
    await until(async () => (await shown()) === '', 'the badge goes on counting');
  });

  test('says that a page of its own cannot be read, and searches there', async () => {
    popup = await openPopup('');
    await shows(popup, ({ said }) => said.join().includes('part of Sidelight'), 'the reason');
    await popup.keyboard.type('tibet');
    await shows(popup, ({ active }) => active?.startsWith('Tibet') === true, 'Tibet');
  });

  test('is a page that searches, for the address bar', async () => {
    popup = await openPopup('?query=raindrops');
    const { value } = await shows(popup, ({ options }) => options.length > 0, 'passages');
    expect(value).toBe('raindrops');
  });

  test('tells of an update once', async () => {
    await driver.ours.evaluate(() => chrome.storage.local.set({ updateNote: '9.8.7' }));
    popup = await openPopup('');
    await popup.waitForFunction(() => document.body.innerText.includes('updated to version 9.8.7'));
    await press(popup, 'Dismiss');
    await popup.waitForFunction(() => !document.body.innerText.includes('9.8.7'));
    await until(
      () =>
        driver.ours.evaluate(
          async () => (await chrome.storage.local.get('updateNote')).updateNote === undefined,
        ),
      'the note stays',
    );
  });

  test('fits 320 px in each state', async () => {
    await openOnNews();
    await popup.setViewport({ width: 320, height: 600 });
    const isTooWide = () => popup.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await isTooWide()).toBe(false);
    await popup.keyboard.type('camps');
    await shows(popup, ({ options }) => options.some((text) => text?.includes('¶')), 'passages');
    expect(await isTooWide()).toBe(false);
  });
});

describe('in chromium', () => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow('chromium');
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  test('the toolbar opens the popup over the page, and Enter closes it there', async () => {
    const read = await driver.newPage(site.serve('/news', NEWS));
    await expectMarks(read, PAINTED);
    // As a reader sees it: over a page, not as a page.
    const [extension] = [...(await driver.browser.extensions()).values()];
    if (!extension) throw new Error('the extension is not there');
    await read.triggerExtensionAction(extension);
    const target = await driver.browser.waitForTarget((some) => some.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    const state = await shows(popup, ({ options }) => options.length === 3, 'three names');
    // The first words may be there already.
    const active = expect.stringMatching(/^Kashgar place 3 matches/);
    expect(state).toMatchObject({ isFocused: true, active });
    await popup.keyboard.press('ArrowRight');
    await shows(popup, ({ said }) => said.includes('Kashgar: 1 of 3'), 'the first match');
    expect(await flashed(read)).toEqual(['H1 Kashgar']);
    await pressLast(popup, 'Enter');
    await until(
      async () => !driver.browser.targets().some((some) => some.url().endsWith('/popup.html')),
      'the popup stays',
    );
    expect(await flashed(read)).toEqual(['P Kashgar']);
  });
});

declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  storage: Record<
    'session' | 'local' | 'sync',
    {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
    }
  >;
};

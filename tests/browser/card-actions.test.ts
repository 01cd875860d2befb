/** What a reader does in the card: copy, correct, switch off, and take it back. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, Driver, expectMarks, isCardOpen, restOn, until } from './driver';
import { Site } from './site';

/** Our pages run in our origin. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Actions</title><body>${body}</body></html>`;
const NEWS = page('<p>Trains left Kashgar for Tibet, where Sayragul Sauytbay was not.</p>');
const MARKS = ['Kashgar', 'Tibet', 'Sayragul Sauytbay'];

const press = async (card: Frame, label: string) => {
  const button = await card.waitForFunction(
    (wanted) => {
      const named = (element: Element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().startsWith(wanted);
      return [...document.querySelectorAll('button')].find(named);
    },
    {},
    label,
  );
  await (
    button as unknown as { evaluate(act: (element: HTMLElement) => void): Promise<void> }
  ).evaluate((element) => element.click());
};
const says = (card: Frame, words: string) =>
  card.waitForFunction(
    // Firefox's driver hands no characters over that isolate directions of writing.
    (wanted) => document.body.innerText.replace(/[\u2068\u2069]/g, '').includes(wanted),
    {},
    words,
  );

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let shown: Page;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
  });
  afterEach(async () => {
    await shown.close();
    await driver.settings({});
    await driver.ours.evaluate(() => chrome.storage.local.set({ corrections: [] }));
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  let number = 0;
  const openCard = async (mark: string, body = NEWS): Promise<Frame> => {
    shown = await driver.newPage(site.serve(`/actions-${++number}`, body));
    await until(() => shown.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    await restOn(shown, mark);
    await until(() => isCardOpen(shown), 'no card opens');
    return cardOf(shown);
  };
  const close = async () => {
    await shown.keyboard.press('Escape');
    await until(async () => !(await isCardOpen(shown)), 'Escape does not close the card');
    await shown.mouse.move(2, 400);
  };
  const more = async (card: Frame, choice: number) => {
    await press(card, 'More');
    await card.waitForSelector('.card-choices');
    await card.evaluate((index) => {
      const buttons = document.querySelectorAll<HTMLElement>('.card-choices .chip');
      buttons[index]?.click();
    }, choice);
  };

  test('keeps that a name is not this one on the page, and elsewhere it is', async () => {
    const card = await openCard('Tibet');
    await more(card, 7);
    await says(card, '“Tibet” is no longer marked');
    // What was done can be seen, and undone, as long as the card is open.
    await expectMarks(shown, MARKS);
    await close();
    await expectMarks(shown, ['Kashgar', 'Sayragul Sauytbay']);
    const other = await driver.newPage(site.serve('/actions-other', NEWS));
    await expectMarks(other, MARKS);
    await other.close();
  });

  test('keeps that a name is not this one everywhere, and takes it back', async () => {
    const card = await openCard('Tibet');
    await more(card, 9);
    await says(card, 'everywhere.');
    const other = await driver.newPage(site.serve('/actions-everywhere', NEWS));
    await expectMarks(other, ['Kashgar', 'Sayragul Sauytbay']);
    await shown.bringToFront();
    await press(card, 'Undo');
    await says(card, 'Undone.');
    await other.bringToFront();
    await expectMarks(other, MARKS);
    await other.close();
  });

  test('marks a name no more on the site, lists it still, and takes it back', async () => {
    const card = await openCard('Tibet');
    await more(card, 5);
    await says(card, 'From now on, Tibet stays unmarked on localhost.');
    await close();
    await expectMarks(shown, ['Kashgar', 'Sayragul Sauytbay']);
    const listed = (await driver.pageList(shown)).entities.map(({ id }) => id);
    expect(listed).toContain('kazakhstan-china-xinjiang/tibet');
    await driver.settings({});
    await expectMarks(shown, MARKS);
  });

  test('keeps a passage by one key, takes it out again, and notes nothing of the page', async () => {
    await driver.emptyNotebook();
    const card = await openCard('Tibet');
    await card.waitForSelector('[aria-label^="Keep in the notebook"]');
    await card.evaluate(() =>
      dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK' })),
    );
    await says(card, 'Kept in the notebook.');
    const [clipping] = await driver.clippings();
    expect(clipping?.passage.text).toContain(await card.$eval('.pt', (text) => text.textContent));
    expect(clipping?.passage.speaker?.name).toBe('Aidar Amrebayev');
    expect(clipping?.metAt).toBeNull();
    await press(card, 'Remove from the notebook');
    await says(card, 'Removed from the notebook.');
    expect(await driver.clippings()).toEqual([]);
  });

  test('switches off on the site, and on again', async () => {
    const card = await openCard('Tibet');
    await more(card, 11);
    await says(card, 'Sidelight will be off');
    await press(card, 'Undo');
    await says(card, 'Undone.');
    await press(card, 'More');
    await more(card, 10);
    await says(card, 'on this page once the card closes');
    await close();
    await expectMarks(shown, []);
    expect((await driver.pageList(shown)).state).toBe('off-on-page');
  });

  test('copies the quotation with its caveats, in each format', async () => {
    const card = await openCard('Sayragul Sauytbay');
    await card.evaluate(() => {
      const kept: string[] = [];
      (globalThis as unknown as { kept: string[] }).kept = kept;
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => kept.push(text) },
      });
    });
    await press(card, 'Copy quote');
    await says(card, 'Copied');
    await press(card, 'More');
    const copied = await card.evaluate(async () => {
      const { kept } = globalThis as unknown as { kept: string[] };
      for (const chip of [...document.querySelectorAll<HTMLElement>('.card-choices .chip')].slice(
        0,
        5,
      )) {
        const before = kept.length;
        chip.click();
        while (kept.length === before) await new Promise((resolve) => setTimeout(resolve));
      }
      return kept;
    });
    expect(copied).toHaveLength(6);
    const passage = await card.evaluate(
      () => document.querySelector('.attribution b')?.textContent,
    );
    for (const text of copied) {
      expect(text).toContain(passage ?? 'nobody');
      expect(text).toMatch(/¶ \d+ of 56/);
      expect(text).toContain('title added by us');
      expect(text).toMatch(/date unknown|undated/);
    }
    expect(copied[0]?.split('\n')).toHaveLength(2);
    expect(copied[2]).toMatch(/^> /);
    expect(copied[3]).toMatch(/^TY {2}- GEN\r\n/);
    expect(copied[4]).toMatch(/^@misc\{/);
    expect(JSON.parse(copied[5] ?? '')).toHaveLength(1);
  });

  test.each([
    [
      'Sinkiang',
      'Roads reach Sinkiang.',
      'This page writes “Sinkiang”; the source writes “Xinjiang',
    ],
    ['新疆', '新疆与哈萨克斯坦。', 'This page writes “新疆”; the source writes “Xinjiang'],
  ])('shows a contested name as page and source write it: %s', async (mark, text, words) => {
    const card = await openCard(mark, page(`<p>${text}</p>`));
    await says(card, words);
    await card.evaluate(() => document.querySelector<HTMLElement>('.card-about summary')?.click());
    await says(card, 'some Uyghurs, especially abroad, call the region East Turkestan');
  });

  test('says whose words are quoted within a passage', async () => {
    const card = await openCard(
      'Shohrat Zakir',
      page('<p>Reports of camps were denied by Shohrat Zakir.</p>'),
    );
    await says(card, 'Shohrat Zakir, as reported by Aidar Amrebayev');
  });
});

/** The library page in both browsers: packs come in and go out, and what is chosen holds on pages and in cards. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../core/choices/settings';
import type { SearchResults, SharedSubject, SourceSummary } from '../../core/model/views';
import { DIALOGUE, FACTS, inventedPack } from '../fixtures/pack';
import { violations } from './axe';
import { cardOf, Driver, expectMarks, restOn, until } from './driver';
import { openOurPage, press, savedPack, shows } from './our-page';
import { Site } from './site';

const FACTS_TITLE = 'Railways of Central Asia – an invented fact sheet';
const DIALOGUE_TITLE = 'Two travellers on a train – an invented dialogue';
const INTERVIEW = 'kazakhstan-china-xinjiang';
const INTERVIEW_TITLE = 'Interview with Aidar Amrebayev on Kazakhstan, China and Xinjiang';
/** What else is bundled may share their subjects, and is nothing to these tests. */
const isOurs = (source: string) => [INTERVIEW, FACTS, DIALOGUE].includes(source);
const NEWS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
  <p>A line to Kashgar was opened, said the Steppe Rail Museum.</p></html>`;

const folder = mkdtempSync(join(tmpdir(), 'sidelight-library-'));
const fileOf = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
/** Chooses a file with these bytes for the import. */
const choose = async (page: Page, name: string, bytes: Uint8Array | string) => {
  const field = await page.waitForSelector('input[type=file]');
  await field?.uploadFile(fileOf(name, bytes));
};
/** Of the reader's own sources; how many are bundled is nothing to these tests. */
const titles = (page: Page) =>
  page.$$eval('.library-source', (all) =>
    all
      .filter((row) => row.querySelector('[aria-label^="Delete"]'))
      .map((row) => row.querySelector('h3')?.textContent),
  );

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let library: Page;
  let pack: Uint8Array;

  beforeAll(async () => {
    site = await Site.open();
    // A database outlives what a borrowed browser sets right.
    driver = await Driver.start(name);
    pack = await inventedPack();
    library = await openOurPage(driver, '/library.html', 'You have no sources of your own yet');
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const summaries = () => driver.ask<SourceSummary[]>('sources', null);
  const sources = async () => (await summaries()).map(({ id }) => id);
  const openNews = async () => driver.visit(site.serve('/news', NEWS), null);

  test('a file that is no pack is refused with what to do, and nothing is added', async () => {
    await choose(library, 'notes.zip', 'Notes.');
    await shows(library, '“notes.zip” is not a pack');
    await choose(library, 'cut.zip', pack.slice(0, pack.length / 2));
    await shows(library, '“cut.zip” is damaged');
    expect(await titles(library)).toEqual([]);
  });

  test('a pack says what it would change, and is added when the reader says so', async () => {
    await choose(library, 'invented.zip', pack);
    await shows(library, 'What “invented.zip” would change');
    expect(await titles(library)).toEqual([]);
    await press(library, 'Add to the library');
    await shows(library, '2 sources are in the library now');
    await until(async () => (await titles(library)).length === 2, 'the sources are not listed');
    expect(await violations(library)).toEqual([]);
  });

  test('its names are counted, and painted only where the reader says so', async () => {
    const page = await openNews();
    await expectMarks(page, ['Kashgar']);
    await until(async () => {
      const { entities } = await driver.pageList(page);
      return entities.some(({ id }) => id === `${FACTS}/rail-museum`);
    }, 'a name of an own source is not counted');
    await library.bringToFront();
    const row = await library.waitForSelector(`xpath///li[h3[contains(., 'Railways')]]`);
    await row?.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('label')]
        .find(({ textContent }) => textContent === 'Mark its names on pages')
        ?.click(),
    );
    await page.bringToFront();
    await expectMarks(page, ['Kashgar', 'Steppe Rail Museum']);
    await page.close();
  });

  test('a card has a tab for each source, and the reader’s order holds', async () => {
    const page = await openNews();
    await expectMarks(page, ['Kashgar', 'Steppe Rail Museum']);
    await restOn(page, 'Kashgar');
    const card = await cardOf(page);
    const tabs = () =>
      card.$$eval('.card-tabs .chip', (all) =>
        all.map((chip) =>
          [...chip.querySelectorAll('bdi, .visually-hidden')]
            .map(({ textContent }) => textContent)
            .join(' '),
        ),
      );
    expect(await violations(card)).toEqual([]);
    const others = (await summaries()).filter(({ id }) => !isOurs(id));
    const ours = (await tabs()).filter((tab) => !others.some(({ title }) => tab.startsWith(title)));
    expect(ours.toSorted()).toEqual(
      [INTERVIEW_TITLE, DIALOGUE_TITLE, FACTS_TITLE]
        .map((title) => `${title} 2 passages`)
        .toSorted(),
    );
    await card.evaluate(() => {
      const chips = [...document.querySelectorAll<HTMLElement>('.card-tabs .chip')];
      chips.find(({ textContent }) => textContent?.includes('Two travellers'))?.click();
    });
    await card.waitForFunction(() => document.body.textContent?.includes('The guide'));
    await page.close();
  });

  test.each(['Кашгар', 'Kashgr'])('“%s” brings passages of all sources', async (query) => {
    const filter = { source: null, speaker: null, kind: null };
    const { ofFirst } = await driver.ask<SearchResults>('search', { query, filter, tab: null });
    const found = new Set(ofFirst.map(({ source }) => source.id));
    expect([...found].filter(isOurs).sort()).toEqual([FACTS, DIALOGUE, INTERVIEW]);
  });

  test('subjects say why they are one, are parted, and join again', async () => {
    await library.bringToFront();
    await shows(library, 'Subjects of several sources');
    await until(
      async () => (await library.$$('.library-subjects > li')).length >= 10,
      'fewer than ten subjects are shared',
    );
    const members = async () => {
      const shared = await driver.ask<SharedSubject[]>('sharedSubjects', { query: 'Kashgar' });
      return shared.map(({ members: all }) =>
        all.filter(({ source }) => isOurs(source)).map(({ reason }) => reason?.by),
      );
    };
    expect(await members()).toEqual([[undefined, 'name', 'name']]);
    await driver.settings({ subjectsApart: [`${FACTS}/kashgar`], sourcesPainted: [FACTS] });
    await until(async () => (await members())[0]?.length === 2, 'the entity is not parted');
    await driver.settings({
      subjectsJoined: [`${FACTS}/rail-museum ${INTERVIEW}/kashgar`],
    });
    await until(async () => (await members())[0]?.length === 4, 'the entities are not joined');
    expect((await members())[0]).toContain('reader');
    await driver.settings({});
  });

  test.each<[Language, string]>([
    ['en', 'Library'],
    ['ru', 'Библиотека'],
    ['kk', 'Кітапхана'],
    ['zh', '资料库'],
  ])('in %s all of it fits 320 px', async (language, title) => {
    await driver.settings({ language });
    await library.setViewport({ width: 320, height: 700 });
    await library.bringToFront();
    await shows(library, title);
    await library.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const overflow = await library.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect([overflow, await violations(library, false)]).toEqual([0, []]);
    await library.setViewport({ width: 1000, height: 800 });
    await driver.settings({});
    await shows(library, 'Library');
  });

  test('what is exported is what was imported, to the byte', async () => {
    expect(Buffer.from(await savedPack(library)).equals(pack)).toBe(true);
  });

  test('of several packs one waits for the other', async () => {
    const field = await library.waitForSelector('input[type=file]');
    await field?.uploadFile(fileOf('first.zip', pack), fileOf('second.zip', pack));
    await shows(library, 'What “first.zip” would change');
    await shows(library, '1 more pack waits.');
    await press(library, 'Cancel');
    await shows(library, 'What “second.zip” would change');
    await press(library, 'Cancel');
  });

  test('the same pack again changes nothing', async () => {
    await choose(library, 'again.zip', pack);
    await shows(library, 'Everything in it is in the library already');
    await press(library, 'Cancel');
  });

  test('a source is deleted, and brought back', async () => {
    await press(library, `Delete “${DIALOGUE_TITLE}”`);
    await until(async () => (await titles(library)).length === 1, 'the source is still listed');
    expect(await sources()).not.toContain(DIALOGUE);
    await press(library, 'Undo');
    await until(async () => (await titles(library)).length === 2, 'the source is not brought back');
    expect(await sources()).toContain(DIALOGUE);
    // Another visit to the page can do it too.
    await press(library, `Delete “${DIALOGUE_TITLE}”`);
    await until(async () => (await titles(library)).length === 1, 'the source is still listed');
    await library.evaluate(() => location.reload());
    await press(library, `Bring back “${DIALOGUE_TITLE}”`);
    await until(async () => (await titles(library)).length === 2, 'the source is not brought back');
    expect(await sources()).toContain(DIALOGUE);
  });

  test('a source is deleted for good, and leaves nothing behind', async () => {
    await press(library, `Delete “${DIALOGUE_TITLE}”`);
    await press(library, 'Delete for good now');
    await shows(library, 'Deleted for good.');
    expect(await library.$('.library-deleted')).toBeNull();
    const kept = await library.evaluate(
      async (id) =>
        new Promise<string[]>((done, fail) => {
          const opening = indexedDB.open('sidelight');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const names = ['sources', 'texts', 'passages'];
            const read = database.transaction(names);
            const keys = names.map((store) => read.objectStore(store).getAllKeys());
            read.oncomplete = () => {
              database.close();
              done(
                keys.map(({ result }) => JSON.stringify(result)).filter((all) => all.includes(id)),
              );
            };
          };
        }),
      DIALOGUE,
    );
    expect(kept).toEqual([]);
    await choose(library, 'again.zip', pack);
    await press(library, 'Add to the library');
    await until(async () => (await titles(library)).length === 2, 'the source is not added again');
  });

  test('the search finds passages of every source', async () => {
    const { passages } = await driver.ask<SearchResults>('search', {
      query: 'railways',
      filter: { source: null, speaker: null, kind: null },
      tab: null,
    });
    expect(new Set(passages.map(({ source }) => source.id))).toContain(FACTS);
  });
});

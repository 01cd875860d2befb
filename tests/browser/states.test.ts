/** The table of states in docs/architecture.md, row by row: marks, badge and page list agree. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Driver, expectMarks, until } from './driver';
import { Site } from './site';

declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  runtime: { reload(): void };
  storage: Record<'session' | 'local', { remove(key: string): Promise<void> }>;
};

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
const FRAME = 'width="400" height="300"';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let live: Page;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.start(name, { prefs: { 'extensions.background.idle.timeout': 300 } });
    site.serve('/one', page('<p>In China.</p>'));
    site.serve('/two', page('<p>In Kashgar and Tibet.</p>'));
    site.serve('/none', page('<p>Nothing of note.</p>'));
  });
  afterEach(async () => {
    if (!live?.isClosed()) await live?.close();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const open = async (path: string, html: string) => {
    await driver.settings({ density: 'every' });
    live = await driver.newPage(site.serve(path, html));
  };
  /** Waits until badge and page list count this many matches. */
  const expectCount = async (count: number) => {
    const tab = await driver.tabOf(live);
    const wanted = count === 0 ? '' : String(count);
    let shown = '';
    await until(async () => {
      shown = await driver.ours.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
      return shown === wanted;
    }, `the badge does not come to “${wanted}”`);
    let listed = Number.NaN;
    await until(async () => {
      const { entities } = await driver.pageList(live);
      listed = entities.reduce((sum, each) => sum + each.count, 0);
      return listed === count;
    }, `the page list does not come to ${count}`);
  };

  test('a page that is left takes its counts along', async () => {
    await open('/start', page('<p>In China.</p>'));
    await expectCount(1);
    await live.goto(site.serve('/none', page('<p>Nothing of note.</p>')));
    await expectCount(0);
  });

  test('a frame that is replaced or removed takes its counts along', async () => {
    await open('/frames', page(`<p>In China.</p><iframe ${FRAME} src="/two"></iframe>`));
    await expectCount(3);
    await live.evaluate(() => document.querySelector('iframe')?.setAttribute('src', '/one'));
    await expectCount(2);
    await live.evaluate(() => document.querySelector('iframe')?.setAttribute('src', '/none'));
    await expectCount(1);
    await live.evaluate(() => document.querySelector('iframe')?.setAttribute('src', '/two'));
    await expectCount(3);
    await live.evaluate(() => document.querySelector('iframe')?.remove());
    await expectCount(1);
  });

  test('a frame that goes while the background sleeps is not counted when the popup asks', async () => {
    await open('/asleep', page(`<p>In China.</p><iframe ${FRAME} src="/two"></iframe>`));
    await expectCount(3);
    await driver.endBackground();
    await live.evaluate(() => document.querySelector('iframe')?.remove());
    await driver.pageList(live);
    await expectCount(1);
  });

  test('text that goes takes its counts along, also when a session has begun anew', async () => {
    await open('/text', page('<p>In China.</p>'));
    await expectCount(1);
    await driver.settings({ density: 'every', kindsOff: ['place', 'organisation'] });
    await expectMarks(live, []);
    await expectCount(0);
  });

  // Firefox's driver loses a page that comes from the cache.
  if (name === 'chromium')
    test('a page from the cache goes by what was chosen in between', async () => {
      await open('/back', page('<p>In China.</p>'));
      await expectCount(1);
      await live.goto(site.serve('/none', page('<p>Nothing of note.</p>')));
      await driver.settings({ density: 'every', sitesOff: ['localhost', '127.0.0.1'] });
      await live.evaluate(() => void setTimeout(() => history.back()));
      await until(async () => live.url().endsWith('/back'), 'the page does not come back');
      await expectMarks(live, []);
      await expectCount(0);
      await driver.settings({ density: 'every' });
      await expectMarks(live, ['China']);
      await expectCount(1);
    });

  test('a page that is off by its address comes back when its address changes', async () => {
    await open('/spa', page('<p>In China.</p>'));
    await expectMarks(live, ['China']);
    await driver.settings({ density: 'every', pagesOff: [live.url()] });
    await expectMarks(live, []);
    await live.evaluate(() => history.pushState(null, '', '/spa/other'));
    await expectMarks(live, ['China']);
    await live.evaluate(() => history.back());
    await expectMarks(live, []);
  });

  test('open pages come back by themselves after “until tomorrow”', async () => {
    await open('/midnight', page('<p>In China.</p>'));
    await expectCount(1);
    const offUntil = new Date(Date.now() + 4000).toISOString();
    await driver.settings({ density: 'every', offUntil });
    await expectMarks(live, []);
    expect((await driver.pageList(live)).state).toBe('off-for-now');
    await expectMarks(live, ['China']);
    await expectCount(1);
  });

  test('a background that has ended is asked again, and counts as before', async () => {
    await open('/ended', page('<p>In China.</p>'));
    await expectCount(1);
    await driver.endBackground();
    await live.evaluate(() => document.body.append('Then Tibet.'));
    await expectMarks(live, ['China', 'Tibet']);
    await expectCount(2);
  });

  test('what pages can read names no site and no page', async () => {
    await driver.settings({ sitesOff: ['secret.org'], pagesOff: ['https://secret.org/a'] });
    await until(async () => {
      const { settings } = await driver.stored();
      return JSON.stringify(settings).includes('secret.org');
    }, 'the sites are not stored');
    expect(JSON.stringify(await driver.pageSetup())).not.toContain('secret');
  });

  test('a page that finds no record, as after a start of the browser, asks for it', async () => {
    await driver.settings({ density: 'every' });
    await driver.ours.evaluate(async () => {
      const { session, local } = chrome.storage;
      await Promise.all([session.remove('pageSetup'), local.remove('pageSetup')]);
    });
    await driver.endBackground();
    live = await driver.newPage(site.serve('/early', page('<p>In China.</p>')));
    await expectMarks(live, ['China']);
    expect(await driver.pageSetup()).toBeDefined();
  });

  // Firefox cannot close an area, and keeps the record where it does not end with the browser.
  if (name === 'chromium')
    test('content scripts reach the record of pages, and nothing else in storage', async () => {
      await driver.settings({ density: 'every', sitesOff: ['a.org'] });
      await open('/areas', page('<p>In China.</p>'));
      await expectMarks(live, ['China']);
      const devtools = await live.createCDPSession();
      const world = new Promise<number>((resolve) =>
        devtools.on('Runtime.executionContextCreated', ({ context }) => {
          if (context.origin === driver.origin) resolve(context.id);
        }),
      );
      await devtools.send('Runtime.enable');
      const contextId = await world;
      const read = async (area: string) => {
        const expression = `chrome.storage.${area}.get(null).then(JSON.stringify, String)`;
        const asked = { expression, contextId, awaitPromise: true };
        return (await devtools.send('Runtime.evaluate', asked)).result.value;
      };
      for (const area of ['local', 'sync']) expect(await read(area)).toContain('not allowed');
      const session = JSON.parse(await read('session'));
      expect(Object.keys(session).sort()).toEqual(['pageSetup', 'sieve']);
    });

  // Firefox takes the marks away itself.
  if (name === 'chromium')
    test('marks go with the extension', async () => {
      await open('/orphan', page('<p>In China.</p>'));
      await expectCount(1);
      await driver.ours.evaluate(() => chrome.runtime.reload()).catch(() => null);
      await expectMarks(live, []);
    });
});

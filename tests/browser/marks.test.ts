/** What is marked on whole pages, in both browsers: every name of the sources' entities, and nothing else. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driver, expectMarks } from './driver';
import { Site } from './site';

const PAGES = readdirSync(resolve(import.meta.dirname, '../pages')).filter((name) =>
  name.endsWith('.html'),
);
const SOURCE = 'kazakhstan-china-xinjiang';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.start(name);
    await driver.settings({ density: 'every' });
  }, 60_000);
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  test.each(PAGES)('marks exactly the names of %s', async (file) => {
    const expected = site.expected.get(`/${file}`) ?? [];
    const page = await driver.newPage(site.address(`/${file}`), { width: 1280, height: 6000 });
    const list = await driver.pageList(page);
    await expectMarks(
      page,
      expected.map(({ text }) => text),
    );
    const counts: Record<string, number> = {};
    for (const { entity } of expected) {
      const id = `${SOURCE}/${entity}`;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    expect(Object.fromEntries(list.entities.map(({ id, count }) => [id, count]))).toEqual(counts);
    await page.close();
  });
});

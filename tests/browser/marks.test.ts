/** What is marked on whole pages, in both browsers: every name of the sources' entities, and nothing else. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driver, expectMarks, marksOf, placeOfMark, until } from './driver';
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
    driver = await Driver.borrow(name);
    await driver.settings({ density: 'every' });
  }, 60_000);
  afterAll(async () => {
    await driver?.giveBack();
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
      const id = entity.includes('/') ? entity : `${SOURCE}/${entity}`;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    expect(Object.fromEntries(list.entities.map(({ id, count }) => [id, count]))).toEqual(counts);
    await page.close();
  });

  test('paints them on light, on dark, and in an open shadow tree', async () => {
    const address = site.serve(
      '/painted',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Painted</title>
      <p>China</p><p style="background:#111;color:#eee">Kazakhstan</p><x-shadow></x-shadow><script>
        document.querySelector('x-shadow').attachShadow({ mode: 'open' }).innerHTML = '<p>Xinjiang</p>';
      </script></html>`,
    );
    const page = await driver.visit(address, { width: 400, height: 300 });
    await until(async () => (await marksOf(page)).length === 3, 'not everything is marked');
    const places = await Promise.all(
      ['China', 'Kazakhstan', 'Xinjiang'].map((name) => placeOfMark(page, name)),
    );
    const pictures = async () => {
      const all: string[] = [];
      for (const { x, y } of places) {
        const clip = { x: x - 30, y: y - 12, width: 60, height: 24 };
        all.push(await page.screenshot({ clip, encoding: 'base64' }));
      }
      return all;
    };
    const marked = await pictures();
    await page.evaluate(() => CSS.highlights.clear());
    const bare = await pictures();
    expect(marked.map((picture, i) => picture !== bare[i])).toEqual([true, true, true]);
  });
});

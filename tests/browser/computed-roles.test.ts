/**
 * What assistive technology is told, as Chromium computes it: markup that reads well may come to nothing, as options in
 * a bare fieldset do.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, Driver, expectMarks, isCardOpen, restOn, until } from './driver';
import { openOurPage } from './our-page';
import { NEWS, PAINTED, shows } from './popup-page';
import { Site } from './site';

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
}

/** The names of what has this role, within what has the other. */
async function named(page: Page, role: string, within?: string): Promise<string[]> {
  const session = await page.createCDPSession();
  const names = await namedBy(session, role, within);
  await session.detach();
  return names;
}

async function namedBy(session: CDPSession, role: string, within?: string): Promise<string[]> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (node: Node): Node[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? [child, ...below(child)] : [];
    });
  const from = within ? nodes.filter((node) => node.role?.value === within).flatMap(below) : nodes;
  return from
    .filter((node) => !node.ignored && node.role?.value === role)
    .map((node) => (node.name?.value ?? '').replace(/[\u2066-\u2069]/g, ''));
}

describe('Chromium computes', () => {
  let site: Site;
  let driver: Driver;
  let read: Page;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow('chromium');
    read = await driver.newPage(site.serve('/roles', NEWS));
    await expectMarks(read, PAINTED);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  test('a list of options in the popup, of the page and of a search', async () => {
    const popup = await driver.browser.newPage();
    await driver.openOurs(popup, `/popup.html?tab=${await driver.tabOf(read)}`);
    await shows(popup, ({ options }) => options.length === 3, 'three names');
    const onPage = await named(popup, 'option', 'listbox');
    expect(onPage.map((name) => name.split(' ')[0])).toEqual(['Kashgar', 'Shohrat', 'Tibet']);
    await popup.type('[role=combobox]', 'camps');
    // Results of what was typed before its last letter come first.
    await until(async () => {
      const found = await named(popup, 'option', 'listbox');
      return found.length > 5 && found.some((name) => name.includes('Aidar Amrebayev'));
    }, 'no list of options names who speaks');
    // A switch that is folded is none yet.
    expect(await named(popup, 'switch')).toEqual(['On localhost']);
    await popup.close();
  });

  test('tabs with their view in the panel, and articles in it', async () => {
    const panel = await openOurPage(driver, '/panel.html?words=Kashgar', 'Aidar Amrebayev');
    expect(await named(panel, 'tab', 'tablist')).toEqual([
      'Beside this page',
      'Search',
      'Notebook',
    ]);
    expect(await named(panel, 'tabpanel')).toEqual(['Search']);
    expect((await named(panel, 'article', 'tabpanel')).length).toBeGreaterThan(1);
    await panel.close();
  });

  test('a heading, a quotation, and a list of passages in the card', async () => {
    await read.bringToFront();
    await restOn(read, 'Kashgar');
    await until(() => isCardOpen(read), 'no card opens');
    const card = await cardOf(read);
    await card.waitForSelector('.card-pager');
    // The card runs in a process of its own.
    const { client } = card as unknown as { client: CDPSession };
    expect(await namedBy(client, 'heading')).toEqual(['Kashgar']);
    expect(await namedBy(client, 'blockquote', 'article')).toHaveLength(1);
    await card.evaluate(() =>
      document.querySelector<HTMLElement>('.card-pager [aria-expanded]')?.click(),
    );
    await card.waitForSelector('.passage-lines');
    const passages = await namedBy(client, 'button', 'list');
    expect(passages.filter((name) => name.startsWith('¶'))).toHaveLength(2);
  });
});

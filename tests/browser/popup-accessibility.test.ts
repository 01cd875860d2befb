/** axe finds nothing in the popup, whatever it shows, light and dark, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe';
import { Driver, expectMarks } from './driver';
import { NEWS, PAINTED, press, shows } from './popup-page';
import { Site } from './site';

describe.each([
  ['chromium', 'light'],
  ['chromium', 'dark'],
  ['firefox', 'light'],
  ['firefox', 'dark'],
] as const)('axe finds nothing in the popup: %s, %s', (name, tone) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name, { dark: tone === 'dark' });
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  test('with a list, results, nothing found, off, on an empty page, unreachable', async () => {
    const read = await driver.newPage(site.serve('/news', NEWS));
    await expectMarks(read, PAINTED);
    const popup = await driver.browser.newPage();
    const open = (address: string) => driver.openOurs(popup, `/popup.html${address}`);
    await open(`?tab=${await driver.tabOf(read)}`);
    await popup.bringToFront();
    await shows(popup, ({ options }) => options.length === 3, 'three names');
    expect(await violations(popup)).toEqual([]);
    await popup.type('[role=combobox]', 'camps');
    await shows(popup, ({ options }) => options.some((text) => text?.includes('¶')), 'passages');
    expect(await violations(popup)).toEqual([]);
    await popup.type('[role=combobox]', 'zzz');
    await shows(popup, ({ said }) => said.join().includes('Nothing found'), 'nothing');
    expect(await violations(popup)).toEqual([]);
    await popup.keyboard.press('Escape');
    await press(popup, 'On localhost');
    await shows(popup, ({ said }) => said.join().includes('off on localhost. Search'), 'it off');
    expect(await violations(popup)).toEqual([]);
    await press(popup, 'Undo');
    await shows(popup, ({ switches }) => switches.every(([, isOn]) => isOn), 'it on');
    await popup.close();

    const bare = await driver.newPage(
      site.serve('/bare', '<!doctype html><title>t</title><p>Nothing.'),
    );
    const other = await driver.browser.newPage();
    await driver.openOurs(other, `/popup.html?tab=${await driver.tabOf(bare)}`);
    await shows(
      other,
      ({ said }) => said.join().includes('No names from your sources'),
      'that it is empty',
    );
    expect(await violations(other)).toEqual([]);
    await other.close();
    const alone = await driver.browser.newPage();
    await driver.openOurs(alone, '/popup.html');
    await shows(alone, ({ said }) => said.join().includes('part of Sidelight'), 'the reason');
    expect(await violations(alone)).toEqual([]);
  });
});

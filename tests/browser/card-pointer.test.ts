/** What a real pointer does to the card: to enter it, to leave it, and to do something else with the mark. */

import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { cardBox, NEWS, pass, realStage, showsCardOf } from './card-page';
import { cardOf, expectMarks, isCardOpen, placeOfMark, until } from './driver';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const on = realStage(name);

  test('the card can be entered slantwise, stays while the pointer is in it, and goes when it is left', async () => {
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.restOn(opened, 'Kashgar');
    const card = await showsCardOf(opened, 'Kashgar');
    await card.evaluate(() =>
      addEventListener('mousemove', () => Object.assign(window, { isEntered: true })),
    );
    const { left, top } = await cardBox(opened);
    await on.pointer.move(opened, { x: left + 200, y: top + 60 });
    await card.waitForFunction(() => 'isEntered' in window);
    // At rest outside of the card the pointer would have closed it long since.
    await pass(opened, 1500);
    expect(await isCardOpen(opened)).toBe(true);
    await on.pointer.move(opened, { x: left + 200, y: 600 });
    await until(async () => !(await isCardOpen(opened)), 'the card stays when it is left');
  });

  const rests = async (opened: Page, mark: string) => {
    await on.pointer.restOn(opened, mark);
    // Longer than any card takes to open.
    await pass(opened, 900);
  };

  test.each<[string, string]>([
    [
      'under a link that is stretched over it',
      '<div style="position:relative;padding:20px"><a href="#x">Rail<style>a::after{content:"";position:absolute;inset:0}</style></a><p>Trains from Kashgar left.</p></div>',
    ],
    [
      'under a link that covers it',
      '<div style="position:relative;padding:20px"><a href="#x" style="position:absolute;inset:0"></a><p>Trains from Kashgar left.</p></div>',
    ],
    [
      'that lets the pointer through',
      '<div style="position:relative;block-size:160px;background:#335;color:#fff"><a href="#x" style="position:absolute;inset:0"></a><div style="position:absolute;inset:60px 0 0 20px;pointer-events:none">Museum opens in Kashgar</div></div>',
    ],
    [
      'in a paragraph that changes all the time',
      `<p>In Kashgar, seen by <b id="n">0</b>.</p>
      <script>let n = 0; setInterval(() => { document.getElementById('n').textContent = ++n; }, 100)</script>`,
    ],
    [
      'that stands among many in a shadow tree',
      `<x-many></x-many><script>
      document.querySelector('x-many').attachShadow({ mode: 'open' }).innerHTML =
        '<p>' + 'Tibet and Sweden, '.repeat(20) + 'Kashgar.</p>'</script>`,
    ],
    [
      'in a form whose fields have the names of methods',
      `<form>${['matches', 'contains', 'assignedSlot', 'parentElement', 'parentNode']
        .map((field) => `<input type="hidden" name="${field}">`)
        .join('')}In Kashgar.</form>`,
    ],
    [
      'beside an element that is called as our guard',
      '<i id="sidelightGuard"></i><p>In Kashgar.</p>',
    ],
  ])('a name answers %s', async (_, body) => {
    await on.driver.settings({ density: 'every' });
    const opened = await on.open(body);
    await until(() => opened.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    await on.pointer.restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
  });

  test.each<[string, string]>([
    [
      'under what covers it',
      `${NEWS}<div style="position:fixed;inset:0;background:#fff">Cookies?</div>`,
    ],
    [
      'among lines that lie over each other',
      '<p style="line-height:0;padding:40px">In Sweden<br>Kashgar<br>Tibet</p>',
    ],
    [
      'among words that lie over each other',
      '<p style="position:fixed;inset:200px 0 auto">Nothing here</p><p style="position:fixed;inset:200px 0 auto">Kashgar</p>',
    ],
  ])('a name does not answer %s', async (_, body) => {
    const opened = await on.open(body);
    await until(() => opened.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    await rests(opened, 'Kashgar');
    expect(await isCardOpen(opened)).toBe(false);
  });

  test('a name that begins in another element answers on its last part', async () => {
    const opened = await on.open('<p>Trains left <span><b>Hong</b></span> Kong.</p>');
    await expectMarks(opened, ['Hong Kong']);
    const { x, y } = await placeOfMark(opened, 'Hong Kong');
    await on.pointer.put(opened, { x: x + 60, y: y + 50 });
    await on.pointer.move(opened, { x: x + 45, y });
    await showsCardOf(opened, 'Hong Kong');
  });

  test('no card opens over text that is being selected, and what was selected stays', async () => {
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await on.pointer.put(opened, { x: x - 90, y });
    await on.pointer.press();
    await on.pointer.move(opened, { x, y });
    await pass(opened, 900);
    expect(await isCardOpen(opened)).toBe(false);
    await on.pointer.release();
    expect(await opened.evaluate(() => getSelection()?.toString())).toMatch(/Kas/);
  });

  test('no card opens under the menu of the browser', async () => {
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    const place = await placeOfMark(opened, 'Kashgar');
    await on.pointer.clickAt(opened, place, 3);
    await pass(opened, 900);
    const isOpen = await isCardOpen(opened);
    // The menu would take the keys and clicks of the next test.
    await on.pointer.display.act('key', 'Escape');
    expect(isOpen).toBe(false);
  });

  test('what a page makes to be clicked is the page’s', async () => {
    const kinds = {
      row: '<table><tr role="row" tabindex="-1"><td>In Kashgar</td></tr></table>',
      tab: '<div role="tab">In Kashgar</div>',
      handler: '<div onclick="1">In Kashgar</div>',
      look: '<div style="cursor:pointer">In Kashgar</div>',
    };
    await on.driver.settings({ trigger: 'click', density: 'every' });
    const opened = await on.open(
      `${Object.values(kinds).join('')}<p>In Tibet</p><script>
        let clicks = 0; addEventListener('click', () => clicks++)</script>`,
    );
    await expectMarks(opened, ['Kashgar', 'Kashgar', 'Kashgar', 'Kashgar', 'Tibet']);
    const places = await opened.evaluate(() =>
      [...document.querySelectorAll('td,div')].map((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        return { x: left + 45, y: top + height / 2 };
      }),
    );
    for (const place of places) {
      await on.pointer.clickAt(opened, place);
    }
    await opened.waitForFunction('clicks === 4');
    expect(await isCardOpen(opened)).toBe(false);
    await on.pointer.clickAt(opened, await placeOfMark(opened, 'Tibet'));
    await showsCardOf(opened, 'Tibet');
  });

  test('a card on a menu that is shown while it is pointed at can be reached', async () => {
    const opened = await on.open(
      `<style>#menu{inline-size:200px;padding:10px}#menu ul{display:none}#menu:hover ul{display:block}</style>
       <div id="menu">Regions<ul><li><a href="#1">Kashgar</a></li><li><a href="#2">Tibet</a></li></ul></div>`,
    );
    // A page that has only just come misses where the pointer jumps to.
    await until(async () => {
      await on.pointer.put(opened, { x: 300, y: 300 });
      await on.pointer.put(opened, { x: 60, y: 30 });
      return opened.evaluate(() => document.querySelector('#menu')?.matches(':hover') === true);
    }, 'the menu is not shown');
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.move(opened, await placeOfMark(opened, 'Kashgar'));
    const card = await showsCardOf(opened, 'Kashgar');
    const { left, top } = await cardBox(opened);
    await on.pointer.move(opened, { x: left + 150, y: top + 120 });
    await opened.waitForFunction(() => !document.querySelector('#menu')?.matches(':hover'));
    await pass(opened, 900);
    expect(await isCardOpen(opened)).toBe(true);
    expect(await card.evaluate(() => document.querySelector('h1')?.textContent)).toContain(
      'Kashgar',
    );
  });

  test('a card over slotted text of a modal dialog can be used', async () => {
    const opened = await on.open(
      `<x-dialog>${NEWS}</x-dialog><script>
        const tree = document.querySelector('x-dialog').attachShadow({ mode: 'open' });
        tree.innerHTML = '<dialog style="inline-size:500px"><slot></slot></dialog>';
        tree.querySelector('dialog').showModal()</script>`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.restOn(opened, 'Kashgar');
    const card = await cardOf(opened);
    await card.evaluate(() =>
      addEventListener('mousemove', () => Object.assign(window, { isEntered: true })),
    );
    const { x, y } = await placeOfMark(opened, 'Kashgar');
    await on.pointer.move(opened, { x: x + 20, y: y + 80 });
    await card.waitForFunction(() => 'isEntered' in window);
  });

  test('no card opens where it could not be read', async () => {
    const opened = await on.open(
      `${NEWS}<iframe style="inline-size:700px;block-size:150px" srcdoc="<p style='margin:50px 10px'>In Sweden.</p>"></iframe>`,
    );
    const frame = opened.frames()[1] as Frame;
    await expectMarks(frame, ['Sweden']);
    const place = await placeOfMark(frame, 'Sweden');
    const corner = await opened.evaluate(() => {
      const { left, top } =
        document.querySelector('iframe')?.getBoundingClientRect() ?? new DOMRect();
      return { left, top };
    });
    const at = { x: corner.left + place.x, y: corner.top + place.y };
    await on.pointer.put(opened, { x: at.x, y: at.y + 30 });
    await on.pointer.move(opened, at);
    await pass(opened, 900);
    expect(await frame.evaluate(() => document.querySelector(':popover-open'))).toBeNull();
  });

  test('a card that was clicked into stays until the reader clicks elsewhere', async () => {
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.restOn(opened, 'Kashgar');
    const card = await showsCardOf(opened, 'Kashgar');
    const words = await card.evaluate(() => {
      const box = document.querySelector('blockquote')?.getBoundingClientRect() ?? new DOMRect();
      return { left: box.left + 30, top: box.top + 20 };
    });
    const box = await cardBox(opened);
    await on.pointer.move(opened, { x: box.left + words.left, y: box.top + words.top });
    // In Chromium the press that brought the focus to the card selected nothing; the next one does.
    await on.pointer.click();
    await card.waitForFunction(() => document.hasFocus());
    await on.pointer.press();
    await on.pointer.move(opened, { x: box.left + 200, y: box.top + words.top + 30 });
    await on.pointer.move(opened, { x: box.right + 80, y: box.top + words.top + 30 });
    await on.pointer.release();
    await on.pointer.move(opened, { x: box.right + 120, y: 700 });
    await pass(opened, 900);
    expect(await card.evaluate(() => getSelection()?.type)).toBe('Range');
    expect(await isCardOpen(opened)).toBe(true);
    await on.pointer.click();
    await until(async () => !(await isCardOpen(opened)), 'a click elsewhere does not close it');
  });
});

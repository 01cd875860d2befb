/** What a page can learn of the card and do to it, in both browsers. */
import { describe, expect, test } from 'vitest';
import { CARD_HEIGHTS, CARD_WIDTH } from '../../core/card/place-card';
import { cardBox, NEWS, pass, realStage, showsCardOf } from './card-page';
import { expectMarks, isCardOpen, until } from './driver';

/** Keeps all that any event leads to in a closed tree, from the first script of the page on. */
const LOOK = `<script>
  var found = new Set();
  const look = (event) => {
    for (const key in event) {
      let value;
      try { value = event[key]; } catch { continue; }
      if (!(value instanceof Node)) continue;
      const root = value.getRootNode();
      if (root instanceof ShadowRoot) found.add(event.type + '.' + key);
    }
    for (const node of event.composedPath()) {
      if (node instanceof ShadowRoot) found.add(event.type + '.path');
    }
  };
  const types = new Set(['DOMFrameContentLoaded', 'DOMMouseScroll', 'MozMousePixelScroll', 'focusin', 'focusout', 'DOMActivate', 'DOMWindowClose', 'DOMTitleChanged', 'DOMLinkAdded', 'DOMMetaAdded', 'pagehide', 'pageshow', 'MozMouseHittest', 'DOMContentLoaded', 'touchstart', 'touchend', 'touchmove']);
  for (const some of [window, Document.prototype, HTMLElement.prototype, Element.prototype, SVGElement.prototype])
    for (let at = some; at; at = Object.getPrototypeOf(at))
      for (const key of Object.getOwnPropertyNames(at)) if (key.startsWith('on')) types.add(key.slice(2));
  for (const type of types) for (const some of [window, document, document.documentElement]) {
    some.addEventListener(type, look, true);
    some.addEventListener(type, look);
  }
</script>`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const on = realStage(name);

  test('no event leads a page to the card', async () => {
    const opened = await on.open(`${LOOK}${NEWS}<input id="field">`);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await opened.focus('#field');
    await on.pointer.restOn(opened, 'Kashgar');
    const card = await showsCardOf(opened, 'Kashgar');
    const { left, top, right } = await cardBox(opened);
    const inside = { x: left + 200, y: top + 60 };
    await on.pointer.move(opened, inside);
    await on.pointer.click();
    await card.waitForFunction(() => document.hasFocus());
    await on.pointer.display.act('click', 4, 'click', 5, 'key', 'Tab', 'key', 'a');
    await on.pointer.press();
    await on.pointer.move(opened, { x: left + 100, y: top + 90 });
    await on.pointer.move(opened, { x: right + 90, y: top + 90 });
    await on.pointer.move(opened, inside);
    await on.pointer.release();
    await on.pointer.move(opened, { x: right + 90, y: 600 });
    await on.pointer.click();
    await until(async () => !(await isCardOpen(opened)), 'the card stays when it is left');
    await on.pointer.restOn(opened, 'Tibet');
    await showsCardOf(opened, 'Tibet');
    await pass(opened, 100);
    const found = await opened.evaluate(() => [
      ...(globalThis as unknown as { found: Set<string> }).found,
    ]);
    expect(found).toEqual([]);
  });

  test('no event leads a page to the card that opens its document anew', async () => {
    const opened = await on.open(NEWS);
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await opened.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, `${LOOK}<p>Shops in Sweden.</p>`);
    await expectMarks(opened, ['Sweden']);
    await on.pointer.restOn(opened, 'Sweden');
    if (name === 'firefox') {
      await pass(opened, 1500);
      expect(await isCardOpen(opened)).toBe(false);
    } else await showsCardOf(opened, 'Sweden');
    const found = await opened.evaluate(() => [
      ...(globalThis as unknown as { found: Set<string> }).found,
    ]);
    expect(found).toEqual([]);
  });

  test('a page that styles our element and all custom properties does not move the card', async () => {
    const opened = await on.open(
      `<style>html>div[popover]{left:-9000px!important;inline-size:1px!important;
       --left:-9000px!important;--width:1px!important;--zoom:8!important}</style>${NEWS}`,
    );
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    const { left, right } = await cardBox(opened);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right - left).toBe(CARD_WIDTH * 16);
  });

  test('the height of the card does not tell what it says', async () => {
    const opened = await on.open('<p>Sweden, Kashgar, Tibet, Xinjiang and Kazakhstan.</p>');
    await until(() => opened.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    for (const mark of ['Sweden', 'Kashgar', 'Tibet', 'Xinjiang', 'Kazakhstan']) {
      await on.pointer.restOn(opened, mark);
      await showsCardOf(opened, mark);
      const { top, bottom } = await cardBox(opened);
      expect(CARD_HEIGHTS.map((height) => height * 16)).toContain(Math.round(bottom - top));
    }
  });

  test('a page that takes our element out and puts it back gets no blank card, and no error', async () => {
    const opened = await on.open(NEWS);
    const errors: unknown[] = [];
    opened.on('pageerror', (error) => errors.push(error));
    await expectMarks(opened, ['Kashgar', 'Tibet']);
    await on.pointer.restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    await opened.evaluate(() => {
      const host = document.querySelector(':popover-open') as Element;
      host.remove();
      document.documentElement.append(host);
    });
    await on.pointer.restOn(opened, 'Tibet');
    await showsCardOf(opened, 'Tibet');
    await opened.evaluate(() => document.querySelector(':popover-open')?.remove());
    await on.pointer.restOn(opened, 'Kashgar');
    await showsCardOf(opened, 'Kashgar');
    expect(errors).toEqual([]);
  });
});

/** What a page can learn of the card and do to it, in both browsers. */
import { describe, expect, test } from 'vitest';
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
});

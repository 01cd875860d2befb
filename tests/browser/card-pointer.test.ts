/** What a real pointer does to the card: to enter it, to leave it, and to do something else with the mark. */
import { describe, expect, test } from 'vitest';
import { cardBox, NEWS, pass, realStage, showsCardOf } from './card-page';
import { expectMarks, isCardOpen, until } from './driver';

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
});

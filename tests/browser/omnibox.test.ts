/** Search from the address bar, in Chromium. Drivers cannot type there: its events are fired in the background. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driver } from './driver';

const SOURCE = 'kazakhstan-china-xinjiang';

describe('the keyword in the address bar, in chromium', () => {
  let driver: Driver;

  beforeAll(async () => {
    driver = await Driver.borrow('chromium');
  });
  afterAll(() => driver?.giveBack());

  const worker = async () => {
    // One that has ended for want of anything to do is there no more: a question wakes it.
    await driver.ask('sources', null);
    const target = await driver.browser.waitForTarget((some) => some.type() === 'service_worker');
    const found = await target.worker();
    if (!found) throw new Error('the background does not run');
    return found;
  };
  type Offered = Array<{ content: string; description: string }>;
  const offered = async (text: string) =>
    (await worker()).evaluate(
      (typed) =>
        new Promise<Offered>((answer) => chrome.omnibox.onInputChanged.dispatch(typed, answer)),
      text,
    );

  test('offers names and passages', async () => {
    const [first, ...others] = await offered('qashqar');
    expect(first).toEqual({
      content: `${SOURCE}/kashgar`,
      description: expect.stringMatching(/^<match>Kashgar<\/match><dim> – place/),
    });
    // Under the name, what is said of it, in other bundled sources too.
    const ours = others.filter(({ content }) => content.startsWith(`${SOURCE}/`));
    expect(ours.map(({ content }) => content)).toEqual([`${SOURCE}/51`, `${SOURCE}/50`]);
    for (const { description } of ours) {
      expect(description).toMatch(/^<dim>Aidar Amrebayev: <\/dim>.*<match>Kashgar<\/match>/);
    }
    expect((await offered('raindrops'))[0]).toEqual({
      content: `${SOURCE}/27`,
      description: expect.stringMatching(/^<dim>.*Amrebayev.*: <\/dim>.*<match>raindrops<\/match>/),
    });
  });

  test.each([
    [
      'a name that was offered',
      `${SOURCE}/kashgar`,
      `/reader.html#${SOURCE}?entity=${SOURCE}/kashgar`,
    ],
    ['a passage that was offered', `${SOURCE}/27`, `/reader.html#${SOURCE}/27`],
    ['anything else', 'a & b?', '/popup.html?query=a%20%26%20b%3F'],
  ])('%s opens where it belongs', async (_, chosen, address) => {
    await (await worker()).evaluate(
      (text) => chrome.omnibox.onInputEntered.dispatch(text, 'newForegroundTab'),
      chosen,
    );
    await driver.browser.waitForTarget((some) => some.url() === `${driver.origin}${address}`);
  });
});

declare const chrome: {
  omnibox: Record<
    'onInputChanged' | 'onInputEntered',
    { dispatch(text: string, more: unknown): void }
  >;
};

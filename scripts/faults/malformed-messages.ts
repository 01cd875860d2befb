/** Messages to the background that nobody of ours would send: each is refused, and it goes on answering. */
import fc from 'fast-check';
import { Driver } from '../../tests/browser/driver';
import type { Figure } from './figure';

const MESSAGES = 2000;
const BATCH = 100;
const SEED = 42;
/** Every kind of message to the background, and kinds that there are not. */
const KINDS = [
  ...['names', 'matches', 'showCard', 'cardReady', 'cardSized', 'cardClosed', 'cardPinned'],
  ...['cardContent', 'card', 'pageList', 'jump', 'search', 'sources', 'entities', 'sourceContent'],
  ...['', 'toString', '__proto__', 'constructor', 'Search'],
];

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

export const malformedMessages: Figure = {
  id: 'messages',
  title: 'malformed messages',
  goal: `${MESSAGES}, each refused; all good ones between them answered`,
  exclusions: 'sent by a page of ours only; a content script’s world is out of the driver’s reach',
  inBrowsers: true,
  async run(name) {
    const driver = await Driver.start(name);
    try {
      const kinds = fc.constantFrom(...KINDS);
      // No shape is a bare text, number, list, or a record with a key of this name.
      const carried = fc.oneof(
        fc.string(),
        fc.integer(),
        fc.array(fc.jsonValue(), { maxLength: 3 }),
        fc.jsonValue().map((value) => ({ unheard: value })),
      );
      const all = fc.sample(fc.record({ kind: kinds, carries: carried }), {
        numRuns: MESSAGES,
        seed: SEED,
      });
      const failures: string[] = [];
      let refused = 0;
      let answered = 0;
      for (let at = 0; at < MESSAGES; at += BATCH) {
        // As a text: Firefox's driver hands over no values with odd keys.
        const outcomes = await driver.ours.evaluate(
          (text) =>
            Promise.all(
              (JSON.parse(text) as Array<{ kind: string }>).map((message) =>
                chrome.runtime.sendMessage({ to: 'background', ...message }).then(
                  (reply) =>
                    (reply as { is?: string } | undefined)?.is === 'refused'
                      ? null
                      : `${message.kind} answered ${JSON.stringify(reply)}`,
                  (error) => `${message.kind}: ${error}`,
                ),
              ),
            ),
          JSON.stringify(all.slice(at, at + BATCH)),
        );
        const wrong = outcomes.filter((outcome) => outcome !== null);
        refused += outcomes.length - wrong.length;
        failures.push(...wrong);
        if (await driver.ask('sources', null)) answered++;
        else failures.push('a good message was not answered');
      }
      return {
        measured: `${refused} of ${MESSAGES} refused, ${answered} of ${MESSAGES / BATCH} good ones answered`,
        control: '–',
        failures: [...new Set(failures)].slice(0, 5),
      };
    } finally {
      await driver.close();
    }
  },
};

/** Figure 5: the background ends two hundred times while it is being asked. */
import { Driver } from '../../tests/browser/driver';
import type { Figure } from './figure';

const ENDS = 200;

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

export const backgroundEnds: Figure = {
  id: '5',
  title: 'ends of the background under load',
  goal: `${ENDS} ends, 0 failed requests`,
  exclusions:
    'Firefox, whose driver cannot end the background; only searches of one of our pages, sent without the bus that asks again',
  inBrowsers: true,
  async run(name) {
    if (name === 'firefox') return { measured: 'excluded', control: '–', failures: [] };
    const driver = await Driver.start(name);
    try {
      let failed = 0;
      let asked = 0;
      let ended = 0;
      const why = new Set<string>();
      for (let i = 0; i < ENDS; i++) {
        const answered = driver.ours.evaluate(async () => {
          const carries = {
            query: 'Kashgar',
            filter: { source: null, speaker: null, kind: null },
            tab: null,
          };
          const message = { to: 'background', kind: 'search', carries };
          const answer = await chrome.runtime.sendMessage(message).catch((error) => `${error}`);
          return typeof answer === 'object' && answer !== null ? null : `answered ${answer}`;
        });
        const target = driver.backgroundTarget();
        if (target) {
          await (await target.worker())?.close().catch(() => why.add('an end was refused'));
          ended++;
        }
        asked++;
        const failure = await answered;
        if (failure !== null) {
          failed++;
          why.add(failure);
        }
      }
      const failures = failed > 0 ? [`${failed} failed requests: ${[...why].join(', ')}`] : [];
      if (ended < ENDS) failures.push(`the background ended only ${ended} times`);
      return {
        measured: `${ended} ends, ${failed} of ${asked} failed`,
        control: '–',
        failures,
      };
    } finally {
      await driver.close();
    }
  },
};

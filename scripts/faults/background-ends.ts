/** Figure 5: the background ends two hundred times while pages ask it for names. */
import { Driver, expectMarks } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import type { Figure } from './figure';

const ENDS = 200;
/** The background is ended at any moment of a page's first questions. */
const LATEST_MS = 150;

export const backgroundEnds: Figure = {
  id: '5',
  title: 'ends of the background under load',
  goal: `${ENDS} ends, 0 failed requests`,
  exclusions:
    'Firefox, whose driver cannot end the background; searches and cards, which go over the same bus',
  inBrowsers: true,
  async run(name) {
    if (name === 'firefox') return { measured: 'excluded', control: '–', failures: [] };
    const site = await Site.open();
    const driver = await Driver.start(name);
    try {
      const page = await driver.newPage(site.serve('/asked', '<!doctype html><p>In Kashgar.</p>'));
      let ended = 0;
      const failures: string[] = [];
      let asked = 0;
      // In some rounds it sleeps already.
      for (let i = 0; ended < ENDS && i < 2 * ENDS; i++) {
        asked++;
        const loaded = page.reload().catch((error) => failures.push(`${error}`));
        await new Promise((resolve) => setTimeout(resolve, (i * 7) % LATEST_MS));
        const worker = await driver.backgroundTarget()?.worker();
        // It may have ended by itself meanwhile.
        const isEnded = await worker?.close().then(
          () => true,
          () => false,
        );
        if (isEnded) ended++;
        await loaded;
        await expectMarks(page, ['Kashgar']).catch((error) => failures.push(`${error}`));
      }
      return {
        measured: `${ended} ends, ${failures.length} of ${asked} failed`,
        control: '–',
        failures: [...new Set(failures)].slice(0, 3),
      };
    } finally {
      await driver.close();
      await site.close();
    }
  },
};

/**
 * Figure 11: storage that fails under the choices of a reader. Whatever happens, the choice is kept, or a sentence
 * tells that it is not, what was stored before is still there, and the same choice can be made once all is well.
 */
import type { Page } from 'puppeteer-core';
import { Driver, until } from '../../tests/browser/driver';
import { openOurPage, press, shows } from '../../tests/browser/our-page';
import type { Figure } from './figure';

const FAILED = 'That did not work';
const KEPT_HERE = 'hold on this device only';
const BEFORE = { delay: 500, sitesOff: ['a.example'] };
const CORRECTION = {
  entity: 'kazakhstan-china-xinjiang/tibet',
  name: 'Tibet',
  scope: 'everywhere',
  at: null,
};

type Area = 'sync' | 'local';
declare const chrome: {
  storage: Record<
    Area,
    {
      get(key: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      clear(): Promise<void>;
    }
  >;
};

interface Fault {
  title: string;
  /** Makes it so, in the options page or by the driver. @returns what makes all well again */
  cause(page: Page, driver: Driver): Promise<() => Promise<unknown>>;
  /** What the page says when a choice is made under the fault; null where the choice is kept. */
  tells: string | null;
  /** The choice that is made. */
  choice?: { press: string; stores: Record<string, unknown> };
  /** What is pressed once all is well; the same where it was refused. */
  next?: string;
}

const LOOK = { press: 'Tinted', stores: { look: 'tint' } };
const SITE = { press: 'Remove a.example', stores: { sitesOff: undefined } };

/** A method of storage that rejects as browsers do. */
const rejects =
  (area: Area, method: 'get' | 'set', message: string): Fault['cause'] =>
  async (page) => {
    await page.evaluate(
      (of, name, words) => {
        const owner = chrome.storage[of] as unknown as Record<string, unknown>;
        const real = owner[name];
        Object.assign(window, {
          makeWell: () => {
            owner[name] = real;
          },
        });
        owner[name] = () => Promise.reject(new Error(words));
      },
      area,
      method,
      message,
    );
    return () => page.evaluate(() => (window as unknown as { makeWell(): void }).makeWell());
  };

const nothing = async () => undefined;

const FAULTS: Fault[] = [
  {
    title: 'shared storage is full',
    cause: rejects('sync', 'set', 'QUOTA_BYTES quota exceeded'),
    tells: KEPT_HERE,
    next: 'Every mention',
  },
  {
    title: 'too many writes a minute',
    cause: rejects(
      'sync',
      'set',
      'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.',
    ),
    tells: KEPT_HERE,
    next: 'Every mention',
  },
  {
    title: 'the device is full',
    cause: rejects('local', 'set', 'QuotaExceededError: no space left'),
    tells: FAILED,
    choice: SITE,
  },
  {
    title: 'shared storage cannot be read',
    cause: rejects('sync', 'get', 'The database is corrupt'),
    tells: FAILED,
  },
  {
    title: 'storage of the device cannot be read',
    cause: rejects('local', 'get', 'The database is corrupt'),
    tells: FAILED,
    choice: SITE,
  },
  {
    title: 'no lock can be had',
    cause: async (page) => {
      await page.evaluate(() => {
        const real = navigator.locks.request;
        Object.assign(window, {
          makeWell: () => {
            navigator.locks.request = real;
          },
        });
        navigator.locks.request = () => Promise.reject(new Error('The database is closed'));
      });
      return () => page.evaluate(() => (window as unknown as { makeWell(): void }).makeWell());
    },
    tells: FAILED,
  },
  {
    title: 'a stored setting is damaged',
    cause: async (page, driver) => {
      await driver.ours.evaluate(() => chrome.storage.sync.set({ 'setting.density': 'some' }));
      await shows(page, 'cannot be read');
      return nothing;
    },
    tells: null,
  },
  {
    title: 'a stored correction is damaged',
    cause: async (page, driver) => {
      await driver.ours.evaluate(
        (one) => chrome.storage.local.set({ corrections: [one, 7] }),
        CORRECTION,
      );
      await shows(page, '1 correction is set aside.');
      return nothing;
    },
    tells: null,
  },
  {
    title: 'an old record comes from a device that was not updated',
    cause: async (_, driver) => {
      await driver.ours.evaluate(() => chrome.storage.sync.set({ settings: { version: 2 } }));
      return nothing;
    },
    tells: null,
  },
  {
    title: 'another device chooses something else at the same time',
    cause: async (_, driver) => {
      await driver.ours.evaluate(() => chrome.storage.sync.set({ 'setting.trigger': 'click' }));
      return nothing;
    },
    tells: null,
  },
  {
    title: 'two pages write at once',
    cause: async (_, driver) => {
      const other = await openOurPage(driver, '/options.html', 'A sample to try');
      const written = press(other, 'Every mention');
      return async () => {
        await written;
        await until(
          async () => (await driver.stored()).settings.density === 'every',
          'the choice of the other page is lost',
        );
        await other.close();
      };
    },
    tells: null,
  },
  {
    title: 'the background ends before the choice',
    cause: async (_, driver) => {
      await driver.endBackground();
      return nothing;
    },
    tells: null,
  },
  {
    title: 'all is cleared while the page is open',
    cause: async (_, driver) => {
      await driver.ours.evaluate(() =>
        Promise.all([chrome.storage.sync.clear(), chrome.storage.local.clear()]),
      );
      return nothing;
    },
    tells: null,
  },
];

export const storageFaults: Figure = {
  id: '11',
  title: 'storage faults of choices and corrections',
  goal: `${FAULTS.length} faults, 0 silent losses`,
  exclusions: 'a profile that is damaged on the disk, private windows: out of the drivers’ reach',
  inBrowsers: true,
  async run(name) {
    const failures: string[] = [];
    let kept = 0;
    let told = 0;
    for (const fault of FAULTS) {
      // A fresh profile each: what one fault leaves must not help or harm the next.
      const driver = await Driver.start(name);
      try {
        await suffer(driver, fault);
        if (fault.tells) told++;
        else kept++;
      } catch (error) {
        failures.push(`${fault.title}: ${error}`.slice(0, 200));
      } finally {
        await driver.close();
      }
    }
    return {
      measured: `${kept} kept, ${told} told and kept afterwards, ${failures.length} lost`,
      control: '–',
      failures,
    };
  },
};

async function suffer(driver: Driver, { cause, tells, choice = LOOK, next }: Fault): Promise<void> {
  await driver.settings(BEFORE);
  const page = await openOurPage(driver, '/options.html', 'a.example');
  const makeWell = await cause(page, driver);
  const isStored = async () => {
    const { settings } = await driver.stored();
    return Object.entries(choice.stores).every(
      ([key, value]) => JSON.stringify(settings[key]) === JSON.stringify(value),
    );
  };
  await press(page, choice.press);
  if (tells) {
    await shows(page, tells);
    const { settings } = await driver.stored();
    if (JSON.stringify(settings) !== JSON.stringify(BEFORE)) {
      throw new Error(`what was stored has become ${JSON.stringify(settings)}`);
    }
    await makeWell();
    await press(page, next ?? choice.press);
    await until(isStored, 'the choice is not kept once all is well');
    return;
  }
  await until(isStored, 'the choice is not kept');
  await makeWell();
}

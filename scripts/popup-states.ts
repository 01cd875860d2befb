/** The states of the popup that `npm run screenshots` takes pictures of. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { turnAround } from './pseudo-locale.ts';
import { spoken } from './spoken.ts';

export interface PopupState {
  name: string;
  /** What stands in the address instead of the tab of the page. */
  address?: string;
  width?: number;
  height?: number;
  forcedColors?: boolean;
  /** What a reader does in it. */
  act?(popup: Page): Promise<unknown>;
  /** What it must show before its picture is taken. */
  shows: string;
}

const type = (query: string) => (popup: Page) => popup.type('[role=combobox]', query);
const press = (key: string) => async (popup: Page) => {
  const pressed = await popup.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button, label')].find((some) =>
        some.textContent?.includes(wanted),
      ),
    {},
    spoken(key),
  );
  await (pressed as ElementHandle<HTMLElement>).evaluate((found) => found.click());
};

const turned = async (popup: Page) => {
  await popup.waitForSelector('[role=option]');
  await turnAround(popup);
};

export const POPUP_STATES: readonly PopupState[] = [
  { name: 'list', shows: spoken('popup.matchesCount.other') },
  { name: 'list-narrow', width: 320, shows: spoken('popup.matchesCount.other') },
  { name: 'list-wide', width: 700, shows: spoken('popup.matchesCount.other') },
  { name: 'list-right-to-left', act: turned, shows: '' },
  {
    name: 'found-right-to-left',
    async act(popup) {
      await type('camps')(popup);
      await popup.waitForFunction(() => document.body.innerText.includes('¶'));
      await turnAround(popup);
    },
    shows: '',
  },
  { name: 'list-forced', forcedColors: true, shows: spoken('popup.matchesCount.other') },
  {
    name: 'stepped',
    async act(popup) {
      await popup.waitForSelector('[role=option]');
      await popup.focus('[role=combobox]');
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('ArrowRight');
    },
    shows: spoken('popup.position'),
  },
  { name: 'found', act: type('синьцз'), shows: 'Xinjiang' },
  { name: 'found-both', act: type('camps'), shows: '¶' },
  { name: 'found-narrow', width: 320, act: type('camps'), shows: '¶' },
  {
    name: 'filtered',
    async act(popup) {
      await type('china')(popup);
      await popup.select('select', 'narration');
    },
    shows: spoken('unnamed.narration'),
  },
  { name: 'nothing', act: type('zzzqqq'), shows: spoken('popup.nothingFound') },
  { name: 'search-page', address: '?query=camps', width: 700, shows: '¶' },
  { name: 'off-on-page', act: press('popup.switch.page'), shows: spoken('popup.undo') },
  { name: 'unreachable', address: '', shows: 'Sidelight' },
];

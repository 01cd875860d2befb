/** The states of the card that `npm run screenshots` takes pictures of. */
import type { Frame, Page } from 'puppeteer-core';
import { spoken } from './spoken.ts';

export interface CardState {
  name: string;
  /** Body of the page. */
  html: string;
  /** The mark to rest on, as the page writes it. */
  mark: string;
  width?: number;
  height?: number;
  /** Device pixels for one of CSS: two are a page at 200 %. */
  zoom?: number;
  /** The text size that the reader has set, px; 16 without it. */
  textSize?: number;
  forcedColors?: boolean;
  prepare?(page: Page): Promise<unknown>;
  /** What a reader does in the card. */
  act?(card: Frame): Promise<unknown>;
}

const press = (key: string) => (card: Frame) =>
  card.evaluate((wanted) => {
    const named = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').includes(wanted);
    const found = [...document.querySelectorAll('button,summary')].find(named);
    if (!found) throw new Error(`the card has no button “${wanted}”`);
    (found as HTMLElement).click();
  }, spoken(key));

const NEWS = `<h1>Border trade grows</h1><p>Trade through Khorgos grew last year, officials in Kazakhstan said,
 while families of Kazakhs in Xinjiang asked for news of relatives.</p><p>Reports of political re-education camps
 were denied by Shohrat Zakir; Sayragul Sauytbay spoke of them in Sweden.</p>`;

const WEST = `<p>Kazakhs who originally lived in the west of China are in Gansu too, a million and a half by
 official data; here many are connected by family ties.</p>`;

export const CARD_STATES: readonly CardState[] = [
  { name: 'narration', html: NEWS, mark: 'political re-education camps' },
  { name: 'answer', html: NEWS, mark: 'Kazakhs' },
  {
    name: 'question-open',
    html: '<p>In Kashgar families were moved from dilapidated housing to new buildings, and young people to work in firms; Tibet saw the same.</p>',
    mark: 'Kashgar',
    act: press('card.question'),
  },
  { name: 'long-passage', html: WEST, mark: 'Kazakhs' },
  { name: 'whole-passage', html: WEST, mark: 'Kazakhs', act: press('card.showWhole') },
  { name: 'text-200', html: NEWS, mark: 'Kazakhs', textSize: 32 },
  { name: 'text-200-laptop', html: NEWS, mark: 'Kazakhs', width: 1366, height: 650, textSize: 32 },
  {
    name: 'laptop',
    html: `<div style="height:260px"></div>${NEWS}`,
    mark: 'Kazakhs',
    width: 1366,
    height: 650,
  },
  { name: 'passages', html: NEWS, mark: 'Kazakhs', act: press('card.list') },
  { name: 'about-source', html: NEWS, mark: 'Kazakhs', act: press('source.undated') },
  { name: 'person', html: '<p>Aidar Amrebayev spoke of Xinjiang.</p>', mark: 'Aidar Amrebayev' },
  {
    name: 'person-says',
    html: '<p>Aidar Amrebayev spoke of Xinjiang.</p>',
    mark: 'Aidar Amrebayev',
    act: press('card.view.says.other'),
  },
  {
    name: 'sheet-above',
    html: `<div style="height:240px"></div>${NEWS}`,
    mark: 'Kazakhs',
    width: 360,
    height: 640,
  },
  { name: 'editor', html: NEWS, mark: 'Sayragul Sauytbay' },
  { name: 'quoted', html: NEWS, mark: 'Shohrat Zakir' },
  { name: 'more', html: NEWS, mark: 'Kazakhstan', act: press('card.more') },
  {
    name: 'corrected',
    html: NEWS,
    mark: 'Kazakhstan',
    async act(card) {
      await press('card.more')(card);
      await card.waitForSelector('.card-choices');
      await press('card.onPage')(card);
      await card.waitForSelector('.card-done button');
      await press('card.undo')(card);
      await card.waitForFunction(() => !document.querySelector('.card-done button'));
    },
  },
  { name: 'pinned', html: NEWS, mark: 'Xinjiang', act: press('card.pin') },
  {
    name: 'walked',
    html: NEWS,
    mark: 'Xinjiang',
    async act(card) {
      await press('card.more')(card);
      await card.waitForSelector('.card-company .chip');
      await card.evaluate(() =>
        document.querySelector<HTMLElement>('.card-company .chip')?.click(),
      );
    },
  },
  {
    name: 'contested',
    html: '<p>Roads reach Kazakhstan and Sinkiang, past Kashgar.</p>',
    mark: 'Sinkiang',
  },
  {
    name: 'chinese',
    html: '<p lang="zh">哈萨克斯坦与新疆之间的贸易增长，喀什也是如此。</p>',
    mark: '新疆',
  },
  {
    name: 'cyrillic',
    html: '<p lang="ru">Торговля Казахстана с Синьцзяном выросла, сообщили в Кашгаре.</p>',
    mark: 'Синьцзяном',
  },
  {
    name: 'right-to-left',
    html: '<p dir="rtl" lang="ug" style="font-size:24px">شىنجاڭ ۋە قازاقىستان، قەشقەر.</p>',
    mark: 'شىنجاڭ',
  },
  {
    name: 'dark-page',
    html: `<style>body{background:#14161a;color:#e4e4e4}</style>${NEWS}`,
    mark: 'Kazakhs',
  },
  { name: 'sheet', html: NEWS, mark: 'Kazakhs', width: 360, height: 640 },
  { name: 'narrow-320', html: NEWS, mark: 'Xinjiang', width: 320, height: 568 },
  { name: 'low', html: NEWS, mark: 'Kazakhs', width: 900, height: 360 },
  { name: 'zoom-200', html: NEWS, mark: 'Kazakhs', width: 550, height: 410, zoom: 2 },
  { name: 'forced-colours', html: NEWS, mark: 'Kazakhs', forcedColors: true },
  {
    name: 'dialog',
    html: `<dialog style="inline-size:600px">${NEWS}</dialog><p>Beneath.</p>`,
    mark: 'Kazakhs',
    prepare: (page) => page.evaluate(() => document.querySelector('dialog')?.showModal()),
  },
  {
    name: 'vertical',
    html: `<div style="writing-mode:vertical-rl;block-size:500px;inline-size:420px;font-size:22px"><p lang="zh">哈萨克斯坦与新疆之间的贸易增长，喀什也是如此。</p></div>`,
    mark: '新疆',
  },
];

/** What the card says, in its order, and that it can be read at any size, in both browsers. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { cardBox, pass, showsCardOf, stage } from './card-page';
import { restOn, until } from './driver';

const DOCUMENT = readFileSync(
  resolve(import.meta.dirname, '../../seeds/kazakhstan-china-xinjiang/document.txt'),
  'utf8',
);
const HOUSING =
  '<p>In Kashgar families were moved from dilapidated housing to new buildings, and young people to work in firms; Tibet saw the same.</p>';
const WEST =
  '<p>Kazakhs who originally lived in the west of China are in Gansu too, a million and a half by official data; here many are connected by family ties.</p>';
const DENIED = '<p>Reports of camps were denied by Shohrat Zakir.</p>';

const textOf = (card: Frame, selector: string): Promise<string> =>
  card.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const click = (card: Frame, selector: string) =>
  card.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const on = stage(name);

  const cardOn = async (body: string, mark: string, size?: { width: number; height: number }) => {
    const opened = await on.open(body, size);
    await until(() => opened.evaluate(() => CSS.highlights.size > 0), 'nothing is marked');
    await restOn(opened, mark);
    return { opened, card: await showsCardOf(opened, mark) };
  };

  test('says kind, speaker, role, question folded, words, place, source and what limits it, in this order', async () => {
    const { card } = await cardOn(HOUSING, 'Kashgar');
    const question = await textOf(card, '.attribution-question blockquote');
    expect(DOCUMENT).toContain(question);
    expect(await card.$eval('details.attribution-question', (details) => details.open)).toBe(false);
    const words = await textOf(card, '.pt');
    expect(DOCUMENT).toContain(words);
    expect(await textOf(card, '.pt .pt-name')).toBe('Kashgar');
    const text = await textOf(card, '.card');
    const parts = [
      'Kashgar',
      'place',
      'Aidar Amrebayev',
      'head of the Center for Political Studies',
      'answer',
      'answering ¶ 49',
      question,
      words,
      '¶ 51 of 56',
      'Interview with Aidar Amrebayev',
      'interview, undated, publisher unknown',
    ];
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
    await click(card, '.attribution-question summary');
    expect(
      await card.$eval('.attribution-question blockquote', (box) => box.checkVisibility()),
    ).toBe(true);
  });

  test('folds a long passage around the name, tells of the hedges left out, and shows it whole', async () => {
    const { card } = await cardOn(WEST, 'Kazakhs');
    expect(await textOf(card, '.folded-whole')).toMatch(/^Show the rest \(\d+ words, 1 hedge\)$/);
    await click(card, '[aria-label="More"]');
    await card.waitForSelector('.card-more');
    expect(await textOf(card, '.card-more')).toContain('Why this passage: it names');
    await click(card, '.folded-whole');
    await card.waitForFunction(() => document.querySelector('.folded-whole') === null);
    const words = await textOf(card, '.pt');
    expect(words.length).toBeGreaterThan(600);
    expect(DOCUMENT).toContain(words);
  });

  test('marks each hedge, names it, and says whose words are repeated', async () => {
    const { card } = await cardOn(DENIED, 'Shohrat Zakir');
    const hedges = await card.$$eval('.pt-hedge', (all) =>
      all.map((hedge) => [
        hedge.textContent,
        hedge.getAttribute('aria-description'),
        getComputedStyle(hedge).textDecorationLine,
      ]),
    );
    expect(hedges.length).toBeGreaterThan(1);
    for (const [words, label, line] of hedges) {
      expect(DOCUMENT).toContain(words);
      if (label !== null) expect(label).toMatch(/^Hedge/);
      expect(line).toBe('underline');
    }
    const notes = (await textOf(card, '.pt-notes')).replace(/[\u2068\u2069]/g, '');
    expect(notes).toContain('Shohrat Zakir, as reported by Aidar Amrebayev');
    expect(notes).toContain('Hedged: ');
  });

  test('shows figures of one thing side by side, as they stand', async () => {
    const { card } = await cardOn(
      '<p>The Kazakhs in China are about 1.6 million people, by official data, and occupy the 17th place among its nationalities.</p>',
      'Kazakhs',
    );
    const lines = await card.$$eval('.figures-beside li', (all) =>
      all.map((line) => line.textContent?.replace(/[\u2068\u2069]/g, '')),
    );
    expect(lines).toContain(
      'this page: about 1.6 million people · the source: about one and a half million people',
    );
    await click(card, '.folded-whole');
    await card.waitForFunction(() =>
      document.querySelector('.pt')?.textContent?.includes('about one and a half million people'),
    );
  });

  test('shows the other passages in turn', async () => {
    const { card } = await cardOn(HOUSING, 'Kashgar');
    const first = await textOf(card, '.pt');
    await click(card, '[aria-label="Next passage"]');
    await card.waitForFunction(
      (before) => document.querySelector('.pt')?.textContent !== before,
      {},
      first,
    );
    expect(DOCUMENT).toContain(await textOf(card, '.pt'));
    expect(await textOf(card, '.card-pager [role=status]')).toBe('Passage 2 of 2');
    await click(card, '[aria-label="Previous passage"]');
    await card.waitForFunction(
      (before) => document.querySelector('.pt')?.textContent === before,
      {},
      first,
    );
  });

  test.each([
    ['#14161a', '#e4e4e4', 'dark'],
    ['#fff', '#111', 'light'],
  ])('is as dark or light as the page: %s', async (background, color, tone) => {
    const style = `<style>body{background:${background};color:${color}}</style>`;
    const { card } = await cardOn(style + WEST, 'Kazakhs');
    const seen = await card.evaluate(() => {
      const [red = 0] =
        getComputedStyle(document.querySelector('.card') as Element).backgroundColor.match(
          /\d+/g,
        ) ?? [];
      return { tone: document.documentElement.dataset.tone, isDark: Number(red) < 128 };
    });
    expect(seen).toEqual({ tone, isDark: tone === 'dark' });
  });

  test.each([
    { width: 900, height: 700 },
    { width: 320, height: 568 },
    { width: 900, height: 320 },
  ])('hides nothing for good at twice the text size, $width × $height', async (size) => {
    const { opened, card } = await cardOn(DENIED, 'Shohrat Zakir', size);
    await card.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await click(card, '[aria-label="More"]');
    await card.waitForSelector('.card-choices');
    const lost = await card.evaluate(() => {
      const lost: string[] = [];
      const box = document.querySelector('.card') as HTMLElement;
      if (box.scrollWidth > box.clientWidth + 1) lost.push('the card is cut at its side');
      const all = '.card h1,.card button,.folded-words,.attribution,.card-source,.pt-notes li';
      for (const part of document.querySelectorAll<HTMLElement>(all)) {
        part.scrollIntoView({ block: 'nearest' });
        const { left, right, top, bottom, height } = part.getBoundingClientRect();
        if (left < 0 || right > innerWidth + 1) lost.push(`cut: ${part.className}`);
        if (bottom < 0 || top > innerHeight || height === 0) lost.push(`out: ${part.className}`);
      }
      return lost;
    });
    expect(lost).toEqual([]);
    const { left, top, right, bottom } = await cardBox(opened);
    expect(left >= 0 && top >= 0 && right <= size.width && bottom <= size.height).toBe(true);
  });

  test('comes to rest, at one of few heights, whatever its contents want', async () => {
    const { opened, card } = await cardOn('<p>Reports from Tibet.</p>', 'Tibet', {
      width: 900,
      height: 900,
    });
    for (const wanted of [340, 352, 360]) {
      await card.evaluate((height) => {
        // A passage of a few lines, and what belongs to it, makes a card of this height.
        document.querySelector('.card-scroll')?.replaceChildren(document.createElement('div'));
        const filler = document.querySelector<HTMLElement>('.card-scroll > div');
        const box = document.querySelector<HTMLElement>('.card');
        if (!filler || !box) return;
        filler.style.height = '150px';
        // By itself, without what it leaves of its frame.
        box.style.minBlockSize = '0';
        filler.style.height = `${150 + height - box.getBoundingClientRect().height}px`;
        box.style.minBlockSize = '';
      }, wanted);
      await pass(opened, 500);
      const heights = await opened.evaluate(async () => {
        const seen = new Set<number>();
        for (let i = 0; i < 20; i++) {
          const host = [...document.querySelectorAll(':popover-open')].at(-1);
          seen.add(Math.round(host?.getBoundingClientRect().height ?? 0));
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return [...seen];
      });
      // It has been as high before, and does not shrink under the pointer.
      expect(heights).toHaveLength(1);
      expect([390, 520]).toContain(heights[0]);
    }
  });
});

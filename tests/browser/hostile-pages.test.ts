/** Pages that are huge, strange or against us: they are read to their end, stay quick, and see no error of ours. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type BrowserName, startBrowser } from '../../scripts/browsers';
import { cardOf, Driver, isCardOpen, marksOf, placeOfMark, restOn, until } from './driver';
import { longestGap, measureGaps } from './gaps';
import { Site } from './site';

/** No hang; what a page costs to the millisecond is the business of the benchmarks. */
const LONGEST_GAP_MS = 1000;
const MINUTE = 60_000;

interface Hostile {
  title: string;
  body: string;
  /** Gives the page's built-ins back on a key press, since the driver needs them too. */
  isTrapped?: true;
  /** What stands before the names that the driver needs too; removed when the page has been read. */
  clobbers?: string;
  /** The marks shown when the page is scrolled to its end; `Kashgar` where not given. */
  shown?: string[];
  /** Matches of Kashgar on the whole page, shown or not; 1 where not given. */
  kashgar?: number;
}

declare global {
  interface Window {
    isFightOver: boolean;
  }
}

const END = '<p id="end">The last word is Kashgar</p>';
const document_ = (body: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
/** Puts an end below what a script has built. */
const built = (script: string) => `<div id="built"></div><script>{${script}}</script>${END}`;

const CLOBBERED_IN_FORM =
  'childNodes parentNode parentElement firstChild nextSibling textContent nodeType isConnected ownerDocument localName closest getRootNode checkVisibility shadowRoot children compareDocumentPosition isContentEditable contains scrollIntoView getBoundingClientRect append'.split(
    ' ',
  );
const CLOBBERED_IN_DOCUMENT =
  'createTreeWalker createRange createElementNS contentType designMode caretPositionFromPoint body defaultView'.split(
    ' ',
  );

const SIZES: Hostile[] = [
  {
    title: 'more different words than are remembered, with a name among them',
    body: built(`
      const letters = 'abcdefghijklmnopqrstuvwxyz';
      const built = document.getElementById('built');
      for (let line = 0; line < 950; line++) {
        const p = document.createElement('p');
        for (let i = line * 100; i < line * 100 + 100; i++) {
          let word = 'Q';
          for (let rest = i, n = 0; n < 4; n++, rest = Math.floor(rest / 26)) word += letters[rest % 26];
          p.append(word + ' ');
        }
        if (line === 450) p.append('и Кашгар');
        built.append(p);
      }`),
    kashgar: 2,
  },
  {
    title: '200,000 text nodes',
    body: built(`
      const built = document.getElementById('built');
      for (let line = 0; line < 20000; line++) {
        const p = document.createElement('p');
        for (let i = 0; i < 5; i++) {
          const b = document.createElement('b');
          b.append('Old Words ');
          p.append('of little note, ', b);
        }
        built.append(p);
      }`),
  },
  {
    title: 'one text node of 10 MB',
    // Hidden, since a browser alone takes seconds to lay it out.
    body: built(`
      const built = document.getElementById('built');
      built.style.contentVisibility = 'hidden';
      built.append('Nothing of Note was said of the weather on the coast. '.repeat(190000));`),
  },
  {
    title: 'text that is all capitals',
    body: `${'<p>NOTHING OF NOTE WAS SAID OF THE WEATHER ON THE COAST. </p>'.repeat(4000)}<p id="end">THE LAST WORD IS KASHGAR</p>`,
    shown: ['KASHGAR'],
  },
  {
    title: 'text that is all Han',
    body: `${`<p>${'天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'.repeat(20)}</p>`.repeat(1000)}${END}`,
  },
  {
    title: 'names of 200 words',
    body: `${`<p>${'The Very Honourable Keeper Of Great Seals '.repeat(29)}</p>`.repeat(300)}${END}`,
  },
  {
    title: '1,500 elements, each in the other, with a name in each',
    body: built(`
      let at = document.getElementById('built');
      for (let depth = 0; depth < 1500; depth++) {
        // Chromium's own layout crashes at 3,000, without any extension.
        const inner = document.createElement('div');
        inner.append('Kashgar. ');
        at.append(inner);
        at = inner;
      }`),
    kashgar: 1501,
  },
];

const MISCHIEF: Hostile[] = [
  {
    title: 'built-ins are overridden',
    body: `<script>{
      const undo = [];
      const trap = (holder, key) => {
        const own = Object.getOwnPropertyDescriptor(holder, key);
        Object.defineProperty(holder, key, {
          configurable: true,
          writable: true,
          value: function () { throw new Error('trapped ' + String(key)); },
        });
        undo[undo.length] = () => own ? Object.defineProperty(holder, key, own) : delete holder[key];
      };
      trap(Array.prototype, 'map');
      trap(Array.prototype, 'push');
      trap(RegExp.prototype, 'exec');
      trap(RegExp.prototype, 'test');
      trap(String.prototype, 'match');
      trap(String.prototype, 'matchAll');
      trap(String.prototype, 'replace');
      trap(Map.prototype, 'get');
      trap(Set.prototype, 'add');
      trap(Promise.prototype, 'then');
      trap(Object.getPrototypeOf(CSS.highlights), 'set');
      trap(CSS.highlights, 'set');
      trap(Highlight.prototype, 'add');
      trap(Document.prototype, 'createTreeWalker');
      trap(Document.prototype, 'createRange');
      trap(Node.prototype, 'compareDocumentPosition');
      trap(Element.prototype, 'closest');
      trap(Element.prototype, 'checkVisibility');
      trap(Node.prototype, 'getRootNode');
      for (const name of [
        'Set', 'Map', 'Range', 'StaticRange', 'Highlight', 'MutationObserver', 'IntersectionObserver',
        'TreeWalker', 'Text', 'getComputedStyle', 'queueMicrotask', 'AbortController', 'CSSStyleSheet',
      ]) trap(window, name);
      trap(scheduler, 'postTask');
      for (const key of ['0', 'signal', 'head', 'then', 'density', 'isOff', 'carries', 'state']) {
        Object.defineProperty(Object.prototype, key, { configurable: true, value: 'polluted' });
        undo[undo.length] = () => delete Object.prototype[key];
      }
      trap(Array.prototype, Symbol.iterator);
      addEventListener('keydown', () => {
        for (let i = undo.length - 1; i >= 0; i--) undo[i]();
        undo.length = 0;
      });
    }</script>${END}`,
    isTrapped: true,
  },
  {
    title: 'names of a form’s fields stand before its own properties',
    body: `<form>${CLOBBERED_IN_FORM.map((name) => `<input name="${name}">`).join('')}
      In <b>Tibet</b> once <i>more</i></form>${END}`,
    shown: ['Tibet', 'Kashgar'],
  },
  {
    title: 'text comes into a form whose own properties are hidden',
    body: `<form>${CLOBBERED_IN_FORM.map((name) => `<input name="${name}">`).join('')}
      In <b>Tibet</b> once <i>more</i> <span id="first"></span> <span id="second"></span></form>
      <script>requestAnimationFrame(function waits() {
        if (CSS.highlights.size === 0) return requestAnimationFrame(waits);
        document.getElementById('first').append('In Sweden.');
        document.getElementById('second').append('Nothing.');
      })</script>${END}`,
    shown: ['Tibet', 'Sweden', 'Kashgar'],
  },
  {
    title: 'names of images stand before the document’s own properties',
    body: `${CLOBBERED_IN_DOCUMENT.map((name) => `<img name="${name}">`).join('')}
      <a id="scheduler"></a><a id="CSS"></a><form name="getComputedStyle"></form>${END}`,
    clobbers: 'img,a,form',
  },
  {
    title: 'every mutation is answered with another, for two seconds',
    body: `<p id="ring">Of</p><div id="ticks"></div><script>{
      const ring = document.getElementById('ring').firstChild;
      const ticks = document.getElementById('ticks');
      const { port1, port2 } = new MessageChannel();
      const begin = performance.now();
      let turn = 0;
      const answer = () => {
        turn++;
        ring.data = turn % 2 ? 'In Kashgar' : 'In Tibet';
        const tick = document.createElement('b');
        tick.append(turn % 2 ? ' Tibet ' : ' Kashgar ');
        ticks.replaceChildren(tick);
      };
      const observer = new MutationObserver(() => port2.postMessage(0));
      port1.onmessage = () => {
        if (performance.now() - begin < 2000) return answer();
        observer.disconnect();
        ring.data = 'In Tibet';
        ticks.replaceChildren();
        window.isFightOver = true;
      };
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      answer();
    }</script>${END}`,
    shown: ['Tibet', 'Kashgar'],
  },
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
    await driver.settings({ density: 'every' });
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  const open = async (address: string) => {
    const page = await driver.browser.newPage();
    // Also after a failure: a page that is left open takes the time of the next.
    onTestFinished(() => page.close());
    const errors = await errorsOf(page, name);
    // A page that has crashed answers nothing: without this line its test only says that time is up.
    page.on('error', (error) => console.error(`${name}: ${address}: ${error}`));
    await page.evaluateOnNewDocument(measureGaps);
    await page.goto(address, { waitUntil: 'load', timeout: MINUTE / 2 });
    return { page, errors };
  };

  /** Waits until the page has been read. @returns matches by entity, without the source */
  const read = async (page: Page): Promise<Record<string, number>> => {
    let counts: Record<string, number> = {};
    await until(async () => {
      const { state, entities } = await driver.pageList(page);
      counts = Object.fromEntries(
        entities.map(({ id, count }) => [id.replace(/^.*\//, ''), count]),
      );
      return state === 'done';
    }, 'the page is not read to its end');
    return counts;
  };

  const expectShown = async (page: Page, wanted: string[]) => {
    let shown: string[] = [];
    await until(async () => {
      shown = (await marksOf(page)).map(({ text }) => text);
      return JSON.stringify(shown) === JSON.stringify(wanted);
    }, '').catch(() => expect(shown).toEqual(wanted));
  };

  test.each([...SIZES, ...MISCHIEF])(
    'is read to its end, and stays quick: $title',
    async ({ title, body, isTrapped, clobbers, shown = ['Kashgar'], kashgar = 1 }) => {
      const { page, errors } = await open(
        site.serveRaw('/hostile', document_(body), { 'content-type': 'text/html; charset=utf-8' }),
      );
      if (body.includes('isFightOver')) {
        await until(() => page.evaluate(() => window.isFightOver === true), 'the fight lasts');
      }
      await until(
        async () => (await read(page)).kashgar === kashgar,
        `the page does not show ${kashgar} matches of Kashgar`,
      ).catch((error) => {
        throw new Error(`${error}; errors: ${JSON.stringify(errors)}`);
      });
      if (isTrapped) await page.keyboard.press('F2');
      if (clobbers) {
        await page.evaluate((selector) => {
          for (const element of document.querySelectorAll(selector)) element.remove();
        }, clobbers);
      }
      const gap = await longestGap(page);
      console.log(`${name}: ${title}: longest gap between frames ${gap.toFixed(0)} ms`);
      await page.evaluate(() => document.getElementById('end')?.scrollIntoView());
      // What a page does once it has scrolled must end too.
      for (let frame = 0; frame < 3; frame++) {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      if (kashgar === 1) await expectShown(page, shown);
      else {
        await until(
          async () => (await marksOf(page)).at(-1)?.text === 'Kashgar',
          'the end is not marked',
        );
      }
      expect(errors).toEqual([]);
      expect(gap).toBeLessThan(LONGEST_GAP_MS);
    },
    MINUTE,
  );

  test('a page that clears the registry gets no error, and none for what it adds then', async () => {
    const { page, errors } = await open(site.serve('/clears', document_(END)));
    await expectShown(page, ['Kashgar']);
    await page.evaluate(() => {
      CSS.highlights.clear();
      const p = document.createElement('p');
      p.append('In Sweden');
      document.body.append(p);
    });
    await until(async () => (await read(page)).sweden === 1, 'added text is not read');
    await page.evaluate(() => {
      document.getElementById('end')?.remove();
      for (const [key] of CSS.highlights) CSS.highlights.set(key, new Highlight());
      CSS.highlights.clear();
    });
    await until(async () => !('kashgar' in (await read(page))), 'removed text is not forgotten');
    expect(errors).toEqual([]);
  });

  const policies: Array<{
    title: string;
    headers: Record<string, string>;
    cardless?: BrowserName[];
  }> = [
    {
      title: 'a policy that forbids everything, with trusted types',
      headers: {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'; base-uri 'none'",
      },
    },
    {
      title: 'cross-origin isolation',
      headers: {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    },
    {
      title: 'a sandbox with scripts',
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
      cardless: ['firefox'],
    },
    {
      title: 'a sandbox without scripts',
      headers: { 'content-security-policy': 'sandbox' },
      cardless: ['chromium', 'firefox'],
    },
    { title: 'X-Frame-Options', headers: { 'x-frame-options': 'DENY' } },
  ];
  test.each(policies)(
    'marks a page under its headers, and shows the passage: $title',
    async ({ headers, cardless }) => {
      const { page, errors } = await open(
        site.serve('/headers', document_('<p>Shohrat Zakir went to Kashgar</p>'), headers),
      );
      await page.bringToFront();
      await expectShown(page, ['Shohrat Zakir', 'Kashgar']);
      await restOn(page, 'Shohrat Zakir');
      if (cardless?.includes(name)) {
        // No card can run there; the popup lists the names, the page learns nothing, nothing blank stays.
        const { x, y } = await placeOfMark(page, 'Shohrat Zakir');
        await page.mouse.click(x, y);
        await until(async () => !(await isCardOpen(page)), 'a blank card stays');
        expect(
          errors.filter((error) => !/^Sidelight: .*no frame of an extension/.test(error)),
        ).toEqual([]);
        expect(await isCardOpen(page)).toBe(false);
        expect(await read(page)).toEqual({ kashgar: 1, 'shohrat-zakir': 1 });
      } else {
        const card = await cardOf(page);
        await until(
          async () =>
            ((await card.evaluate(() => document.body.textContent)) ?? '').includes(
              'When they talk about “political re-education camps”',
            ),
          'the card does not show the passage',
        );
        expect(errors).toEqual([]);
      }
    },
    MINUTE,
  );
});

test('errors of content scripts are seen by these tests', async () => {
  // The refusal of a sandboxed page is told on the console from the content script's world.
  const site = await Site.open();
  const { browser } = await startBrowser('chromium', { headless: true, extension: null });
  const page = await browser.newPage();
  const errors = await errorsOf(page, 'chromium');
  await page.goto(site.serve('/none', document_('')));
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: 'console.error("from another world")',
  });
  await until(async () => errors.length > 0, 'no error is seen');
  expect(errors).toEqual(['from another world']);
  await browser.close();
  await site.close();
});

/** What the tab reports as an error, in every script's world of it. */
async function errorsOf(page: Page, name: BrowserName): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    // Firefox reports as thrown that a policy keeps out the icon which it asks for on its own.
    if (!`${error}`.includes('/favicon.ico')) errors.push(`thrown: ${error}`);
  });
  if (name === 'firefox') {
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    return errors;
  }
  // The driver's own event leaves out what content scripts write.
  const session = await page.createCDPSession();
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') {
      errors.push(args.map(({ value, description }) => value ?? description).join(' '));
    }
  });
  session.on('Log.entryAdded', ({ entry }) => {
    // The driver's own script is refused by a sandbox.
    if (/^Blocked script execution in 'http:/.test(entry.text)) return;
    if (entry.level === 'error') errors.push(`${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return errors;
}

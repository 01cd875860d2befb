/** Pages that change while they are read, and trees beside the document's own, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Driver, expectMarks, marksOf, until } from './driver';
import { Site } from './site';

declare const chrome: { action: { getBadgeText(of: { tabId: number }): Promise<string> } };

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>t</title>${head}</head><body>${body}</body></html>`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name, { prefs: { 'extensions.background.idle.timeout': 300 } });
    await driver.settings({ density: 'every' });
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
    expect(errors).toEqual([]);
  });

  let last: Page | null = null;
  const open = async (path: string, html: string) => {
    await last?.close();
    const opened = await driver.newPage(site.serve(path, html));
    last = opened;
    opened.on('pageerror', (error) => errors.push(`${path}: ${error}`));
    opened.on(
      'console',
      (message) => message.type() === 'error' && errors.push(`${path}: ${message.text()}`),
    );
    return opened;
  };

  test('marks text that is added, and forgets text that is removed', async () => {
    const live = await open('/added', page('<p id="a">In China.</p><div id="feed"></div>'));
    await expectMarks(live, ['China']);
    await live.evaluate(() => {
      for (let i = 0; i < 3; i++) {
        const item = document.createElement('article');
        item.innerHTML = '<p>News from <b>Kazakhstan</b> and Tibet</p>';
        document.getElementById('feed')?.append(item);
      }
    });
    await expectMarks(live, ['China', ...Array(3).fill(['Kazakhstan', 'Tibet']).flat()]);
    await live.evaluate(() => document.getElementById('a')?.remove());
    await expectMarks(live, Array(3).fill(['Kazakhstan', 'Tibet']).flat());
  });

  test('reads changed text anew, with what flows around it', async () => {
    const live = await open(
      '/changed',
      page('<p><b id="a">South</b> Kong and <i id="b">Syria</i></p>'),
    );
    await expectMarks(live, ['Syria']);
    await live.evaluate(() => {
      const [a, b] = ['a', 'b'].map((id) => document.getElementById(id)?.firstChild as Text);
      if (a) a.data = 'Hong';
      if (b) b.data = 'Sweden';
    });
    await expectMarks(live, ['Hong Kong', 'Sweden']);
    await live.evaluate(() => document.getElementById('a')?.remove());
    await expectMarks(live, ['Sweden']);
  });

  test('takes the mark from a name at once when other text stands there', async () => {
    const live = await open(
      '/recycled',
      page(
        '<p id="a">Kashgar was calm.</p><p id="b">Syria was calm.</p><p><b id="c">Hong</b> Kong</p>',
      ),
    );
    await expectMarks(live, ['Kashgar', 'Syria', 'Hong Kong']);
    const left = await live.evaluate(async () => {
      const [a, b, c] = ['a', 'b', 'c'].map(
        (id) => document.getElementById(id)?.firstChild as Text,
      );
      if (a) a.data = 'Kong was calm.';
      if (b) b.data = 'Wei was calm.';
      if (c) c.data = 'King';
      // Observers are told within this task.
      await Promise.resolve();
      return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    });
    expect(left).toBe(0);
    // Words that begin names are no names.
    await live.evaluate(() => document.body.append(' Sweden'));
    await expectMarks(live, ['Sweden']);
    expect((await driver.pageList(live)).entities.map(({ count }) => count)).toEqual([1]);
  });

  test('leaves a mark as it is where the text around it changes', async () => {
    const live = await open('/ticking', page('<p id="a">In Kashgar, by <b>0</b> people.</p>'));
    await expectMarks(live, ['Kashgar']);
    await live.evaluate(() => {
      const [range] = CSS.highlights.get('sidelight') ?? [];
      Object.assign(window, { first: range });
      const ticker = document.querySelector('b') as HTMLElement;
      ticker.textContent = '1';
      document.getElementById('a')?.append(' And in Gansu.');
    });
    await expectMarks(live, ['Kashgar', 'Gansu']);
    expect(
      await live.evaluate(() =>
        [...(CSS.highlights.get('sidelight') ?? [])].includes(
          (window as unknown as { first: AbstractRange }).first,
        ),
      ),
    ).toBe(true);
  });

  test('leaves alone what becomes an editor, and reads what is one no more', async () => {
    const live = await open('/editor', page('<div id="a"><p>In Kashgar.</p></div><p>Tibet</p>'));
    await expectMarks(live, ['Kashgar', 'Tibet']);
    await live.evaluate(() => document.getElementById('a')?.setAttribute('contenteditable', ''));
    await expectMarks(live, ['Tibet']);
    await live.evaluate(() => document.getElementById('a')?.removeAttribute('contenteditable'));
    await expectMarks(live, ['Kashgar', 'Tibet']);
    await live.evaluate(() => {
      document.designMode = 'on';
    });
    await live.mouse.click(300, 300);
    await expectMarks(live, []);
  });

  test('reads an element that is defined late', async () => {
    const live = await open('/defined', page('<p>In Gansu.</p><x-story></x-story>'));
    await expectMarks(live, ['Gansu']);
    await live.evaluate(() => {
      class Story extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>A court in Sweden sat.</p>';
        }
      }
      customElements.define('x-story', Story);
    });
    await until(
      async () => (await driver.pageList(live)).entities.some(({ id }) => id.endsWith('/sweden')),
      'the element is not read',
    );
  });

  test('reads a frame when it has grown', async () => {
    const live = await open(
      '/growing',
      page('<p>In Gansu.</p><iframe srcdoc="<p>In Sweden</p>" width="300" height="0"></iframe>'),
    );
    await expectMarks(live, ['Gansu']);
    const frame = live.frames()[1];
    if (!frame) throw new Error('the frame is missing');
    await expectMarks(frame, []);
    await live.evaluate(() => document.querySelector('iframe')?.setAttribute('height', '300'));
    await expectMarks(frame, ['Sweden']);
  });

  test('reads past the readings of characters, and an article in fixed type', async () => {
    const live = await open(
      '/ruby',
      page(
        `<p><ruby>中<rt>zhōng</rt>国<rp>(</rp><rt>guó</rt><rp>)</rp></ruby>和<ruby>哈萨克斯坦<rt>hāsàkèsītǎn</rt></ruby></p>
         <pre>From: Tibet\n\nThe envoys said that they would go on with their talks\nabout trade and water with Kazakhstan for another week.</pre>
         <pre>const Tibet = Gansu.of(Sweden);</pre>`,
      ),
    );
    await expectMarks(live, ['中zhōng国', '哈萨克斯坦', 'Tibet', 'Kazakhstan']);
  });

  test('marks a page with words of hundreds of letters, glued from a list', async () => {
    const years = Array.from({ length: 90 }, (_, i) => `<option>${2020 - i}</option>`).join('');
    const live = await open(
      '/years',
      page(
        `<p>In Kashgar.</p><select><option>Year</option>${years}</select><p>${'Kashgar<wbr>'.repeat(60)}</p><p>In Gansu.</p>`,
      ),
    );
    await expectMarks(live, ['Kashgar', 'Gansu']);
    expect((await driver.pageList(live)).state).toBe('done');
  });

  test('joins text around what is removed', async () => {
    const live = await open('/joined', page('<p>Hong<br id="a"> Kong</p>'));
    await expectMarks(live, []);
    await live.evaluate(() => document.getElementById('a')?.remove());
    await expectMarks(live, ['Hong Kong']);
  });

  test('marks hidden text when it is shown', async () => {
    const live = await open(
      '/hidden',
      page('<p id="a" style="display:none">Tibet</p><p>Gansu</p>'),
    );
    await expectMarks(live, ['Gansu']);
    await live.evaluate(() => document.getElementById('a')?.style.removeProperty('display'));
    await expectMarks(live, ['Tibet', 'Gansu']);
  });

  test('reads a body that is replaced, and a document that is written anew', async () => {
    const live = await open('/replaced', page('<p>China</p>'));
    await expectMarks(live, ['China']);
    await live.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<main><p>Kashgar</p></main>';
      document.body.replaceWith(body);
    });
    await expectMarks(live, ['Kashgar']);
    await live.evaluate(() => {
      document.open();
      document.write('<!doctype html><body><p>Sweden</p></body>');
      document.close();
    });
    await expectMarks(live, ['Sweden']);
  });

  test('marks open shadow trees, early and late', async () => {
    const live = await open(
      '/shadow',
      page(`<x-a></x-a><div id="late"></div><script>
        document.querySelector('x-a').attachShadow({ mode: 'open' }).innerHTML = '<p>In Gansu</p>';
      </script>`),
    );
    await expectMarks(live, ['Gansu']);
    await live.evaluate(() => {
      const host = document.createElement('x-b');
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>In <b>Hong</b> Kong</p>';
      document.getElementById('late')?.append(host);
    });
    await until(
      async () => (await live.evaluate(() => CSS.highlights.get('sidelight')?.size)) === 2,
      'the late shadow tree is not marked',
    );
  });

  test('marks frames, also without an address', async () => {
    const live = await open(
      '/frames',
      page(
        `<p>China</p><iframe srcdoc="<p>In Kashgar</p>" width="400" height="200"></iframe>
         <iframe src="${site.serve('/inner', page('<p>In Sweden</p>')).replace('localhost', '127.0.0.1')}" width="400" height="200"></iframe>
         <iframe src="/inner" width="40" height="40"></iframe>`,
      ),
    );
    const [, srcdoc, other, tiny] = live.frames();
    await expectMarks(live, ['China']);
    if (!srcdoc || !other || !tiny) throw new Error('frames are missing');
    await expectMarks(srcdoc, ['Kashgar']);
    await expectMarks(other, ['Sweden']);
    await expectMarks(tiny, []);
  });

  test('marks the first of each section by default', async () => {
    await driver.settings({});
    const live = await open(
      '/density',
      page(
        `<style>h2{margin-block-start:1000px}</style><p>China, Tibet, China</p>
         <h2>China</h2><p>China and Tibet</p><h2>More</h2><p hidden>Tibet</p><p id="end">China, Tibet, Tibet</p>`,
      ),
    );
    await expectMarks(live, ['China', 'Tibet', 'China', 'Tibet']);
    // What is far from the window is not painted: of three sections two.
    await live.evaluate(() => document.getElementById('end')?.scrollIntoView());
    await until(
      () =>
        live.evaluate(() =>
          [...(CSS.highlights.get('sidelight') ?? [])].some(
            ({ startContainer }) => startContainer.parentElement?.id === 'end',
          ),
        ),
      'the last section has no marks',
    );
    await expectMarks(live, ['China', 'Tibet', 'China', 'Tibet']);
    await driver.settings({ density: 'none' });
    await expectMarks(live, []);
    expect((await driver.pageList(live)).entities.map(({ count }) => count)).toEqual([5, 5]);
    await driver.settings({ density: 'every' });
  });

  test('is off where the reader switched it off, and on again', async () => {
    const live = await open('/off', page('<p>China</p>'));
    await expectMarks(live, ['China']);
    await driver.settings({ density: 'every', sitesOff: ['localhost'] });
    await expectMarks(live, []);
    expect((await driver.pageList(live)).state).toBe('off-here');
    await driver.settings({ density: 'every' });
    await expectMarks(live, ['China']);
  });

  test('follows an address that the page changes by script', async () => {
    const live = await open('/app', page('<p>China</p>'));
    await expectMarks(live, ['China']);
    const elsewhere = new URL('/app/elsewhere', live.url()).href;
    await driver.settings({ density: 'every', pagesOff: [elsewhere] });
    await live.evaluate(() => history.pushState(null, '', '/app/elsewhere'));
    await expectMarks(live, []);
    const list = await driver.pageList(live);
    expect([list.state, list.page]).toEqual(['off-on-page', elsewhere]);
    await live.evaluate(() => history.pushState(null, '', '/app'));
    await expectMarks(live, ['China']);
    await driver.settings({ density: 'every' });
  });

  test('marks and counts a page that comes back from the cache of pages', async () => {
    const live = await open('/first', page('<p>In Gansu and in Tibet.</p>'));
    await expectMarks(live, ['Gansu', 'Tibet']);
    await live.goto(site.serve('/second', page('<p>In Kashgar.</p>')));
    await expectMarks(live, ['Kashgar']);
    await live.evaluate(() => history.back());
    // Between two documents there is nothing to ask.
    const path = () => live.evaluate(() => location.pathname).catch(() => '');
    await until(async () => (await path()) === '/first', 'the page does not come back');
    await expectMarks(live, ['Gansu', 'Tibet']);
    const tab = await driver.tabOf(live);
    const badge = () => driver.ours.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
    await until(async () => (await badge()) === '2', 'the badge does not come back');
  });

  const documents: Array<[string, string, string, string]> = [
    ['/empty', 'an empty page', 'text/html', ''],
    ['/plain', 'plain text', 'text/plain', 'China'],
    [
      '/feed.xml',
      'XML',
      'application/xml',
      '<?xml version="1.0"?><feed><title>China</title></feed>',
    ],
    [
      '/map.svg',
      'SVG',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">China</text></svg>',
    ],
    ['/data.json', 'JSON', 'application/json', '{"China": 1}'],
    [
      '/frameset',
      'a frameset',
      'text/html',
      '<frameset cols="50%,50%"><frame src="/empty"></frameset>',
    ],
  ];
  test.each(documents)('%s: leaves %s alone', async (path, _, type, body) => {
    const live = await driver.newPage(
      site.serveRaw(path, body, { 'content-type': `${type}; charset=utf-8` }),
    );
    live.on('pageerror', (error) => errors.push(`${path}: ${error}`));
    const list = await driver.pageList(live, false);
    expect(list.entities).toEqual([]);
  });

  test('reads XHTML', async () => {
    const live = await driver.newPage(
      site.serveRaw(
        '/page.xhtml',
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>In China</p></body></html>',
        { 'content-type': 'application/xhtml+xml; charset=utf-8' },
      ),
    );
    await expectMarks(live, ['China']);
  });

  test('marks a page that is opened while the background sleeps', async () => {
    await driver.endBackground();
    const live = await driver.newPage(site.serve('/asleep', page('<p>In Gansu and in Tibet.</p>')));
    await expectMarks(live, ['Gansu', 'Tibet']);
  });

  test('reads a huge page to its end', async () => {
    const filler = '<p>Nothing of note was said of the weather on the coast.</p>'.repeat(30_000);
    const live = await driver.newPage(
      site.serve('/huge', page(`${filler}<p id="end">Kashgar</p>`)),
    );
    const list = await driver.pageList(live);
    expect(list.entities.map(({ id }) => id)).toEqual(['kazakhstan-china-xinjiang/kashgar']);
    await live.evaluate(() => document.getElementById('end')?.scrollIntoView());
    await expectMarks(live, ['Kashgar']);
  });
});

test('chromium: what the background could not answer is asked again, not without end, and marked then', async () => {
  const site = await Site.open();
  const driver = await Driver.start('chromium');
  try {
    const worker = await driver.backgroundTarget()?.worker();
    if (!worker) throw new Error('the background sleeps');
    await worker.evaluate(() => {
      const { subarray } = Uint32Array.prototype;
      const told = { questions: 0, mend: () => undefined as unknown };
      Object.assign(globalThis, { told });
      told.mend = () => {
        Uint32Array.prototype.subarray = subarray;
      };
      Uint32Array.prototype.subarray = () => {
        told.questions++;
        throw new Error('out of order');
      };
    });
    const live = await driver.newPage(site.serve('/broken', page('<p>In Kashgar.</p>')));
    const questions = () =>
      worker.evaluate(
        () => (globalThis as unknown as { told: { questions: number } }).told.questions,
      );
    await until(async () => (await questions()) > 1, 'nothing is asked again');
    const before = await questions();
    await live.evaluate(() => document.body.append('And Tibet. '));
    const from = Date.now();
    await until(async () => Date.now() - from > 2000, '');
    expect((await questions()) - before).toBeLessThan(6);
    expect(await marksOf(live)).toEqual([]);
    await worker.evaluate(() => (globalThis as unknown as { told: { mend(): void } }).told.mend());
    await expectMarks(live, ['Kashgar', 'Tibet']);
  } finally {
    await driver.close();
    await site.close();
  }
});

test('chromium: a page without a candidate does not wake the background', async () => {
  const site = await Site.open();
  const driver = await Driver.start('chromium');
  try {
    const settle = (read: Page) =>
      read.evaluate(async () => {
        for (let i = 0; i < 60; i++) {
          await new Promise((next) => requestAnimationFrame(next));
          await new Promise((next) => requestIdleCallback(next));
        }
      });
    await driver.endBackground();
    const plain = await driver.newPage(
      site.serve(
        '/plain-news',
        page(
          '<h1>Harbour reopens after storm</h1><p>The council said on Monday that ferries would sail again, and that the policy on western piers and the rule for family tickets stay. Events around the world had little to do with it.</p>',
        ),
      ),
    );
    await settle(plain);
    expect(driver.backgroundTarget()).toBeUndefined();
    const named = await driver.newPage(site.serve('/named-news', page('<p>In Kashgar.</p>')));
    await expectMarks(named, ['Kashgar']);
    expect(driver.backgroundTarget()).toBeDefined();
  } finally {
    await driver.close();
    await site.close();
  }
});

/** Which mention is marked follows from what a reader can see; and what is not rendered is left alone. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pass } from './card-page';
import { Driver, expectMarks, hasMarkInSight, marksOf, until } from './driver';
import { Site } from './site';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;

const FILLER =
  'Officials said on Monday that talks about trade, water and rail links would go on. '.repeat(12);

/** Where the first mention stands; the second is always in sight. */
const UNSEEN: Array<[title: string, first: string]> = [
  ['visibility', '<span style="visibility:hidden">China</span>'],
  ['opacity', '<span style="opacity:0">China</span>'],
  ['opacity of what is around it', '<div style="opacity:0"><p>China</p></div>'],
  [
    'text for screen readers',
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap">China</span>',
  ],
  ['to the left of the page', '<span style="position:absolute;left:-9999px">China</span>'],
  ['to the right of the page', '<span style="position:fixed;left:200vw">China</span>'],
  ['above the page', '<span style="position:absolute;top:-500px">China</span>'],
  ['closed by its height', '<div style="height:0;overflow:hidden">China</div>'],
  [
    'a line that is cut off',
    `<div style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;width:500px">${FILLER}China</div>`,
  ],
  [
    'a slide beside the one that is shown',
    '<div style="width:300px;overflow:hidden"><div style="display:flex;width:600px"><p style="width:300px">One</p><p style="width:300px">China</p></div></div>',
  ],
  ['a closed fold', '<details><summary>More</summary><p>China</p></details>'],
  ['a menu', '<nav><a href="#">China</a></nav>'],
  ['the foot of the page before', '<footer>China</footer>'],
  ['a heading', '<h3>China</h3>'],
  ['a table', '<table><tr><td>China</td></tr></table>'],
];

/** In so low a window the parts of a page are a screenful apart. */
const LOW = { width: 1000, height: 200 };
/** A part of a page, under its heading, to the end of such a screen. */
const part = (content: string) => `<h2>Part</h2>${content}<div style="height:200px"></div>`;

const SEEN: Array<[title: string, first: string]> = [
  [
    'a box that scrolls',
    '<div style="height:40px;overflow:auto"><p style="margin-top:200px">China</p></div>',
  ],
  [
    'placed apart from a box that cuts off',
    '<div style="height:10px;overflow:hidden"><p style="position:absolute;left:300px">China</p></div>',
  ],
  ['text that hangs out of its box', '<div style="height:0">China</div><br>'],
  ['the head of an article', '<article><header><p>China</p></header></article>'],
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let site: Site;
  let driver: Driver;
  let number = 0;

  beforeAll(async () => {
    site = await Site.open();
    driver = await Driver.borrow(name);
  });
  afterAll(async () => {
    await driver?.giveBack();
    await site?.close();
  });

  const open = (body: string, head = '', size: typeof LOW | null = null): Promise<Page> =>
    driver.visit(site.serve(`/sight-${++number}`, page(body, head)), size);
  /** Opens a page that is longer than its window, and shows it whole when it has been read. */
  const openParts = async (parts: string[]): Promise<Page> => {
    const live = await open(parts.map(part).join(''), '', LOW);
    await driver.pageList(live);
    await live.setViewport({ width: 1000, height: 8000 });
    return live;
  };
  /** The ids of the elements around the marks. */
  const marked = (live: Page) =>
    live.evaluate(() =>
      [...(CSS.highlights.get('sidelight') ?? [])].map(
        ({ startContainer }) => startContainer.parentElement?.closest('[id]')?.id,
      ),
    );
  const expectMarked = async (live: Page, wanted: string[]) => {
    let found: unknown[] = [];
    await until(async () => {
      found = (await marked(live)).sort();
      return JSON.stringify(found) === JSON.stringify(wanted);
    }, `marked are other elements than ${wanted}`).catch((error) => {
      throw new Error(`${error}: ${JSON.stringify(found)}`);
    });
  };

  test('a mention that cannot be seen leaves the mark to one that can', async () => {
    const live = await openParts(
      UNSEEN.map(([, first], i) => `${first}<p id="s${i + 10}">Trade with China grew.</p>`),
    );
    await expectMarked(
      live,
      UNSEEN.map((_, i) => `s${i + 10}`),
    );
  });

  test('a mention that can be seen, or scrolled to, keeps it', async () => {
    const live = await openParts(
      SEEN.map(
        ([, first], i) => `<div id="s${i + 10}">${first}</div><p>Trade with China grew.</p>`,
      ),
    );
    // What has not been scrolled to is not painted.
    await expectMarked(live, ['s11', 's12', 's13']);
    await live.evaluate(() => document.querySelector('#s10 > div')?.scrollBy(0, 500));
    await expectMarked(live, ['s10', 's11', 's12', 's13']);
  });

  test('a menu is never marked, and a subject once in a screenful, however many headings', async () => {
    const live = await openParts([
      '<nav><a href="#" id="m1">Kashgar</a></nav><p id="p1">China</p><h3>More</h3><p>China</p>',
      '<p id="p2">China</p><h2 id="h">Kashgar</h2><p id="p3">Tibet</p><h2>Last</h2><p>Tibet and China</p>',
    ]);
    await expectMarked(live, ['h', 'p1', 'p2', 'p3']);
  });

  test('pictures that come late push subjects apart, and each screenful has its mark', async () => {
    const parts = '<h2>Part</h2><p>Reports on Kashgar today.</p><div class="picture"></div>';
    const live = await driver.visit(site.serve('/late-pictures', page(parts.repeat(12))), {
      width: 900,
      height: 700,
    });
    await until(() => hasMarkInSight(live), 'nothing is marked');
    await live.evaluate(() => {
      for (const picture of document.querySelectorAll<HTMLElement>('.picture')) {
        picture.style.height = '900px';
      }
    });
    for (let part = 0; part < 12; part++) {
      await live.evaluate((at) => document.querySelectorAll('p')[at]?.scrollIntoView(), part);
      await until(() => hasMarkInSight(live), `part ${part} has no mark`);
    }
  });

  test('components that each have a heading are no sections of their own', async () => {
    const live = await driver.visit(
      site.serve(
        '/components',
        page(`<div style="display:grid;grid-template-columns:repeat(4,1fr)">${'<news-item></news-item>'.repeat(20)}</div>
          <script>customElements.define('news-item', class extends HTMLElement {
            constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<h3>News</h3><p>In Kashgar</p>'; }
          })</script>`),
      ),
      { width: 1000, height: 900 },
    );
    await driver.pageList(live);
    await expectMarks(live, ['Kashgar']);
  });

  test('tabs, slides and fades: what is shown later is marked then', async () => {
    const live = await open(
      `<h2>Tabs</h2><p id="t1">In China.</p><p id="t2" hidden>From China.</p>
       <h2>Fade</h2><p id="f1" style="opacity:1;transition:opacity 50ms">In Gansu.</p><p id="f2" style="opacity:0;transition:opacity 50ms">From Gansu.</p>
       <h2>Click</h2><button id="b">Next</button><p id="c1">In Tibet.</p><p id="c2" style="visibility:hidden">From Tibet.</p>`,
    );
    await expectMarked(live, ['c1', 'f1', 't1']);
    await live.evaluate(() => {
      const at = (id: string) => document.getElementById(id) as HTMLElement;
      at('t1').hidden = true;
      at('t2').hidden = false;
      at('f1').style.opacity = '0';
      at('f2').style.opacity = '1';
      at('b').onclick = () => {
        at('c1').style.visibility = 'hidden';
        at('c2').style.visibility = 'visible';
      };
    });
    await live.click('#b');
    await expectMarked(live, ['c2', 'f2', 't2']);
  });

  test('content-visibility: auto hides no mark from those who scroll to it', async () => {
    const live = await open(
      ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
        .map(
          (id) =>
            `<section>${part(`<p id="${id}">Envoys met in Kashgar. ${FILLER}</p>`)}</section>`,
        )
        .join(''),
      '<style>section{content-visibility:auto;contain-intrinsic-size:auto 300px}</style>',
      LOW,
    );
    await until(async () => (await marked(live)).includes('p1'), 'the first part has no marks');
    await live.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until(async () => (await marked(live)).includes('p6'), 'the last part has no marks');
  });

  test('one box of many screens has marks on each, and is jumped through name by name', async () => {
    const live = await open(
      `<div style="width:600px">${FILLER.repeat(4)}Kashgar ${FILLER.repeat(4)}Kashgar ${FILLER.repeat(4)}Kashgar ${FILLER.repeat(4)}</div>`,
    );
    const tab = await driver.tabOf(live);
    await driver.pageList(live);
    const entity = 'kazakhstan-china-xinjiang/kashgar';
    const seen: number[] = [];
    for (let at = 1; at <= 3; at++) {
      expect(await driver.ask('jump', { tab, entity, by: 1 })).toEqual([at, 3]);
      const place = () =>
        live.evaluate(() => {
          const [range] = CSS.highlights.get('sidelight-flash') ?? [];
          if (!range) return -1;
          const flashed = document.createRange();
          flashed.setStart(range.startContainer, range.startOffset);
          flashed.setEnd(range.endContainer, range.endOffset);
          const { top, bottom } = flashed.getBoundingClientRect();
          return top > 0 && bottom < innerHeight ? range.startOffset : -1;
        });
      await until(async () => !seen.includes(await place()) && (await place()) >= 0, 'not in view');
      seen.push(await place());
      await until(async () => (await marksOf(live)).length > 0, 'this screen has no mark');
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('what the page does not render loads nothing on our account', async () => {
    const text = (canary: string) =>
      `<p style="background-image:url(/canary/${canary})">In Kashgar and Tibet, <b style="background-image:url(/canary/${canary}-inner)">Hong</b> Kong.</p>`;
    const host = (mode: string, style: string, canary: string) =>
      `<div><template shadowrootmode="${mode}"><div style="${style}"><slot></slot></div></template>${text(canary)}</div>`;
    const body = [
      '<p>Syria and Sweden.</p>',
      `<details>${text('details')}</details>`,
      `<details><summary>More</summary><div>${text('deep-details')}</div></details>`,
      `<div style="content-visibility:hidden">${text('hidden')}</div>`,
      `<div style="display:none">${text('none')}</div>`,
      `<div hidden="until-found">${text('until-found')}</div>`,
      host('open', 'content-visibility:hidden', 'open-tree'),
      host('closed', 'content-visibility:hidden', 'closed-tree'),
      host('open', 'display:none', 'open-none'),
      `<div><template shadowrootmode="open"></template>${text('no-slot')}</div>`,
      `<div style="height:5000px"></div><div style="content-visibility:auto">${text('auto')}</div>`,
    ].join('');
    for (const density of ['every', 'first-in-section', 'none'] as const) {
      await driver.settings({ density });
      const from = site.requests.length;
      // Of its own each: a tab remembers what it has loaded.
      const live = await driver.newPage(site.serve('/canaries', page(body)));
      const { entities } = await driver.pageList(live);
      expect(entities.some(({ id }) => id.endsWith('/kashgar'))).toBe(true);
      if (density !== 'none') await until(async () => (await marksOf(live)).length > 0, 'no marks');
      await pass(live, 300);
      const loaded = site.requests.slice(from).filter((path) => path.startsWith('/canary/'));
      // Browsers differ in what they load by themselves: the same page without a name tells.
      const nameless = body.replace(/Kashgar|Tibet|Hong|Kong|Syria|Sweden/g, 'Nowhere');
      const bare = await driver.newPage(site.serve('/nameless', page(nameless)));
      await pass(bare, 300);
      const own = site.requests.slice(from).filter((path) => path.startsWith('/canary/'));
      expect(loaded.sort()).toEqual(own.slice(loaded.length).sort());
    }
    await driver.settings({});
  });

  test('nothing of ours is on a page before something is painted', async () => {
    const signs = (live: Page) =>
      live.evaluate(() => {
        const style = (key: string) => {
          const { textDecorationLine, backgroundColor, color } = getComputedStyle(
            document.documentElement,
            `::highlight(${key})`,
          );
          return [textDecorationLine, backgroundColor, color];
        };
        const tree = document.querySelector('x-host')?.shadowRoot;
        return {
          rules: ['sidelight', 'sidelight-tint', 'sidelight-flash'].filter(
            (key) => `${style(key)}` !== `${style('nonsense')}`,
          ),
          sheets: document.adoptedStyleSheets.length + (tree?.adoptedStyleSheets.length ?? 0),
          styleSheets: document.styleSheets.length,
          keys: [...CSS.highlights.keys()],
          attributes: document.documentElement.getAttributeNames(),
          children: document.documentElement.children.length,
        };
      });
    const host = `<x-host></x-host><script>document.querySelector('x-host').attachShadow({mode:'open'}).innerHTML='<p>NAME</p>'</script>`;
    const nothing = {
      rules: [],
      sheets: 0,
      styleSheets: 0,
      keys: [],
      attributes: ['lang'],
      children: 2,
    };
    // Ambiguous without company, and hidden: read, asked about, not marked.
    for (const body of [host, '<p>The words of Han and Solomon.</p>', '<p hidden>Kashgar</p>']) {
      const live = await open(body);
      expect((await driver.pageList(live)).state).toBe('done');
      expect(await signs(live)).toEqual(nothing);
    }
    await driver.settings({ density: 'none' });
    const unmarked = await open(`<p>Kashgar and Tibet</p>${host.replace('NAME', 'Kashgar')}`);
    await until(
      async () => (await driver.pageList(unmarked)).entities[0]?.count === 2,
      'the names are not found',
    );
    expect(await signs(unmarked)).toEqual(nothing);
    await driver.settings({});
    await expectMarks(unmarked, ['Kashgar', 'Tibet']);
  });

  test('a page that sets its own sheets keeps its marks', async () => {
    const live = await open(
      '<button>Theme</button><p>China</p><x-s></x-s>',
      `<script>addEventListener('DOMContentLoaded', () => {
        const sheet = () => { const made = new CSSStyleSheet(); made.replaceSync('ins{color:#222}'); return made; };
        const tree = document.querySelector('x-s').attachShadow({ mode: 'open' });
        tree.innerHTML = '<p>Sweden</p>';
        document.querySelector('button').onclick = () => {
          tree.adoptedStyleSheets = [sheet()];
          document.adoptedStyleSheets = [sheet()];
        };
      })</script>`,
    );
    await until(async () => (await marksOf(live)).length === 2, 'not everything is marked');
    const shots = () =>
      Promise.all(
        ['p', 'x-s'].map(async (at) => (await live.$(at))?.screenshot({ encoding: 'base64' })),
      );
    const before = await shots();
    await live.click('button');
    await live.mouse.move(0, 0);
    await until(
      async () => JSON.stringify(await shots()) === JSON.stringify(before),
      'the marks do not come back',
    );
    await live.evaluate(() => CSS.highlights.clear());
    expect(await shots()).not.toEqual(before);
  });

  test('what the page adds to our highlights does not stay', async () => {
    const live = await open('<p>China</p><p id="other">Nothing</p>');
    await expectMarks(live, ['China']);
    await live.evaluate(() => {
      const other = document.getElementById('other') as HTMLElement;
      const range = new StaticRange({
        startContainer: other.firstChild as Node,
        startOffset: 0,
        endContainer: other.firstChild as Node,
        endOffset: 7,
      });
      CSS.highlights.get('sidelight')?.add(range);
      const more = document.createElement('p');
      more.append('Tibet');
      document.body.append(more);
    });
    await expectMarks(live, ['China', 'Tibet']);
  });
});

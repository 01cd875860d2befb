/** Figure 9: every kind of document and frame, with how many names are marked in it and no error of ours. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { Driver, marksOf, until } from '../../tests/browser/driver';
import { Site } from '../../tests/browser/site';
import { type BrowserName, startBrowser } from '../browsers';
import type { Figure } from './figure';
import { errorsOf } from './page-errors';

const HTML = 'text/html; charset=utf-8';
const NAMED = '<p>In Kashgar.</p>';
const SIZE = 'width="300" height="200"';
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 40>>stream
BT /F 20 Tf 20 40 Td (In Kashgar.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

/** Where kinds of frame find what they show. */
interface Places {
  plain: string;
  second: string;
  /** Answers that it has nothing. */
  nothing: string;
}

interface Kind {
  title: string;
  /** What is served, or what it says once places are known. */
  body: string | Buffer | ((places: Places) => string);
  type?: string;
  headers?: Record<string, string>;
  /** Marks of Kashgar in all frames together. */
  marks: number;
  /** Done after the load. @param untilMarked waits for the first mark in its first frame, where we mark */
  act?(page: Page, places: Places, untilMarked: (page: Page) => Promise<void>): Promise<unknown>;
}

const html = (body: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
/** A page that names Kashgar, with a frame or two that do. */
const around = (frames: string) => html(`${NAMED}${frames}`);
const scripted = (script: string) => around(`<div id="a"></div><script>{${script}}</script>`);
const inFrame = (script: string) =>
  scripted(`const frame = document.createElement('iframe');
    frame.width = 300; frame.height = 200; ${script}`);

// The manifest asks for all frames, also those without an address of their own; the script leaves alone what is
// neither HTML nor XHTML (docs/matching.md, “No page at all”).
const KINDS: readonly Kind[] = [
  { title: 'quirks mode', body: `<title>t</title>${NAMED}`, marks: 1 },
  {
    title: 'XHTML',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${NAMED}</body></html>`,
    type: 'application/xhtml+xml; charset=utf-8',
    marks: 1,
  },
  {
    title: 'SVG',
    body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">In Kashgar.</text></svg>',
    type: 'image/svg+xml',
    marks: 0,
  },
  { title: 'plain text', body: 'In Kashgar.', type: 'text/plain; charset=utf-8', marks: 0 },
  { title: 'JSON', body: '{"in": "Kashgar"}', type: 'application/json', marks: 0 },
  {
    title: 'PDF',
    body: PDF,
    type: 'application/pdf',
    // Browsers show it in a page of their own.
    marks: 0,
  },
  {
    title: 'image',
    body: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    type: 'image/gif',
    marks: 0,
  },
  {
    title: 'XML without a style',
    body: '<?xml version="1.0"?><feed><title>In Kashgar.</title></feed>',
    type: 'application/xml',
    marks: 0,
  },
  { title: 'frame of its site', body: around(`<iframe src="/inner" ${SIZE}></iframe>`), marks: 2 },
  {
    title: 'frame of a second site',
    body: ({ second }) => around(`<iframe src="${second}" ${SIZE}></iframe>`),
    marks: 2,
  },
  { title: 'srcdoc', body: around(`<iframe srcdoc="${NAMED}" ${SIZE}></iframe>`), marks: 2 },
  {
    title: 'about:blank, written into',
    body: inFrame(`document.getElementById('a').append(frame);
      frame.contentDocument.write('${NAMED}');
      frame.contentDocument.close();`),
    marks: 2,
  },
  {
    title: 'data:',
    body: around(`<iframe src="data:text/html,${NAMED}" ${SIZE}></iframe>`),
    marks: 2,
  },
  {
    title: 'blob:',
    body: inFrame(`frame.src = URL.createObjectURL(new Blob(['${NAMED}'], { type: 'text/html' }));
      document.getElementById('a').append(frame);`),
    marks: 2,
  },
  {
    title: 'javascript:',
    body: around(`<iframe src="javascript:'${NAMED}'" ${SIZE}></iframe>`),
    marks: 2,
  },
  {
    title: 'sandboxed frames, without scripts and with',
    body: around(`<iframe sandbox="" src="/inner" ${SIZE}></iframe>
      <iframe sandbox="allow-scripts" src="/inner" ${SIZE}></iframe>`),
    marks: 3,
  },
  {
    title: 'object and embed',
    body: around(`<object data="/inner" type="text/html" ${SIZE}></object>
      <embed src="/inner" type="text/html" ${SIZE}>`),
    marks: 3,
  },
  {
    title: 'frameset',
    body: '<html><frameset cols="50%,50%"><frame src="/inner"><frame src="/inner"></frameset></html>',
    marks: 2,
  },
  {
    title: 'frames in frames',
    body: ({ second }) =>
      around(`<iframe width="500" height="400" srcdoc="${NAMED}
      <iframe ${SIZE.replaceAll('"', "'")} src='${second}'></iframe>"></iframe>`),
    marks: 3,
  },
  {
    title: 'credentialless frame',
    body: around(`<iframe credentialless src="/inner" ${SIZE}></iframe>`),
    marks: 2,
  },
  {
    title: 'open shadow tree',
    body: scripted(
      `document.getElementById('a').attachShadow({ mode: 'open' }).innerHTML = '${NAMED}';`,
    ),
    marks: 2,
  },
  {
    title: 'closed shadow tree',
    body: scripted(
      `document.getElementById('a').attachShadow({ mode: 'closed' }).innerHTML = '${NAMED}';`,
    ),
    // What a page closes is not read (README.md).
    marks: 1,
  },
  {
    title: 'declared shadow tree',
    body: around(`<div><template shadowrootmode="open">${NAMED}</template></div>`),
    marks: 2,
  },
  {
    title: 'frame removed while it is read',
    body: around(`<iframe src="/long" ${SIZE}></iframe>`),
    marks: 1,
    act: async (page, _, untilMarked) => {
      await untilMarked(page);
      await page.evaluate(() => document.querySelector('iframe')?.remove());
    },
  },
  {
    title: 'document.open()',
    body: around(''),
    marks: 2,
    act: (page) =>
      page.evaluate((written) => {
        document.open();
        document.write(written);
        document.close();
      }, around(NAMED)),
  },
  {
    title: 'an answer of 204, to a page and to a frame',
    body: ({ nothing }) => around(`<iframe src="${nothing}" ${SIZE}></iframe>`),
    marks: 1,
    act: (page, { nothing }) =>
      page.evaluate((address) => {
        location.href = address;
      }, nothing),
  },
  {
    title: 'history.pushState()',
    body: around(''),
    marks: 2,
    act: (page) =>
      page.evaluate((body) => {
        history.pushState(null, '', '/elsewhere');
        document.body.innerHTML = body;
      }, NAMED + NAMED),
  },
  {
    title: 'a policy that forbids everything',
    body: around(''),
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'",
    },
    marks: 1,
  },
  {
    title: 'COOP and COEP',
    body: around(`<iframe src="/isolated" ${SIZE}></iframe>`),
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    },
    marks: 2,
  },
  {
    title: 'UTF-16',
    body: Buffer.from(`\ufeff${html('<p>In Kashgar, в Кашгаре.</p>')}`, 'utf16le'),
    type: 'text/html; charset=utf-16le',
    marks: 2,
  },
];

export const documentKinds: Figure = {
  id: '9',
  title: 'kinds of document and frame',
  goal: `${KINDS.length} kinds, marks as declared, 0 errors`,
  exclusions: 'fenced frames, which are for pages with TLS; errors of the background',
  inBrowsers: true,
  async run(name) {
    const site = await Site.open();
    const empty = createServer((_, response) => response.writeHead(204).end());
    await new Promise<void>((ready) => empty.listen(0, '127.0.0.1', ready));
    try {
      const places = serveFrames(site, (empty.address() as AddressInfo).port);
      const before = await withoutUs(name, site, places);
      const { right, failures } = await withUs(name, site, places, before);
      const control = [...before.values()].reduce((sum, { size }) => sum + size, 0);
      return {
        measured: `${right} of ${KINDS.length} as declared`,
        control: `${control} errors without Sidelight`,
        failures,
      };
    } finally {
      empty.closeAllConnections();
      empty.close();
      await site.close();
    }
  },
};

function serveFrames(site: Site, port: number): Places {
  const type = { 'content-type': HTML };
  const plain = site.serveRaw('/inner', html(NAMED), type);
  site.serveRaw('/long', html(NAMED.repeat(50_000)), type);
  site.serveRaw('/isolated', html(NAMED), {
    ...type,
    'cross-origin-embedder-policy': 'require-corp',
  });
  const second = site.address('/inner', '127.0.0.1');
  return { plain, second, nothing: `http://localhost:${port}/` };
}

async function withoutUs(
  name: BrowserName,
  site: Site,
  places: Places,
): Promise<Map<Kind, Set<string>>> {
  const { browser } = await startBrowser(name, { headless: true, extension: null });
  try {
    const errors = new Map<Kind, Set<string>>();
    for (const kind of KINDS) {
      const opened = await open(browser, name, kind, site, places, async () => {});
      errors.set(kind, opened.errors);
      await opened.page.close();
    }
    return errors;
  } finally {
    await browser.close();
  }
}

async function withUs(
  name: BrowserName,
  site: Site,
  places: Places,
  before: Map<Kind, Set<string>>,
): Promise<{ right: number; failures: string[] }> {
  const driver = await Driver.start(name);
  try {
    await driver.settings({ density: 'every' });
    const failures: string[] = [];
    let right = 0;
    for (const kind of KINDS) {
      const missed: string[] = [];
      const { page, errors } = await open(driver.browser, name, kind, site, places, firstMark);
      await expectKashgar(driver, page, kind.marks, places).catch((error) =>
        missed.push(`${error}`),
      );
      await page.close();
      missed.push(...[...errors].filter((error) => !before.get(kind)?.has(error)));
      if (missed.length === 0) right++;
      failures.push(...missed.map((what) => `${kind.title}: ${what}`));
    }
    return { right, failures };
  } finally {
    await driver.close();
  }
}

async function open(
  browser: Browser,
  name: BrowserName,
  kind: Kind,
  site: Site,
  places: Places,
  untilMarked: (page: Page) => Promise<void>,
): Promise<{ page: Page; errors: Set<string> }> {
  const { body, type = HTML, headers } = kind;
  const served = typeof body === 'function' ? body(places) : body;
  const address = site.serveRaw(`/kind-${KINDS.indexOf(kind)}`, served, {
    'content-type': type,
    ...headers,
  });
  const page = await browser.newPage();
  const errors = await errorsOf(page, name);
  await page.goto(address, { waitUntil: 'load' });
  await kind.act?.(page, places, untilMarked);
  return { page, errors };
}

async function firstMark(page: Page): Promise<void> {
  await until(async () => {
    const frame = page.frames()[1];
    return frame !== undefined && (await marksOf(frame)).length > 0;
  }, 'the frame is not marked');
}

/** Waits until page and extension both count so many, and looks again when text that came later is marked. */
async function expectKashgar(
  driver: Driver,
  page: Page,
  wanted: number,
  { plain }: Places,
): Promise<void> {
  let counts = '';
  const isRight = async () => {
    const texts = (await marksByFrame(page)).flatMap(([, marks]) => marks);
    const { entities } = await driver.pageList(page, wanted > 0);
    const listed = entities.find(({ id }) => id.endsWith('/kashgar'))?.count ?? 0;
    const painted = texts.filter((text) => text !== 'Tibet').length;
    counts = `${painted} marked and ${listed} listed, not ${wanted}`;
    return painted === wanted && listed === wanted;
  };
  await until(isRight, '').catch(() => {
    throw new Error(counts);
  });
  const marked = (await marksByFrame(page)).filter(([, marks]) => marks.length > 0);
  if (marked.length === 0) {
    const later = await driver.newPage(plain);
    await until(
      async () => (await marksOf(later)).length > 0,
      'a page that comes later is not marked',
    );
    await later.close();
  }
  for (const [frame] of marked) {
    await frame.evaluate(() => document.body.append(' In Tibet.'));
    await until(
      async () => (await marksOf(frame)).some(({ text }) => text === 'Tibet'),
      'text that comes later is not marked',
    );
  }
  if (!(await isRight())) throw new Error(`later ${counts}`);
}

async function marksByFrame(page: Page) {
  return Promise.all(
    page.frames().map(async (frame) => {
      // One that goes meanwhile has none.
      const marks = await marksOf(frame).catch(() => []);
      return [frame, marks.map(({ text }) => text)] as const;
    }),
  );
}

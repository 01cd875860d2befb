/** What a reader pays for the extension as it is built: saved pages with it, without any, and with others. */
import type { Browser } from 'puppeteer-core';
import { builtExtension, startBrowser } from '../../scripts/browsers.ts';
import type { BenchSite, Result } from '../bench-site.ts';
import { meter, metrics, pause } from '../measure.ts';
import type { BenchPage } from '../pages.ts';
import { atMost, kb, ms, type Section, table, times } from '../section.ts';
import { medianOf } from '../statistics.ts';

/** What extensions do with a page that stands still is over by then; ms. */
const SETTLED_MS = 2000;
/** Of the saved pages: every so many. */
const EVERY = 4;
const RUNS = 3;
/** Goals of the main thread, against no extension. */
const MOST = { ratio: 1.1, heapKb: 1024 };

/** An extension to be measured; null is none. */
export interface Peer {
  name: string;
  folder: string | null;
}

/** @param peers of other makers, unpacked */
export async function whole(
  site: BenchSite,
  pages: readonly BenchPage[],
  peers: readonly Peer[],
  isQuick: boolean,
): Promise<Section> {
  const saved = pages.filter(({ kind }) => kind === 'saved');
  const some = (saved.length > 0 ? saved : pages.filter(({ kind }) => kind === 'fixture')).filter(
    (_, i) => i % (isQuick ? EVERY * 3 : EVERY) === 0,
  );
  const variants: Peer[] = [
    { name: 'none', folder: null },
    { name: 'Sidelight', folder: builtExtension('chromium') },
    ...peers,
  ];
  const browsers: Browser[] = [];
  const results = new Map<string, Result[]>(variants.map(({ name }) => [name, []]));
  try {
    for (const { folder } of variants) {
      const { browser } = await startBrowser('chromium', { headless: true, extension: folder });
      browsers.push(browser);
    }
    // What follows an install, such as a page of welcome or a library that is read, is no cost of a page.
    await pause(SETTLED_MS);
    for (let run = 0; run < (isQuick ? 1 : RUNS); run++) {
      for (const page of some) {
        for (const [i, { name }] of variants.entries()) {
          results.get(name)?.push(await load(browsers[i] as Browser, site, page));
        }
      }
    }
  } finally {
    for (const browser of browsers) await browser.close();
  }
  const of = (name: string, key: string) => medianOf(results.get(name) ?? [], key);
  const more = of('Sidelight', 'heap') - of('none', 'heap');
  return {
    title: 'The whole extension on saved pages',
    goals: [
      atMost(
        'main thread of a saved page with the built extension, against none',
        of('Sidelight', 'main') / of('none', 'main'),
        MOST.ratio,
        times,
      ),
      atMost('heap of a saved page, more than without', more, MOST.heapKb, kb),
    ],
    body: [
      `The built extension with its bundled source in a browser of its own, beside browsers without any and with others, page by page in turn; ${some.length} pages, medians of all. From the navigation until ${SETTLED_MS} ms after the load. The heap is that of the whole tab, after a collection. ${peers.length > 0 ? '' : 'No other extension was given (`--peer name=folder`).'}`,
      table(
        ['extension', 'main thread', 'against none', 'script', 'heap', 'first paint'],
        variants.map(({ name }) => [
          name,
          ms(of(name, 'main')),
          times(of(name, 'main') / of('none', 'main')),
          ms(of(name, 'script')),
          kb(of(name, 'heap')),
          ms(of(name, 'paint')),
        ]),
      ),
    ].join('\n\n'),
  };
}

async function load(browser: Browser, site: BenchSite, { id }: BenchPage): Promise<Result> {
  const { address, mayRun } = site.visit('none', id, '');
  const page = await browser.newPage();
  try {
    const client = await meter(page);
    await page.goto(address, { waitUntil: 'load' });
    mayRun.resolve();
    await page.bringToFront();
    await pause(SETTLED_MS);
    const { TaskDuration, ScriptDuration } = await metrics(client);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    );
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await metrics(client);
    return {
      main: TaskDuration * 1000,
      script: ScriptDuration * 1000,
      heap: JSHeapUsedSize / 1024,
      paint,
    };
  } finally {
    await page.close();
  }
}

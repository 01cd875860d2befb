/**
 * `npm run bench:library`: how a library of 1, 100 and 1,000 sources answers, in both browsers, beside its goals;
 * written to bench/LIBRARY.md. `--only chromium --sizes 1,1000` measures a part and writes nothing.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { runnerImport } from 'vite';
import type { HeadSieve } from '../core/names/name-index.ts';
import { addPack } from '../scripts/add-pack.ts';
import { type BrowserName, goToOurs, startBrowser } from '../scripts/browsers.ts';
import type { Load } from './library-load.ts';
import { machine } from './machine.ts';
import { median } from './statistics.ts';
import '../scripts/tell-failure.ts';

const ROOT = resolve(import.meta.dirname, '..');
const TIMES = 9;

const { values: asked } = parseArgs({
  options: { only: { type: 'string' }, sizes: { type: 'string' }, shots: { type: 'string' } },
});

/** One row of the table: a measure, its goal, and what was measured by size. */
interface Measured {
  write: number;
  wake: number | null;
  heads: number;
  card: number;
  keystroke: number;
  slowest: number;
  memory: number | null;
  page: number | null;
  sieve: number;
  sieveBytes: number;
  merge: number;
}

const { module } = await runnerImport<typeof import('./library-load.ts')>(
  join(ROOT, 'bench/library-load.ts'),
  { configFile: false, root: ROOT, logLevel: 'error' },
);
const sizes = module.SIZES.filter(
  ({ sources }) => !asked.sizes || asked.sizes.split(',').includes(String(sources)),
);
const names = (['chromium', 'firefox'] as const).filter(
  (name) => !asked.only || name === asked.only,
);
const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
const versions = new Set<string>();
/** A name of many sources. */
let shared = '';
const measured = new Map<string, Measured>();
for (const size of sizes) {
  const load = await module.makeLoad(size, join(ROOT, 'seeds'));
  console.log(`${size.sources} sources: a pack of ${(load.pack.byteLength / 1e6).toFixed(1)} MB`);
  for (const name of names) {
    measured.set(`${name} ${size.sources}`, await measure(name, load));
    console.log(name, size.sources, measured.get(`${name} ${size.sources}`));
  }
}
const report = reportOf();
console.log(report);
if (!asked.only && !asked.sizes) writeFileSync(join(ROOT, 'bench/LIBRARY.md'), report);

async function measure(name: BrowserName, load: Load): Promise<Measured> {
  const { browser, origin } = await startBrowser(name, { headless: true });
  versions.add(await browser.version());
  shared = load.queries[4] ?? '';
  try {
    const pack = join(folder, `${load.sources}.zip`);
    writeFileSync(pack, load.pack);
    const began = performance.now();
    await addPack(browser, origin, pack);
    const write = performance.now() - began;
    const page = await browser.newPage();
    await goToOurs(page, `${origin}/reader.html`);
    await page.waitForFunction(() => typeof chrome?.runtime?.sendMessage === 'function');
    const ask = (kind: string, carries: unknown): Promise<number> => timeOf(page, kind, carries);
    await ask('sources', null);
    const namesOf = { site: null, page: null, heads: load.heads };
    const wake = name === 'chromium' ? await wakes(browser, () => ask('names', namesOf)) : null;
    await ask('names', namesOf);
    const heads = median(await repeat(() => ask('names', namesOf)));
    const cards: number[] = [];
    for (const entity of load.entities) {
      const card = {
        entity,
        isSourceChosen: false,
        view: 'about',
        matchedAs: null,
        paragraph: '',
        at: null,
        named: load.entities.map((id) => [id, 0]),
      };
      await ask('card', card);
      cards.push(median(await repeat(() => ask('card', card))));
    }
    const filter = { source: null, speaker: null, kind: null };
    const keys: number[] = [];
    for (const query of load.queries) {
      await ask('search', { query, filter, tab: null });
      keys.push(median(await repeat(() => ask('search', { query, filter, tab: null }))));
    }
    console.log(load.queries.map((q, i) => `${q}: ${keys[i]}`).join(' | '));
    const sieve = await page.evaluate(async () => {
      const { storage } = chrome;
      const held = {
        ...(await storage.local.get('sieve')),
        ...(await storage.session.get('sieve')),
      };
      return held.sieve;
    });
    const memory = name === 'chromium' ? await memoryOf(browser) : null;
    const library = await libraryPage(browser, origin, name, load.sources);
    const one = join(folder, 'one.zip');
    writeFileSync(
      one,
      (
        await module.makeLoad(
          { sources: 1, names: 100, length: 50_000 },
          join(ROOT, 'seeds'),
          'late',
        )
      ).pack,
    );
    const merging = performance.now();
    await addPack(browser, origin, one);
    return {
      write,
      wake,
      heads,
      card: Math.max(...cards),
      keystroke: median(keys),
      slowest: Math.max(...keys),
      memory,
      page: library,
      sieve: module.falseAnswers(sieve as HeadSieve),
      sieveBytes: (sieve as HeadSieve).filter.length + (sieve as HeadSieve).sureFilter.length,
      merge: performance.now() - merging,
    };
  } finally {
    await browser.close();
  }
}

async function repeat(once: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await once());
  return times;
}

/** How long a message takes until it is answered, ms. */
function timeOf(page: Page, kind: string, carries: unknown): Promise<number> {
  return page.evaluate(
    async (message) => {
      const from = performance.now();
      const reply = (await chrome.runtime.sendMessage(message)) as { is: string; why?: string };
      if (reply?.is !== 'answered') throw new Error(`${message.kind}: ${reply?.why}`);
      return performance.now() - from;
    },
    { to: 'background', kind, carries },
  );
}

/** The first answer of a background that has been stopped, median of several, ms. */
async function wakes(browser: Browser, ask: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const worker = await workerOf(browser)?.worker();
    await worker?.close().catch(() => null);
    while (workerOf(browser)) await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(await ask());
  }
  return median(times);
}

function workerOf(browser: Browser) {
  return browser.targets().find((target) => target.type() === 'service_worker');
}

/** Heap and array buffers of the background at rest, MB. */
async function memoryOf(browser: Browser): Promise<number | null> {
  const session = await workerOf(browser)?.createCDPSession();
  return session ? heapOf(session) : null;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
  return ((usage.usedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}

/** Memory of the library page with every source in it, MB; and a picture where it is wanted. */
async function libraryPage(
  browser: Browser,
  origin: string,
  name: BrowserName,
  sources: number,
): Promise<number | null> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 820 });
  await goToOurs(page, `${origin}/library.html`);
  await page.waitForFunction(
    (least) => document.querySelectorAll('.library-source').length >= least,
    { timeout: 60_000 },
    Math.min(sources, 50),
  );
  if (asked.shots) await shoot(browser, origin, name, sources);
  if (asked.shots) {
    await page.bringToFront();
    await page.screenshot({
      path: join(resolve(asked.shots), `library-${sources}-${name}.png`) as `${string}.png`,
    });
  }
  const memory = name === 'chromium' ? await heapOf(await page.createCDPSession()) : null;
  await page.close();
  return memory;
}

/** What a reader sees of such a library: a card, a search, a source. */
async function shoot(
  browser: Browser,
  origin: string,
  name: BrowserName,
  sources: number,
): Promise<void> {
  const save = async (page: Page, what: string) => {
    const path = join(resolve(asked.shots ?? ''), `${what}-${sources}-${name}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    await page.close();
  };
  const open = async (address: string, width: number, height: number) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.goto(address, { timeout: 3000 }).catch(() => null);
    return page;
  };
  const known = shared;
  const popup = await open(`${origin}/popup.html?query=${known}`, 380, 600);
  await popup.waitForSelector('[role=option]');
  await save(popup, 'many-search');
  const reader = await open(`${origin}/reader.html#news-0000/3`, 1100, 820);
  await reader.waitForSelector('.reader-passage');
  await save(reader, 'many-reader');
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>News</title><body style="font:18px sans-serif;margin:2em">
      <p>Trains left ${known} for Kashgar.`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const page = await open(`http://localhost:${port}/`, 760, 620);
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000 });
  // Names of own sources are not painted: Alt opens their card.
  const { x, y } = await page.evaluate((text) => {
    const node = document.querySelector('p')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(text) + 1);
    range.setEnd(node, node.data.indexOf(text) + 2);
    const box = range.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, known);
  await page.keyboard.down('Alt');
  await page.mouse.move(x - 20, y + 40);
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForFunction(() => document.querySelector(':popover-open'), { timeout: 20_000 });
  await new Promise((done) => setTimeout(done, 800));
  await page.keyboard.up('Alt');
  await save(page, 'many-card');
  server.close();
}

function reportOf(): string {
  const rows: Array<[what: string, goal: string, key: keyof Measured, unit: string]> = [
    ['a stopped background’s first answer', '≤ 120 ms', 'wake', 'ms'],
    ['300 heads', '≤ 20 ms', 'heads', 'ms'],
    ['card, slowest of three', '≤ 50 ms', 'card', 'ms'],
    ['keystroke, median', '≤ 50 ms', 'keystroke', 'ms'],
    ['keystroke, slowest', '≤ 50 ms', 'slowest', 'ms'],
    ['memory of the background', '≤ 120 MB', 'memory', 'MB'],
    ['memory of the library page', '≤ 200 MB', 'page', 'MB'],
    ['words that the sieve lets through in vain', '≤ 1 %', 'sieve', '%'],
    ['sieve', '', 'sieveBytes', 'KB'],
    ['a pack read, compiled, written and indexed', '', 'write', 's'],
    ['one more source added to it', '', 'merge', 's'],
  ];
  const text = (value: number | null | undefined, unit: string) => {
    if (value === null || value === undefined) return '–';
    const scaled =
      { ms: value, MB: value, '%': value * 100, KB: value / 1024, s: value / 1000 }[unit] ?? value;
    return `${scaled.toFixed(scaled < 10 ? 1 : 0)} ${unit}`;
  };
  const columns = names.flatMap((name) => sizes.map(({ sources }) => ({ name, sources })));
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return `# Libraries of many sources

${machine([...versions], 'bench:library')}

Sources of 50,000 characters in the manner of news, seeded: 1 with 400 names, 100 with 10,000, 1,000 with 100,000 (50 MB). Times are of a message from a page of ours until its answer is there, medians of ${TIMES}. “–” is what the browser’s driver cannot tell: Firefox can neither be made to stop its background nor asked for the memory of one.

${line(['', 'goal at 1,000', ...columns.map(({ name, sources }) => `${name}, ${sources}`)])}
${line(['---', '---', ...columns.map(() => '---:')])}
${rows.map(([what, goal, key, unit]) => line([what, goal, ...columns.map(({ name, sources }) => text(measured.get(`${name} ${sources}`)?.[key], unit))])).join('\n')}

The script of a page with 100,000 names against 400 is measured by \`npm run bench -- --only librarySize\`.
`;
}

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: Record<'local' | 'session', { get(key: string): Promise<Record<string, unknown>> }>;
};

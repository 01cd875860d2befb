/**
 * `node scripts/soak.ts`: does Sidelight hold out on a page that never rests? Takes minutes; not part of the
 * tests. In Chromium, with the extension and without it as control:
 *
 *   1. A page replays two million mutation records (a day at 23 a second): text that ticks, attributes,
 *      nodes that come and go, now and then a whole new body. After each tenth garbage is collected and
 *      heap, nodes, marks and speed are read.
 *   2. A page of one million text nodes: time until it is read, and the longest gap between frames.
 *
 * Ends with a verdict; the exit code is 1 when a figure is missed.
 *   --mutations N   records to replay, 2000000 by default
 *   --nodes N       text nodes of the second part, 1000000 by default; 0 leaves it out
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'puppeteer-core';
import { type Started, startBrowser } from './browsers.ts';
import { nodesPage, type Replayed, replayPage } from './soak-pages.ts';
import './tell-failure.ts';

const TENTHS = 10;
/** Growth of the heap from the end of the first tenth, which warms up, to the end. */
const MOST_GROWTH_MB = 5;
const MOST_NODES = 0.01;
const LEAST_SPEED = 0.9;
/** Longest wait for a state that must come. */
const PATIENCE_MS = 120_000;

/** What our pages provide. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<{ answer: { state: string } } | undefined> };
  tabs: { query(query: object): Promise<Array<{ id: number }>> };
};

interface Row {
  records: number;
  heapMb: number;
  nodes: number;
  marks: number;
  /** Records per second of the page's process, so that what else the machine does does not count. */
  speed: number;
  seconds: number;
}

const { values: flags } = parseArgs({
  options: {
    mutations: { type: 'string', default: '2000000' },
    nodes: { type: 'string', default: '1000000' },
  },
});
const mutations = countOf('mutations', flags.mutations);
const nodes = countOf('nodes', flags.nodes);
const failures: string[] = [];

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    request.url === '/replay' ? replayPage() : request.url === '/nodes' ? nodesPage(nodes) : '',
  );
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://localhost:${(server.address() as AddressInfo).port}`;

if (mutations > 0) {
  const control = await withBrowser(null, replay);
  const ours = await withBrowser(undefined, replay);
  print('Without Sidelight', control);
  print('With Sidelight', ours);
  judge(control, ours);
}
if (nodes > 0) {
  const control = await withBrowser(null, readNodes);
  const ours = await withBrowser(undefined, readNodes);
  console.log(
    `\n${nodes.toLocaleString('en')} text nodes: read to the end after ${(ours.doneMs / 1000).toFixed(1)} s; ` +
      `longest gap between frames ${ours.gapMs.toFixed(0)} ms, without Sidelight ${control.gapMs.toFixed(0)} ms; ` +
      `longest task after the first frames ${ours.taskMs.toFixed(0)} ms, without ${control.taskMs.toFixed(0)} ms; ` +
      `loaded after ${(ours.loadedMs / 1000).toFixed(1)} s, without ${(control.loadedMs / 1000).toFixed(1)} s`,
  );
}
server.close();
console.log(failures.length === 0 ? '\nPassed.' : `\nMissed:\n  ${failures.join('\n  ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function countOf(flag: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new Error(`--${flag} takes a whole number, not “${text}”.`);
  }
  return count;
}

async function withBrowser<Result>(
  extension: null | undefined,
  work: (started: Started, isControl: boolean) => Promise<Result>,
): Promise<Result> {
  const started = await startBrowser('chromium', { headless: true, extension });
  try {
    if (started.origin) {
      // The first page must find the library stored.
      const ours = await started.browser.newPage();
      await ours.goto(`${started.origin}/reader.html`);
      await until(
        () =>
          ours.evaluate(async () => {
            const { storage } = chrome as unknown as {
              storage: { session: { get(key: string): Promise<{ pageSetup?: object }> } };
            };
            return (await storage.session.get('pageSetup')).pageSetup !== undefined;
          }),
        'the library is not stored',
      );
      await ours.close();
    }
    return await work(started, extension === null);
  } finally {
    await started.browser.close();
  }
}

async function replay({ browser }: Started, isControl: boolean): Promise<Row[]> {
  const page = await browser.newPage();
  const errors: string[] = [];
  const session = await page.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    errors.push(exceptionDetails.text),
  );
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') errors.push(args.map(({ value }) => value).join(' '));
  });
  await session.send('Runtime.enable');
  await session.send('Performance.enable');
  await page.goto(`${address}/replay`);
  if (!isControl) await untilMarked(page);
  const rows: Row[] = [];
  for (let tenth = 1; tenth <= TENTHS; tenth++) {
    const begin = performance.now();
    const cpuBefore = await metricOf(session, 'ProcessTime');
    const count = Math.ceil(mutations / TENTHS);
    await page.evaluate((records) => (window as unknown as Replayed).replay(records), count);
    const speed = count / ((await metricOf(session, 'ProcessTime')) - cpuBefore);
    const seconds = (performance.now() - begin) / 1000;
    // The page is as it was at first, so that nodes and marks can be compared.
    await page.evaluate(() => (window as unknown as Replayed).rest());
    if (!isControl) await untilMarked(page);
    const { heapMb, nodes } = await memoryOf(session);
    const marks = await marksOn(page);
    rows.push({
      records: count * tenth,
      heapMb,
      nodes,
      marks,
      speed,
      seconds,
    });
    process.stdout.write(isControl ? '·' : '•');
  }
  console.log();
  for (const error of new Set(errors)) failures.push(`the page's console shows: ${error}`);
  await page.close();
  return rows;
}

function marksOn(page: Page): Promise<number> {
  return page.evaluate(() => {
    let sum = 0;
    for (const [key, highlight] of CSS.highlights) {
      if (key.startsWith('sidelight')) sum += highlight.size;
    }
    return sum;
  });
}

/** Waits until the page at rest is marked, and all that was under way is over: the marks stay as they are. */
async function untilMarked(page: Page): Promise<void> {
  let last = -1;
  let same = 0;
  await until(async () => {
    const marks = await marksOn(page);
    const isRestMarked = await page.evaluate(() => {
      const wanted = document.getElementById('rest')?.firstChild;
      for (const [key, highlight] of CSS.highlights) {
        if (!key.startsWith('sidelight')) continue;
        for (const range of highlight) if (range.startContainer === wanted) return true;
      }
      return false;
    });
    same = marks === last && isRestMarked ? same + 1 : 0;
    last = marks;
    return same >= 20;
  }, 'the page at rest is not marked');
}

async function memoryOf(session: CDPSession): Promise<{ heapMb: number; nodes: number }> {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return {
    heapMb: (await metricOf(session, 'JSHeapUsedSize')) / 2 ** 20,
    nodes: await metricOf(session, 'Nodes'),
  };
}

async function metricOf(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = metrics.find((one) => one.name === name);
  if (!metric) throw new Error(`Chromium tells no ${name}.`);
  return metric.value;
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.table(
    rows.map(({ records, heapMb, nodes, marks, speed, seconds }) => ({
      records,
      'heap MB': Number(heapMb.toFixed(2)),
      nodes,
      'marks registered': marks,
      'records per CPU second': Math.round(speed),
      seconds: Number(seconds.toFixed(1)),
    })),
  );
}

function judge(control: readonly Row[], ours: readonly Row[]): void {
  const first = ours[0];
  const last = ours.at(-1);
  if (!first || !last) throw new Error('nothing was replayed');
  const growth = last.heapMb - first.heapMb;
  const strayed = last.nodes / first.nodes - 1;
  const speed = last.speed / first.speed;
  const sum = (rows: readonly Row[]) => rows.reduce((total, { seconds }) => total + seconds, 0);
  console.log(
    `\nheap ${signed(growth)} MB (control ${signed((control.at(-1)?.heapMb ?? 0) - (control[0]?.heapMb ?? 0))} MB), ` +
      `nodes ${signed(strayed * 100)} %, last tenth at ${(speed * 100).toFixed(0)} % of the first's speed, ` +
      `marks ${first.marks} → ${last.marks}, ${(sum(ours) / sum(control)).toFixed(2)} × the control's time`,
  );
  if (growth > MOST_GROWTH_MB) failures.push(`the heap grew by ${growth.toFixed(1)} MB`);
  if (Math.abs(strayed) > MOST_NODES) failures.push(`nodes strayed by ${signed(strayed * 100)} %`);
  if (speed < LEAST_SPEED) failures.push(`the last tenth ran at ${(speed * 100).toFixed(0)} %`);
  if (last.marks !== first.marks) failures.push(`marks went from ${first.marks} to ${last.marks}`);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

async function readNodes(
  { browser, origin }: Started,
  isControl: boolean,
): Promise<{ doneMs: number; loadedMs: number; gapMs: number; taskMs: number }> {
  const ours = isControl ? null : await browser.newPage();
  await ours?.goto(`${origin}/reader.html`);
  const page = await browser.newPage();
  const begin = performance.now();
  await page.goto(`${address}/nodes`, { timeout: PATIENCE_MS });
  const loadedMs = performance.now() - begin;
  if (ours) {
    await until(
      async () =>
        (await ours.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true });
          const message = { to: 'background', kind: 'pageList', carries: { tab: tab?.id } };
          return (await chrome.runtime.sendMessage(message))?.answer.state;
        })) === 'done',
      'the page is not read to its end',
    );
  }
  const doneMs = performance.now() - begin;
  const { gapMs, taskMs } = await page.evaluate(async () => {
    // The control has nothing to wait for; some frames tell what the page itself costs.
    for (let i = 0; i < 60; i++) await new Promise((done) => requestAnimationFrame(done));
    const { longestGap, longestTask } = window as unknown as Replayed;
    return { gapMs: longestGap, taskMs: longestTask };
  });
  return { doneMs, loadedMs, gapMs, taskMs };
}

async function until(state: () => Promise<boolean>, failure: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await state())) {
    if (performance.now() > end) throw new Error(`waited ${PATIENCE_MS} ms in vain: ${failure}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

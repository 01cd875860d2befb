/** One measurement: a new tab on a new site, hence a new process in which nothing is warm. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { BenchSite, Result } from './bench-site.ts';
import type { Variant } from './build-extension.ts';

const TIMEOUT_MS = 180_000;
/** Painting and what else follows is over by then. */
const SETTLE_MS = 250;

export interface Order {
  variant: Variant;
  page: string;
  /** Options of the content script. */
  query?: Record<string, string | number>;
  /** Measures a second page of the site, in whose process everything has run before. */
  isSecond?: boolean;
  /** Measures the processor time of the tab's main thread. Chromium only. */
  cpu?: boolean;
  /** Measures the heap after a garbage collection. Chromium only. */
  heap?: boolean;
  /** Called when the content script is about to run. */
  before?: () => Promise<void>;
}

/** Opens a tab, measures, closes it. */
export async function measure(browser: Browser, site: BenchSite, order: Order): Promise<Result> {
  const { variant, page: id, query = {}, cpu, heap } = order;
  const options = new URLSearchParams(query as never).toString();
  let visit = site.visit(variant, id, options);
  const page = await browser.newPage();
  try {
    if (order.isSecond) {
      await page.goto(visit.address, { waitUntil: 'domcontentloaded', timeout: TIMEOUT_MS });
      visit.mayRun.resolve();
      await within(visit.result.promise, `${variant} on ${id} did not end`);
      visit = site.visit(variant, id, options, visit.host);
    }
    await page.goto(visit.address, { waitUntil: 'domcontentloaded', timeout: TIMEOUT_MS });
    await within(visit.isReady.promise, `${variant} on ${id} did not begin`);
    const client = cpu || heap ? await meter(page) : null;
    await order.before?.();
    const from = cpu && client ? await metrics(client) : null;
    visit.mayRun.resolve();
    const result = await within(visit.result.promise, `${variant} on ${id} did not end`);
    if (result.error) throw new Error(`${variant} on ${id}: ${result.error}`);
    if (cpu && client && from) {
      await pause(SETTLE_MS);
      const to = await metrics(client);
      result.cpu = (to.TaskDuration - from.TaskDuration) * 1000;
    }
    if (heap && client) {
      await client.send('HeapProfiler.collectGarbage');
      await client.send('HeapProfiler.collectGarbage');
      result.heap = (await metrics(client)).JSHeapUsedSize / 1024;
    }
    return result;
  } finally {
    visit.mayRun.resolve();
    await page.close();
  }
}

/** Starts the browser's own meters on a tab: time of its thread, not of the clock. */
export async function meter(page: Page): Promise<CDPSession> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return client;
}

export interface Metrics {
  /** Seconds. */
  TaskDuration: number;
  ScriptDuration: number;
  LayoutDuration: number;
  RecalcStyleDuration: number;
  /** Bytes. */
  JSHeapUsedSize: number;
}

export async function metrics(client: CDPSession): Promise<Metrics> {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as unknown as Metrics;
}

export function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

async function within<T>(promise: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${otherwise} in ${TIMEOUT_MS} ms.`)), TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

import type { Browser } from 'puppeteer-core';
import type { BenchSite, Result } from './bench-site.ts';
import { measure, type Order } from './measure.ts';
import type { BenchPage } from './pages.ts';

/** What every part of the benchmark works with. */
export interface Bench {
  browser: Browser;
  site: BenchSite;
  pages: BenchPage[];
  /** Runs of each measurement; medians are taken of them. */
  runs: number;
  isQuick: boolean;
}

/**
 * Measures each order several times, interleaved, so that what else the machine does falls on all alike.
 * @returns the results of each order, in the order given
 */
export async function interleaved(
  { browser, site, runs }: Pick<Bench, 'browser' | 'site' | 'runs'>,
  orders: readonly Order[],
): Promise<Result[][]> {
  const results: Result[][] = orders.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, order] of orders.entries()) {
      results[i]?.push(await measure(browser, site, order));
    }
  }
  return results;
}

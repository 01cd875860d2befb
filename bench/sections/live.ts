/** Pages that never stand still, with Sidelight and without any extension on them. */
import type { Browser } from 'puppeteer-core';
import type { Bench } from '../bench.ts';
import type { BenchSite, Result } from '../bench-site.ts';
import { LIVE_MS } from '../live-pages.ts';
import { meter, metrics, pause } from '../measure.ts';
import { atMost, ms, number, type Section, table, times } from '../section.ts';
import { median, medianOf } from '../statistics.ts';

const KINDS = [
  { id: 'tick', density: 'first-in-section', called: '20 cells at 60/s' },
  { id: 'tick', density: 'every', called: '… 40 marks in view' },
  { id: 'chat', density: 'first-in-section', called: 'chat, 15/s' },
  { id: 'feed', density: 'first-in-section', called: 'feed, 20 × 100 items' },
  { id: 'scroll', density: 'first-in-section', called: 'scrolling' },
  { id: 'idle', density: 'first-in-section', called: 'nothing happens' },
] as const;
type Kind = (typeof KINDS)[number];

interface Row {
  kind: Kind;
  without: Result[];
  ours: Result[];
}

export async function live(bench: Bench): Promise<Section> {
  const runs = bench.isQuick ? 2 : 5;
  const kinds = bench.isQuick ? KINDS.filter(({ id }) => id === 'tick' || id === 'feed') : KINDS;
  const rows: Row[] = [];
  for (const kind of kinds) {
    const without: Result[] = [];
    const ours: Result[] = [];
    for (let run = 0; run < runs; run++) {
      without.push(await watch(bench.browser, bench.site, 'none', kind));
      ours.push(await watch(bench.browser, bench.site, 'ours', kind));
    }
    rows.push({ kind, without, ours });
  }
  const ratio = (row: Row, key: string) => medianOf(row.ours, key) / medianOf(row.without, key);
  const perFrame = (of: Result[]) =>
    median(of.map(({ cpu, frames }) => Number(cpu) / Number(frames)));
  return {
    title: 'Pages that change',
    goals: rows.flatMap((row) => {
      const { id, called, density } = row.kind;
      const added = perFrame(row.ours) - perFrame(row.without);
      if (id === 'scroll') return [];
      if (id === 'idle') {
        const more = medianOf(row.ours, 'cpu') - medianOf(row.without, 'cpu');
        return [atMost('main thread while nothing happens, more than without', more, 1, ms)];
      }
      if (density === 'every') {
        return [
          atMost('each frame of a ticking page with 40 marks in view: more by', added, 1.5, ms),
        ];
      }
      return [
        atMost(`main thread, ${called}, against no extension`, ratio(row, 'cpu'), 1.2, times),
      ];
    }),
    body: [
      `${LIVE_MS} ms each, ${runs} interleaved runs, medians. *Main thread* is the tab's, in ms of its own time; *all processes* is the whole browser's processor time, with drawing (by software here) and the background.`,
      table(
        [
          'page',
          'main thread: without',
          'with',
          'ratio',
          'script: without',
          'with',
          'a frame: without',
          'with',
          'all processes: without',
          'with',
          'ratio',
          'frames: without',
          'with',
        ],
        rows.map((row) => {
          const { kind, without, ours } = row;
          const both = (key: string) => [
            number(medianOf(without, key)),
            number(medianOf(ours, key)),
          ];
          return [
            kind.called,
            ...both('cpu'),
            times(ratio(row, 'cpu')),
            ...both('script'),
            number(perFrame(without)),
            number(perFrame(ours)),
            ...both('processes'),
            times(ratio(row, 'processes')),
            ...both('frames'),
          ];
        }),
      ),
    ].join('\n\n'),
  };
}

/** Lets a page live for a while. */
async function watch(
  browser: Browser,
  site: BenchSite,
  variant: 'none' | 'ours',
  { id, density }: Kind,
): Promise<Result> {
  const visit = site.visit(variant, id, `density=${density}`);
  const page = await browser.newPage();
  const whole = await browser.target().createCDPSession();
  try {
    await page.goto(visit.address, { waitUntil: 'load' });
    visit.mayRun.resolve();
    if (variant === 'ours') {
      const { error } = await visit.result.promise;
      if (error) throw new Error(`Sidelight on ${id}: ${error}`);
    }
    await pause(350);
    const client = await meter(page);
    const processes = async () => {
      const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
    };
    const before = { ...(await metrics(client)), processes: await processes() };
    if (id !== 'idle') await page.evaluate(() => dispatchEvent(new Event('bench-go')));
    await pause(LIVE_MS + 200);
    const after = { ...(await metrics(client)), processes: await processes() };
    const frames = Number((await page.title()).replace('frames ', ''));
    return {
      cpu: (after.TaskDuration - before.TaskDuration) * 1000,
      script: (after.ScriptDuration - before.ScriptDuration) * 1000,
      processes: after.processes - before.processes,
      frames: Number.isNaN(frames) ? null : frames,
    };
  } finally {
    await whole.detach();
    await page.close();
  }
}

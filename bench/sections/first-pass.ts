/** The first pass over a page, cold, beside a bare walk over its text nodes. */
import { type Bench, interleaved } from '../bench.ts';
import type { BenchPage } from '../pages.ts';
import { atMost, ms, number, type Section, table, times, us } from '../section.ts';
import { maxOf, median, medianOf, quantile } from '../statistics.ts';

/** A page with few matches has fewer than one in this many characters. */
const FEW = 2000;
/** One fixture of each script: the others are as small. */
const FIXTURES = /^(en-1|kk-1|ru-1|ug-1|zh-hans-1|zh-hant-1|structure)$/;

interface PageTimes {
  page: BenchPage;
  walk: number;
  /** Characters of text. */
  length: number;
  script: number;
  start: number;
  collect: number;
  ask: number;
  place: number;
  found: number;
  first: number;
  whole: number;
  waited: number;
  longest: number;
}

export async function firstPass(bench: Bench): Promise<Section> {
  const pages = chosen(bench);
  const rows: PageTimes[] = [];
  for (const page of pages) {
    const [walk = [], ours = []] = await interleaved(bench, [
      { variant: 'walk', page: page.id },
      { variant: 'ours', page: page.id },
    ]);
    const of = (key: string) => medianOf(ours, key);
    rows.push({
      page,
      walk: medianOf(walk, 'script'),
      length: medianOf(walk, 'found'),
      script: of('script'),
      start: of('start'),
      collect: of('collect'),
      ask: of('ask'),
      place: of('place'),
      found: of('found'),
      first: of('firstMark'),
      whole: of('whole'),
      waited: of('waited'),
      longest: maxOf(ours, 'longest'),
    });
  }
  const collecting = rows.map(({ collect, walk }) => collect / walk);
  const few = rows.filter(({ found, length }) => found < length / FEW);
  const real = rows.filter(({ page }) => page.kind === 'saved');
  const ninth = (real.length > 4 ? real : rows).toSorted((a, b) => a.length - b.length);
  const p90 = ninth[Math.floor((ninth.length - 1) * 0.9)];
  const ratios = (of: PageTimes[]) => of.map(({ script, walk }) => script / walk);
  // Small pages would tell the cost of beginning.
  const densest = rows.reduce((a, b) => (b.found > a.found ? b : a));
  return {
    title: 'First pass, cold',
    goals: [
      atMost(
        'text → distinct words, against a bare walk: median page',
        median(collecting),
        1.7,
        times,
      ),
      atMost('… worst page', Math.max(...collecting), 2.5, times),
      atMost(
        `whole script against a bare walk, pages with few matches: median of ${few.length}`,
        median(ratios(few)),
        2.5,
        times,
      ),
      atMost('… worst page (matching.md: 3)', Math.max(...ratios(few)), 3, times),
      atMost(
        `asking and placing, for each match of the densest page (${densest.page.id})`,
        ((densest.ask + densest.place) * 1000) / densest.found,
        10,
        us,
      ),
      ...(p90
        ? [atMost(`whole page marked, p90 page by length (${p90.page.id})`, p90.whole, 25, ms)]
        : []),
    ],
    body: [
      `The bundled source as it ships, default density; medians of ${bench.runs} runs, each in a new process. Times are ms. *Start* is setting up, whatever the page holds; *collect* is text to heads, and the search for shadow trees on pages that ask nothing; *ask* is sending and taking in, its wait apart; *place* is matching, placing and registering. *First* and *whole* count from the start of the content script: the first mark in the viewport is registered, the whole page has been read.`,
      `Of ${rows.length} pages: script ${summary(rows.map(({ script }) => script))}; bare walk ${summary(rows.map(({ walk }) => walk))}; ratio ${summary(ratios(rows))}; start ${summary(rows.map(({ start }) => start))}; collecting alone ${summary(collecting)}; first mark ${summary(rows.map(({ first }) => first))}; whole page ${summary(rows.map(({ whole }) => whole))}.`,
      table(
        [
          'page',
          'chars',
          'matches',
          'walk',
          'script',
          'ratio',
          'start',
          'collect',
          'ask',
          'place',
          'wait',
          'first',
          'whole',
          'longest task',
        ],
        rows.map((row) => [
          row.page.id,
          number(row.length),
          number(row.found),
          number(row.walk),
          number(row.script),
          times(row.script / row.walk),
          number(row.start),
          number(row.collect),
          number(row.ask),
          number(row.place),
          number(row.waited),
          number(row.first),
          number(row.whole),
          number(row.longest),
        ]),
      ),
    ].join('\n\n'),
  };
}

function summary(values: number[]): string {
  return `p10 ${number(quantile(values, 0.1))}, median ${number(median(values))}, p90 ${number(quantile(values, 0.9))}`;
}

function chosen({ pages, isQuick }: Bench): BenchPage[] {
  const all = pages.filter(
    ({ kind, id }) => kind === 'saved' || FIXTURES.test(id) || id === 'dense' || id === '1-mb',
  );
  if (!isQuick) return all;
  const saved = all.filter(({ kind }) => kind === 'saved').filter((_, i) => i % 12 === 0);
  return [...all.filter(({ id }) => /^(en-1|ru-1|zh-hans-1|dense)$/.test(id)), ...saved];
}

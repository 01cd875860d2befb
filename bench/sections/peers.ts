/** What others do with the same names on the same pages. */
import { type Bench, interleaved } from '../bench.ts';
import type { Result } from '../bench-site.ts';
import type { Variant } from '../build-extension.ts';
import type { BenchPage } from '../pages.ts';
import { atLeast, number, type Section, table, times } from '../section.ts';
import { median, medianOf } from '../statistics.ts';

/** `mark(list)` takes minutes beyond. */
const LIST_LIMIT = 100_000;
const LARGE = 900_000;

const PEERS = [
  'mark-list',
  'mark-expression',
  'find-and-replace',
  'aho-corasick',
  'expression-highlight',
] as const satisfies Variant[];
type Peer = (typeof PEERS)[number];

const CALLED: Record<Peer, string> = {
  'mark-list': 'mark.js `mark(list)`',
  'mark-expression': 'mark.js `markRegExp`',
  'find-and-replace': 'findAndReplaceDOMText',
  'aho-corasick': 'Aho–Corasick + highlights',
  'expression-highlight': 'one expression + highlights',
};

export async function peers(bench: Bench): Promise<Section> {
  const pages = chosen(bench);
  const script = new Map<Peer, number[]>();
  const cpu = new Map<Peer, number[]>();
  const cpuLarge = new Map<Peer, number[]>();
  const rows: string[][] = [];
  for (const page of pages) {
    const shared = { page: page.id, cpu: true };
    const asked = PEERS.filter((peer) => peer !== 'mark-list');
    const [walk = [], ours = [], ...others] = await interleaved(bench, [
      { variant: 'walk', ...shared },
      { variant: 'ours', query: { library: '400', density: 'every' }, ...shared },
      ...asked.map((variant) => ({ variant, ...shared })),
    ]);
    const results = new Map<Peer, Result[]>(asked.map((peer, i) => [peer, others[i] ?? []]));
    if (page.length <= LIST_LIMIT) {
      const [list = []] = await interleaved({ ...bench, runs: 1 }, [
        { variant: 'mark-list', ...shared },
      ]);
      results.set('mark-list', list);
    }
    const base = medianOf(walk, 'cpu');
    const net = (of: Result[]) => Math.max(0.1, medianOf(of, 'cpu') - base);
    const cells = (of: Result[]) =>
      `${number(medianOf(of, 'script'))} / ${number(net(of))} (${number(medianOf(of, 'found'))})`;
    rows.push([
      page.id,
      cells(ours),
      ...PEERS.map((peer) => {
        const of = results.get(peer);
        if (!of) return '–';
        push(script, peer, medianOf(of, 'script') / medianOf(ours, 'script'));
        push(page.length >= LARGE ? cpuLarge : cpu, peer, net(of) / net(ours));
        return cells(of);
      }),
    ]);
  }
  const larger = await atLargerSizes(bench, pages);
  const second = await onSecondPages(bench, pages);
  const ratio = (of: Map<Peer, number[]>, peer: Peer) => median(of.get(peer) ?? []);
  const all = (peer: Peer) => median([...(cpu.get(peer) ?? []), ...(cpuLarge.get(peer) ?? [])]);
  return {
    title: 'Peers, with the same 400 names',
    goals: [
      atLeast('script: mark.js `mark(list)` against ours', ratio(script, 'mark-list'), 500, times),
      atLeast(
        'script: mark.js `markRegExp` against ours',
        ratio(script, 'mark-expression'),
        6,
        times,
      ),
      atLeast(
        'CPU with paint: the best peer that wraps (findAndReplaceDOMText, markRegExp) against ours',
        Math.min(all('find-and-replace'), all('mark-expression')),
        3,
        times,
      ),
      atLeast(
        'CPU with paint, 1 MB page: mark.js `markRegExp` against ours',
        ratio(cpuLarge, 'mark-expression'),
        10,
        times,
      ),
    ],
    body: [
      `ms of script / ms of the tab's main thread with style, layout and paint, less a bare walk's (matches). Medians of ${bench.runs} runs, \`mark(list)\` one run, on pages up to ${number(LIST_LIMIT)} characters. Every match is marked, ours too. Ours also sees spellings that the peers do not.`,
      table(['page', 'Sidelight', ...PEERS.map((peer) => CALLED[peer])], rows),
      table(
        ['median ratio to ours', 'script', 'CPU', 'CPU, 1 MB'],
        PEERS.map((peer) => [
          CALLED[peer],
          times(ratio(script, peer)),
          times(ratio(cpu, peer)),
          times(ratio(cpuLarge, peer)),
        ]),
      ),
      larger,
      second,
    ].join('\n\n'),
  };
}

/** The peers whose cost grows with the names, and how often each is run. */
const LARGER = [
  { names: 10_000, runs: 3, not: ['mark-list'] },
  // The package takes half a minute to build its automaton.
  { names: 100_000, runs: 1, not: ['mark-list', 'aho-corasick'] },
];

/** The same with more names: a table of script times, and of their ratios to ours. */
async function atLargerSizes(bench: Bench, pages: BenchPage[]): Promise<string> {
  const rows: string[][] = [];
  for (const { names, runs, not } of LARGER) {
    for (const { id: page } of bench.isQuick ? pages.slice(0, 1) : pages.slice(0, 3)) {
      const asked = PEERS.filter((peer) => !not.includes(peer));
      const [ours = [], ...others] = await interleaved({ ...bench, runs }, [
        { variant: 'ours', page, query: { library: String(names), density: 'every' } },
        ...asked.map((variant) => ({ variant, page, query: { names } })),
      ]);
      const own = medianOf(ours, 'script');
      rows.push([
        number(names),
        page,
        number(own),
        ...PEERS.filter((peer) => peer !== 'mark-list').map((peer) => {
          const results = others[asked.indexOf(peer)];
          if (!results) return '–';
          const script = medianOf(results, 'script');
          return `${number(script)} (${times(script / own)})`;
        }),
      ]);
    }
  }
  const peers = PEERS.filter((peer) => peer !== 'mark-list').map((peer) => CALLED[peer]);
  return [
    'ms of script with more names, and how many times ours that is:',
    table(['names', 'page', 'Sidelight', ...peers], rows),
  ].join('\n\n');
}

/** The next page of the same site, in whose process all code has run before: a table of script times. */
async function onSecondPages(bench: Bench, pages: BenchPage[]): Promise<string> {
  const asked = PEERS.filter((peer) => peer !== 'mark-list');
  const rows: string[][] = [];
  for (const { id: page } of pages) {
    const results = await interleaved(
      bench,
      [
        { variant: 'walk' as const, page },
        { variant: 'ours' as const, page, query: { library: '400', density: 'every' } },
        ...asked.map((variant) => ({ variant, page })),
      ].map((order) => ({ ...order, isSecond: true })),
    );
    const [walk = 0, own = 0, ...others] = results.map((of) => medianOf(of, 'script'));
    rows.push([
      page,
      number(walk),
      `${number(own)} (${times(own / walk)} the walk)`,
      ...others.map((script) => `${number(script)} (${times(script / own)})`),
    ]);
  }
  return [
    'ms of script on the next page of a site, whose process has run all of it before, and how many times ours that is; 400 names. No goal, but what most pages of a reader’s day cost.',
    table(['page', 'bare walk', 'Sidelight', ...asked.map((peer) => CALLED[peer])], rows),
  ].join('\n\n');
}

function push(into: Map<Peer, number[]>, peer: Peer, value: number): void {
  into.set(peer, [...(into.get(peer) ?? []), value]);
}

/** A fixture, the densest, the saved pages at the median and at p90, the longest, and 1 MB. */
function chosen({ pages, isQuick }: Bench) {
  const saved = pages.filter(({ kind }) => kind === 'saved').sort((a, b) => a.length - b.length);
  const at = (part: number) => saved[Math.floor((saved.length - 1) * part)]?.id;
  const ids = isQuick ? ['en-1', 'dense'] : ['en-1', at(0.5), at(0.9), at(1), 'dense', '1-mb'];
  return ids.flatMap((id) => pages.filter((page) => page.id === id));
}

/** What a larger library costs the page and the background, at the same matches. */
import { type Bench, interleaved } from '../bench.ts';
import type { Result } from '../bench-site.ts';
import { atMost, kb, ms, number, type Section, table, times } from '../section.ts';
import { median, medianOf } from '../statistics.ts';

const SIZES = ['400', '10000', '100000', 'seed'] as const;

export async function librarySize(bench: Bench): Promise<Section> {
  const pages = chosen(bench);
  const rows: string[][] = [];
  const growth: number[] = [];
  const heaps: number[] = [];
  for (const { id } of pages) {
    const [empty = [], ...sized] = await interleaved(bench, [
      { variant: 'empty', page: id, heap: true },
      ...SIZES.map((library) => ({
        variant: 'ours' as const,
        page: id,
        heap: true,
        query: { library },
      })),
    ]);
    const over = (i: number) => medianOf(sized[i] ?? [], 'heap') - medianOf(empty, 'heap');
    const script = (i: number) => medianOf(sized[i] ?? [], 'script');
    growth.push(script(2) / script(0));
    heaps.push(over(2));
    for (const [i, size] of SIZES.entries()) {
      const of = (key: string) => medianOf(sized[i] ?? [], key);
      rows.push([
        id,
        size,
        number(of('found')),
        number(of('script')),
        number(of('collect')),
        number(of('ask')),
        number(of('place')),
        number(of('waited')),
        `${number(of('heads'))} / ${number(of('answers'))}`,
        number(of('sieveRead')),
        number(over(i)),
      ]);
    }
  }
  const wakes: Array<{ library: string; woken: Result[] }> = [];
  for (const library of SIZES) {
    const [woken = []] = await interleaved(bench, [
      { variant: 'wake', page: 'en-1', query: { library }, before: () => stopBackground(bench) },
    ]);
    wakes.push({ library, woken });
  }
  const wakeOf = (library: string, key: string) =>
    medianOf(wakes.find((wake) => wake.library === library)?.woken ?? [], key);
  return {
    title: 'Libraries of 400, 10,000 and 100,000 names',
    goals: [
      atMost('script in the page, 100,000 names against 400', median(growth), 1.3, times),
      atMost(
        'heap over an empty content script at 100,000 names: worst page',
        Math.max(...heaps),
        512,
        kb,
      ),
      atMost('answer of a stopped background, 100,000 names', wakeOf('100000', 'wake'), 120, ms),
    ],
    body: [
      `\`seed\` is the bundled source as it ships. Times are ms; *heap* is KB over an empty content script after a garbage collection. Medians of ${bench.runs} runs.`,
      table(
        [
          'page',
          'library',
          'matches',
          'script',
          'collect',
          'ask',
          'place',
          'wait',
          'heads asked / held',
          'sieve read',
          'heap',
        ],
        rows,
      ),
      'The background, asked about 200 heads by a page: after it was stopped, and awake. The index comes from IndexedDB.',
      table(
        [
          'library',
          'stopped: answer',
          'of it: load the index',
          'awake: answer',
          'awake: look up 200 heads',
        ],
        wakes.map(({ library, woken }) => [
          library,
          ms(medianOf(woken, 'wake')),
          ms(medianOf(woken, 'indexLoadMs')),
          ms(medianOf(woken, 'awake')),
          ms(medianOf(woken, 'lookupMs')),
        ]),
      ),
    ].join('\n\n'),
  };
}

async function stopBackground({ browser }: Bench): Promise<void> {
  const target = browser.targets().find((some) => some.type() === 'service_worker');
  const worker = await target?.worker();
  await worker?.close();
}

function chosen({ pages, isQuick }: Bench) {
  const saved = pages.filter(({ kind }) => kind === 'saved').sort((a, b) => a.length - b.length);
  const at = (part: number) => saved[Math.floor((saved.length - 1) * part)]?.id;
  const ids = isQuick ? ['dense'] : ['en-1', 'dense', at(0.5), at(1) ?? '1-mb'];
  return ids.flatMap((id) => pages.filter((page) => page.id === id));
}

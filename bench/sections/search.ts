/** How long a keystroke of search takes, in Node: the background runs the same code beside no page. */
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { atMost, ms, number, type Section, table, times } from '../section.ts';
import { median } from '../statistics.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export async function search(): Promise<Section> {
  const { module } = await runnerImport<typeof import('../search-load.ts')>(
    join(ROOT, 'bench/search-load.ts'),
    { configFile: false, root: ROOT, logLevel: 'error' },
  );
  const loads = await module.searchLoads(join(ROOT, 'seeds'));
  const largest = loads.at(-1);
  return {
    title: 'A keystroke of search',
    goals: largest
      ? [atMost('slowest keystroke of search, largest library', Math.max(...largest.ours), 50, ms)]
      : [],
    body: table(
      [
        'names, passages',
        'made',
        'first answer',
        'keystroke, median',
        'slowest',
        'Fuse alone over names, median',
        'slowest',
        'bare loop over names, median',
        'Fuse alone / ours',
      ],
      loads.map(({ names, passages, build, ours, fuse, loop }) => [
        `${number(names)}, ${number(passages)}`,
        ms(build.index),
        ms(build.first),
        ms(median(ours)),
        ms(Math.max(...ours)),
        ms(median(fuse)),
        ms(Math.max(...fuse)),
        ms(median(loop)),
        times(median(fuse) / median(ours)),
      ]),
    ),
  };
}

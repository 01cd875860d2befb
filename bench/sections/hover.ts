/** What pointing costs: the hit test, over marks and beside them. */
import { type Bench, interleaved } from '../bench.ts';
import { number, type Section, table } from '../section.ts';
import { medianOf } from '../statistics.ts';

export async function hover(bench: Bench): Promise<Section> {
  const ids = ['en-1', 'dense', '5-mb', 'tick'];
  const results = await interleaved(
    bench,
    ids.map((page) => ({ variant: 'ours', page, query: { hover: 1, density: 'every' } })),
  );
  return {
    title: 'Hit test under the pointer',
    goals: [],
    body: [
      'µs for each point, cold, layout clean: on the middle of a mark, and on 200 points spread over the viewport.',
      table(
        ['page', 'points on marks', 'on a mark', 'spread'],
        ids.map((id, i) => {
          const of = (key: string) => number(medianOf(results[i] ?? [], key));
          return [id, of('hoverPoints'), of('hoverOver'), of('hoverBeside')];
        }),
      ),
    ].join('\n\n'),
  };
}

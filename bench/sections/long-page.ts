/** Whether a page of 5 MB stays responsive while it is read. */
import { type Bench, interleaved } from '../bench.ts';
import { atMost, ms, number, type Section, table, times } from '../section.ts';
import { maxOf, medianOf } from '../statistics.ts';

export async function longPage(bench: Bench): Promise<Section> {
  const page = '5-mb';
  const [ours = [], unsliced = [], walk = [], empty = []] = await interleaved(bench, [
    { variant: 'ours', page, query: { frames: 1 } },
    { variant: 'ours', page, query: { frames: 1, unsliced: 1 } },
    { variant: 'walk', page },
    { variant: 'empty', page, query: { frames: 1 } },
  ]);
  const row = (called: string, of: typeof ours) => [
    called,
    ...[
      'script',
      'collect',
      'ask',
      'place',
      'slices',
      'longest',
      'frameGap',
      'firstMark',
      'whole',
      'found',
    ].map((key) => number(medianOf(of, key))),
  ];
  return {
    title: 'A page of 5 MB',
    goals: [
      atMost('longest task of ours: median of runs', medianOf(ours, 'longest'), 8, ms),
      atMost('frame gap: median of runs', medianOf(ours, 'frameGap'), 25, ms),
      atMost('first mark in the viewport', medianOf(ours, 'firstMark'), 50, ms),
      atMost(
        'elapsed, against the same work unsliced',
        medianOf(ours, 'whole') / medianOf(unsliced, 'whole'),
        2,
        times,
      ),
    ],
    body: [
      `Times are ms, medians of ${bench.runs} runs. A walk takes ${ms(medianOf(walk, 'script'))}; script is ${times(medianOf(ours, 'script') / medianOf(walk, 'script'))} of it. Longest task of all runs ${ms(maxOf(ours, 'longest'))}, in the phase “${ours[0]?.longestPhase}”; longest frame gap ${ms(maxOf(ours, 'frameGap'))}, and ${ms(medianOf(empty, 'frameGap'))} over 30 frames without us. Registered ranges: ${number(medianOf(ours, 'registered'))}.`,
      table(
        [
          '',
          'script',
          'collect',
          'ask',
          'place',
          'tasks',
          'longest task',
          'frame gap',
          'first mark',
          'whole',
          'matches',
        ],
        [row('in slices', ours), row('unsliced', unsliced)],
      ),
    ].join('\n\n'),
  };
}

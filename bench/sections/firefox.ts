/** The first pass in Firefox: fewer pages, the same two ratios. */
import { type Bench, interleaved } from '../bench.ts';
import { atMost, number, type Section, table, times } from '../section.ts';
import { median, medianOf } from '../statistics.ts';

export async function firefox(bench: Bench): Promise<Section> {
  const saved = bench.pages
    .filter(({ kind }) => kind === 'saved')
    .sort((a, b) => a.length - b.length);
  const at = (part: number) => saved[Math.floor((saved.length - 1) * part)]?.id;
  const ids = (
    bench.isQuick
      ? ['en-1', at(0.5)]
      : ['en-1', 'ru-1', at(0.25), at(0.5), at(0.9), at(1), 'dense', '5-mb']
  ).filter((id) => id !== undefined);
  const rows = [];
  for (const page of ids) {
    const [walk = [], ours = []] = await interleaved(bench, [
      { variant: 'walk', page },
      { variant: 'ours', page },
    ]);
    rows.push({ page, walk, ours });
  }
  const ratios = rows.map(({ walk, ours }) => medianOf(ours, 'script') / medianOf(walk, 'script'));
  return {
    title: 'First pass in Firefox',
    goals: [
      atMost('Firefox: whole script against a bare walk, median page', median(ratios), 2.5, times),
    ],
    body: [
      `As in Chromium; medians of ${bench.runs} runs, times in ms.`,
      table(
        [
          'page',
          'matches',
          'walk',
          'script',
          'ratio',
          'collect',
          'ask',
          'place',
          'longest task',
          'whole',
        ],
        rows.map(({ page, walk, ours }, i) => [
          page,
          number(medianOf(ours, 'found')),
          number(medianOf(walk, 'script')),
          number(medianOf(ours, 'script')),
          times(ratios[i] ?? Number.NaN),
          ...['collect', 'ask', 'place', 'longest', 'whole'].map((key) =>
            number(medianOf(ours, key)),
          ),
        ]),
      ),
    ].join('\n\n'),
  };
}

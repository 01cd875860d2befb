/** Figures 6 and 12: what `npm run soak` measures, as rows of the table. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Figure, Outcome } from './figure';

const SOAK = resolve(import.meta.dirname, '../soak.ts');
/** A longer task is one that a person notices. */
const LONGEST_TASK_MS = 50;
const MOST_OUTPUT = 2 ** 20;

export const millionsOfChanges: Figure = {
  id: '6',
  title: 'two million changes of a page',
  goal: 'heap grows by 5 MB at most, nodes stray by 1 %, the last tenth runs at 90 % of the first’s speed',
  exclusions: 'Firefox, whose driver tells neither heap nor nodes',
  inBrowsers: true,
  run: (name) => (name === 'firefox' ? excluded() : soak(/^heap .*/m, '--nodes', '0')),
};

export const millionNodes: Figure = {
  id: '12',
  title: 'a million text nodes',
  goal: `read to the end, the longest task ${LONGEST_TASK_MS} ms at most`,
  exclusions:
    'Firefox, which tells of no long tasks; fights over text, which tests/browser/hostile-pages.test.ts has',
  inBrowsers: true,
  async run(name) {
    if (name === 'firefox') return excluded();
    const outcome = await soak(/^.* text nodes: .*/m, '--mutations', '0');
    const [, longest] = /longest task after the first frames (\d+) ms/.exec(outcome.measured) ?? [];
    if (longest === undefined) throw new Error(`No longest task in “${outcome.measured}”.`);
    if (Number(longest) > LONGEST_TASK_MS)
      outcome.failures.push(`the longest task took ${longest} ms`);
    return outcome;
  },
};

const excluded = async (): Promise<Outcome> => ({
  measured: 'excluded',
  control: '–',
  failures: [],
});

function soak(summary: RegExp, ...flags: string[]): Promise<Outcome> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [SOAK, ...flags],
      { maxBuffer: MOST_OUTPUT },
      (error, stdout, stderr) => {
        const [measured] = summary.exec(stdout) ?? [];
        if (!measured) {
          fail(new Error(`The soak has ended before its end: ${error} ${stderr.slice(-300)}`));
          return;
        }
        const [, missed = ''] = stdout.split('Missed:');
        const failures = missed.split('\n').map((line) => line.trim());
        done({
          measured,
          control: 'in the same row',
          failures: failures.filter((line) => line !== ''),
        });
      },
    );
  });
}

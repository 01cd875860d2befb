/**
 * `npm run faults`: measures how Sidelight bears attacks and faults, and writes the table of
 * docs/reliability.md. The exit code is 1 when a goal is missed.
 *   --only 2,5           some figures; the others keep the results of their last run
 *   --browser firefox    one browser
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import './tell-failure.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, browser: { type: 'string' } },
});
// What the figures share with the tests is written for a bundler.
const { module } = await runnerImport<typeof import('./faults/run.ts')>(
  new URL('./faults/run.ts', import.meta.url).pathname,
);
process.exitCode = await module.runFigures(values.only?.split(',') ?? null, values.browser ?? null);

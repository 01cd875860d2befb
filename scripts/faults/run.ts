/** Runs figures one after another; each result is kept as soon as it is there, so that a run can be resumed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserName } from '../browsers';
import { backgroundEnds } from './background-ends';
import { cleanBuilds } from './clean-builds';
import { documentKinds } from './document-kinds';
import type { Figure, Outcome } from './figure';
import { hardDocuments } from './hard-documents';
import { hostilePages } from './hostile-pages';
import { identifyingSignals } from './identifying-signals';
import { killsWhileReading } from './kills-while-reading';
import { killsWhileWriting } from './kills-while-writing';
import { malformedBackups } from './malformed-backups';
import { malformedMessages } from './malformed-messages';
import { malformedPacks } from './malformed-packs';
import { realPages } from './real-pages';
import { reloads } from './reloads';
import { requests } from './requests';
import { millionNodes, millionsOfChanges } from './soak-runs';
import { storageFaults } from './storage-faults';
import { withTable } from './table';

export const FIGURES: readonly Figure[] = [
  hostilePages,
  identifyingSignals,
  malformedPacks,
  killsWhileWriting,
  backgroundEnds,
  millionsOfChanges,
  realPages,
  requests,
  documentKinds,
  reloads,
  storageFaults,
  millionNodes,
  cleanBuilds,
  hardDocuments,
  killsWhileReading,
  malformedBackups,
  malformedMessages,
];

export type Results = Record<string, Partial<Record<BrowserName, Outcome>>>;

const ROOT = resolve(import.meta.dirname, '../..');
/** Beside the table, so that a part of a run leaves the rest of it as it was. */
const KEPT = resolve(ROOT, 'docs/reliability.json');
const TABLE = resolve(ROOT, 'docs/reliability.md');

/** @returns the exit code: 1 when a figure that was run has missed its goal */
export async function runFigures(only: string[] | null, browser: string | null): Promise<number> {
  const unknown = only?.filter((id) => !FIGURES.some((figure) => figure.id === id)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`There is no figure “${unknown}”; figures are ${FIGURES.map(({ id }) => id)}.`);
  }
  if (browser !== null && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser takes chromium or firefox, not “${browser}”.`);
  }
  const results: Results = JSON.parse(readFileSync(KEPT, 'utf8'));
  let isMissed = false;
  for (const figure of FIGURES.filter(({ id }) => !only || only.includes(id))) {
    const names: BrowserName[] = !figure.inBrowsers
      ? ['chromium']
      : browser
        ? [browser]
        : ['chromium', 'firefox'];
    for (const name of names) {
      const outcome = await figure.run(name).catch((error) => ({
        measured: 'not measured',
        control: '–',
        failures: [`${error}`],
      }));
      isMissed ||= outcome.failures.length > 0;
      results[figure.id] = { ...results[figure.id], [name]: outcome };
      writeFileSync(KEPT, `${JSON.stringify(results, null, 2)}\n`);
      const where = figure.inBrowsers ? `, ${name}` : '';
      console.log(`${figure.id} ${figure.title}${where}: ${outcome.measured}`);
      for (const failure of outcome.failures) console.log(`  missed: ${failure}`);
    }
  }
  writeFileSync(TABLE, withTable(readFileSync(TABLE, 'utf8'), FIGURES, results));
  return isMissed ? 1 : 0;
}

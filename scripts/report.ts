/** Ends `npm test`: prints what it ran, as the reports of the test runs tell. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const REPORTS = resolve(import.meta.dirname, '../.output/reports');

let passed = 0;
let failed = 0;
console.log('\nTypes, lint, builds and sizes are in order. Tests:');
for (const run of ['units', 'browsers']) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(join(REPORTS, `${run}.json`), 'utf8'),
  );
  console.log(
    `  ${run}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} not run`,
  );
  passed += numPassedTests;
  failed += numFailedTests + numPendingTests;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

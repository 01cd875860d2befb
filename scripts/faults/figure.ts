/** What a figure is: something that goes wrong on purpose, and what must hold all the same. */
import type { BrowserName } from '../browsers';

export interface Outcome {
  /** What was measured, for a cell of the table. */
  measured: string;
  /** The same without the extension; a dash where there is nothing to compare. */
  control: string;
  /** What missed the goal; empty when it was reached. */
  failures: string[];
}

export interface Figure {
  id: string;
  title: string;
  goal: string;
  /** What is left out, and why. */
  exclusions: string;
  /** False where no browser takes part. */
  inBrowsers: boolean;
  /** @throws when nothing could be measured, which counts as a failure */
  run(browser: BrowserName): Promise<Outcome>;
}

/** What helps to look into a problem, without anything that tells what its reader reads. */
import type { SourceSummary } from '../model/views';
import type { Choices } from './backup';

export interface ReportedState extends Choices {
  version: string;
  /** As the browser calls itself. */
  browser: string;
  /** The reader's languages, BCP 47, best first. */
  languages: readonly string[];
  sources: ReadonlyArray<Pick<SourceSummary, 'id'>>;
  /** Settings that cannot be read. */
  damaged: readonly string[];
}

/** In English, for whoever looks into it. Lists that may name sites, pages and sources come as their length. */
export function problemReport(state: ReportedState): string {
  const { version, browser, languages, settings, corrections, sources, damaged } = state;
  const { kindsOff, ...others } = settings;
  const lines = Object.entries({ kindsOff: kindsOff.join(' ') || 'none', ...others }).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? `${value.length} in the list` : value}`,
  );
  return [
    `Sidelight ${version}`,
    browser,
    `languages: ${languages.join(' ')}`,
    `sources: ${sources.length}`,
    `corrections: ${corrections.length}`,
    `damaged: ${damaged.join(' ') || 'none'}`,
    ...lines,
  ].join('\n');
}

/** The table of docs/reliability.md, between its markers. */
import type { Figure } from './figure';
import type { Results } from './run';

const BEGIN = '<!-- figures -->';
const END = '<!-- /figures -->';

/** @throws when the document has lost its markers */
export function withTable(text: string, figures: readonly Figure[], results: Results): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/reliability.md needs ${BEGIN} and ${END}.`);
  const rows = figures.map((figure) => {
    const { chromium, firefox } = results[figure.id] ?? {};
    const failures = [chromium, firefox].flatMap((outcome) => outcome?.failures ?? []);
    const other = figure.inBrowsers ? (firefox?.measured ?? 'not run') : 'no browser';
    return [
      `${figure.id} ${figure.title}`,
      figure.goal,
      chromium?.measured ?? 'not run',
      other,
      chromium?.control ?? firefox?.control ?? '–',
      figure.exclusions,
      failures.join('; ') || (chromium || firefox ? 'none' : '–'),
      `\`npm run faults -- --only ${figure.id}\``,
    ]
      .map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))
      .join(' | ');
  });
  return `${text.slice(0, from)}${BEGIN}
| figure | goal | Chromium | Firefox | control | exclusions | failures | command |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}
${text.slice(to)}`;
}

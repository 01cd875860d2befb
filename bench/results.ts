/** Writes what was measured as a page of Markdown. */
import type { BenchExtension } from './build-extension.ts';
import type { BenchPage } from './pages.ts';
import { number, type Section, table } from './section.ts';

interface Measured {
  machine: string;
  minutes: number;
  extension: BenchExtension;
  pages: BenchPage[];
  sections: Section[];
}

export function results({ machine, minutes, extension, pages, sections }: Measured): string {
  const goals = sections.flatMap(({ goals }) => goals);
  const reached = goals.filter(({ isReached }) => isReached).length;
  const count = (kind: BenchPage['kind']) => pages.filter((page) => page.kind === kind).length;
  const libraries = extension.libraries
    .map(
      ({ name, names, forms, sieveBytes }) =>
        `${name} (${number(names)} names, ${number(forms)} forms, sieve ${number(sieveBytes)} bytes)`,
    )
    .join('; ');
  return `# Benchmark results

Written by \`npm run bench\`, not by hand. All figures of this page are of one run of ${number(minutes)} minutes: trust the ratios, since both sides of each were measured side by side.

${machine}
- Pages: ${count('fixture')} fixtures, ${count('saved')} saved from the web, ${count('generated')} generated, ${count('live')} that change. Each measurement opens a new site in a new tab, so that no code is warm; it begins when the page stands still.
- Libraries: ${libraries}

## Goals: ${reached} of ${goals.length} reached

${table(
  ['goal', 'limit', 'measured', 'reached'],
  goals.map(({ goal, limit, measured, isReached }) => [
    goal,
    limit,
    measured,
    isReached ? 'yes' : '**no**',
  ]),
)}

${sections.map(({ title, body }) => `## ${title}\n\n${body}`).join('\n\n')}
`;
}

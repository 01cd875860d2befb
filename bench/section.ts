/** What a part of the benchmark hands in, and how figures are written. */

/** A goal of the project beside what was measured. */
export interface Goal {
  goal: string;
  limit: string;
  measured: string;
  isReached: boolean;
}

export interface Section {
  title: string;
  /** Markdown. */
  body: string;
  goals: Goal[];
}

/** A goal that a figure must stay at or below. */
export function atMost(
  goal: string,
  figure: number,
  limit: number,
  write: (figure: number) => string,
): Goal {
  return {
    goal,
    limit: `≤ ${write(limit)}`,
    measured: write(figure),
    isReached: figure <= limit,
  };
}

/** A goal that a figure must reach. */
export function atLeast(
  goal: string,
  figure: number,
  limit: number,
  write: (figure: number) => string,
): Goal {
  return {
    goal,
    limit: `≥ ${write(limit)}`,
    measured: write(figure),
    isReached: figure >= limit,
  };
}

/** Three significant digits, or none where there is no figure. */
export function number(figure: number): string {
  if (!Number.isFinite(figure)) return '–';
  const size = Math.abs(figure);
  return figure.toLocaleString('en', {
    maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2,
  });
}

export const ms = (figure: number): string => `${number(figure)} ms`;
export const us = (figure: number): string => `${number(figure)} µs`;
export const times = (figure: number): string => `${number(figure)}×`;
export const kb = (figure: number): string => `${number(figure)} KB`;

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    `|${head.map((_, i) => (i === 0 ? '---|' : '---:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

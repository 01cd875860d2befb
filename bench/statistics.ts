/** The few figures that a benchmark may draw from its runs. */
import type { Result } from './bench-site.ts';

/** NaN when there is nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** The figures of one key in several runs; those that have none are left out. */
function figures(results: readonly Result[], key: string): number[] {
  return results.flatMap((result) => {
    const value = result[key];
    return typeof value === 'number' ? [value] : [];
  });
}

export function medianOf(results: readonly Result[], key: string): number {
  return median(figures(results, key));
}

/** 0 when there is nothing. */
export function maxOf(results: readonly Result[], key: string): number {
  return Math.max(0, ...figures(results, key));
}

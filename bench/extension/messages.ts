/** What content scripts of the benchmark ask its background. */
export type Question =
  | { kind: 'names'; library: string; heads: string[] }
  /** Answers many times over. */
  | { kind: 'time-lookups'; library: string; heads: string[] };

export interface WakeTimes {
  /** From the start of the background's script to its first question. */
  idleMs: number;
  indexLoadMs: number;
}

export interface LookupTimes extends WakeTimes {
  lookupMs: number;
  found: number;
}

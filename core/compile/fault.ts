/** What is wrong, where, and what to do about it. */
export interface Fault {
  in: 'about' | 'entities';
  /** Keys and numbers that lead to it. */
  path: FaultPath;
  /** Without a full stop: a line number may follow. */
  problem: string;
  /** In a sentence. */
  remedy: string;
  /** Where the other one stands, of two that contradict each other. */
  against?: FaultPath | undefined;
}
export type FaultPath = ReadonlyArray<string | number>;

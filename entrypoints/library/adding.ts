/** What the library page asks its worker, and what it is answered. */
import { Failure, type FailureCode } from '../../core/model/failure';
import type { SourceId } from '../../core/model/source';
import type { SourceChange } from '../../core/pack/compare';
import { type PackFault, RefusedPack, type RefusedSource } from '../../core/pack/pack';

export type AddingTask =
  | { kind: 'read'; file: File; bundled: SourceId[] }
  /** Of the sources that were read last. */
  | { kind: 'add'; ids: SourceId[] }
  | { kind: 'export'; ids: SourceId[] }
  /** Indexes again what an earlier version has indexed. */
  | { kind: 'index' };

export interface Answers {
  read: { changes: SourceChange[]; refused: RefusedSource[] };
  added: { added: SourceId[]; refused: RefusedSource[] };
  exported: { bytes: Uint8Array };
  indexed: { sources: number };
}

export type AddingAnswer =
  | { [Kind in keyof Answers]: { kind: Kind } & Answers[Kind] }[keyof Answers]
  | { kind: 'progress'; done: number }
  | { kind: 'refused'; fault: PackFault; detail: string }
  | { kind: 'failed'; code: FailureCode | null; detail: string };

/** Several tasks may be under way: each has a number, which its answers bear. */
export interface Numbered<Carried> {
  number: number;
  carried: Carried;
}

/** The worker is gone before it was done: the reader has cancelled. */
export class Cancelled extends Error {}

interface Waiting {
  done(answer: AddingAnswer): void;
  failed(error: unknown): void;
  onProgress(done: number): void;
}

export class Adding {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  /**
   * @param onProgress told how much is done, from 0 to 1
   * @throws a RefusedPack, a Failure, or Cancelled
   */
  ask<Kind extends keyof Answers>(
    task: AddingTask,
    onProgress: (done: number) => void = () => {},
  ): Promise<Answers[Kind]> {
    this.#worker ??= this.#start();
    const number = ++this.#number;
    this.#worker.postMessage({ number, carried: task } satisfies Numbered<AddingTask>);
    return new Promise((done, failed) => {
      const whenDone = (answer: AddingAnswer) => done(answer as unknown as Answers[Kind]);
      this.#waiting.set(number, { done: whenDone, failed, onProgress });
    });
  }

  /** Ends what is being done. What it has written without making it hold is swept. */
  cancel(): void {
    this.#end(new Cancelled('The reader has cancelled.'));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./adding.worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = ({ message }) => this.#end(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Numbered<AddingAnswer>>) => {
      const waiting = this.#waiting.get(data.number);
      const answer = data.carried;
      if (answer.kind === 'progress') return waiting?.onProgress(answer.done);
      this.#waiting.delete(data.number);
      if (answer.kind === 'refused') {
        waiting?.failed(new RefusedPack(answer.fault, answer.detail));
      } else if (answer.kind === 'failed') {
        const { code, detail } = answer;
        waiting?.failed(code ? new Failure(code, detail) : new Error(detail));
      } else {
        waiting?.done(answer);
      }
    };
    return worker;
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}

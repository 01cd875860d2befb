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

/** The worker is gone before it was done: the reader has cancelled. */
export class Cancelled extends Error {}

export class Adding {
  #worker: Worker | null = null;
  #cancel: (error: Cancelled) => void = () => {};

  /**
   * @param onProgress told how much is done, from 0 to 1
   * @throws a RefusedPack, a Failure, or Cancelled
   */
  ask<Kind extends keyof Answers>(
    task: AddingTask,
    onProgress: (done: number) => void = () => {},
  ): Promise<Answers[Kind]> {
    this.#worker ??= new Worker(new URL('./adding.worker.ts', import.meta.url), { type: 'module' });
    const worker = this.#worker;
    return new Promise((done, failed) => {
      this.#cancel = failed;
      worker.onerror = ({ message }) => failed(new Error(message));
      worker.onmessage = ({ data }: MessageEvent<AddingAnswer>) => {
        if (data.kind === 'progress') return onProgress(data.done);
        if (data.kind === 'refused') return failed(new RefusedPack(data.fault, data.detail));
        if (data.kind === 'failed') {
          return failed(data.code ? new Failure(data.code, data.detail) : new Error(data.detail));
        }
        done(data as unknown as Answers[Kind]);
      };
      worker.postMessage(task);
    });
  }

  /** Ends what is being done. What it has written without making it hold is swept. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#cancel(new Cancelled('The reader has cancelled.'));
  }
}

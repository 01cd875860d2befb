/** Questions from the library page to a worker: each has a number, which its answers bear. */
import { Failure, type FailureCode } from '../../core/model/failure';

/** A refusal crosses as its fault: errors lose their class on the way. */
export interface Refusal {
  fault: string;
  detail: string;
}

export type WorkerAnswer<Answer> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'progress'; done: number }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'failed'; code: FailureCode | null; detail: string };

export interface Numbered<Carried> {
  number: number;
  carried: Carried;
}

/** The worker is gone before it was done: the reader has cancelled. */
export class Cancelled extends Error {}

/** The worker has ended by itself, as where its memory does not suffice. */
export class WorkerEnded extends Error {}

interface Waiting {
  done(answer: unknown): void;
  failed(error: unknown): void;
  onProgress(done: number): void;
}

export class AskedWorker<Task> {
  readonly #start: () => Worker;
  readonly #errorOf: (refusal: Refusal) => Error;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #number = 0;

  /** @param errorOf the error that a refusal becomes */
  constructor(start: () => Worker, errorOf: (refusal: Refusal) => Error) {
    this.#start = start;
    this.#errorOf = errorOf;
  }

  /**
   * @param onProgress told how much is done, from 0 to 1
   * @throws what the worker refuses, a Failure, Cancelled, or WorkerEnded
   */
  ask<Answer>(task: Task, onProgress: (done: number) => void = () => {}): Promise<Answer> {
    this.#worker ??= this.#listen(this.#start());
    const number = ++this.#number;
    this.#worker.postMessage({ number, carried: task } satisfies Numbered<Task>);
    return new Promise((done, failed) => {
      this.#waiting.set(number, { done: done as (answer: unknown) => void, failed, onProgress });
    });
  }

  /** Ends what is being done. */
  cancel(): void {
    this.#end(new Cancelled('The reader has cancelled.'));
  }

  #listen(worker: Worker): Worker {
    worker.onerror = ({ message }) => this.#end(new WorkerEnded(message));
    // An answer that is too large to be taken would be waited for without end.
    worker.onmessageerror = () => this.#end(new WorkerEnded('Its answer cannot be read.'));
    worker.onmessage = ({ data }: MessageEvent<Numbered<WorkerAnswer<unknown>>>) => {
      const waiting = this.#waiting.get(data.number);
      const answer = data.carried;
      if (answer.kind === 'progress') return waiting?.onProgress(answer.done);
      this.#waiting.delete(data.number);
      if (answer.kind === 'answer') return waiting?.done(answer.answer);
      waiting?.failed(
        answer.kind === 'refused'
          ? this.#errorOf(answer)
          : answer.code
            ? new Failure(answer.code, answer.detail)
            : new Error(answer.detail),
      );
    };
    return worker;
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of waiting) failed(error);
  }
}

/**
 * The worker's side.
 * @param refusalOf null for an error that is no refusal
 */
export function answerTasks<Task>(
  work: (task: Task, progress: (done: number) => void) => Promise<unknown>,
  refusalOf: (error: unknown) => Refusal | null,
): void {
  addEventListener('message', ({ data: { number, carried } }: MessageEvent<Numbered<Task>>) => {
    const tell = (answer: WorkerAnswer<unknown>) =>
      postMessage({ number, carried: answer } satisfies Numbered<WorkerAnswer<unknown>>);
    work(carried, (done) => tell({ kind: 'progress', done }))
      .then((answer) => tell({ kind: 'answer', answer }))
      // Of the telling, too: an answer may be too large to be sent.
      .catch((error: unknown) => {
        const refusal = refusalOf(error);
        if (refusal) return tell({ kind: 'refused', ...refusal });
        console.error('Sidelight:', error);
        const code = error instanceof Failure ? error.code : null;
        tell({ kind: 'failed', code, detail: String(error) });
      });
  });
}

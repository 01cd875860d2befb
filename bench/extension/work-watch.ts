/**
 * Times the work of a `Reading` from outside: replaces, in the content script's own world, the doors through
 * which its work comes. Production code holds no instrument.
 */
import { now } from './harness';

export type Phase = 'start' | 'collect' | 'ask' | 'place' | 'observe';

export interface Work {
  phase: Phase;
  at: number;
  ms: number;
}

export class WorkWatch {
  readonly work: Work[] = [];
  phase: Phase = 'start';
  /** Ranges registered, with the time. */
  readonly added: Array<{ range: AbstractRange; at: number }> = [];
  /** Time that questions were under way. */
  waited = 0;
  heads = 0;
  questions = 0;
  answers = 0;
  #current: Work | null = null;
  /** Where a task's callback has ended and its promises are run. */
  #endedAt = 0;

  /** @param unsliced makes the clock stand still inside of tasks, so that none is ever used up */
  constructor(unsliced: boolean) {
    this.#watchTasks(unsliced);
    this.#watchFrames();
    this.#watchObservers();
    this.#watchHighlights();
  }

  /** Times synchronous work and what its promises go on to do until the next door. */
  time<T>(phase: Phase, task: () => T): T {
    this.#settle();
    const work: Work = { phase, at: now(), ms: 0 };
    this.work.push(work);
    try {
      return task();
    } finally {
      this.#endedAt = now();
      work.ms = this.#endedAt - work.at;
      this.#current = work;
    }
  }

  /** Called where a chain of promises comes to a door: what ran since the task's end is its own. */
  #settle(): void {
    if (this.#current) this.#current.ms += Math.max(0, now() - this.#endedAt);
    this.#current = null;
  }

  /** The reading has told that it is done. */
  end(): void {
    this.#settle();
  }

  /** Wraps the way to the library: its wait is not ours, what is done with the answer is. */
  ask<Answer>(ask: (heads: string[]) => Promise<Answer>, countOf: (answer: Answer) => number) {
    return async (heads: string[]): Promise<Answer> => {
      this.#settle();
      const asked = this.time('ask', () => ask(heads));
      this.#current = null;
      const from = now();
      this.questions++;
      this.heads += heads.length;
      const answer = await asked;
      this.waited += now() - from;
      this.answers += countOf(answer);
      this.phase = 'place';
      // From here to the next task runs what takes the answer in.
      this.time('ask', () => {});
      return answer;
    };
  }

  #watchTasks(unsliced: boolean): void {
    const native = scheduler.postTask.bind(scheduler);
    const stopped = () => 0;
    scheduler.postTask = ((task: () => unknown, options?: SchedulerPostTaskOptions) => {
      this.#settle();
      const done = native(() => {
        if (this.phase === 'start') this.phase = 'collect';
        if (!unsliced) return this.time(this.phase, task);
        performance.now = stopped;
        try {
          return this.time(this.phase, task);
        } finally {
          performance.now = now;
        }
      }, options);
      return done;
    }) as typeof scheduler.postTask;
  }

  /** Waiting for a frame is no work. */
  #watchFrames(): void {
    const native = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => {
      this.#settle();
      return native((at) => this.time(this.phase, () => callback(at)));
    };
  }

  #watchObservers(): void {
    const watch = this;
    const Native = IntersectionObserver;
    globalThis.IntersectionObserver = class extends Native {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((entries, observer) => {
          watch.#current = null;
          watch.time('observe', () => callback(entries, observer));
          watch.#current = null;
        }, options);
      }
    };
  }

  #watchHighlights(): void {
    const { added } = this;
    const { add } = Highlight.prototype;
    Highlight.prototype.add = function (this: Highlight, range: AbstractRange) {
      added.push({ range, at: now() });
      return add.call(this, range);
    };
  }

  /** Script time of a phase, in ms. */
  sum(...phases: Phase[]): number {
    return this.work
      .filter(({ phase }) => phases.includes(phase))
      .reduce((sum, { ms }) => sum + ms, 0);
  }

  get longest(): number {
    return Math.max(0, ...this.work.map(({ ms }) => ms));
  }
}

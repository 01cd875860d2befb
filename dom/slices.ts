/**
 * Runs long work in slices, so that the page never waits for us.
 *
 * Background-priority tasks, not `scheduler.yield()`: that one alone starves rendering for about 100 ms on
 * long pages (docs/matching.md, "Cost").
 */

/** One slice. With what one step may add, the longest task stays below 8 ms. */
const SLICE_MS = 4;

/**
 * Runs `work` to its end, pausing whenever a slice is used up. A step is what stands between two yields.
 * Resolves early, without error, when `signal` aborts.
 * @returns time spent, ms
 */
export async function inSlices(
  work: Iterator<unknown>,
  signal: AbortSignal,
  schedule: typeof backgroundTask = backgroundTask,
): Promise<number> {
  let spent = 0;
  let isDone = false;
  while (!isDone && !signal.aborted) {
    await schedule(() => {
      const start = performance.now();
      isDone = runSlice(work);
      spent += performance.now() - start;
    }, signal);
  }
  return spent;
}

function runSlice(work: Iterator<unknown>): boolean {
  const end = performance.now() + SLICE_MS;
  do {
    if (work.next().done) return true;
  } while (performance.now() < end);
  return false;
}

/** Runs `task` when the page has nothing more urgent to do; undefined when `signal` aborts before. */
export function backgroundTask<T>(
  task: () => T,
  signal: AbortSignal,
): Promise<Awaited<T> | undefined> {
  return post(task, 'background', signal);
}

async function post<T>(
  task: () => T,
  priority: TaskPriority,
  signal: AbortSignal,
): Promise<Awaited<T> | undefined> {
  try {
    return await scheduler.postTask(task, { priority, signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/**
 * Runs `task` right after a frame, when styles are clean: asking for a style that is not makes the browser
 * load the page's images on our account (docs/browser-bugs.md, "Forced styles"). A page that is not seen has
 * no frames, and is not in need of marks.
 */
export async function afterFrame<T>(
  task: () => T,
  signal: AbortSignal,
): Promise<Awaited<T> | undefined> {
  await new Promise(requestAnimationFrame);
  return post(task, 'user-blocking', signal);
}

/**
 * The same for every content script of the benchmark: waits until the page stands still and node has taken
 * its baseline, runs once, hands in what it measured. Speaks to the server of the page, by the page's name.
 */

/** The clock, taken before anything replaces it. */
export const now: () => number = performance.now.bind(performance);

export const query = new URLSearchParams(location.search);

/** Runs one measurement. `prepare` is not measured. */
export async function measure(
  run: () => Record<string, unknown> | Promise<Record<string, unknown>>,
  prepare: () => Promise<void> = async () => {},
): Promise<void> {
  if (window !== window.top) return;
  try {
    await prepare();
    if (document.readyState !== 'complete') {
      await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
    }
    await frames(2);
    await pause(60);
    await fetch('/bench/ready', { method: 'POST' });
    await report(await run());
  } catch (error) {
    await report({ error: String((error as Error)?.stack ?? error) });
  }
}

async function report(result: Record<string, unknown>): Promise<void> {
  await fetch('/bench/report', { method: 'POST', body: JSON.stringify(result) });
}

export function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}

/** Waits for frames to be drawn. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((drawn) => requestAnimationFrame(drawn));
}

/** Times one synchronous piece of work: a control or a peer. */
export function timed(work: () => number): { script: number; found: number } {
  const from = now();
  const found = work();
  return { script: now() - from, found };
}

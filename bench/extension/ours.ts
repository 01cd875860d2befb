/** Sidelight's own reading of the page, timed. */
import type { HeadSieve, PageAnswer } from '../../core/names/name-index';
import { hitTest, linesOf } from '../../dom/hit-test';
import type { Density, MatchStore } from '../../dom/match-store';
import { Reading } from '../../dom/reading';
import { extension } from './extension-api';
import { watchFrames } from './frame-watch';
import { frames, measure, now, pause, query } from './harness';
import type { Question } from './messages';
import { WorkWatch } from './work-watch';

const library = query.get('library') ?? 'seed';
const density = (query.get('density') ?? 'first-in-section') as Density;

const ask = (heads: string[]): Promise<PageAnswer> =>
  extension.runtime.sendMessage({
    kind: 'names',
    library,
    heads,
  } satisfies Question) as Promise<PageAnswer>;

const storedSieve = async (): Promise<HeadSieve | undefined> =>
  (await extension.storage.local.get(`sieve-${library}`))[`sieve-${library}`] as HeadSieve;

/** The background stores the libraries once, and may still be at it. Also wakes it, with its index. */
async function awake(): Promise<void> {
  while (query.get('cold') === null) {
    try {
      if ((await ask([])) !== undefined) return;
    } catch {
      // It is not listening yet.
    }
    await pause(50);
  }
}

async function run(): Promise<Record<string, unknown>> {
  const watch = new WorkWatch(query.has('unsliced'));
  const gaps = query.has('frames') ? watchFrames() : null;
  const from = now();
  const sieve = await storedSieve();
  if (!sieve) throw new Error(`The background has not stored the library ${library}.`);
  const sieveRead = now() - from;
  let errors = 0;
  const reading = await new Promise<Reading>((done, failed) => {
    watch.time('start', () => {
      const made = new Reading({
        sieve,
        density,
        look: 'underline',
        ask: watch.ask(ask, ({ forms }) => forms.length),
        onChange(self) {
          watch.end();
          if (self.isComplete) done(self);
        },
        onError(error) {
          errors++;
          failed(error);
        },
      });
      made.start();
    });
    // It waits for a frame now, which is no work.
    queueMicrotask(() => watch.end());
  });
  const whole = now() - from;
  const frameGap = gaps?.();
  // Marks near the viewport are registered with the next frame.
  await frames(2);
  await pause(60);
  const result: Record<string, unknown> = {
    script: watch.sum('start', 'collect', 'ask', 'place', 'observe'),
    start: watch.sum('start'),
    collect: watch.sum('collect'),
    ask: watch.sum('ask'),
    place: watch.sum('place', 'observe'),
    longest: watch.longest,
    longestPhase: watch.work.reduce((a, b) => (b.ms > a.ms ? b : a)).phase,
    slices: watch.work.length,
    sieveRead,
    waited: watch.waited,
    heads: watch.heads,
    answers: watch.answers,
    whole,
    found: [...reading.store.counts.values()].reduce((sum, count) => sum + count, 0),
    registered: watch.added.length,
    firstMark: firstInView(watch, from),
    frameGap,
    errors,
  };
  if (query.has('hover')) Object.assign(result, hoverTimes(reading.store));
  return result;
}

/** When the first mark that stands in the viewport was registered; null where none does. */
function firstInView({ added }: WorkWatch, from: number): number | null {
  const live = document.createRange();
  for (const { range, at } of added.slice(0, 3000)) {
    if (!range.startContainer.isConnected) continue;
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom, width } = live.getBoundingClientRect();
    if (width > 0 && bottom > 0 && top < innerHeight) return at - from;
  }
  return null;
}

/** Time of a hit test over marks and beside them, in µs each. */
function hoverTimes(store: MatchStore): Record<string, unknown> {
  const over: Array<[Element | null, number, number]> = [];
  for (const match of store.inOrder()) {
    const line = linesOf(match)[0];
    if (!line || line.top < 0 || line.bottom > innerHeight) continue;
    const x = line.left + line.width / 2;
    const y = line.top + line.height / 2;
    over.push([document.elementFromPoint(x, y), x, y]);
    if (over.length >= 200) break;
  }
  const beside: typeof over = Array.from({ length: 200 }, (_, i) => {
    const x = (innerWidth * ((i * 37) % 200)) / 200;
    const y = (innerHeight * ((i * 61) % 200)) / 200;
    return [document.elementFromPoint(x, y), x, y];
  });
  let hits = 0;
  const time = (points: typeof over): number | null => {
    if (points.length === 0) return null;
    const from = now();
    for (const [, x, y] of points) if (hitTest(store, x, y, true)) hits++;
    return ((now() - from) * 1000) / points.length;
  };
  return { hoverOver: time(over), hoverBeside: time(beside), hoverPoints: over.length, hits };
}

measure(run, awake);

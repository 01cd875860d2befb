/** The pages that `scripts/soak.ts` runs on. What stands in them is written as functions, and sent as their text. */

/** What they provide. */
export interface Replayed extends Window {
  replay(records: number): Promise<void>;
  rest(): void;
  longestGap: number;
  longestTask: number;
}

/** A page that replays records of mutations when it is told to. */
export function replayPage(): string {
  return `<!doctype html><html lang="en"><head><title>Soak</title></head><body><script>(${replayer})()</script></body></html>`;
}

/** Runs in the page. Its random numbers are seeded: every run and its control do the same. */
function replayer(): void {
  const NAMES = ['China', 'Kashgar', 'Tibet', 'Kazakhstan', 'Sweden', 'Hong Kong', 'Shohrat Zakir'];
  const ITEMS = 300;
  const BATCH = 1000;
  const SECTION_RECORDS = 20_000;
  let seed = 42;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  /** A vocabulary as wide as a newspaper's, of words that are no names. */
  const word = () => `Bq${(random(3000) + 3000).toString(36)}`;
  const sentence = () => {
    const name = NAMES[random(NAMES.length)];
    return `News of ${word()} from ${random(3) === 0 ? name : word()} at ${random(60)} past, and ${word()} said so. `;
  };
  const item = () => {
    const article = document.createElement('article');
    const heading = document.createElement('h3');
    heading.append(sentence());
    const text = document.createElement('p');
    const bold = document.createElement('b');
    bold.append(sentence());
    text.append(sentence(), bold, sentence());
    article.append(heading, text);
    return article;
  };
  let list = document.createElement('main');
  const rebuild = () => {
    const body = document.createElement('body');
    list = document.createElement('main');
    for (let i = 0; i < ITEMS; i++) list.append(item());
    body.append(list);
    document.body.replaceWith(body);
  };
  const mutate = () => {
    const article = list.children[random(list.children.length)];
    if (!article) return;
    const kind = random(10);
    if (kind < 4) {
      const text = article.lastElementChild?.firstChild as Text;
      text.data = sentence();
    } else if (kind < 7) article.setAttribute('data-tick', String(random(1000)));
    else if (kind < 9) article.replaceWith(item());
    else list.prepend(list.lastElementChild ?? item());
  };
  const page = window as unknown as Replayed;
  page.replay = async (records) => {
    for (let done = 0; done < records; done += BATCH) {
      if (done % SECTION_RECORDS === 0) rebuild();
      for (let i = 0; i < BATCH; i++) mutate();
      // Whoever reads this page has its turn, as on a page that rests sometimes.
      await scheduler.postTask(() => {}, { priority: 'background' });
    }
  };
  page.rest = () => {
    const before = seed;
    seed = 7;
    rebuild();
    seed = before;
    const rest = document.createElement('p');
    rest.id = 'rest';
    rest.append('At last, Kashgar');
    document.body.prepend(rest);
    scrollTo(0, 0);
  };
  page.rest();
}

/** A page of so many text nodes, which tells how long its frames and tasks take. */
export function nodesPage(nodes: number): string {
  return `<!doctype html><html lang="en"><head><title>Soak</title></head><body><script>(${nodesBuilder})(${nodes})</script><p>The last word is Kashgar</p></body></html>`;
}

/** Runs in the page: builds text, then measures frames once it has been laid out. */
function nodesBuilder(count: number): void {
  const page = window as unknown as Replayed;
  page.longestGap = 0;
  const EACH = 10;
  for (let made = 0; made < count; made += EACH) {
    const p = document.createElement('p');
    for (let i = 0; i < EACH; i += 2) {
      const bold = document.createElement('b');
      bold.append('Old Words ');
      p.append('of little note, ', bold);
    }
    document.body.append(p);
  }
  // The task that builds, and the first layout, are the page's own: what counts begins with the third frame.
  page.longestTask = 0;
  let begin = Number.POSITIVE_INFINITY;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime > begin) page.longestTask = Math.max(page.longestTask, duration);
    }
  }).observe({ type: 'longtask' });
  let last = 0;
  const measure = () => {
    const now = performance.now();
    begin = Math.min(begin, now);
    if (last > 0) page.longestGap = Math.max(page.longestGap, now - last);
    last = now;
    requestAnimationFrame(measure);
  };
  addEventListener('load', () =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(measure))),
  );
}

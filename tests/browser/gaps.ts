/** How long a page draws nothing. */
import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    gaps: { longest: number; stop: boolean };
  }
}

/** Runs in a page: measures the longest time between two frames, from now, or from the first frames after the load. */
export function measureGaps(): void {
  const gaps = { longest: 0, stop: false };
  Object.defineProperty(window, 'gaps', { value: gaps });
  // A page may put others in their place.
  const request = requestAnimationFrame.bind(window);
  const now = performance.now.bind(performance);
  let last = 0;
  const measure = () => {
    const time = now();
    if (last > 0) gaps.longest = Math.max(gaps.longest, time - last);
    last = time;
    if (!gaps.stop) request(measure);
  };
  if (document.readyState === 'complete') measure();
  // Two frames later the page has laid out what it has built.
  else addEventListener('load', () => request(() => request(() => request(measure))));
}

/** Ends the measuring. @returns ms */
export function longestGap(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.gaps.stop = true;
    return window.gaps.longest;
  });
}

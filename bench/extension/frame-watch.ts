import { now } from './harness';

/** Watches the time between frames. @returns a function that ends the watch and gives the longest gap in ms */
export function watchFrames(): () => number {
  let last = 0;
  let longest = 0;
  let isOver = false;
  const frame = () => {
    if (isOver) return;
    const at = now();
    if (last > 0) longest = Math.max(longest, at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    isOver = true;
    return last > 0 ? Math.max(longest, now() - last) : longest;
  };
}

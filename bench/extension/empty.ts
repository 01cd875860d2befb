/** Control: a content script that does nothing. */

import { watchFrames } from './frame-watch';
import { frames, measure, query } from './harness';

measure(async () => {
  if (!query.has('frames')) return {};
  const gaps = watchFrames();
  await frames(30);
  return { frameGap: gaps() };
});

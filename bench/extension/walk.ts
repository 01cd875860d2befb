/** Control: the least that reading a page can cost. Visits each text node and takes its text. */
import { measure, timed } from './harness';

measure(() =>
  timed(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      length += (node as Text).data.length;
    }
    return length;
  }),
);

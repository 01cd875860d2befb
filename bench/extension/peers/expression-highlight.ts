/** Peer: one regular expression for each text node, with highlights instead of elements. */
import { measure, timed } from '../harness';
import { oneExpression, readableTexts, staticRange } from './peer-names';

measure(() =>
  timed(() => {
    const expression = oneExpression();
    const highlight = new Highlight();
    for (const node of readableTexts()) {
      for (const match of node.data.matchAll(expression)) {
        highlight.add(staticRange(node, match.index, match[0].length));
      }
    }
    CSS.highlights.set('bench', highlight);
    return highlight.size;
  }),
);

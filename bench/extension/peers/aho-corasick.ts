/** Peer: an Aho–Corasick package over the joined text of the page, with highlights instead of elements. */
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { measure, timed } from '../harness';
import { isWhole, names, readableTexts, staticRange } from './peer-names';

measure(() =>
  timed(() => {
    const automaton = new AhoCorasick([...names]);
    const nodes = readableTexts();
    const text = nodes.map(({ data }) => data).join('\u0001');
    const highlight = new Highlight();
    const found = automaton
      .matchInText(text)
      .filter(({ keyword, begin }) => isWhole(keyword, text, begin))
      .sort((a, b) => a.begin - b.begin || b.end - a.end);
    let node = 0;
    let start = 0;
    let end = 0;
    for (const { begin, keyword } of found) {
      if (begin < end) continue;
      end = begin + keyword.length;
      for (;;) {
        const length = nodes[node]?.data.length ?? 0;
        if (begin <= start + length) break;
        start += length + 1;
        node++;
      }
      const at = nodes[node];
      if (at) highlight.add(staticRange(at, begin - start, keyword.length));
    }
    CSS.highlights.set('bench', highlight);
    return highlight.size;
  }),
);

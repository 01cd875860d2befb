/** What is there without a model, to compare with: mentions without kinds. */
import nlp from 'compromise';

interface Span {
  start: number;
  end: number;
}

/** Opens sentences, and is no name. */
const STOP = new Set(
  `the a an this that these those he she it we they i you his her its our their my your in on at by for from to of with as and or but
if when while after before since because although though however there here what who which where how why not no yes some many most
all both each every other another such more one two three first last new also even so then now today yesterday according mr mrs ms dr
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december`.split(/\s+/),
);

/** Runs of words with a capital, "of" between two of them; a stop word that opens a run is left out. */
export function capitalisedRuns(text: string): Span[] {
  const run = /\p{Lu}[\p{L}\p{N}.'’&]*(?:(?:[ \n-]| of (?:the )?)\p{Lu}[\p{L}\p{N}.'’&]*)*/gu;
  const spans: Span[] = [];
  for (const { 0: words, index } of text.matchAll(run)) {
    let start = index;
    let rest = words;
    for (;;) {
      const [first = ''] = rest.split(/[\s-]/);
      if (!STOP.has(first.toLowerCase()) || first === '') break;
      const skipped = /^\S+?(?:[\s-]+|$)/.exec(rest)?.[0].length ?? rest.length;
      start += skipped;
      rest = rest.slice(skipped).replace(/^of (?:the )?/, (of) => {
        start += of.length;
        return '';
      });
    }
    const name = rest.replace(/[.'’]+$/, '');
    if (name !== '') spans.push({ start, end: start + name.length });
  }
  return spans;
}

/** People, places, organisations; and whatever else it takes for a proper noun, a demonym or an acronym. */
export function compromiseNames(text: string): Span[] {
  const spans: Span[] = [];
  const found = nlp(text).match('(#Person|#Place|#Organization|#ProperNoun|#Demonym|#Acronym)+');
  for (const { offset, text: words } of found.json({ offset: true }) as Array<{
    offset: { start: number; length: number };
    text: string;
  }>) {
    const trimmed = words.replace(/[\s.,;:!?]+$/, '');
    spans.push({
      start: offset.start,
      end: offset.start + Math.min(offset.length, trimmed.length),
    });
  }
  return spans;
}

/** The words of a passage that are selected, wherever the text stands on a page of ours. */
import type { Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';

/** Marks the element that holds the words of a passage, and says which of them it shows. */
export const WORDS_ATTRIBUTE = 'data-words';

/** Offsets in the text of the passage; null where nothing of it is selected. */
export function selectedPart({ id, text }: AttributedPassage): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  for (const words of document.querySelectorAll(`[${WORDS_ATTRIBUTE}]`)) {
    const [passage = '', from = '0'] = (words.getAttribute(WORDS_ATTRIBUTE) ?? '').split(' ');
    if (passage !== id || !range.intersectsNode(words)) continue;
    const within = document.createRange();
    within.selectNodeContents(words);
    const length = within.toString().length;
    const start = words.contains(range.startContainer)
      ? lengthUpTo(words, range.startContainer, range.startOffset)
      : 0;
    const end = words.contains(range.endContainer)
      ? lengthUpTo(words, range.endContainer, range.endOffset)
      : length;
    const part = { start: Number(from) + start, end: Number(from) + end };
    return end > start && part.end <= text.length ? part : null;
  }
  return null;
}

function lengthUpTo(words: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

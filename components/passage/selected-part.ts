/** The words of passages that are selected on a page of ours, and what is copied of them: never without who says it. */
import { cite } from '../../core/card/citation';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { excerptOf } from '../../core/notebook/clipping';
import { citationWords } from '../words/wording';

/** Shorter selections are names to look up elsewhere, not quotations. */
const LEAST_QUOTATION = 20;

/** What is selected of each passage, by offsets in its text. */
function selectedParts(): Map<PassageId, Span> {
  const parts = new Map<PassageId, Span>();
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return parts;
  const range = selection.getRangeAt(0);
  for (const words of document.querySelectorAll('[data-words]')) {
    if (!range.intersectsNode(words)) continue;
    // As `PassageText` writes it.
    const [passage = '', from = '0'] = (words.getAttribute('data-words') ?? '').split(' ');
    const whole = words.textContent?.length ?? 0;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const start = words.contains(startContainer) ? lengthTo(words, startContainer, startOffset) : 0;
    const end = words.contains(endContainer) ? lengthTo(words, endContainer, endOffset) : whole;
    if (end > start) parts.set(passage, { start: Number(from) + start, end: Number(from) + end });
  }
  return parts;
}

/** Null where nothing of the passage is selected. */
export function selectedPart({ id }: AttributedPassage): Span | null {
  return selectedParts().get(id) ?? null;
}

/** Puts what is selected of these passages on the clipboard, each part with its attribution. */
export function copyAttributed(
  event: ClipboardEvent,
  passageOf: (id: PassageId) => AttributedPassage | undefined,
): void {
  const quotations = [...selectedParts()].flatMap(([id, part]) => {
    const passage = passageOf(id);
    if (!passage || part.end - part.start < LEAST_QUOTATION) return [];
    const excerpt = excerptOf(passage, part);
    return [cite('short', excerpt, citationWords(excerpt))];
  });
  if (quotations.length === 0 || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', quotations.join('\n\n'));
  event.preventDefault();
}

function lengthTo(words: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The words of a passage, folded around what they are shown for; unfolded when the reader says so. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { commas, numberText } from '../words/wording';
import { LeftOut, PassageText } from './passage-text';
import { countWords, foldAround } from './spans';
import './folded-words.css';

/**
 * @param folds characters to show; fewer and fewer while it is too high
 * @param hits emphasised as found
 * @param isTooHigh whether there is no room for the element of the words
 */
export function FoldedWords({
  passage,
  folds,
  hits,
  room,
  isTooHigh = () => false,
}: {
  passage: AttributedPassage;
  folds: readonly number[];
  hits?: readonly Span[];
  /** Whenever it changes there may be more of it. */
  room?: unknown;
  isTooHigh?: (words: Element) => boolean;
}) {
  const [whole, setWhole] = useState(false);
  const [step, setStep] = useState(0);
  const text = useRef<HTMLQuoteElement>(null);
  const around = hits?.[0] ?? passage.emphasis[0];
  const fold = foldAround(passage.text, around, folds[step] ?? 0);
  const folded = !whole && fold.end - fold.start < passage.text.length;
  useLayoutEffect(() => setStep(0), [room]);
  useLayoutEffect(() => {
    if (whole || !text.current || step === folds.length - 1) return;
    if (isTooHigh(text.current)) setStep(step + 1);
  });
  useEffect(() => {
    if (whole) text.current?.querySelector('.pt-name')?.scrollIntoView({ block: 'nearest' });
  }, [whole]);
  return (
    <blockquote class="folded-words" data-turn={passage.turn} dir="auto" ref={text} tabIndex={-1}>
      {folded && <LeftOut passage={passage} part={{ start: 0, end: fold.start }} brief />}
      <PassageText passage={passage} part={folded ? fold : undefined} {...(hits && { hits })} />
      {folded && (
        <button
          type="button"
          class="folded-whole"
          onClick={() => {
            setWhole(true);
            text.current?.focus({ preventScroll: true });
          }}
        >
          {i18n.t('card.showWhole', [hiddenText(passage, fold)])}
        </button>
      )}
    </blockquote>
  );
}

/** "62 words, 1 hedge": what a fold leaves out. */
function hiddenText({ text, hedges }: AttributedPassage, fold: Span): string {
  const words = countWords(text) - countWords(text.slice(fold.start, fold.end));
  const hidden = hedges.filter(({ start, end }) => start < fold.start || end > fold.end).length;
  return commas([
    i18n.t('passage.wordsCount', words, [numberText(words)]),
    ...(hidden > 0 ? [i18n.t('passage.hedgesLeftOut', hidden, [numberText(hidden)])] : []),
  ]);
}

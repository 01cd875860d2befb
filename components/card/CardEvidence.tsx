/** A passage in a card: the question above it, the source's words, who says them, and where. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RankedPassage } from '../../core/model/views';
import { Doubtful } from '../passage/Doubtful';
import { LeftOut, PassageNotes, PassageText } from '../passage/passage-text';
import { foldAround } from '../passage/spans';
import { dateText, numberText, placeText, speakerText } from '../words/wording';

/** A passage longer than this folds around the mention: eight lines, which one glance takes in. */
const FOLD_CHARACTERS = 420;

/**
 * The passage, what we add to it, and its attribution. The passage scrolls with what we add; who says it, and
 * where, stays in sight.
 */
export function CardEvidence({
  passage,
  children,
}: {
  passage: RankedPassage;
  children: ComponentChildren;
}) {
  const { source, turn, speaker, question, doubt } = passage;
  return (
    <figure class="card-evidence" data-turn={turn}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must answer to the keyboard. */}
      <section class="card-scroll" tabIndex={0} aria-label={i18n.t('card.passage')}>
        {question && (
          <details class="card-question">
            <summary>{i18n.t('card.question', [numberText(question.ordinal)])}</summary>
            <blockquote dir="auto" lang={source.language}>
              {question.text}
            </blockquote>
            <Doubtful doubt={question.doubt} />
          </details>
        )}
        {turn === 'answer' && !question && (
          <p class="card-question">{i18n.t('passage.noQuestion')}</p>
        )}
        <Words passage={passage} />
        <PassageNotes passage={passage} />
        {children}
      </section>
      <figcaption>
        <p class="card-speaker">
          <b>
            <bdi lang={speaker ? source.language : undefined}>{speakerText(passage)}</bdi>
          </b>{' '}
          <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>
        </p>{' '}
        {speaker?.role && (
          <p class="card-role">
            <bdi lang={source.language}>{speaker.role}</bdi>
          </p>
        )}
        <Doubtful doubt={doubt} class="card-doubt" />
        <p class="card-source">
          <cite>
            <bdi lang={source.language}>{source.title}</bdi>
          </cite>{' '}
          {source.titleIsOurs && <span>{i18n.t('passage.titleOurs')}</span>}{' '}
          <span>{dateText(source.date)}</span> <span>{placeText(passage)}</span>
        </p>
      </figcaption>
    </figure>
  );
}

function Words({ passage }: { passage: RankedPassage }) {
  const [whole, setWhole] = useState(false);
  const text = useRef<HTMLQuoteElement>(null);
  const fold = foldAround(passage.text, passage.emphasis[0], FOLD_CHARACTERS);
  const folded = !whole && fold.end - fold.start < passage.text.length;
  useEffect(() => {
    if (whole) text.current?.querySelector('.pt-name')?.scrollIntoView({ block: 'nearest' });
  }, [whole]);
  return (
    <>
      <blockquote class="card-words" dir="auto" ref={text} tabIndex={-1}>
        {folded && <LeftOut passage={passage} part={{ start: 0, end: fold.start }} />}
        <PassageText passage={passage} part={folded ? fold : undefined} />
        {folded && (
          <LeftOut passage={passage} part={{ start: fold.end, end: passage.text.length }} />
        )}
      </blockquote>
      {folded && (
        <button
          type="button"
          class="button card-whole"
          onClick={() => {
            setWhole(true);
            text.current?.focus({ preventScroll: true });
          }}
        >
          {i18n.t('card.showWhole')}
        </button>
      )}
    </>
  );
}

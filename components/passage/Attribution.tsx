/** Above the words of a passage: who says them, in which role, in answer to what, and whether that is certain. */
import { i18n } from '#i18n';
import type { AttributedPassage } from '../../core/model/views';
import { numberText } from '../words/wording';
import { Doubtful } from './Doubtful';
import { Speaker, Translated } from './Translated';
import './attribution.css';

export function Attribution({ passage }: { passage: AttributedPassage }) {
  const { source, turn, speaker, question, doubt } = passage;
  return (
    <>
      <p class="attribution">
        <b>
          <Speaker passage={passage} />
        </b>
        {speaker?.role && (
          <>
            {i18n.t('comma')}
            <span class="attribution-role">
              <Translated text={speaker.role} lang={source.language} />
            </span>
          </>
        )}{' '}
        {turn !== 'narration' && <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>}
        {turn === 'answer' && !question && <span> {i18n.t('card.noQuestion')}</span>}
      </p>
      {question && (
        <details class="attribution-question">
          <summary>{i18n.t('card.question', [numberText(question.ordinal)])}</summary>
          <blockquote dir="auto" lang={source.language}>
            {question.text}
          </blockquote>
          <Doubtful doubt={question.doubt} />
        </details>
      )}
      <Doubtful doubt={doubt} class="attribution-doubt" />
    </>
  );
}

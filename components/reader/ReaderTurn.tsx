/** The passages of one turn, under who says them: that stays in sight while they are read. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { AttributedPassage } from '../../core/model/views';
import { Speaker, Translated } from '../passage/Translated';
import { numberText } from '../words/wording';

/** True where somebody else begins to speak. */
export function opensTurn(
  { turn, speaker }: AttributedPassage,
  before: AttributedPassage | undefined,
): boolean {
  return before?.turn !== turn || before.speaker?.id !== speaker?.id;
}

/** Characters of a passage of the usual length; a longer one counts as several. */
const USUAL = 400;

/** As how many passages of the usual length it counts. */
export function sizeOf({ text }: AttributedPassage): number {
  return Math.max(1, text.length / USUAL);
}

/**
 * The numbers of the passages, turn by turn.
 * @param most passages of one, by `sizeOf`; a longer turn goes on in another
 */
export function turnsOf(passages: readonly AttributedPassage[], most: number): number[][] {
  const turns: number[][] = [];
  let size = 0;
  passages.forEach((passage, i) => {
    if (size >= most || opensTurn(passage, passages[i - 1])) {
      turns.push([]);
      size = 0;
    }
    turns.at(-1)?.push(i);
    size += sizeOf(passage);
  });
  return turns;
}

/** @param first the passage that opens it */
export function ReaderTurn({
  first: { speaker, turn, question, source },
  children,
}: {
  first: AttributedPassage;
  children: ComponentChildren;
}) {
  return (
    <section class="reader-turn">
      <div class="reader-who" data-turn={turn}>
        <h2>
          <Speaker passage={{ speaker, turn, source }} />{' '}
          {turn !== 'narration' && <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>}
        </h2>
        {speaker?.role && (
          <p>
            <Translated text={speaker.role} lang={source.language} />
          </p>
        )}
        {question && (
          <p>
            <a href={`#${question.id}`}>
              {i18n.t('reader.answers', [numberText(question.ordinal)])}
            </a>
          </p>
        )}
      </div>
      {children}
    </section>
  );
}

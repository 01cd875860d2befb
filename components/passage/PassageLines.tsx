/** Passages in a line each: where each stands, who says it, how it begins. */
import { i18n } from '#i18n';
import type { AttributedPassage } from '../../core/model/views';
import { numberText, spotText } from '../words/wording';
import { Speaker } from './Translated';
import './passage-lines.css';

/** As many characters as a line can hold; the rest is cut off by the style. */
const BEGINNING = 120;

export function PassageLines({
  passages,
  index,
  onTurn,
}: {
  passages: readonly AttributedPassage[];
  /** Of the one that is shown. */
  index: number;
  onTurn(to: number): void;
}) {
  // Where all of it is one person's, the room is for the words.
  const [first] = passages;
  const isOnes =
    first?.speaker && passages.every(({ speaker }) => speaker?.id === first.speaker?.id);
  return (
    <ol class="passage-lines" aria-label={i18n.t('passage.lines')}>
      {passages.map((passage, at) => (
        <li key={passage.id}>
          <button
            type="button"
            aria-current={at === index}
            // What is unfolded is read next.
            ref={(button) => {
              if (at === index) button?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => onTurn(at)}
          >
            <span>{spotText(passage)}</span>{' '}
            {!isOnes && (
              <>
                <b>
                  <Speaker passage={passage} />
                </b>{' '}
              </>
            )}
            <bdi lang={passage.source.language}>{beginningOf(passage.text)}</bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Says how many passages are not listed. */
export const moreText = (count: number) =>
  i18n.t('passage.moreInSource', count, [numberText(count)]);

function beginningOf(text: string): string {
  return text.slice(0, BEGINNING).replace(/\s+/g, ' ');
}

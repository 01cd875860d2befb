/** Every passage of a card in a line: where it stands, who says it, how it begins. */
import { i18n } from '#i18n';
import type { PassageId } from '../../core/model/source';
import type { CardContent } from '../../core/model/views';
import { isolate, numberText, speakerText, spotText } from '../words/wording';

/** As many characters as a line can hold; the rest is cut off by the style. */
const BEGINNING = 120;

export function CardList({
  content: { passages, counts, view },
  index,
  onTurn,
  onOpenInSource,
}: {
  content: CardContent;
  index: number;
  onTurn(to: number): void;
  onOpenInSource(passageId: PassageId): void;
}) {
  const [first] = passages;
  const more = counts[view] - passages.length;
  return (
    <>
      <ol class="card-list" aria-label={i18n.t('card.listLabel')}>
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
              <bdi lang={passage.source.language}>
                <b>{speakerText(passage)}</b> {isolate(beginningOf(passage.text))}
              </bdi>
            </button>
          </li>
        ))}
      </ol>
      {more > 0 && first && (
        <button type="button" class="button" onClick={() => onOpenInSource(first.id)}>
          {i18n.t('card.moreInSource', more, [numberText(more)])}
        </button>
      )}
    </>
  );
}

function beginningOf(text: string): string {
  return text.slice(0, BEGINNING).replace(/\s+/g, ' ');
}

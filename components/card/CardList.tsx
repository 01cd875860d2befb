/** Every passage of a card in a line, and how many more the source has. */
import type { PassageId } from '../../core/model/source';
import type { CardContent } from '../../core/model/views';
import { moreText, PassageLines } from '../passage/PassageLines';

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
      <PassageLines passages={passages} index={index} onTurn={onTurn} />
      {more > 0 && first && (
        <button type="button" class="button" onClick={() => onOpenInSource(first.id)}>
          {moreText(more)}
        </button>
      )}
    </>
  );
}

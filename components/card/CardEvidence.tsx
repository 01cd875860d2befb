/** A passage in a card: who says it, in answer to what, the source's words, and what limits them. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RankedPassage } from '../../core/model/views';
import { Attribution } from '../passage/Attribution';
import { FiguresBeside } from '../passage/FiguresBeside';
import { FoldedWords } from '../passage/FoldedWords';
import { PassageTranslation } from '../passage/PassageTranslation';
import { PassageNotes } from '../passage/passage-text';
import { copyAttributed } from '../passage/selected-part';

/** Characters around the mention: six lines, and fewer where the card has no room for so many. */
const FOLDS = [330, 270, 210, 150, 90, 50];

/**
 * The passage under who says it. What limits it stays in sight; what is unfolded scrolls.
 * @param children what is unfolded in place of the words; nothing, most of the time
 */
export function CardEvidence({
  passage,
  read,
  room,
  children,
}: {
  passage: RankedPassage;
  /** The paragraph that is being read; empty where there is none. */
  read: string;
  /** Changes with what else the card shows. */
  room: boolean;
  children: ComponentChildren;
}) {
  /** A translation is offered once it is loaded, and takes a line. */
  const [isTranslated, setTranslated] = useState(false);
  const isCovered = Array.isArray(children) ? children.some(Boolean) : Boolean(children);
  return (
    <figure
      class="card-evidence"
      onCopy={(event) => copyAttributed(event, (id) => (id === passage.id ? passage : undefined))}
    >
      {!isCovered && (
        <figcaption>
          <Attribution passage={passage} />
        </figcaption>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must answer to the keyboard. */}
      <section class="card-scroll" tabIndex={0} aria-label={i18n.t('card.passage')}>
        {isCovered ? (
          children
        ) : (
          <>
            <FoldedWords
              passage={passage}
              folds={FOLDS}
              room={`${room} ${isTranslated}`}
              isTooHigh={overflows}
            />
            <PassageTranslation passage={passage} onOffer={() => setTranslated(true)} />
          </>
        )}
      </section>
      {!isCovered && (
        <div class="card-limits">
          <PassageNotes passage={passage} />
          <FiguresBeside read={read} passage={passage} />
        </div>
      )}
    </figure>
  );
}

/** A line cut in half looks broken, and a box that scrolls hides what it holds. */
function overflows(words: Element): boolean {
  return [words.closest('.card'), words.closest('.card-scroll')].some(
    (box) => box && box.scrollHeight > box.clientHeight + 1,
  );
}

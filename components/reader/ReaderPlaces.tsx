/** Steps through the places that are looked for, and lists the passages they stand in. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { IconButton } from '../controls/IconButton';
import { moreText, PassageLines } from '../passage/PassageLines';
import { numberText } from '../words/wording';

/** A place to step to. */
export interface Place extends Span {
  passage: PassageId;
}

/** More lines than that nobody reads through. */
const MOST_LINES = 500;

interface ReaderPlacesProps {
  passages: readonly AttributedPassage[];
  places: readonly Place[];
  /** Of the place that is shown. */
  at: number;
  onGo(to: number): void;
  onStep(by: 1 | -1): void;
}

export function ReaderPlaces({ passages, places, at, onGo, onStep }: ReaderPlacesProps) {
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  // The first place of each passage.
  const firsts = useMemo(() => {
    const found = new Map<PassageId, number>();
    places.forEach(({ passage }, i) => {
      if (!found.has(passage)) found.set(passage, i);
    });
    return found;
  }, [places]);
  if (places.length === 0) return <span role="status">{i18n.t('reader.noHits')}</span>;
  const position = i18n.t('reader.position', [numberText(at + 1), numberText(places.length)]);
  const listed = passages.filter(({ id }) => firsts.has(id)).slice(0, MOST_LINES);
  return (
    <>
      <button
        type="button"
        class="button"
        popovertarget="reader-list"
        title={i18n.t('reader.list')}
      >
        {position}
      </button>
      <span class="visually-hidden" role="status">
        {position}
      </span>
      <div
        id="reader-list"
        class="reader-list"
        popover="auto"
        ref={list}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && (
          <>
            <PassageLines
              passages={listed}
              index={listed.findIndex(({ id }) => id === places[at]?.passage)}
              onTurn={(to) => {
                list.current?.hidePopover();
                onGo(firsts.get(listed[to]?.id ?? '') ?? at);
              }}
            />
            {firsts.size > listed.length && <p>{moreText(firsts.size - listed.length)}</p>}
          </>
        )}
      </div>
      <IconButton name="back" label={i18n.t('reader.previous')} onClick={() => onStep(-1)} />
      <IconButton name="next" label={i18n.t('reader.next')} onClick={() => onStep(1)} />
    </>
  );
}

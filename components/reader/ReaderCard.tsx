/** The card of a name in a source that is read whole. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CitationFormat } from '../../core/card/citation';
import { type HoverAction, HoverIntent } from '../../core/card/hover-intent';
import { NOTHING_READ, type WhatIsRead } from '../../core/library/what-is-read';
import type { EntityId, PassageId } from '../../core/model/source';
import type { AttributedPassage, CardContent, CardView } from '../../core/model/views';
import { Card } from '../card/Card';

export interface ReaderCardProps {
  /** Holds the names, with `data-entity`, in passages with their ids. */
  within: RefObject<HTMLElement | null>;
  /** What a passage is, to a card that opens in it. */
  readIn(passage: PassageId): WhatIsRead;
  /** Rest needed on a name, ms; null where only a click opens. */
  delay: number | null;
  onAsk(entity: EntityId, view: CardView, read: WhatIsRead): Promise<CardContent>;
  onCopy(passage: AttributedPassage, format: CitationFormat): void | Promise<void>;
  onGo(passage: PassageId): void;
  onFail(error: unknown): void;
}

interface Opened {
  mark: HTMLElement;
  /** The entities walked through; the last is shown. */
  trail: CardContent[];
  /** Opened by keyboard, which goes on in the card. */
  takesFocus: boolean;
}

const NOWHERE = { site: null, page: null };

export function ReaderCard(props: ReaderCardProps) {
  const { within, readIn, delay, onAsk, onCopy, onGo, onFail } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const intent = useMemo(() => new HoverIntent<HTMLElement>(delay ?? undefined), [delay]);
  const close = () => box.current?.hidePopover();

  // What is seen must answer.
  useLayoutEffect(() => {
    const text = within.current;
    if (!text) return;
    const heard = new AbortController();
    const { signal } = heard;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const act = (action: HoverAction<HTMLElement>, takesFocus = false) => {
      clearTimeout(timer);
      if (intent.deadline !== null) {
        timer = setTimeout(() => act(intent.due()), intent.deadline - performance.now());
      }
      if (action.do === 'close') close();
      if (action.do === 'open') open(action.on, takesFocus).catch(latest.current.onFail);
    };
    const open = async (mark: HTMLElement, takesFocus: boolean) => {
      const passage = mark.closest('.reader-passage')?.id ?? '';
      const content = await latest.current.onAsk(
        mark.dataset.entity ?? '',
        'about',
        readIn(passage),
      );
      // The pointer may have gone on meanwhile.
      if (!intent.isOpenOn(mark)) return;
      // What the reader is reading already is the last thing to show.
      const others = content.passages.filter(({ id }) => id !== passage);
      const own = content.passages.filter(({ id }) => id === passage);
      setOpened({ mark, trail: [{ ...content, passages: [...others, ...own] }], takesFocus });
    };
    const markOf = (event: Event) =>
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('.reader-passage [data-entity]')
        : null;

    text.addEventListener(
      'click',
      (event) => {
        const mark = markOf(event);
        // A selection that ends in the name it began in is no click on it.
        if (mark && getSelection()?.isCollapsed !== false) act(intent.open(mark));
      },
      { signal },
    );
    text.addEventListener(
      'keydown',
      (event) => {
        const mark = markOf(event);
        if (!mark || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        act(intent.open(mark), true);
      },
      { signal },
    );
    document.addEventListener(
      'pointermove',
      (event) => {
        if (delay === null || event.pointerType === 'touch') return;
        const card = box.current?.matches(':popover-open')
          ? box.current.getBoundingClientRect()
          : null;
        const point = { x: event.clientX, y: event.clientY };
        // With a button held down the reader selects.
        const mark = event.buttons === 0 ? markOf(event) : null;
        act(intent.move(mark, point, performance.now(), false, card));
      },
      { signal },
    );
    const card = box.current;
    card?.addEventListener('pointerenter', () => intent.enterCard(), { signal });
    card?.addEventListener(
      'pointerleave',
      () => {
        intent.leaveCard(performance.now());
        act({ do: 'nothing' });
      },
      { signal },
    );
    return () => {
      heard.abort();
      clearTimeout(timer);
    };
  }, [within, readIn, intent, delay]);

  useEffect(() => {
    const card = box.current;
    if (!opened || !card) return;
    // The card is shown anew at each name, so that closing gives the focus back to the last one.
    card.hidePopover();
    card.showPopover({ source: opened.mark });
    if (opened.takesFocus) card.querySelector('h1')?.focus({ preventScroll: true });
  }, [opened?.mark, opened?.trail[0]]);

  const trail = opened?.trail ?? [];
  const shown = trail.at(-1);
  const walk = (to: CardContent[]) => opened && setOpened({ ...opened, trail: to });
  return (
    <div
      class="reader-card"
      popover="auto"
      ref={box}
      onToggle={(event) => {
        if (event.newState === 'open') return;
        intent.closed(performance.now());
        setOpened(null);
      }}
    >
      {shown && (
        <Card
          // Only a walk moves the focus to the heading.
          key={trail[0]?.entity.id}
          content={shown}
          pageLocation={NOWHERE}
          onClose={close}
          onCopy={onCopy}
          onOpenInSource={(passage) => {
            close();
            onGo(passage);
          }}
          onOpenEntity={(entity) =>
            onAsk(entity, 'about', NOTHING_READ)
              .then((content) => walk([...trail, content]))
              .catch(onFail)
          }
          onOpenView={(entity, view) =>
            onAsk(entity, view, NOTHING_READ)
              .then((content) => walk([...trail.slice(0, -1), content]))
              .catch(onFail)
          }
          {...(trail.length > 1 && { onBack: () => walk(trail.slice(0, -1)) })}
        />
      )}
    </div>
  );
}

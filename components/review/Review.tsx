/** Review of a source that a machine has read: its names, who says what, and what it is. Made to be worked by keyboard. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Material } from '../../core/compile/material';
import type { Overlay } from '../../core/compile/overlay';
import { useNotice } from '../controls/notice';
import { useEdits } from './edits';
import { ReviewAbout } from './ReviewAbout';
import { ReviewNames } from './ReviewNames';
import { ReviewPassages } from './ReviewPassages';
import '../passage/passage-text.css';
import './review.css';

const PARTS = ['names', 'passages', 'about'] as const;
type Part = (typeof PARTS)[number];
const TITLES = {
  names: 'review.names',
  passages: 'review.passages',
  about: 'review.about',
} as const satisfies Record<Part, string>;

export interface ReviewProps {
  material: Material;
  /** What the last button says: the source is added, or what was put right is kept. */
  doneText: string;
  /**
   * @param overlay what has been put right: kept also by whoever goes back
   * @param isDone the last button was pressed
   */
  onLeave(overlay: Overlay, isDone: boolean): Promise<void>;
}

export function Review({ material, doneText, onLeave }: ReviewProps) {
  const editing = useEdits(material);
  const [part, setPart] = useState<Part>('names');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { about } = editing.described;
  const { act, notice } = useNotice(title);
  const isChanged = editing.overlay !== material.overlay;
  useEffect(() => {
    if (!isChanged) return;
    // The browser asks whether to leave.
    const keep = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', keep);
    return () => removeEventListener('beforeunload', keep);
  }, [isChanged]);
  const page = useRef<HTMLElement>(null);
  /** What is typed wrongly is not left behind. */
  const isHeld = () => {
    const wrong = page.current?.querySelector<HTMLInputElement>('input:invalid');
    wrong?.focus();
    return Boolean(wrong);
  };
  const leave = (isDone: boolean) =>
    (isDone && isHeld()) ||
    act(
      () => '',
      () => onLeave(editing.overlay, isDone),
    );
  return (
    <main
      class="review"
      ref={page}
      onKeyDown={(event) => {
        const isUndo = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ';
        // Fields take back their own letters.
        if (!isUndo || event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        if (event.shiftKey) editing.redo();
        else editing.undo();
      }}
    >
      <header class="review-head">
        <button type="button" class="button page-button" onClick={() => leave(false)}>
          {i18n.t('review.back')}
        </button>
        <h1 ref={title} tabIndex={-1}>
          <bdi lang={about.language}>{about.title}</bdi>
        </h1>
        <div class="page-row">
          <button
            type="button"
            class="button page-button"
            aria-disabled={!editing.canUndo}
            aria-keyshortcuts="Control+Z"
            onClick={editing.undo}
          >
            {i18n.t('options.undo')}
          </button>
          <button
            type="button"
            class="button page-button"
            aria-disabled={!editing.canRedo}
            aria-keyshortcuts="Control+Shift+Z"
            onClick={editing.redo}
          >
            {i18n.t('review.redo')}
          </button>
          <button type="button" class="button page-button page-apply" onClick={() => leave(true)}>
            {doneText}
          </button>
        </div>
        <nav class="review-parts" aria-label={i18n.t('review.parts')}>
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              class="chip"
              aria-current={one === part ? 'page' : undefined}
              onClick={() => isHeld() || setPart(one)}
            >
              {i18n.t(TITLES[one])}
            </button>
          ))}
        </nav>
      </header>
      {part === 'names' && <ReviewNames {...editing} />}
      {part === 'passages' && <ReviewPassages {...editing} />}
      {part === 'about' && <ReviewAbout {...editing} />}
      {notice}
    </main>
  );
}

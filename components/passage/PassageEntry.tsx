/** A passage in a list of ours: who says it, the words, what limits them, where, and what can be done with it. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { CopyButton } from '../controls/CopyButton';
import { IconButton } from '../controls/IconButton';
import type { Undo } from '../controls/notice';
import { limitsText, placeText } from '../words/wording';
import { Attribution } from './Attribution';
import { FiguresBeside } from './FiguresBeside';
import { FoldedWords } from './FoldedWords';
import { KeepButton } from './KeepButton';
import { PassageTranslation } from './PassageTranslation';
import { PassageNotes } from './passage-text';
import { copyAttributed } from './selected-part';
import { Title } from './Translated';
import './passage-entry.css';

/** Characters: some eight lines of a panel. */
const FOLDS = [420];

export interface PassageDoings {
  onCopy(passage: AttributedPassage, format: CitationFormat): Promise<void>;
  onRead(passage: PassageId): void;
  /** @returns what takes it back */
  onKeep?: (passage: AttributedPassage, part: Span | null) => Promise<Undo | null>;
}

/**
 * @param hits emphasised as found
 * @param read the paragraph that is being read
 * @param hasSource false under a heading that names it
 * @param children what else there is to say or do
 */
export function PassageEntry({
  passage,
  hits,
  read = '',
  hasSource = true,
  doings: { onCopy, onRead, onKeep },
  children,
}: {
  passage: AttributedPassage;
  hits?: readonly Span[];
  read?: string;
  hasSource?: boolean;
  doings: PassageDoings;
  children?: ComponentChildren;
}) {
  const { source } = passage;
  const entry = useRef<HTMLElement>(null);
  return (
    <article
      class="passage-entry"
      ref={entry}
      onCopy={(event) => copyAttributed(event, (id) => (id === passage.id ? passage : undefined))}
    >
      <Attribution passage={passage} />
      <FoldedWords passage={passage} folds={FOLDS} {...(hits && { hits })} />
      <PassageTranslation passage={passage} />
      <PassageNotes passage={passage} />
      <FiguresBeside read={read} passage={passage} />
      <p class="passage-entry-place">
        {placeText(passage)}
        {hasSource && (
          <>
            {' · '}
            <cite>
              <Title source={source} />
            </cite>
            {' · '}
            {limitsText(source)}
          </>
        )}
      </p>
      {children}
      <div class="passage-entry-doings">
        <CopyButton onCopy={() => onCopy(passage, 'short')} />
        <IconButton
          name="read"
          label={i18n.t('card.openInSource')}
          onClick={() => onRead(passage.id)}
        />
        {onKeep && (
          <KeepButton passage={passage} onKeep={(part) => onKeep(passage, part)} within={entry} />
        )}
      </div>
    </article>
  );
}

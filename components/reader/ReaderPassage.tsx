/** One passage of a source that is read whole: its words, who says them, and what can be done with it. */
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { CopyButton, OTHER_FORMATS } from '../controls/CopyButton';
import type { Undo } from '../controls/notice';
import { Doubtful } from '../passage/Doubtful';
import { KeepButton } from '../passage/KeepButton';
import { PassageTranslation } from '../passage/PassageTranslation';
import { type NameMark, PassageNotes, PassageText } from '../passage/passage-text';
import { numberText } from '../words/wording';
import { opensTurn } from './ReaderTurn';
import './reader-passage.css';

export interface PassageActions {
  onCopy(passage: AttributedPassage, format: CitationFormat): void | Promise<void>;
  onCopyLink(passageId: PassageId): void | Promise<void>;
  /** @returns what takes it back */
  onKeep(passage: AttributedPassage, part: Span | null): Promise<Undo | null>;
}

interface ReaderPassageProps extends PassageActions {
  passage: AttributedPassage;
  before: AttributedPassage | undefined;
  marks: readonly NameMark[];
  places: readonly Span[];
  found: boolean;
  current: Span | null;
  hedges: boolean;
  /** Its words unfold on demand. */
  folded: boolean;
  /** The address points at it. */
  linked: boolean;
}

const NONE: readonly Span[] = [];

export function ReaderPassage(props: ReaderPassageProps) {
  const { passage, before, marks, places, found, current, hedges, folded, linked } = props;
  // The same vnode for the same state: a keystroke in a long source touches what it changes only.
  return useMemo(() => {
    const { id, ordinal, turn, source, doubt } = passage;
    const opens = opensTurn(passage, before);
    const number = numberText(ordinal);
    const words = (
      <>
        <p class="reader-words" dir="auto" lang={source.language}>
          <PassageText
            passage={passage}
            marks={marks}
            names={found ? NONE : places}
            hits={found ? places : NONE}
            current={current}
            hedges={hedges}
          />
        </p>
        <PassageTranslation passage={passage} />
        <PassageNotes passage={passage} />
        {(opens || doubt !== before?.doubt) && <Doubtful doubt={doubt} class="reader-doubt" />}
      </>
    );
    return (
      <div class="reader-passage" id={id} data-turn={turn} data-linked={linked || undefined}>
        <a class="reader-number" href={`#${id}`} title={i18n.t('reader.pointAt', [number])}>
          {i18n.t('passage.ordinal', [number])}
        </a>
        {folded ? (
          <details class="reader-folded">
            <summary>{i18n.t('reader.folded')}</summary>
            {words}
          </details>
        ) : (
          words
        )}
        {linked && <Actions {...props} />}
      </div>
    );
  }, Object.values(props));
}

function Actions({ passage, onCopy, onCopyLink, onKeep }: ReaderPassageProps) {
  return (
    <fieldset class="reader-actions">
      <legend class="visually-hidden">
        {i18n.t('reader.actions', [numberText(passage.ordinal)])}
      </legend>
      <CopyButton onCopy={() => onCopy(passage, 'short')} />
      <KeepButton passage={passage} onKeep={(part) => onKeep(passage, part)} />
      {OTHER_FORMATS.map(([format, label]) => (
        <CopyButton
          key={format}
          look="chip"
          label={label ?? i18n.t('card.copyFull')}
          onCopy={() => onCopy(passage, format)}
        />
      ))}
      <CopyButton label={i18n.t('reader.copyLink')} onCopy={() => onCopyLink(passage.id)} />
    </fieldset>
  );
}

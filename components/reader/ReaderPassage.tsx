/** One passage of a source that is read whole: its words, who says them, and what can be done with it. */
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { PassageId, Span } from '../../core/model/source';
import type { AttributedPassage } from '../../core/model/views';
import { CopyButton, OTHER_FORMATS } from '../controls/CopyButton';
import { Doubtful } from '../passage/Doubtful';
import { type NameMark, PassageNotes, PassageText } from '../passage/passage-text';
import { numberText, speakerText } from '../words/wording';
import './reader-passage.css';

export interface PassageActions {
  onCopy(passage: AttributedPassage, format: CitationFormat): void | Promise<void>;
  onCopyLink(passageId: PassageId): void | Promise<void>;
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
    const opens = before?.turn !== turn || before.speaker?.id !== passage.speaker?.id;
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
        <PassageNotes passage={passage} />
        {(opens || doubt !== before?.doubt) && <Doubtful doubt={doubt} class="reader-doubt" />}
      </>
    );
    return (
      <>
        {opens && <Who passage={passage} />}
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
      </>
    );
  }, Object.values(props));
}

function Actions({ passage, onCopy, onCopyLink }: ReaderPassageProps) {
  return (
    <fieldset class="reader-actions">
      <legend class="visually-hidden">
        {i18n.t('reader.actions', [numberText(passage.ordinal)])}
      </legend>
      <CopyButton onCopy={() => onCopy(passage, 'plain')} />
      {OTHER_FORMATS.map(([format, label]) => (
        <CopyButton key={format} look="chip" label={label} onCopy={() => onCopy(passage, format)} />
      ))}
      <CopyButton label={i18n.t('reader.copyLink')} onCopy={() => onCopyLink(passage.id)} />
    </fieldset>
  );
}

/** Above the first passage of a turn. */
function Who({ passage }: { passage: AttributedPassage }) {
  const { speaker, turn, question, source } = passage;
  return (
    <div class="reader-who" data-turn={turn}>
      <h2>
        <bdi lang={speaker ? source.language : undefined}>{speakerText(passage)}</bdi>{' '}
        <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>
      </h2>
      {speaker?.role && (
        <p>
          <bdi lang={source.language}>{speaker.role}</bdi>
        </p>
      )}
      {question && (
        <p>
          <a href={`#${question.id}`}>{i18n.t('reader.answers', [numberText(question.ordinal)])}</a>
        </p>
      )}
      {turn === 'answer' && !question && <p>{i18n.t('passage.noQuestion')}</p>}
    </div>
  );
}

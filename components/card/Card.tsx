/** What opens on a mark: a passage in the source's own words, and who says it. */

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { CorrectionScope } from '../../core/choices/corrections';
import type { PageLocation } from '../../core/model/location';
import type { CardContent, EntitySummary, RankedPassage } from '../../core/model/views';
import { CopyButton } from '../controls/CopyButton';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import { isolate, NOTE_LANGUAGE, numberText, whyText } from '../words/wording';
import { CardEvidence } from './CardEvidence';
import { CardMore, type Undo } from './CardMore';
import { CardSources } from './CardSources';
import './card.css';

/** Two lines of chips; the rest unfolds. */
const CHIPS = 4;

export interface CardProps {
  content: CardContent;
  /** What the reader reads; null for what a page does not have. */
  pageLocation: PageLocation;
  /** In a private window, from which nothing is stored. */
  isPrivate?: boolean;
  onClose(): void;
  onOpenInSource(passageId: string): void;
  /** Another entity was chosen: show its content next, with `onBack`. */
  onOpenEntity(entityId: string): void;
  /** What another source says of the same subject was chosen: show it in place of this. */
  onOpenSource?: (entityId: string) => void;
  /** The caller forms the text. "Copied" shows when it is done, "Not copied" when it throws. */
  onCopy(passage: RankedPassage, format: CitationFormat): void | Promise<void>;
  /** The card stays, wherever the pointer goes. Without it, it cannot be pinned. */
  onPin?: (isPinned: boolean) => void;
  /** The page's form does not mean this entity. Only asked for where a form was matched. */
  onCorrect?: (scope: CorrectionScope) => Promise<Undo>;
  /** Only asked for in a place. */
  onSwitchOff?: (where: 'page' | 'site') => Promise<Undo>;
  onBack?: () => void;
}

/** Takes focus only when it already has it: never from the page. */
export function Card(props: CardProps) {
  const { content, onClose, onOpenInSource, onOpenEntity, onCopy, onPin, onBack } = props;
  const [shownAt, setShownAt] = useState({ content, index: 0 });
  const index = shownAt.content === content ? shownAt.index : 0;
  const [pinned, setPinned] = useState<CardContent | null>(null);
  const isPinned = pinned === content;
  const [more, setMore] = useState<CardContent | null>(null);
  const { entity, passages } = content;
  const passage = passages[index] as RankedPassage;
  const why = whyText(passage.why);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(content.asked);

  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);

  useEffect(() => {
    // The chip that had the focus is gone with the entity before.
    if (shown.current !== content.asked && document.hasFocus()) {
      heading.current?.focus({ preventScroll: true });
    }
    shown.current = content.asked;
  }, [content.asked]);

  return (
    <article class="card" aria-labelledby={title}>
      <header class="card-head">
        {onBack && <IconButton name="back" label={i18n.t('card.back')} onClick={onBack} />}
        <div class="card-name">
          <h1 id={title} ref={heading} tabIndex={-1}>
            <bdi lang={passage.source.language}>{entity.canonical}</bdi>
          </h1>
          <span class="card-kind">{i18n.t(`kind.${entity.kind}`)}</span>
        </div>
        {onPin && (
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('card.pin')}
            title={i18n.t(isPinned ? 'card.unpin' : 'card.pin')}
            aria-pressed={isPinned}
            onClick={() => {
              setPinned(isPinned ? null : content);
              onPin(!isPinned);
            }}
          >
            <Icon name="pin" />
          </button>
        )}
        <IconButton name="close" label={i18n.t('card.close')} onClick={onClose} />
      </header>
      <CardSources content={content} onOpenSource={props.onOpenSource} />
      <About content={content} passage={passage} onOpenEntity={onOpenEntity} />
      <CardEvidence key={passage.id} passage={passage}>
        {(why || passage.company.length > 0) && (
          <div class="card-context">
            {why && <p>{i18n.t('card.why', [why])}</p>}
            <Chips
              label={i18n.t('card.together')}
              entities={passage.company}
              lang={passage.source.language}
              onOpenEntity={onOpenEntity}
            />
          </div>
        )}
      </CardEvidence>
      <div class="card-foot">
        {more === content && <CardMore key={entity.id} {...props} passage={passage} />}
        <div class="card-actions">
          <CopyButton key={passage.id} onCopy={() => onCopy(passage, 'plain')} />
          <button type="button" class="button" onClick={() => onOpenInSource(passage.id)}>
            <Icon name="read" />
            {i18n.t('card.openInSource')}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('card.more')}
            title={i18n.t('card.more')}
            aria-expanded={more === content}
            onClick={() => setMore(more === content ? null : content)}
          >
            <Icon name="more" />
          </button>
          {passages.length > 1 && (
            <Pager
              index={index}
              count={passages.length}
              onGo={(to) => setShownAt({ content, index: to })}
            />
          )}
        </div>
      </div>
    </article>
  );
}

/** How the page and the source write the name, and what is contested about it. */
function About({
  content,
  passage,
  onOpenEntity,
}: {
  content: CardContent;
  passage: RankedPassage;
  onOpenEntity(entityId: string): void;
}) {
  const { matchedAs, entity } = content;
  const [named] = passage.emphasis;
  const written = named ? passage.text.slice(named.start, named.end) : entity.canonical;
  const differs = entity.contested !== null && matchedAs !== null && !written.includes(matchedAs);
  return (
    <div class="card-about">
      {matchedAs && (
        <p>
          {differs
            ? i18n.t('card.writes', [isolate(matchedAs), isolate(written)])
            : i18n.t('card.matchedAs', [isolate(matchedAs)])}
        </p>
      )}
      <Chips
        label={i18n.t('card.namesakes')}
        entities={content.namesakes}
        onOpenEntity={onOpenEntity}
      />
      {(entity.contested || entity.note) && (
        <details>
          <summary>{i18n.t('card.aboutName')}</summary>
          {entity.contested && <p lang={NOTE_LANGUAGE}>{entity.contested}</p>}
          {entity.note && <p lang={NOTE_LANGUAGE}>{entity.note}</p>}
        </details>
      )}
    </div>
  );
}

/** Other subjects, each with its card. */
function Chips({
  label: title,
  entities,
  lang,
  onOpenEntity,
}: {
  label: string;
  entities: readonly EntitySummary[];
  lang?: string;
  onOpenEntity(entityId: string): void;
}) {
  const [all, setAll] = useState(false);
  const label = useId();
  if (entities.length === 0) return null;
  // "1 more" would take the room of the one.
  const shown = all || entities.length === CHIPS + 1 ? entities : entities.slice(0, CHIPS);
  return (
    <div class="card-company">
      <span id={label}>{title}</span>
      <ul aria-labelledby={label}>
        {shown.map(({ id, canonical }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              dir="auto"
              lang={lang}
              title={canonical}
              onClick={() => onOpenEntity(id)}
            >
              {canonical}
            </button>
          </li>
        ))}
        {shown.length < entities.length && (
          <li>
            <button type="button" class="button" onClick={() => setAll(true)}>
              {i18n.t('card.moreTogether', entities.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Pager({ index, count, onGo }: { index: number; count: number; onGo(to: number): void }) {
  const step = (to: number, label: string, name: 'back' | 'next') => (
    <IconButton name={name} label={label} isOff={to < 0 || to >= count} onClick={() => onGo(to)} />
  );
  const numbers: [string, string] = [numberText(index + 1), numberText(count)];
  return (
    <div class="card-pager">
      {step(index - 1, i18n.t('card.previous'), 'back')}
      <span aria-hidden="true">{i18n.t('card.position', numbers)}</span>
      <span class="visually-hidden" role="status">
        {i18n.t('card.passagePosition', numbers)}
      </span>
      {step(index + 1, i18n.t('card.next'), 'next')}
    </div>
  );
}

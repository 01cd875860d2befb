/** What opens on a mark: a passage in the source's own words, and who says it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../../core/card/citation';
import type { CorrectionScope } from '../../core/choices/corrections';
import type { PageLocation } from '../../core/model/location';
import type { PassageId, Span } from '../../core/model/source';
import type { CardContent, CardView, RankedPassage } from '../../core/model/views';
import { CopyButton } from '../controls/CopyButton';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import type { Undo } from '../controls/notice';
import { KeepButton } from '../passage/KeepButton';
import { SourceFacts } from '../passage/SourceFacts';
import { Title } from '../passage/Translated';
import {
  isolate,
  limitsText,
  nameOf,
  numberText,
  placeText,
  remarkText,
  titleText,
} from '../words/wording';
import { CardChips } from './CardChips';
import { CardEvidence } from './CardEvidence';
import { CardList } from './CardList';
import { CardMore } from './CardMore';
import { CardTabs } from './CardTabs';
import './card.css';

/** A finger that moves so far sideways turns to another passage; px. */
const SWIPE = 48;

export interface CardProps {
  content: CardContent;
  /** What the reader reads; null for what a page does not have. */
  pageLocation: PageLocation;
  /** The paragraph that is being read. */
  read?: string;
  /** In a private window, from which nothing is stored. */
  isPrivate?: boolean;
  onClose(): void;
  onOpenInSource(passageId: PassageId): void;
  /** Another entity was chosen: show its content next, with `onBack`. */
  onOpenEntity(entityId: string): void;
  /** What another source says of the same subject was chosen, or what the person says: show it in place of this. */
  onOpenView(entityId: string, view: CardView): void;
  /** The card shows another of its passages. */
  onTurn?: (passageId: PassageId) => void;
  /** The caller forms the text. "Copied" shows when it is done, "Not copied" when it throws. */
  onCopy(passage: RankedPassage, format: CitationFormat): void | Promise<void>;
  /** The card stays, wherever the pointer goes. Without it, it cannot be pinned. */
  onPin?: (isPinned: boolean) => void;
  /** The page's form does not mean this entity. Only asked for where a form was matched. */
  onCorrect?: (scope: CorrectionScope) => Promise<Undo>;
  /** Into the notebook; with a part of the passage, where one is selected. */
  onKeep?: (passage: RankedPassage, part: Span | null) => Promise<Undo | null>;
  /** The subject is to be marked no more. */
  onMute?: (where: 'site' | 'everywhere') => Promise<Undo>;
  /** Only asked for in a place. */
  onSwitchOff?: (where: 'page' | 'site') => Promise<Undo>;
  /** To the side panel. Called while the press is handled: browsers open it at no other time. */
  onPanel?: () => Promise<unknown>;
  onBack?: () => void;
}

/** What is unfolded in a card: all of it goes when other content comes. */
type Unfolded = 'list' | 'about' | 'more' | null;

/** Takes focus only when it already has it: never from the page. */
export function Card(props: CardProps) {
  const { content, onClose, onOpenInSource, onOpenEntity, onCopy, onPin, onBack } = props;
  const [state, setState] = useState({ content, index: 0, unfolded: null as Unfolded });
  const first = { content, index: 0, unfolded: null };
  const { index, unfolded } = state.content === content ? state : first;
  /** Of two presses before the card is drawn anew, both count. */
  const change = (by: (now: typeof state) => Partial<typeof state>) =>
    setState((now) => {
      const held = now.content === content ? now : first;
      return { ...held, ...by(held) };
    });
  const [pinned, setPinned] = useState<CardContent | null>(null);
  const isPinned = pinned === content;
  const { entity, passages, source } = content;
  const passage = passages[index] as RankedPassage;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(content.asked);
  const touched = useRef(0);

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

  const turn = (to: number) => {
    const next = passages[to];
    if (!next) return;
    change((now) => ({ index: to, unfolded: now.unfolded === 'more' ? 'more' : null }));
    props.onTurn?.(next.id);
  };
  const unfold = (part: Unfolded) =>
    change((now) => ({ unfolded: now.unfolded === part ? null : part }));
  /** @param by px, to the right */
  const swipe = (by: number) => {
    if (Math.abs(by) < SWIPE || getSelection()?.isCollapsed === false) return;
    turn(index + (by < 0 === (document.dir !== 'rtl') ? 1 : -1));
  };

  return (
    <article
      class="card"
      aria-labelledby={title}
      onTouchStart={({ touches }) => {
        touched.current = touches[0]?.clientX ?? 0;
      }}
      onTouchEnd={({ changedTouches }) =>
        swipe((changedTouches[0]?.clientX ?? 0) - touched.current)
      }
    >
      <header class="card-head">
        {onBack && <IconButton name="back" label={i18n.t('card.back')} onClick={onBack} />}
        <div class="card-name">
          <h1 id={title} ref={heading} tabIndex={-1}>
            <bdi lang={entity.local ? undefined : source.language}>{nameOf(entity)}</bdi>
          </h1>
          <span class="card-kind">{i18n.t(`kind.${entity.kind}`)}</span>
          {entity.local && (
            <span class="card-canonical">
              <bdi lang={source.language}>{entity.canonical}</bdi>
            </span>
          )}
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
      <About content={content} passage={passage} onOpenEntity={onOpenEntity} />
      <CardTabs content={content} onOpenView={props.onOpenView} />
      <CardEvidence
        key={passage.id}
        passage={passage}
        read={props.read ?? ''}
        room={unfolded === 'more'}
      >
        {unfolded === 'list' && (
          <CardList content={content} index={index} onTurn={turn} onOpenInSource={onOpenInSource} />
        )}
        {unfolded === 'about' && <SourceFacts source={source} isOpen />}
      </CardEvidence>
      <button
        type="button"
        class="card-source"
        aria-expanded={unfolded === 'about'}
        title={titleText(source)}
        onClick={() => unfold('about')}
      >
        <span>{placeText(passage)}</span>
        <cite>
          <Title source={source} />
        </cite>
        <span>{limitsText(source)}</span>
      </button>
      <div class="card-foot">
        {unfolded === 'more' && <CardMore key={entity.id} {...props} passage={passage} />}
        <div class="card-actions">
          <CopyButton key={passage.id} onCopy={() => onCopy(passage, 'short')} />
          <IconButton
            name="read"
            label={i18n.t('card.openInSource')}
            onClick={() => onOpenInSource(passage.id)}
          />
          {props.onKeep && (
            <KeepButton
              key={`${passage.id} kept`}
              passage={passage}
              onKeep={(part) => props.onKeep?.(passage, part)}
            />
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('card.more')}
            title={i18n.t('card.more')}
            aria-expanded={unfolded === 'more'}
            onClick={() => unfold('more')}
          >
            <Icon name="more" />
          </button>
          {passages.length > 1 && (
            <Pager
              index={index}
              count={content.counts[content.view]}
              last={passages.length - 1}
              isListed={unfolded === 'list'}
              onGo={turn}
              onList={() => unfold('list')}
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
  const { matchedAs, entity, namesakes } = content;
  const [named] = passage.emphasis;
  const written = named ? passage.text.slice(named.start, named.end) : entity.canonical;
  const differs = entity.contested !== null && matchedAs !== null && !written.includes(matchedAs);
  const remark = [entity.contested, entity.note].flatMap((text) =>
    text ? [remarkText(text)] : [],
  );
  const matched =
    matchedAs &&
    (differs
      ? i18n.t('card.writes', [isolate(matchedAs), isolate(written)])
      : i18n.t('card.matchedAs', [isolate(matchedAs)]));
  if (!matched && remark.length === 0 && namesakes.length === 0) return null;
  return (
    <div class="card-about">
      {remark.length > 0 ? (
        <details>
          <summary>{matched || i18n.t('card.aboutName')}</summary>
          {remark.map(({ text, lang }) => (
            <p key={text} lang={lang}>
              {text}
            </p>
          ))}
        </details>
      ) : (
        matched && <p>{matched}</p>
      )}
      <CardChips
        label={i18n.t('card.namesakes')}
        entities={namesakes}
        onOpenEntity={onOpenEntity}
      />
    </div>
  );
}

/** "1 of 14" opens the list of all. */
function Pager({
  index,
  count,
  last,
  isListed,
  onGo,
  onList,
}: {
  index: number;
  count: number;
  last: number;
  isListed: boolean;
  onGo(to: number): void;
  onList(): void;
}) {
  const step = (to: number, label: string, name: 'back' | 'next') => (
    <IconButton name={name} label={label} isOff={to < 0 || to > last} onClick={() => onGo(to)} />
  );
  const numbers: [string, string] = [numberText(index + 1), numberText(count)];
  return (
    <div class="card-pager">
      {step(index - 1, i18n.t('card.previous'), 'back')}
      <button
        type="button"
        class="button"
        aria-expanded={isListed}
        aria-label={i18n.t('card.list', numbers)}
        title={i18n.t('card.list', numbers)}
        onClick={onList}
      >
        {i18n.t('card.position', numbers)}
      </button>
      <span class="visually-hidden" role="status">
        {i18n.t('card.passagePosition', numbers)}
      </span>
      {step(index + 1, i18n.t('card.next'), 'next')}
    </div>
  );
}

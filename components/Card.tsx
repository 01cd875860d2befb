/** What opens on a mark: a passage in the source's own words, and who says it. */

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { CitationFormat } from '../core/citation';
import type { CorrectionScope } from '../core/corrections';
import type { CardContent, Place, RankedPassage } from '../core/types';
import { CopyButton, OTHER_FORMATS } from './CopyButton';
import { Icon } from './icons';
import { LeftOut, PassageNotes, PassageText } from './passage-text';
import { foldAround } from './segments';
import { dateText, isolate, numberText, speakerText, whyText } from './wording';
import './card.css';

/** A passage longer than this folds around the mention: eight lines, which one glance takes in. */
const FOLD_CHARACTERS = 420;
/** Two lines of chips; the rest unfolds. */
const CHIPS = 4;

/** Takes back what was done. */
export type Undo = () => Promise<unknown>;

export interface CardProps {
  content: CardContent;
  /** What the reader reads; null for what a page does not have. */
  place: Place;
  onClose(): void;
  onOpenInSource(passageId: string): void;
  /** Another entity was chosen: show its content next, with `onBack`. */
  onOpenEntity(entityId: string): void;
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
  const shown = useRef(entity.id);

  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);

  useEffect(() => {
    // The chip that had the focus is gone with the entity before.
    if (shown.current !== entity.id && document.hasFocus()) {
      heading.current?.focus({ preventScroll: true });
    }
    shown.current = entity.id;
  }, [entity.id]);

  return (
    <article class="card" aria-labelledby={title}>
      <header class="card-head">
        {onBack && (
          <button
            type="button"
            class="icon-button"
            aria-label={i18n.t('card.back')}
            title={i18n.t('card.back')}
            onClick={onBack}
          >
            <Icon name="back" />
          </button>
        )}
        <div class="card-name">
          <h1 id={title} ref={heading} tabIndex={-1}>
            <bdi>{entity.canonical}</bdi>
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
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('card.close')}
          title={i18n.t('card.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <About content={content} passage={passage} />
      <Evidence key={passage.id} passage={passage}>
        {(why || passage.company.length > 0) && (
          <div class="card-context">
            {why && <p>{i18n.t('card.why', [why])}</p>}
            <Company passage={passage} onOpenEntity={onOpenEntity} />
          </div>
        )}
      </Evidence>
      <div class="card-foot">
        {more === content && <More key={entity.id} {...props} passage={passage} />}
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
function About({ content, passage }: { content: CardContent; passage: RankedPassage }) {
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
      {(entity.contested || entity.note) && (
        <details>
          <summary>{i18n.t('card.aboutName')}</summary>
          {entity.contested && <p>{entity.contested}</p>}
          {entity.note && <p>{entity.note}</p>}
        </details>
      )}
    </div>
  );
}

/** What is wanted less often: other formats, "not this one", and off. What is done here can be undone here. */
function More({
  content: { entity, matchedAs, matchedName },
  passage,
  place: { page, site },
  onCopy,
  onCorrect,
  onSwitchOff,
}: CardProps & { passage: RankedPassage }) {
  const [done, setDone] = useState<{ text: string; undo: Undo | null } | null>(null);
  const act = async (text: string, action: () => Promise<Undo | null>) => {
    try {
      setDone({ text, undo: await action() });
    } catch (error) {
      setDone({ text: i18n.t('card.failed', [String(error)]), undo: null });
    }
  };
  const scopes = [
    ...(page ? [['page', i18n.t('card.onPage')] as const] : []),
    ...(site ? [['site', i18n.t('card.onSite', [isolate(site)])] as const] : []),
  ];
  const name = isolate(matchedAs ?? entity.canonical);
  return (
    <div class="card-more">
      <Choices label={i18n.t('card.copyAs')}>
        {OTHER_FORMATS.map(([format, label]) => (
          <button
            key={format}
            type="button"
            class="chip"
            onClick={() =>
              act(i18n.t('card.copied'), async () => {
                await onCopy(passage, format);
                return null;
              })
            }
          >
            {label}
          </button>
        ))}
      </Choices>
      {matchedName && onCorrect && (
        <Choices label={i18n.t('card.notThis', [name])}>
          {[...scopes, ['everywhere', i18n.t('card.everywhere')] as const].map(([scope, label]) => (
            <button
              key={scope}
              type="button"
              class="chip"
              onClick={() =>
                act(i18n.t('card.corrected', [name, isolate(entity.canonical), label]), () =>
                  onCorrect(scope),
                )
              }
            >
              {label}
            </button>
          ))}
        </Choices>
      )}
      {scopes.length > 0 && onSwitchOff && (
        <Choices label={i18n.t('card.off')}>
          {scopes.map(([where, label]) => (
            <button
              key={where}
              type="button"
              class="chip"
              onClick={() => act(i18n.t('card.switchedOff', [label]), () => onSwitchOff(where))}
            >
              {label}
            </button>
          ))}
        </Choices>
      )}
      <p class="card-done" role="status">
        {done?.text}{' '}
        {done?.undo && (
          <button
            type="button"
            class="button"
            onClick={() =>
              act(i18n.t('card.undone'), async () => {
                await done.undo?.();
                return null;
              })
            }
          >
            {i18n.t('card.undo')}
          </button>
        )}
      </p>
    </div>
  );
}

function Choices({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <fieldset class="card-choices">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}

/**
 * The passage, what we add to it, and its attribution. The passage scrolls with what we add; who says it, and
 * where, stays in sight.
 */
function Evidence({ passage, children }: { passage: RankedPassage; children: ComponentChildren }) {
  const { source, turn, speaker, question, doubt } = passage;
  return (
    <figure class="card-evidence" data-turn={turn}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must answer to the keyboard. */}
      <section class="card-scroll" tabIndex={0} aria-label={i18n.t('card.passage')}>
        {question && (
          <details class="card-question">
            <summary>{i18n.t('card.question', [numberText(question.ordinal)])}</summary>
            <blockquote dir="auto" lang={source.language}>
              {question.text}
            </blockquote>
            {question.doubt && <p>{question.doubt}</p>}
          </details>
        )}
        {turn === 'answer' && !question && (
          <p class="card-question">{i18n.t('passage.noQuestion')}</p>
        )}
        <Words passage={passage} />
        <PassageNotes passage={passage} />
        {children}
      </section>
      <figcaption>
        <p class="card-speaker">
          <b>
            <bdi>{speakerText(passage)}</bdi>
          </b>{' '}
          <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>
        </p>
        {speaker?.role && (
          <p>
            <bdi lang={source.language}>{speaker.role}</bdi>
          </p>
        )}
        {doubt && <p class="card-doubt">{doubt}</p>}
        <p class="card-source">
          <cite>
            <bdi>{source.title}</bdi>
          </cite>
          {source.titleIsOurs && <span>{i18n.t('passage.titleOurs')}</span>}
          <span>{dateText(source.date)}</span>
          <span>
            {i18n.t('passage.place', [numberText(passage.ordinal), numberText(source.passages)])}
          </span>
        </p>
      </figcaption>
    </figure>
  );
}

function Words({ passage }: { passage: RankedPassage }) {
  const [whole, setWhole] = useState(false);
  const text = useRef<HTMLQuoteElement>(null);
  const fold = foldAround(passage.text, passage.emphasis[0], FOLD_CHARACTERS);
  const folded = !whole && fold.end - fold.start < passage.text.length;
  useEffect(() => {
    if (whole) text.current?.querySelector('.pt-name')?.scrollIntoView({ block: 'nearest' });
  }, [whole]);
  return (
    <>
      <blockquote class="card-words" dir="auto" ref={text} tabIndex={-1}>
        {folded && <LeftOut passage={passage} part={{ start: 0, end: fold.start }} />}
        <PassageText passage={passage} part={folded ? fold : undefined} />
        {folded && (
          <LeftOut passage={passage} part={{ start: fold.end, end: passage.text.length }} />
        )}
      </blockquote>
      {folded && (
        <button
          type="button"
          class="button card-whole"
          onClick={() => {
            setWhole(true);
            text.current?.focus({ preventScroll: true });
          }}
        >
          {i18n.t('card.showWhole')}
        </button>
      )}
    </>
  );
}

function Company({
  passage: { company },
  onOpenEntity,
}: {
  passage: RankedPassage;
  onOpenEntity(entityId: string): void;
}) {
  const [all, setAll] = useState(false);
  const label = useId();
  if (company.length === 0) return null;
  // "1 more" would take the room of the one.
  const shown = all || company.length === CHIPS + 1 ? company : company.slice(0, CHIPS);
  return (
    <div class="card-company">
      <span id={label}>{i18n.t('card.together')}</span>
      <ul aria-labelledby={label}>
        {shown.map(({ id, canonical }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              dir="auto"
              title={canonical}
              onClick={() => onOpenEntity(id)}
            >
              {canonical}
            </button>
          </li>
        ))}
        {shown.length < company.length && (
          <li>
            <button type="button" class="button" onClick={() => setAll(true)}>
              {i18n.t('card.moreTogether', company.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Pager({ index, count, onGo }: { index: number; count: number; onGo(to: number): void }) {
  // aria-disabled, not disabled: a disabled button would drop the focus at the last passage.
  const step = (to: number, label: string, icon: 'back' | 'next') => {
    const off = to < 0 || to >= count;
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-disabled={off}
        onClick={() => off || onGo(to)}
      >
        <Icon name={icon} />
      </button>
    );
  };
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

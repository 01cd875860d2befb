/** A whole source, verbatim: who says what, where each name stands, and what the document is. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type {
  AttributedPassage,
  EntityKind,
  PassageId,
  Source,
  SourceContent,
  Span,
} from '../core/types';
import { Icon } from './icons';
import { PassageNotes, PassageText } from './passage-text';
import { findInText } from './segments';
import { dateText, isolate, numberText, speakerText } from './wording';
import './reader.css';

export interface ReaderProps {
  content: SourceContent;
  /** What the address points at. */
  focused: { passage: PassageId | null; entity: string | null };
  /** Null: nothing is emphasised any more. */
  onFocusEntity(entityId: string | null): void;
  onCopyLink(passageId: PassageId): void;
}

/** A place to step to. */
interface Place extends Span {
  passage: PassageId;
}

const NONE: readonly Span[] = [];
/** A pause in typing: a book with thousands of hits for one letter takes longer than a keystroke. */
const FIND_PAUSE_MS = 120;

/** ¶ numbers link to `#<passage id>`; the caller turns the address into `focused`. */
export function Reader({ content, focused, onFocusEntity, onCopyLink }: ReaderProps) {
  const { source, passages, entities, mentions } = content;
  const [query, setQuery] = useState('');
  const [sought, setSought] = useState('');
  const [hedges, setHedges] = useState(true);
  const root = useRef<HTMLDivElement>(null);

  const places = useMemo<Place[]>(
    () =>
      sought
        ? passages.flatMap(({ id, text }) =>
            findInText(text, sought).map((span) => ({ ...span, passage: id })),
          )
        : mentions.filter(({ entity }) => entity === focused.entity),
    [passages, mentions, sought, focused.entity],
  );
  const [step, setStep] = useState({ places, at: 0 });
  const inFocus = places.findIndex(({ passage }) => passage === focused.passage);
  const at = step.places === places ? step.at : Math.max(0, inFocus);
  const current = places[at];
  const go = (by: number) =>
    places.length && setStep({ places, at: (at + by + places.length) % places.length });

  useEffect(() => {
    const timer = setTimeout(() => setSought(query.trim()), FIND_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);

  useEffect(() => {
    // A passage that was linked to wins over the first place elsewhere.
    if (!current || (step.places !== places && focused.passage && inFocus < 0)) return;
    root.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' });
  }, [current]);

  useEffect(() => {
    if (focused.passage) document.getElementById(focused.passage)?.scrollIntoView();
  }, [focused.passage]);

  const byPassage = useMemo(() => groupBy(places, ({ passage }) => passage), [places]);
  const finding = sought !== '';
  const clear = () => {
    setQuery('');
    setSought('');
  };

  return (
    <div class="reader" ref={root} data-hedges={hedges}>
      <a class="reader-skip visually-hidden" href="#text">
        {i18n.t('reader.skip')}
      </a>
      <header class="reader-head">
        <h1 dir="auto" lang={source.language}>
          {source.title}
        </h1>
        <p>
          {source.titleIsOurs && <>{i18n.t('passage.titleOurs')} · </>}
          {i18n.t(`sourceKind.${source.kind}`)} · {dateText(source.date)} ·{' '}
          {i18n.t('reader.passages', passages.length, [numberText(passages.length)])}
        </p>
        <About source={source} />
        <label class="reader-hedges">
          <input
            type="checkbox"
            checked={hedges}
            onChange={(event) => setHedges(event.currentTarget.checked)}
          />
          {i18n.t('reader.hedges')}
        </label>
      </header>
      <search class="reader-tools">
        <div class="reader-find">
          <Icon name="search" />
          <input
            type="text"
            inputMode="search"
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            aria-label={i18n.t('reader.find')}
            placeholder={i18n.t('reader.find')}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Escape') clear();
              if (event.key !== 'Enter') return;
              if (query.trim() === sought) go(event.shiftKey ? -1 : 1);
              else setSought(query.trim());
            }}
          />
        </div>
        {(finding || focused.entity) && (
          <div class="reader-steps">
            {!finding && (
              <b>
                <bdi>{entities.find(({ id }) => id === focused.entity)?.canonical}</bdi>
              </b>
            )}
            <span role="status">
              {places.length
                ? i18n.t('reader.position', [numberText(at + 1), numberText(places.length)])
                : i18n.t('reader.noHits')}
            </span>
            <IconButton name="back" label={i18n.t('reader.previous')} onClick={() => go(-1)} />
            <IconButton name="next" label={i18n.t('reader.next')} onClick={() => go(1)} />
            <IconButton
              name="close"
              label={i18n.t('reader.clear')}
              onClick={() => (finding ? clear() : onFocusEntity(null))}
            />
          </div>
        )}
      </search>
      <Names
        entities={entities}
        chosen={focused.entity}
        onChoose={(id) => {
          clear();
          onFocusEntity(id);
        }}
      />
      <main id="text" tabIndex={-1} aria-label={i18n.t('reader.text')}>
        {passages.map((passage, i) => (
          <Paragraph
            key={passage.id}
            passage={passage}
            before={passages[i - 1]}
            places={byPassage.get(passage.id) ?? NONE}
            found={finding}
            current={current?.passage === passage.id ? current : null}
            hedges={hedges}
            linked={focused.passage === passage.id}
            onCopyLink={onCopyLink}
          />
        ))}
      </main>
    </div>
  );
}

function IconButton({
  name,
  label,
  onClick,
}: {
  name: 'back' | 'next' | 'close';
  label: string;
  onClick(): void;
}) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={name} />
    </button>
  );
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

interface ParagraphProps {
  passage: AttributedPassage;
  before: AttributedPassage | undefined;
  places: readonly Span[];
  found: boolean;
  current: Span | null;
  hedges: boolean;
  linked: boolean;
  onCopyLink(passageId: PassageId): void;
}

function Paragraph(props: ParagraphProps) {
  const { passage, before, places, found, current, hedges, linked, onCopyLink } = props;
  // The same vnode for the same state: a keystroke in a long source touches what it changes only.
  return useMemo(() => {
    const { id, ordinal, turn, source, doubt } = passage;
    const opens = before?.turn !== turn || before.speaker?.id !== passage.speaker?.id;
    return (
      <>
        {opens && <Who passage={passage} />}
        <div class="reader-passage" id={id} data-turn={turn} data-linked={linked || undefined}>
          <a class="reader-number" href={`#${id}`}>
            {i18n.t('passage.ordinal', [numberText(ordinal)])}
          </a>
          <p class="reader-words" dir="auto" lang={source.language}>
            <PassageText
              passage={passage}
              names={found ? NONE : places}
              hits={found ? places : NONE}
              current={current}
              hedges={hedges}
            />
          </p>
          <PassageNotes passage={passage} hedges={hedges} />
          {doubt && (opens || doubt !== before?.doubt) && <p class="reader-doubt">{doubt}</p>}
          {linked && (
            <button
              type="button"
              class="button reader-copy"
              aria-label={i18n.t('reader.copyLink', [numberText(ordinal)])}
              onClick={() => onCopyLink(id)}
            >
              <Icon name="copy" />
              {i18n.t('reader.copyLinkShort')}
            </button>
          )}
        </div>
      </>
    );
  }, Object.values(props));
}

/** Above the first passage of a turn. */
function Who({ passage }: { passage: AttributedPassage }) {
  const { speaker, turn, question, source } = passage;
  return (
    <div class="reader-who" data-turn={turn}>
      <h2>
        <bdi>{speakerText(passage)}</bdi> <span class="pt-turn">{i18n.t(`turn.${turn}`)}</span>
      </h2>
      {speaker?.role && (
        <p>
          <bdi lang={source.language}>{speaker.role}</bdi>
        </p>
      )}
      {turn === 'answer' && !question && <p>{i18n.t('passage.noQuestion')}</p>}
    </div>
  );
}

function Names({
  entities,
  chosen,
  onChoose,
}: {
  entities: SourceContent['entities'];
  chosen: string | null;
  onChoose(id: string | null): void;
}) {
  const kinds = useMemo(() => groupBy(entities, ({ kind }) => kind), [entities]);
  // Beside the text there is room for it; above the text it would bar the way.
  const [open] = useState(() => matchMedia('(min-width: 60rem)').matches);
  return (
    <nav class="reader-names" aria-label={i18n.t('reader.names')}>
      <details open={open}>
        <summary>{i18n.t('reader.names')}</summary>
        {[...kinds].map(([kind, list]: [EntityKind, typeof entities]) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{i18n.t(`kinds.${kind}`)}</h2>
            <ul>
              {list.map(({ id, canonical, mentions }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={id === chosen}
                    title={i18n.t('reader.mentions', mentions, [numberText(mentions)])}
                    onClick={() => onChoose(id === chosen ? null : id)}
                  >
                    <bdi>{canonical}</bdi> <span>{numberText(mentions)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  );
}

function About({ source }: { source: Source }) {
  const language = new Intl.DisplayNames(i18n.t('locale'), { type: 'language' });
  const machine = source.entitiesFoundBy === 'machine';
  const rows: Array<[string, string]> = [
    [i18n.t('reader.origin'), source.origin],
    [i18n.t('reader.rights'), source.licence],
    [i18n.t('reader.note'), source.note],
    [
      i18n.t('reader.people'),
      source.people.map(({ name, role }) => isolate(role ? `${name}, ${role}` : name)).join('; '),
    ],
    [i18n.t('reader.publisher'), source.publisher ?? i18n.t('reader.publisherUnknown')],
    [i18n.t('reader.date'), dateText(source.date)],
    [i18n.t('reader.language'), language.of(source.language) ?? source.language],
    [i18n.t('reader.entities'), i18n.t(machine ? 'reader.foundByMachine' : 'reader.foundByReview')],
    [i18n.t('reader.limits'), i18n.t(machine ? 'reader.limitsByMachine' : 'reader.limitsByReview')],
  ];
  return (
    <details class="reader-about">
      <summary>{i18n.t('reader.about')}</summary>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

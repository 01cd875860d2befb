/** A whole source, verbatim: who says what, where each name stands, and what the document is. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { WhatIsRead } from '../../core/library/what-is-read';
import type { EntityId, PassageId } from '../../core/model/source';
import { LONGEST_QUERY, type SearchResults, type SourceContent } from '../../core/model/views';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import type { NameMark } from '../passage/passage-text';
import { SourceFacts } from '../passage/SourceFacts';
import { copyAttributed } from '../passage/selected-part';
import { finderOf, outermost } from '../passage/spans';
import { Title, Translated } from '../passage/Translated';
import { dateText, fitText, isolate, nameOf, numberText } from '../words/wording';
import { ReaderCard, type ReaderCardProps } from './ReaderCard';
import { ReaderNames } from './ReaderNames';
import type { PassageActions } from './ReaderPassage';
import { type Place, ReaderPlaces } from './ReaderPlaces';
import { type Emphasis, passageAtTop, ReaderText } from './ReaderText';
import './reader.css';

export interface ReaderProps
  extends PassageActions,
    Pick<ReaderCardProps, 'delay' | 'onAsk' | 'onGo' | 'onFail'> {
  content: SourceContent;
  /** What the address points at. */
  focused: { passage: PassageId | null; entity: EntityId | null };
  /** Where the reader stopped; taken up where the address points at nothing. */
  stoppedAt: PassageId | null;
  /** What the source holds of words that it does not write so: a name, or passages by what they mean. */
  onFind(query: string): Promise<FoundOtherwise>;
  /** Null: nothing is emphasised any more. */
  onFocusEntity(entityId: EntityId | null): void;
  /** The reader has come to this passage; null at the beginning. */
  onReach(passageId: PassageId | null): void;
}

/** What a search finds, where the text does not hold the words. */
export interface FoundOtherwise extends Pick<SearchResults, 'passages' | 'fit'> {
  /** In whatever language and script it was typed; null where there is none. */
  entity: EntityId | null;
}

/** The same, as the reader steps through it. */
interface Others {
  sought: string;
  entity: EntityId | null;
  places: Place[];
  /** Why these, although the words do not stand there. */
  note: string;
}

/** Context of a card: longer passages are pages, not paragraphs. */
const PARAGRAPH_LENGTH = 3000;
/** A pause in typing: a book with thousands of hits for one letter takes longer than a keystroke. */
const FIND_PAUSE_MS = 120;

/** ¶ numbers link to `#<passage id>`; the caller turns the address into `focused`. */
export function Reader(props: ReaderProps) {
  const { content, focused, stoppedAt, onFind, onFocusEntity, onReach } = props;
  const { source, passages, entities, mentions } = content;
  const [query, setQuery] = useState('');
  const [sought, setSought] = useState('');
  /** What was found for words that the text does not hold. */
  const [others, setOthers] = useState<Others | null>(null);
  /** Whose passages are gone through. */
  const [speaker, setSpeaker] = useState<string | null>(null);
  const [hedges, setHedges] = useState(true);
  const [questions, setQuestions] = useState(true);
  const latest = useRef(sought);
  latest.current = sought;
  const root = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);

  const places = useMemo<Place[]>(() => {
    if (sought) {
      const find = finderOf(sought);
      const written = passages.flatMap(({ id, text }) =>
        find(text).map((span) => ({ ...span, passage: id })),
      );
      return written.length === 0 && others?.sought === sought ? others.places : written;
    }
    if (speaker === null) return mentions.filter(({ entity }) => entity === focused.entity);
    return passages
      .filter((passage) => passage.speaker?.id === speaker)
      .map(({ id }) => ({ passage: id, start: 0, end: 0 }));
  }, [passages, mentions, sought, others, speaker, focused.entity]);
  const [step, setStep] = useState({ places, at: 0 });
  const inFocus = places.findIndex(({ passage }) => passage === focused.passage);
  const at = step.places === places ? step.at : Math.max(0, inFocus);
  const current = places[at];
  const go = (to: number) => setStep({ places, at: to });
  const goBy = (by: 1 | -1) => {
    if (places.length > 0) go((at + by + places.length) % places.length);
  };

  useEffect(() => {
    const timer = setTimeout(() => setSought(query.trim()), FIND_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);

  useEffect(() => {
    if (sought === '' || places.length > 0) return;
    // What the source does not write so it may name, or speak of, all the same.
    onFind(sought)
      .then(({ entity, passages: found, fit }) => {
        if (latest.current !== sought) return;
        const named = entities.find(({ id }) => id === entity);
        if (named) {
          setOthers({
            sought,
            entity: named.id,
            places: mentions.filter((mention) => mention.entity === named.id),
            note: i18n.t('reader.foundAs', [isolate(nameOf(named))]),
          });
        } else if (found.length > 0) {
          const note = fitText(fit, sought) ?? i18n.t('translation.found');
          setOthers({ sought, entity: null, note, places: placesOf(found) });
        }
      })
      .catch(props.onFail);
  }, [sought, places]);

  useEffect(() => {
    // A passage that was linked to wins over the first place elsewhere.
    if (!current || (step.places !== places && focused.passage && inFocus < 0)) return;
    const mark = root.current?.querySelector('[data-current]');
    if (mark) mark.scrollIntoView({ block: 'center' });
    else document.getElementById(current.passage)?.scrollIntoView();
  }, [current]);

  useEffect(() => {
    if (focused.passage) document.getElementById(focused.passage)?.scrollIntoView();
  }, [focused.passage]);

  useEffect(() => {
    if (stoppedAt && !focused.passage && !focused.entity) {
      document.getElementById(stoppedAt)?.scrollIntoView();
    }
    const reach = () => {
      const passage = passageAtTop(main.current)?.id ?? null;
      onReach(passage === passages[0]?.id ? null : passage);
    };
    document.addEventListener('scrollend', reach);
    return () => document.removeEventListener('scrollend', reach);
  }, []);

  const marks = useMemo(() => marksOf(content), [content]);
  const byId = useMemo(() => new Map(passages.map((one) => [one.id, one])), [passages]);
  const readIn = useMemo(() => {
    return (id: PassageId): WhatIsRead => ({
      paragraph: byId.get(id)?.text.slice(0, PARAGRAPH_LENGTH) ?? '',
      at: null,
      named: (marks.get(id) ?? [])
        .filter(({ start }) => start < PARAGRAPH_LENGTH)
        .map(({ entity, start }) => [entity, start]),
    });
  }, [byId, marks]);
  const finding = sought !== '';
  const otherwise =
    finding && others?.sought === sought && places === others.places ? others : null;
  const emphasis = useMemo<Emphasis>(
    () => ({
      marks,
      places: Map.groupBy(places, ({ passage }) => passage),
      finding,
      current: current ?? null,
      linked: focused.passage,
      hedges,
      questions,
    }),
    [marks, places, current, focused.passage, hedges, questions],
  );
  const focusedEntity = entities.find(({ id }) => id === focused.entity);
  const speaking = passages.find((passage) => passage.speaker?.id === speaker)?.speaker;
  const clear = () => {
    setQuery('');
    setSought('');
    setSpeaker(null);
  };

  return (
    <div class="reader" ref={root} data-hedges={hedges}>
      {/* A link would change the address, which tells which source is shown. */}
      <button
        type="button"
        class="reader-skip visually-hidden"
        onClick={() => main.current?.focus()}
      >
        {i18n.t('reader.skip')}
      </button>
      <header class="reader-head">
        <h1>
          <Title source={source} />
        </h1>
        <p>
          {source.titleIsOurs && <>{i18n.t('passage.titleOurs')} · </>}
          {i18n.t(`sourceKind.${source.kind}`)} · {dateText(source.date)} ·{' '}
          {i18n.t('reader.passages', passages.length, [numberText(passages.length)])}
        </p>
        <SourceFacts source={source} />
        <div class="reader-choices">
          <Choice label={i18n.t('reader.hedges')} checked={hedges} onChange={setHedges} />
          {passages.some(({ turn }) => turn === 'question') && (
            <Choice
              label={i18n.t('reader.questions')}
              checked={questions}
              onChange={setQuestions}
            />
          )}
        </div>
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
            maxLength={LONGEST_QUERY}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key === 'Escape') clear();
              if (event.key !== 'Enter') return;
              if (query.trim() === sought) goBy(event.shiftKey ? -1 : 1);
              else setSought(query.trim());
            }}
          />
        </div>
        {(finding || speaking || focused.entity) && (
          <div class="reader-steps">
            {!finding && (
              <b>
                {speaking ? (
                  <Translated text={speaking.name} lang={source.language} />
                ) : (
                  <bdi>{focusedEntity && nameOf(focusedEntity)}</bdi>
                )}
              </b>
            )}
            {otherwise && (
              <span class="reader-note" role="status">
                {otherwise.note}
              </span>
            )}
            <ReaderPlaces passages={passages} places={places} at={at} onGo={go} onStep={goBy} />
            <IconButton
              name="close"
              label={i18n.t('reader.clear')}
              onClick={() => (finding || speaking ? clear() : onFocusEntity(null))}
            />
          </div>
        )}
      </search>
      <ReaderNames
        content={content}
        chosen={finding ? (otherwise?.entity ?? null) : speaker === null ? focused.entity : null}
        speaker={speaker}
        onChoose={(id) => {
          clear();
          onFocusEntity(id);
        }}
        onChooseSpeaker={(id) => {
          clear();
          setSpeaker(id);
        }}
      />
      <main
        id="text"
        ref={main}
        tabIndex={-1}
        aria-label={i18n.t('reader.text')}
        onCopy={(event) => copyAttributed(event, (id) => byId.get(id))}
      >
        <ReaderText
          passages={passages}
          emphasis={emphasis}
          asked={stoppedAt}
          onCopy={props.onCopy}
          onCopyLink={props.onCopyLink}
          onKeep={props.onKeep}
        />
        <ReaderCard {...props} within={main} readIn={readIn} />
      </main>
    </div>
  );
}

/** In the order of the text. */
function placesOf(found: SearchResults['passages']): Place[] {
  return found
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap(({ id, hits }) =>
      (hits.length > 0 ? hits : [{ start: 0, end: 0 }]).map((hit) => ({ ...hit, passage: id })),
    );
}

/** Each name once more in the Tab order of each passage, however often it stands there. */
function marksOf({ mentions }: SourceContent): Map<PassageId, NameMark[]> {
  const marks = new Map<PassageId, NameMark[]>();
  for (const [passage, list] of Map.groupBy(mentions, (mention) => mention.passage)) {
    const seen = new Set<EntityId>();
    marks.set(
      passage,
      outermost(list).map(({ start, end, entity }) => {
        const isStop = !seen.has(entity);
        seen.add(entity);
        return { start, end, entity, isStop };
      }),
    );
  }
  return marks;
}

function Choice({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label class="reader-choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

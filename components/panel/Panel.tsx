/** The side panel: what the sources say beside what is read, a search in them, and the notebook. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { foundPassages } from '../../core/library/found-passages';
import {
  type Beside,
  type EntitySummary,
  LONGEST_QUERY,
  type SearchResults,
} from '../../core/model/views';
import { Notebook, type NotebookProps } from '../notebook/Notebook';
import { type PassageDoings, PassageEntry } from '../passage/PassageEntry';
import { Title } from '../passage/Translated';
import {
  fitText,
  isolate,
  limitsText,
  listText,
  nameOf,
  resultCounts,
  titleText,
} from '../words/wording';
import './panel.css';

export const PANEL_VIEWS = ['here', 'search', 'notebook'] as const;
export type PanelView = (typeof PANEL_VIEWS)[number];

/** Names in a heading; the passages tell the rest. */
const MOST_NAMED = 4;

export interface PanelProps {
  view: PanelView;
  onView(view: PanelView): void;
  /** What the sources say beside what is read; null where nothing is. */
  beside: Beside | null;
  /** What is read. */
  read: string;
  /** It stays as it is, whatever is read. */
  isHeld: boolean;
  onHold(isHeld: boolean): void;
  /** In a private window, in which it does not follow. */
  isPrivate: boolean;
  query: string;
  onQuery(query: string): void;
  /** Null until the answer to `query` is there. */
  results: SearchResults | null;
  /** What was looked up holds these names: what the sources say of them comes in place of results. */
  lookedUp: Beside | null;
  onOpenEntity(entityId: string): void;
  doings: PassageDoings;
  notebook: Omit<NotebookProps, 'doings'>;
  failure: string | null;
}

export function Panel(props: PanelProps) {
  const { view, onView, isPrivate, isHeld } = props;
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  /** Whoever walks the tabs by keyboard stays among them. */
  const isWalking = useRef(false);
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    isWalking.current = true;
    const turned = document.dir === 'rtl' ? -by : by;
    const at = PANEL_VIEWS.indexOf(view) + turned + PANEL_VIEWS.length;
    const next = PANEL_VIEWS[at % PANEL_VIEWS.length] ?? 'here';
    onView(next);
    tabs.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}`)}`)?.focus();
  };
  return (
    <main class="panel">
      <h1 class="visually-hidden">{i18n.t('panel.title')}</h1>
      <div
        class="panel-tabs"
        role="tablist"
        aria-label={i18n.t('panel.views')}
        ref={tabs}
        onKeyDown={walk}
      >
        {PANEL_VIEWS.map((each) => (
          <button
            key={each}
            id={`${id}-${each}`}
            type="button"
            role="tab"
            class="panel-tab"
            aria-selected={each === view}
            aria-controls={`${id}-view`}
            tabIndex={each === view ? 0 : -1}
            onClick={() => {
              isWalking.current = false;
              onView(each);
            }}
          >
            {i18n.t(`panel.${each}`)}
          </button>
        ))}
      </div>
      <section
        class="panel-view"
        role="tabpanel"
        id={`${id}-view`}
        aria-labelledby={`${id}-${view}`}
      >
        {isPrivate && <p class="page-note">{i18n.t('panel.private')}</p>}
        {props.failure && <p role="alert">{props.failure}</p>}
        {view === 'here' && !isPrivate && (
          <>
            <button
              type="button"
              class="button page-button panel-hold"
              aria-pressed={isHeld}
              onClick={() => props.onHold(!isHeld)}
            >
              {i18n.t('panel.hold')}
            </button>
            <p class="page-note" role="status">
              {isHeld && i18n.t('panel.holding')}
            </p>
            {props.beside && props.beside.groups.length > 0 ? (
              <Groups {...props} beside={props.beside} />
            ) : (
              <p class="page-note">{i18n.t('panel.nothingRead')}</p>
            )}
          </>
        )}
        {view === 'search' && <Search {...props} takesFocus={!isWalking.current} />}
        {view === 'notebook' && <Notebook {...props.notebook} doings={props.doings} />}
      </section>
    </main>
  );
}

/** What the sources say of some subjects, each source under its name. */
function Groups({
  beside: { subjects, groups },
  read,
  doings,
  onOpenEntity,
}: Pick<PanelProps, 'doings' | 'read' | 'onOpenEntity'> & { beside: Beside }) {
  return (
    <>
      <h2 class="panel-subjects">
        {i18n.t('panel.beside', [listText(subjects.slice(0, MOST_NAMED).map(nameOf))])}
      </h2>
      {groups.map(({ source, passages }) => (
        <section key={source.id} class="panel-source" aria-label={titleText(source)}>
          <h3>
            <cite>
              <Title source={source} />
            </cite>{' '}
            <span>{limitsText(source)}</span>
          </h3>
          {passages.map((passage) => (
            <PassageEntry
              key={passage.id}
              passage={passage}
              read={read}
              hasSource={false}
              doings={doings}
            />
          ))}
        </section>
      ))}
      <Names names={subjects} onOpenEntity={onOpenEntity} />
    </>
  );
}

/** Each leads to all that is said of it. */
function Names({
  names,
  onOpenEntity,
}: {
  names: readonly EntitySummary[];
  onOpenEntity(entityId: string): void;
}) {
  return (
    <ul class="panel-names" aria-label={i18n.t('popup.names')}>
      {names.map(({ id, canonical, local, kind }) => (
        <li key={id}>
          <button type="button" class="chip" dir="auto" onClick={() => onOpenEntity(id)}>
            {local ?? canonical} <span class="row-kind">{i18n.t(`kind.${kind}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Search(props: PanelProps & { takesFocus: boolean }) {
  const { query, onQuery, results, lookedUp, doings, onOpenEntity } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, []);
  const found = results ? foundPassages(results) : [];
  const isEmpty = results && results.names.length + found.length === 0;
  return (
    <>
      <input
        ref={field}
        class="panel-query"
        type="search"
        dir="auto"
        maxLength={LONGEST_QUERY}
        value={query}
        aria-label={i18n.t('popup.search')}
        placeholder={i18n.t('popup.search')}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class="page-note" role="status">
        {lookedUp && i18n.t('panel.lookedUp', [isolate(query)])}
        {!lookedUp && isEmpty && i18n.t('popup.nothingFound', [isolate(query.trim())])}
        {!lookedUp && results && !isEmpty && resultCounts(results)}
      </p>
      {lookedUp && (
        <Groups beside={lookedUp} read={query} doings={doings} onOpenEntity={onOpenEntity} />
      )}
      {!lookedUp && results && (
        <>
          {results.names.length > 0 && <Names names={results.names} onOpenEntity={onOpenEntity} />}
          {fitText(results.fit, query) && <p class="page-note">{fitText(results.fit, query)}</p>}
          {found.map(({ hits, ...passage }) => (
            <PassageEntry key={passage.id} passage={passage} hits={hits} doings={doings} />
          ))}
        </>
      )}
    </>
  );
}

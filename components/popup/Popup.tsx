/** The toolbar's window: what this page shares with the sources, and a search in all of them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Switch } from '../../core/choices/off';
import { foundPassages } from '../../core/library/found-passages';
import type {
  AttributedPassage,
  Jumped,
  MatchPosition,
  PageList,
  SearchChoices,
  SearchFilter,
  SearchResults,
  UnreachableReason,
} from '../../core/model/views';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import type { Undo } from '../controls/notice';
import { fitText, isolate, nameOf, numberText, resultCounts } from '../words/wording';
import { PageEntityList, pageCounts, pageStateText } from './PageEntityList';
import { ResultList } from './ResultList';
import type { Row } from './ResultRow';
import { EntityActions, PassageActions } from './RowActions';
import { SearchBox } from './SearchBox';
import { SearchFilters } from './SearchFilters';
import { Switches } from './Switches';
import './popup.css';

export interface PopupProps {
  /** Null where there is only a search. */
  page: PageList | null;
  /** Why the page is unreachable, if it is. */
  unreachable: UnreachableReason;
  query: string;
  /** The query was kept from before. */
  isRestored: boolean;
  filter: SearchFilter;
  choices: SearchChoices;
  /** Null until the answer to `query` is there. */
  results: SearchResults | null;
  /** The first words of what the sources say, by entity of the page. */
  openings: ReadonlyMap<string, AttributedPassage>;
  switches: Array<[which: Switch, isOn: boolean]>;
  /** What was switched off last. */
  lastOff: Switch | null;
  /** In a private window, from which no site and no page is stored. */
  isPrivate: boolean;
  /** What went wrong last, in a sentence. */
  failure: string | null;
  /** The version that the reader has not been told of. */
  updatedTo: string | null;
  onQuery(query: string): void;
  onFilter(filter: SearchFilter): void;
  /**
   * To another match of the entity on the page. Null where there is none any more.
   * @param isFinal the reader goes on on the page
   */
  onJump(entityId: string, by: 1 | -1, isFinal: boolean): Promise<Jumped>;
  onOpenPassage(passageId: string): void;
  /** @returns what takes it back */
  onKeep(passageId: string): Promise<Undo | null>;
  /** To the reader, at this entity. */
  onOpenEntity(entityId: string): void;
  onSwitch(which: Switch, on: boolean): void;
  onOptions(): void;
  onLibrary(): void;
  onPanel(): void;
  /** The reader has selected a part of the page that is to be added, and says which is meant. */
  adding: string | null;
  onAddPage(): void;
  onAddPart(part: 'article' | 'selection'): void;
  onDismissUpdate(): void;
}

const LIST = 'rows';
/** Rows that Page Up and Page Down pass. */
const PAGE = 8;

/**
 * A combobox: the focus stays in the search field, which names the active row of the list. Arrows walk the rows,
 * Enter takes one, Shift and Enter does the other thing that can be done with it; with an empty field the right
 * and left arrows step through the matches of an entity. Esc clears the search.
 */
export function Popup(props: PopupProps) {
  const { page, query, results, filter, choices, lastOff } = props;
  const site = page?.site ?? null;
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setActive] = useState<string | null>(null);
  const [position, setPosition] = useState<{ entity: string; at: MatchPosition } | null>(null);
  const [said, say] = useState('');
  const isSearching = query.trim() !== '';

  const jump = async (entity: { id: string; canonical: string }, by: 1 | -1, isFinal: boolean) => {
    const at = await props.onJump(entity.id, by, isFinal);
    const name = isolate(entity.canonical);
    if (at === null || at === 'folded') {
      setPosition(null);
      say(i18n.t(at ? 'popup.folded' : 'popup.gone', [name]));
      return;
    }
    setPosition({ entity: entity.id, at });
    say(i18n.t('popup.jumped', [name, numberText(at[0]), numberText(at[1])]));
  };
  const rows = rowsOf(props, isSearching, jump);
  const activeRow = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
  const active = activeRow?.id ?? null;
  const matches = activeRow?.entity?.matchesOnPage ?? 0;

  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  useEffect(() => {
    if (results) say(resultCounts(results));
  }, [results]);

  const walk = (to: number) => {
    setActive(rows[Math.max(0, Math.min(to, rows.length - 1))]?.id ?? null);
  };
  const steer = (event: KeyboardEvent) => {
    const isInField = event.target === field.current;
    if (event.target instanceof HTMLSelectElement) return;
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && query !== '') {
      props.onQuery('');
      field.current?.focus();
      event.preventDefault();
    }
    if (!isInField) return;
    const at = rows.findIndex(({ id }) => id === active);
    // With something typed, these keys move the cursor in it.
    const isFree = query === '' || event.ctrlKey;
    if (event.key === 'ArrowDown') walk(at + 1);
    else if (event.key === 'ArrowUp') walk(at - 1);
    else if (event.key === 'PageDown') walk(at + PAGE);
    else if (event.key === 'PageUp') walk(at - PAGE);
    else if (event.key === 'Home' && isFree) walk(0);
    else if (event.key === 'End' && isFree) walk(rows.length - 1);
    else if (event.key === 'Enter') {
      if (event.shiftKey) activeRow?.pickOther?.();
      else activeRow?.pick('key');
    } else if (/^Arrow(Left|Right)$/.test(event.key) && query === '' && activeRow?.entity) {
      jump(activeRow.entity, event.key === 'ArrowRight' ? 1 : -1, false);
    } else return;
    event.preventDefault();
  };

  const isForgotten = props.isPrivate && (lastOff === 'site' || lastOff === 'page');
  const counts = page && !isSearching ? pageCounts(page) : null;
  return (
    <main class="popup" onKeyDown={steer}>
      <h1 class="visually-hidden">{i18n.t('extName')}</h1>
      <SearchBox
        field={field}
        query={query}
        isRestored={props.isRestored}
        list={rows.length > 0 ? LIST : null}
        active={active}
        hint={hintFor(activeRow, isSearching)}
        onQuery={(typed) => {
          setActive(null);
          props.onQuery(typed);
        }}
      />
      {isSearching && <SearchFilters {...{ filter, choices }} onFilter={props.onFilter} />}
      {counts && (
        <div class="popup-heading">
          <h2 id="on-this-page">{i18n.t('popup.onThisPage')}</h2>
          <span>{counts}</span>
        </div>
      )}
      {/* A live region must be there before what it says. */}
      <p class="popup-state" role="status">
        {stateText(props, isSearching)}
      </p>
      {isSearching && results && rows.length === 0 && (
        <button type="button" class="button popup-browse" onClick={props.onLibrary}>
          <Icon name="library" />
          {i18n.t('popup.browse')}
        </button>
      )}
      {rows.length > 0 && (
        <div
          class="popup-body"
          id={LIST}
          role="listbox"
          // Browsers make what scrolls a stop of Tab; the field steers it.
          tabIndex={-1}
          aria-label={i18n.t(isSearching ? 'popup.found' : 'popup.onThisPage')}
        >
          {isSearching
            ? results && <ResultList {...{ query, results, rows, active }} onActive={setActive} />
            : page && (
                <PageEntityList
                  {...{ page, rows, active }}
                  openings={props.openings}
                  onActive={setActive}
                />
              )}
        </div>
      )}
      {activeRow?.entity && matches > 0 && (
        <EntityActions
          entity={activeRow.entity}
          position={position?.entity === activeRow.entity.id ? position.at : null}
          onStep={jump}
          onOpenEntity={props.onOpenEntity}
        />
      )}
      {activeRow?.passage && (
        <PassageActions
          key={activeRow.id}
          passage={activeRow.passage}
          onKeep={props.onKeep}
          onOpenPassage={props.onOpenPassage}
        />
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {props.failure && (
        <p class="popup-note" role="alert">
          {props.failure}
        </p>
      )}
      {props.updatedTo && (
        <Note
          text={i18n.t('popup.updated', [props.updatedTo])}
          label={i18n.t('popup.dismiss')}
          onPress={props.onDismissUpdate}
        />
      )}
      {props.adding && (
        <p class="popup-note" role="alert">
          {i18n.t('popup.addWhich')}{' '}
          <button type="button" class="button" onClick={() => props.onAddPart('article')}>
            {i18n.t('popup.wholePage')}
          </button>
          <button type="button" class="button" onClick={() => props.onAddPart('selection')}>
            {i18n.t('popup.selection')}
          </button>
        </p>
      )}
      {lastOff && (
        <Note
          text={[i18n.t('popup.switchedOff'), isForgotten && i18n.t('whilePrivate')]
            .filter(Boolean)
            .join(' ')}
          label={i18n.t('popup.undo')}
          onPress={() => {
            props.onSwitch(lastOff, true);
            say(i18n.t('popup.undone'));
            // Its button is gone.
            field.current?.focus();
          }}
        />
      )}
      <div class="popup-foot">
        <Switches switches={props.switches} site={site} onSwitch={props.onSwitch} />
        {page && page.state !== 'unreachable' && (
          <IconButton name="add" label={i18n.t('popup.addPage')} onClick={props.onAddPage} />
        )}
        <IconButton name="panel" label={i18n.t('panel.open')} onClick={props.onPanel} />
        <IconButton name="library" label={i18n.t('library.open')} onClick={props.onLibrary} />
        <IconButton name="options" label={i18n.t('popup.options')} onClick={props.onOptions} />
      </div>
    </main>
  );
}

/** What the list offers, in the order in which it is shown. */
function rowsOf(
  { page, results, onOpenEntity, onOpenPassage }: PopupProps,
  isSearching: boolean,
  jump: (entity: { id: string; canonical: string }, by: 1, isFinal: boolean) => void,
): Row[] {
  const onPage = new Map(page?.entities.map(({ id, count }) => [id, count]));
  if (!isSearching) {
    return (page?.entities ?? []).map((one) => {
      const { id, count } = one;
      const entity = { id, canonical: nameOf(one), matchesOnPage: count };
      return {
        id: `page:${id}`,
        entity,
        // Whoever points sees the page behind the popup, and may want the next match too.
        pick: (how) => jump(entity, 1, how === 'key'),
        pickOther: () => onOpenEntity(id),
      };
    });
  }
  return [
    ...(results?.names ?? []).map((one): Row => {
      const { id } = one;
      const entity = { id, canonical: nameOf(one), matchesOnPage: onPage.get(id) ?? 0 };
      return {
        id: `name:${id}`,
        entity,
        pick: () => onOpenEntity(id),
        pickOther: entity.matchesOnPage > 0 ? () => jump(entity, 1, true) : undefined,
      };
    }),
    ...(results ? foundPassages(results) : []).map(
      (passage): Row => ({
        id: `passage:${passage.id}`,
        entity: null,
        passage,
        pick: () => onOpenPassage(passage.id),
      }),
    ),
  ];
}

function hintFor(row: Row | null, isSearching: boolean): string {
  if (!row) return '';
  if (!isSearching) return i18n.t('popup.keysOnPage');
  if (row.passage) return i18n.t('popup.keysPassage');
  return i18n.t(row.pickOther ? 'popup.keysFoundOnPage' : 'popup.keysFound');
}

function stateText(
  { page, unreachable, query, results, filter }: PopupProps,
  isSearching: boolean,
): string | null {
  if (!isSearching) return page ? pageStateText(page, unreachable) : i18n.t('popup.noPage');
  if (!results) return null;
  if (results.names.length > 0 || results.passages.length > 0) {
    return fitText(results.fit, query);
  }
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return i18n.t(isFiltered ? 'popup.nothingFiltered' : 'popup.nothingFound', [
    isolate(query.trim()),
  ]);
}

/** Something that happened, and what can be done about it. */
function Note({ text, label, onPress }: { text: string; label: string; onPress(): void }) {
  return (
    <p class="popup-note">
      <span>{text}</span>
      <button type="button" class="button" onClick={onPress}>
        {label}
      </button>
    </p>
  );
}

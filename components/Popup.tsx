/** The toolbar's window: what this page shares with the sources, and a search in all of them. */

import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PageList, SearchResults } from '../core/types';
import { PageEntityList } from './PageEntityList';
import { ResultList } from './ResultList';
import { SearchBox } from './SearchBox';
import { isolate } from './wording';
import './popup.css';

export interface PopupProps {
  page: PageList;
  /** Null until the answer to `query` is there. */
  results: SearchResults | null;
  query: string;
  onQuery(query: string): void;
  /** To the entity's next mark on the page. */
  onJump(entityId: string): void;
  onOpenPassage(passageId: string): void;
  /** To the reader, at this entity. */
  onOpenEntity(entityId: string): void;
  onSwitchSite(on: boolean): void;
  onSwitchEverywhere(on: boolean): void;
}

/**
 * Works by keyboard alone: typing searches from anywhere, arrows walk the rows, Enter takes the
 * row (the first one from the search field), Esc clears the search. Rows take real focus, which
 * every screen reader follows.
 */
export function Popup({
  page,
  results,
  query,
  onQuery,
  onJump,
  onOpenPassage,
  onOpenEntity,
  onSwitchSite,
  onSwitchEverywhere,
}: PopupProps) {
  const root = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const searching = query.trim() !== '';

  const steer = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const here = rows.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'ArrowDown') (rows[here + 1] ?? rows.at(-1))?.focus();
    else if (event.key === 'ArrowUp') (rows[here - 1] ?? field.current)?.focus();
    else if (event.key === 'Enter' && event.target === field.current) rows[0]?.click();
    else if (event.key === 'Escape' && query !== '') {
      onQuery('');
      field.current?.focus();
    } else {
      const types = event.key.length === 1 && event.key !== ' ';
      // The key lands in the field, because the focus is there before the key takes effect.
      if (types && !event.ctrlKey && !event.metaKey && !event.altKey) field.current?.focus();
      return;
    }
    event.preventDefault();
  };

  return (
    <main class="popup" ref={root} onKeyDown={steer}>
      <h1 class="visually-hidden">{i18n.t('extName')}</h1>
      <SearchBox field={field} query={query} onQuery={onQuery} />
      <div class="popup-body">
        {searching ? (
          <ResultList
            query={query}
            results={results}
            onOpenEntity={onOpenEntity}
            onOpenPassage={onOpenPassage}
          />
        ) : (
          <PageEntityList page={page} onJump={onJump} onOpenEntity={onOpenEntity} />
        )}
      </div>
      <fieldset class="popup-switches">
        <legend class="visually-hidden">{i18n.t('popup.switches')}</legend>
        {page.site !== null && page.state !== 'unreachable' && (
          <Switch
            label={i18n.t('popup.onSite', [isolate(page.site)])}
            on={page.state !== 'off-here' && page.state !== 'off-everywhere'}
            disabled={page.state === 'off-everywhere'}
            onSwitch={onSwitchSite}
          />
        )}
        <Switch
          label={i18n.t('popup.onEverywhere')}
          on={page.state !== 'off-everywhere'}
          onSwitch={onSwitchEverywhere}
        />
      </fieldset>
    </main>
  );
}

function Switch({
  label,
  on,
  disabled = false,
  onSwitch,
}: {
  label: string;
  on: boolean;
  disabled?: boolean;
  onSwitch(on: boolean): void;
}) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icons';

/** The search field; it has the focus from the start. */
export function SearchBox({
  field,
  query,
  onQuery,
}: {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery(query: string): void;
}) {
  useEffect(() => field.current?.focus(), [field]);
  return (
    <search class="search-box">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="go"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        aria-label={i18n.t('popup.search')}
        placeholder={i18n.t('popup.search')}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      {query !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('popup.clear')}
          title={i18n.t('popup.clear')}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}

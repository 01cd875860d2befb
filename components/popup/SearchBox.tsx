import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONGEST_QUERY } from '../../core/model/views';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';

/** There the keyboard would come up and cover the list, so the field is not focused at once. */
const touch = matchMedia('(pointer: coarse)');

/** The search field: the combobox of the list that has the id `list`. It keeps the focus throughout. */
export function SearchBox({
  field,
  query,
  isRestored,
  list,
  active,
  hint,
  onQuery,
}: {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  /** The query was typed some time ago: typing replaces it. */
  isRestored: boolean;
  /** Null where there is nothing to choose from. */
  list: string | null;
  /** Id of the option that keys act on. */
  active: string | null;
  /** What the keys do with it. */
  hint: string;
  onQuery(query: string): void;
}) {
  useEffect(() => {
    if (!touch.matches) field.current?.focus();
  }, [field]);
  useEffect(() => {
    if (isRestored) field.current?.select();
  }, [field, isRestored]);
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
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={list !== null}
        aria-label={i18n.t('popup.search')}
        aria-describedby="keys"
        {...(list !== null && { 'aria-controls': list })}
        {...(active !== null && { 'aria-activedescendant': active })}
        placeholder={i18n.t('popup.search')}
        maxLength={LONGEST_QUERY}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <span id="keys" hidden>
        {hint}
      </span>
      {query !== '' && (
        <IconButton
          name="close"
          label={i18n.t('popup.clear')}
          onClick={() => {
            onQuery('');
            field.current?.focus();
          }}
        />
      )}
    </search>
  );
}

import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ENTITY_KINDS, TURNS, type Turn } from '../../core/model/source';
import type { SearchChoices, SearchFilter } from '../../core/model/views';
import { titleText } from '../words/wording';

/** Narrows a search. The choice of sources is left out where there is one source. */
export function SearchFilters({
  filter,
  choices: { sources, speakers },
  onFilter,
}: {
  filter: SearchFilter;
  choices: SearchChoices;
  onFilter(filter: SearchFilter): void;
}) {
  const { source, speaker, kind } = filter;
  const heard = speakers.filter((each) => source === null || each.source === source);
  return (
    <div class="filters">
      <Choice
        label={i18n.t('popup.filterKind')}
        value={kind}
        // Kinds of entities and speakers rule each other out: nobody says a name.
        onChoose={(value) =>
          onFilter({
            ...filter,
            kind: value as SearchFilter['kind'],
            speaker: value === null || TURNS.includes(value as Turn) ? speaker : null,
          })
        }
      >
        <option value="">{i18n.t('popup.anyKind')}</option>
        <optgroup label={i18n.t('popup.onlyNames')}>
          {ENTITY_KINDS.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`kind.${each}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={i18n.t('popup.onlyPassages')}>
          {TURNS.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`turn.${each}`)}
            </option>
          ))}
        </optgroup>
      </Choice>
      <Choice
        label={i18n.t('popup.filterSpeaker')}
        value={speaker}
        onChoose={(value) =>
          onFilter({
            ...filter,
            speaker: value,
            kind: value === null || TURNS.includes(kind as Turn) ? kind : null,
          })
        }
      >
        <option value="">{i18n.t('popup.anySpeaker')}</option>
        {heard.map(({ id, name, source: of }) => {
          const local = i18n.translated(name);
          const language = sources.find((one) => one.id === of)?.language;
          return (
            <option key={id} value={id} lang={local === null ? language : undefined}>
              {local ?? name}
            </option>
          );
        })}
      </Choice>
      {sources.length > 1 && (
        <Choice
          label={i18n.t('popup.filterSource')}
          value={source}
          onChoose={(value) => onFilter({ ...filter, source: value, speaker: null })}
        >
          <option value="">{i18n.t('popup.anySource')}</option>
          {sources.map((one) => (
            <option
              key={one.id}
              value={one.id}
              lang={titleText(one) === one.title ? one.language : undefined}
            >
              {titleText(one)}
            </option>
          ))}
        </Choice>
      )}
    </div>
  );
}

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  label: string;
  value: string | null;
  onChoose(value: string | null): void;
  children: ComponentChildren;
}) {
  return (
    <select
      aria-label={label}
      title={label}
      class={value === null ? '' : 'is-chosen'}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      {children}
    </select>
  );
}

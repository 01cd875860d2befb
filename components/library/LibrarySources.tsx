/** The list of sources: what each is, whether pages are compared with it, and what can be done to it. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SourceId } from '../../core/model/source';
import { fold } from '../../core/text/fold';
import { IconButton } from '../controls/IconButton';
import { Icon } from '../controls/icons';
import type { Tells } from '../controls/notice';
import { SourceFacts } from '../passage/SourceFacts';
import { Title } from '../passage/Translated';
import { bytesText } from '../words/setting-wording';
import { dateText, isolate, languageText, listText, numberText, titleText } from '../words/wording';
import type { LibraryProps, LibraryRow } from './library-props';

/** Rows at first, and with each "Show more". */
const ROWS = 50;
/** A shorter list is looked through faster than a word is typed. */
const LEAST_TO_FIND = 10;

type Props = LibraryProps & Tells;

export function LibrarySources(props: Props) {
  const { rows, deleted, storage, act, onExport } = props;
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(ROWS);
  const sought = fold(query).trim();
  const found = rows.filter(({ source }) =>
    [source.title, titleText(source), ...source.people.map(({ name }) => name)].some((text) =>
      fold(text).includes(sought),
    ),
  );
  const own = rows.filter(({ bytes }) => bytes !== null).map(({ source }) => source.id);
  return (
    <>
      {rows.length >= LEAST_TO_FIND && (
        <label class="page-form">
          {i18n.t('library.find')}
          <input
            type="search"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
      )}
      <ul class="library-sources" aria-label={i18n.t('library.sources')} tabIndex={-1}>
        {found.slice(0, most).map((row) => (
          <Row key={row.source.id} {...props} row={row} />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{i18n.t('library.noneFound')}</p>}
      {found.length > most && (
        <button type="button" class="button page-button" onClick={() => setMost(most + ROWS)}>
          {i18n.t('library.more')}
        </button>
      )}
      <p class="page-note">
        {own.length === 0 ? i18n.t('library.none') : i18n.t('library.noticed')}{' '}
        {rows.length > 1 && i18n.t('library.order')}
      </p>
      {own.length > 0 && (
        <div class="page-row">
          <button
            type="button"
            class="button page-button"
            onClick={() =>
              act(
                () => i18n.t('library.exported'),
                () => onExport(own),
              )
            }
          >
            {i18n.t('library.exportAll')}
          </button>
          {storage && (
            <small>
              {i18n.t('library.used', [bytesText(storage.used), bytesText(storage.left)])}
            </small>
          )}
        </div>
      )}
      {deleted.length > 0 && <Deleted {...props} />}
    </>
  );
}

/** What has been deleted can be brought back within the hour, also after the page was left. */
function Deleted({ deleted, act, onRestore, onForget }: Props) {
  const heading = useId();
  const rest = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby={heading} class="library-deleted">
      <h3 id={heading} ref={rest} tabIndex={-1}>
        {i18n.t('library.deletedLately')}
      </h3>
      <p class="page-note">{i18n.t('library.deletedHint')}</p>
      <ul>
        {deleted.map((source) => (
          <li key={source.id} class="page-row">
            <Title source={source} />
            <button
              type="button"
              class="button page-button"
              aria-label={i18n.t('library.restoreOne', [isolate(titleText(source))])}
              onClick={() => {
                rest.current?.focus({ preventScroll: true });
                act(
                  () => i18n.t('library.restored', [isolate(titleText(source))]),
                  () => onRestore(source.id),
                );
              }}
            >
              {i18n.t('library.restore')}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button page-button"
        onClick={() =>
          act(
            () => i18n.t('library.forgotten'),
            () => onForget(deleted.map(({ id }) => id)),
          )
        }
      >
        {i18n.t('library.forget')}
      </button>
    </section>
  );
}

function Row({ row, rows, choices, act, ...props }: Props & { row: LibraryRow }) {
  const { source, passages, entities, bytes } = row;
  const { id, kind, language, date, people } = source;
  const shown = isolate(titleText(source));
  const heading = useId();
  const isOwn = bytes !== null;
  const list = useRef<HTMLLIElement>(null);
  const chosen = (all: readonly SourceId[], isIn: boolean) => [
    ...all.filter((other) => other !== id),
    ...(isIn ? [id] : []),
  ];
  const choose = (change: Parameters<typeof props.onChoose>[0]) =>
    act(
      () => i18n.t('options.saved'),
      () => props.onChoose(change),
    );
  const facts = [
    i18n.t(`sourceKind.${kind}`),
    source.authors?.length ? i18n.t('library.by', [listText(source.authors)]) : '',
    listText(people.map(({ name }) => i18n.translated(name) ?? name)),
    date === null && source.entitiesFoundBy === 'machine'
      ? i18n.t('source.dateNotFound')
      : dateText(date),
    languageText(language),
    i18n.t('reader.passages', passages),
    i18n.t('library.names', entities),
    isOwn ? i18n.t('library.size', [bytesText(bytes)]) : i18n.t('library.bundled'),
  ];
  return (
    <li aria-labelledby={heading} class="library-source" ref={list}>
      <h3 id={heading}>
        <Title source={source} />
      </h3>
      <p class="page-note">{facts.filter(Boolean).join(' · ')}</p>
      <div class="page-row">
        <label class="library-switch">
          <input
            type="checkbox"
            checked={!choices.sourcesOff.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              choose((now) => ({ sourcesOff: chosen(now.sourcesOff, !checked) }))
            }
          />
          {i18n.t('library.isOn')}
        </label>
        {isOwn && (
          <label class="library-switch">
            <input
              type="checkbox"
              checked={choices.sourcesPainted.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                choose((now) => ({ sourcesPainted: chosen(now.sourcesPainted, checked) }))
              }
            />
            {i18n.t('library.isPainted')}
          </label>
        )}
      </div>
      <div class="page-row">
        <button type="button" class="button page-button" onClick={() => props.onRead(id)}>
          <Icon name="read" />
          {i18n.t('library.read')}
        </button>
        {isOwn && source.entitiesFoundBy === 'machine' && (
          <button
            type="button"
            class="button page-button"
            aria-label={i18n.t('import.reviewThis', [shown])}
            onClick={() => props.onReviewSource(id).catch(props.fail)}
          >
            {i18n.t('import.review')}
          </button>
        )}
        {isOwn && (
          <button
            type="button"
            class="button page-button"
            aria-label={i18n.t('library.exportOne', [shown])}
            onClick={() =>
              act(
                () => i18n.t('library.exported'),
                () => props.onExport([id]),
              )
            }
          >
            {i18n.t('library.export')}
          </button>
        )}
        {isOwn && (
          <button
            type="button"
            class="button page-button"
            aria-label={i18n.t('library.deleteOne', [shown])}
            onClick={() => {
              // The button goes with its source.
              list.current?.parentElement?.focus({ preventScroll: true });
              act(
                () => i18n.t('library.deleted', [shown]),
                () => props.onDelete(id),
                () => props.onRestore(id),
              );
            }}
          >
            {i18n.t('library.delete')}
          </button>
        )}
        {rows.length > 1 && <Mover row={row} rows={rows} act={act} onChoose={props.onChoose} />}
      </div>
      <SourceFacts source={source} />
    </li>
  );
}

/** Moves a source in the reader's order. */
function Mover({
  row,
  rows,
  act,
  onChoose,
}: Pick<Props, 'rows' | 'act' | 'onChoose'> & { row: LibraryRow }) {
  const ids = rows.map(({ source }) => source.id);
  const at = rows.indexOf(row);
  const title = isolate(titleText(row.source));
  const move = (to: number) =>
    act(
      () => i18n.t('library.moved', [title, numberText(to + 1), numberText(rows.length)]),
      () => onChoose(() => ({ sourceOrder: ids.toSpliced(at, 1).toSpliced(to, 0, row.source.id) })),
    );
  const step = (to: number, label: string, name: 'up' | 'down') => (
    <IconButton
      name={name}
      label={label}
      isOff={to < 0 || to >= rows.length}
      onClick={() => move(to)}
    />
  );
  return (
    <>
      {step(at - 1, i18n.t('library.up', [title]), 'up')}
      {step(at + 1, i18n.t('library.down', [title]), 'down')}
    </>
  );
}

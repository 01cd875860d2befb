/** The names that were found, doubtful ones first: a list to step through, and what is known of the one in hand. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { byDoubt, type EntityDescription, isDoubtful } from '../../core/compile/descriptions';
import { mentionsOf } from '../../core/compile/overlay';
import { ENTITY_KINDS, type EntityKind } from '../../core/model/source';
import { fold } from '../../core/text/fold';
import { isolate, numberText } from '../words/wording';
import type { Editing } from './edits';
import { KindSelect } from './KindSelect';
import { ReviewEntity } from './ReviewEntity';

/** Rows at first, and with each "Show more". */
const ROWS = 300;

export function ReviewNames(editing: Editing) {
  const { described, edit } = editing;
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EntityKind | null>(null);
  const [doubtfulOnly, setDoubtfulOnly] = useState(false);
  const [most, setMost] = useState(ROWS);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  // Nothing moves under a reader's hands: the order is that of the beginning.
  const order = useRef<Map<string, number>>(null);
  order.current ??= orderOf(described.entities);
  const rows = useMemo(() => {
    const rank = order.current ?? new Map<string, number>();
    const sought = fold(query).trim();
    return described.entities
      .filter(
        (entity) =>
          (kind === null || entity.kind === kind) &&
          (!doubtfulOnly || isDoubtful(entity) || entity.id === chosen) &&
          (sought === '' || fold(entity.canonical).includes(sought)),
      )
      .toSorted((a, b) => (rank.get(a.id) ?? -1) - (rank.get(b.id) ?? -1));
  }, [described, query, kind, doubtfulOnly, chosen]);
  const at = Math.max(
    0,
    rows.findIndex(({ id: one }) => one === chosen),
  );
  const current = rows[at];
  const doubtful = described.entities.filter(isDoubtful).length;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);
  const step = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    if (at + by >= most) setMost(most + ROWS);
    setChosen(next.id);
  };
  /** Does something to the one in hand, and goes on to the next. */
  const andNext = (what: 'accept' | 'drop') => {
    if (!current) return;
    const next = rows[at + 1] ?? rows[at - 1];
    edit({ edit: what, entity: current.id });
    setChosen(next?.id ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key] ?? keys[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const focusOn = (part: string) =>
    document.querySelector<HTMLElement>(`#${CSS.escape(id)}-entity [data-part="${part}"]`)?.focus();
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(10),
    PageUp: () => step(-10),
    Home: () => step(-rows.length),
    End: () => step(rows.length),
    Enter: () => andNext('accept'),
    KeyA: () => andNext('accept'),
    KeyD: () => andNext('drop'),
    Delete: () => andNext('drop'),
    KeyR: () => focusOn('rename'),
    KeyK: () => focusOn('kind'),
    KeyJ: () => focusOn('join'),
    KeyN: () => focusOn('add-name'),
  };
  return (
    <div class="review-names">
      <div class="review-filters page-row">
        <label>
          <span class="review-label">{i18n.t('review.find')}</span>
          <input
            type="search"
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </label>
        <label>
          <span class="review-label">{i18n.t('options.kinds')}</span>
          <select
            value={kind ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setKind((value || null) as EntityKind | null)
            }
          >
            <option value="">{i18n.t('review.allKinds')}</option>
            {ENTITY_KINDS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="library-switch">
          <input
            type="checkbox"
            checked={doubtfulOnly}
            onChange={({ currentTarget }) => setDoubtfulOnly(currentTarget.checked)}
          />
          {i18n.t('review.doubtfulOnly', [numberText(doubtful)])}
        </label>
      </div>
      <p class="page-note" id={`${id}-keys`}>
        {i18n.t('review.keys')}
      </p>
      <div class="review-panes">
        <div
          ref={list}
          role="listbox"
          class="review-list"
          tabIndex={0}
          aria-label={i18n.t('review.names')}
          aria-describedby={`${id}-keys`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          onKeyDown={onKeyDown}
        >
          {rows.slice(0, most).map((entity) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys go to the list.
            <div
              key={entity.id}
              id={`${id}-${entity.id}`}
              role="option"
              aria-selected={entity === current}
              onClick={() => {
                setChosen(entity.id);
                list.current?.focus();
              }}
            >
              <bdi class="review-name">{entity.canonical}</bdi>
              <small>
                {i18n.t(`kind.${entity.kind}`)} · {numberText(entity.mentions.length)}
              </small>
              {isDoubtful(entity) && <span class="review-doubt">{i18n.t('review.doubtful')}</span>}
            </div>
          ))}
        </div>
        <div id={`${id}-entity`} class="review-entity">
          {current ? (
            <ReviewEntity
              key={current.id}
              entity={current}
              described={described}
              onEdit={edit}
              onAccept={() => andNext('accept')}
              onDrop={() => andNext('drop')}
              onChoose={setChosen}
              onLeave={() => list.current?.focus()}
            />
          ) : (
            <p role="status">{i18n.t('review.noNames')}</p>
          )}
        </div>
      </div>
      {rows.length > most && (
        <button type="button" class="button page-button" onClick={() => setMost(most + ROWS)}>
          {i18n.t('library.more')}
        </button>
      )}
      <AddEntity document={described.document} onEdit={edit} />
    </div>
  );
}

function orderOf(entities: readonly EntityDescription[]): Map<string, number> {
  return new Map(entities.toSorted(byDoubt).map(({ id }, number) => [id, number]));
}

/** A name that was not found: an entity of its own, wherever the document writes it. */
function AddEntity({ document: text, onEdit }: { document: string; onEdit: Editing['edit'] }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<EntityKind>('person');
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  return (
    <form
      class="review-add page-row"
      onSubmit={(event) => {
        event.preventDefault();
        const sought = name.trim();
        if (sought === '') return;
        if (mentionsOf(sought, text).length === 0) {
          return setFault(i18n.t('review.notThere', [isolate(sought)]));
        }
        onEdit({ edit: 'add', name: sought, kind });
        setName('');
        setFault(null);
      }}
    >
      <label for={`${id}-name`}>{i18n.t('review.addEntity')}</label>
      <input
        id={`${id}-name`}
        value={name}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <KindSelect kind={kind} onChange={setKind} />
      <button type="submit" class="button page-button">
        {i18n.t('options.addSite')}
      </button>
      <p id={`${id}-fault`} class="page-fault" role="alert">
        {fault}
      </p>
    </form>
  );
}

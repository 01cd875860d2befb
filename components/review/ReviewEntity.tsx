/** One entity under review: its names, its kind, why it is doubtful, and the sentences that name it. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type EntityDescription, LONGEST_NAME, textOf } from '../../core/compile/descriptions';
import type { Described, Edit } from '../../core/compile/overlay';
import type { Doubt } from '../../core/extract/found';
import { fold } from '../../core/text/fold';
import { isolate, listText } from '../words/wording';
import { KindSelect } from './KindSelect';

/** Sentences that are shown. */
const MOST_SENTENCES = 4;
/** Around a mention, UTF-16 units. */
const AROUND = 90;
/** Entities that are offered to be joined with. */
const MOST_OFFERED = 8;

const DOUBTS = {
  'one-word': 'review.oneWord',
  'seen-once': 'review.seenOnce',
  'sentence-start': 'review.sentenceStart',
  'everyday-word': 'review.everydayWord',
  'kind-unsure': 'review.kindUnsure',
  ambiguous: 'review.ambiguous',
  inflected: 'review.inflected',
  unsure: 'review.unsure',
} as const satisfies Record<Doubt, string>;

export function ReviewEntity({
  entity,
  described,
  onEdit,
  onAccept,
  onDrop,
  onChoose,
  onLeave,
}: {
  entity: EntityDescription;
  described: Described;
  onEdit(edit: Edit): void;
  onAccept(): void;
  onDrop(): void;
  onChoose(entity: string): void;
  /** The keys go to the list again. */
  onLeave(): void;
}) {
  const { id, canonical, kind, doubts = [], mentions } = entity;
  const language = described.about.language;
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the list from any field in it.
    <div onKeyDown={back}>
      <h2>
        <bdi>{canonical}</bdi>
      </h2>
      {doubts.length > 0 && (
        <p class="review-why">{listText(doubts.map((doubt) => i18n.t(DOUBTS[doubt])))}</p>
      )}
      <div class="page-row">
        <button
          type="button"
          class="button page-button page-apply"
          aria-keyshortcuts="A"
          onClick={onAccept}
        >
          {i18n.t('review.accept')}
        </button>
        <button type="button" class="button page-button" aria-keyshortcuts="D" onClick={onDrop}>
          {i18n.t('review.drop')}
        </button>
        <KindSelect
          kind={kind}
          onChange={(changed) => onEdit({ edit: 'kind', entity: id, kind: changed })}
        />
      </div>
      <ul class="review-sentences">
        {mentions.slice(0, MOST_SENTENCES).map(([start, end]) => (
          <li key={start} lang={language} dir="auto">
            {wordsBefore(described.document, start)}
            <mark class="pt-name">{described.document.slice(start, end)}</mark>
            {wordsAfter(described.document, end)}
          </li>
        ))}
      </ul>
      <Names entity={entity} onEdit={onEdit} />
      <NameForm
        part="rename"
        label={i18n.t('review.rename')}
        value={canonical}
        onTake={(name) => {
          onEdit({ edit: 'rename', entity: id, canonical: name });
          onLeave();
        }}
      />
      <NameForm
        part="add-name"
        label={i18n.t('review.addName')}
        value=""
        onTake={(name) => {
          onEdit({ edit: 'add-name', entity: id, name });
          onLeave();
        }}
      />
      <Joiner
        entity={entity}
        entities={described.entities}
        onJoin={(into) => {
          onEdit({ edit: 'join', entity: id, into });
          onChoose(into);
          onLeave();
        }}
      />
    </div>
  );
}

/** Whole words of the same paragraph. */
function wordsBefore(document: string, start: number): string {
  const words =
    document
      .slice(Math.max(0, start - AROUND), start)
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return words.length < AROUND ? words : `… ${words.replace(/^\S*\s/, '')}`;
}

function wordsAfter(document: string, end: number): string {
  const words = document.slice(end, end + AROUND).split(/\n\s*\n/)[0] ?? '';
  return words.length < AROUND ? words : `${words.replace(/\s\S*$/, '')} …`;
}

/** The names of an entity: whether each needs company, and what takes it out. */
function Names({ entity, onEdit }: { entity: EntityDescription; onEdit(edit: Edit): void }) {
  const { id, mentions } = entity;
  const names = Object.values(entity.names).flatMap((list) => list ?? []);
  return (
    <ul class="review-forms" aria-label={i18n.t('review.itsNames')}>
      {names.map((one) => {
        const text = textOf(one);
        const needed = typeof one !== 'string' && one['needs-company'];
        const stands = mentions.filter(([, , surface]) => fold(surface) === fold(text)).length;
        return (
          <li key={text}>
            <bdi>{text}</bdi>
            <label class="library-switch">
              <input
                type="checkbox"
                checked={needed}
                onChange={({ currentTarget: { checked } }) =>
                  onEdit({ edit: 'company', entity: id, name: text, needed: checked })
                }
              />
              {i18n.t('review.needsCompany')}
            </label>
            {stands > 0 && stands < mentions.length && (
              <button
                type="button"
                class="button page-button"
                aria-label={i18n.t('review.partThis', [isolate(text)])}
                onClick={() => onEdit({ edit: 'part', entity: id, name: text })}
              >
                {i18n.t('review.part')}
              </button>
            )}
            {names.length > 1 && (
              <button
                type="button"
                class="button page-button"
                aria-label={i18n.t('options.removeThis', [isolate(text)])}
                onClick={() => onEdit({ edit: 'drop-name', entity: id, name: text })}
              >
                {i18n.t('options.remove')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NameForm({
  part,
  label,
  value,
  onTake,
}: {
  part: string;
  label: string;
  value: string;
  onTake(name: string): void;
}) {
  const [typed, setTyped] = useState(value);
  const id = useId();
  return (
    <form
      class="page-row"
      onSubmit={(event) => {
        event.preventDefault();
        const name = typed.trim();
        if (name === '' || name === value) return;
        setTyped(value === '' ? '' : name);
        onTake(name);
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        data-part={part}
        value={typed}
        maxLength={LONGEST_NAME}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" class="button page-button">
        {i18n.t('review.ok')}
      </button>
    </form>
  );
}

/** Joins an entity with another, found by a part of its name. */
function Joiner({
  entity,
  entities,
  onJoin,
}: {
  entity: EntityDescription;
  entities: readonly EntityDescription[];
  onJoin(into: string): void;
}) {
  const [query, setQuery] = useState('');
  const id = useId();
  const sought = fold(query).trim();
  const offered =
    sought === ''
      ? []
      : entities
          .filter((other) => other !== entity && fold(other.canonical).includes(sought))
          .slice(0, MOST_OFFERED);
  return (
    <form
      class="page-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (offered[0]) onJoin(offered[0].id);
      }}
    >
      <label for={id}>{i18n.t('library.joinWith')}</label>
      <input
        id={id}
        type="search"
        data-part="join"
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      {offered.map((other) => (
        <button key={other.id} type="button" class="chip" onClick={() => onJoin(other.id)}>
          <bdi>{other.canonical}</bdi>
        </button>
      ))}
    </form>
  );
}

/** Subjects of several sources, with why they are one: parted and joined by hand. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntitySummary, JoinReason, SharedSubject } from '../../core/model/views';
import type { Tells } from '../controls/notice';
import { RemovableList } from '../controls/RemovableList';
import { Title } from '../passage/Translated';
import { isolate, nameOf, titleText } from '../words/wording';
import { type LibraryProps, parted } from './library-props';

type Props = LibraryProps & Tells;

export function LibrarySubjects(props: Props) {
  const { rows, subjects, apart, act, onChoose, onFindSubjects } = props;
  const [query, setQuery] = useState('');
  const titleOf = (id: string) => {
    const row = rows.find(({ source }) => source.id === id);
    return row ? titleText(row.source) : id;
  };
  return (
    <>
      <p class="page-note">{i18n.t('library.subjectsHint')}</p>
      {rows.length > 1 && (
        <label class="page-form">
          {i18n.t('library.findSubject')}
          <input
            type="search"
            value={query}
            onInput={({ currentTarget }) => {
              setQuery(currentTarget.value);
              onFindSubjects(currentTarget.value);
            }}
          />
        </label>
      )}
      {subjects.length === 0 && <p role="status">{i18n.t('library.noSubjects')}</p>}
      <ul class="library-subjects" aria-label={i18n.t('library.subjects')}>
        {subjects.map((subject) => (
          <Subject key={subject.id} {...props} subject={subject} titleOf={titleOf} />
        ))}
      </ul>
      {apart.length > 0 && (
        <>
          <h3>{i18n.t('library.apart')}</h3>
          <RemovableList
            label={i18n.t('library.apart')}
            items={apart}
            textOf={({ id, canonical }) =>
              i18n.t('library.whereItIs', [
                isolate(canonical),
                isolate(titleOf(id.split('/')[0] ?? '')),
              ])
            }
            removeText={(text) => i18n.t('library.joinAgainOne', [text])}
            onRemove={({ id }) =>
              act(
                () => i18n.t('options.saved'),
                () => onChoose((now) => parted(now, id, false)),
              )
            }
          />
        </>
      )}
    </>
  );
}

function Subject({
  subject,
  titleOf,
  ...props
}: Props & { subject: SharedSubject; titleOf(id: string): string }) {
  const { choices, act, onChoose } = props;
  const list = useRef<HTMLUListElement>(null);
  return (
    <li>
      <details>
        <summary>
          <bdi>{nameOf(subject)}</bdi>{' '}
          <small>
            {subject.local !== undefined && <bdi>{subject.canonical} · </bdi>}
            {i18n.t(`kind.${subject.kind}`)} · {subject.members.length}
          </small>
        </summary>
        <ul class="page-list" ref={list} tabIndex={-1}>
          {subject.members.map(({ id, canonical, source, reason }) => {
            const row = props.rows.find((one) => one.source.id === source);
            const ofEntity = choices.subjectsJoined.filter((pair) => pair.split(' ').includes(id));
            return (
              <li key={id}>
                <div>
                  <bdi lang={row?.source.language}>{canonical}</bdi>
                  {row && (
                    <>
                      {' · '}
                      <Title source={row.source} />
                    </>
                  )}
                  {reason && <Reason reason={reason} />}
                </div>
                <button
                  type="button"
                  class="button page-button"
                  aria-label={i18n.t('library.partOne', [
                    isolate(canonical),
                    isolate(titleOf(source)),
                  ])}
                  onClick={() => {
                    // The button goes with its row.
                    list.current?.focus({ preventScroll: true });
                    act(
                      () => i18n.t('library.parted', [isolate(canonical)]),
                      () => onChoose((now) => parted(now, id, true)),
                      () =>
                        onChoose((now) => ({
                          ...parted(now, id, false),
                          subjectsJoined: [...new Set([...now.subjectsJoined, ...ofEntity])],
                        })),
                    );
                  }}
                >
                  {i18n.t('library.part')}
                </button>
              </li>
            );
          })}
        </ul>
        <Joiner {...props} subject={subject} titleOf={titleOf} />
      </details>
    </li>
  );
}

/** Joins a subject with another, found by name. */
function Joiner({
  subject,
  titleOf,
  act,
  fail,
  onChoose,
  onFindNames,
}: Props & { subject: SharedSubject; titleOf(id: string): string }) {
  const [found, setFound] = useState<EntitySummary[]>([]);
  const id = useId();
  return (
    <div class="page-form">
      <label for={id}>{i18n.t('library.joinWith')}</label>
      <input
        id={id}
        type="search"
        aria-label={i18n.t('library.joinQuery')}
        onInput={({ currentTarget: { value } }) => onFindNames(value).then(setFound, fail)}
      />
      <ul class="page-row">
        {found
          .filter((other) => other.id !== subject.id)
          .map((other) => (
            <li key={other.id}>
              <button
                type="button"
                class="chip"
                onClick={() => {
                  const pair = `${subject.id} ${other.id}`;
                  setFound([]);
                  act(
                    () =>
                      i18n.t('library.joined', [isolate(nameOf(subject)), isolate(nameOf(other))]),
                    () => onChoose((now) => ({ subjectsJoined: [...now.subjectsJoined, pair] })),
                    () =>
                      onChoose((now) => ({
                        subjectsJoined: now.subjectsJoined.filter((one) => one !== pair),
                      })),
                  );
                }}
              >
                {i18n.t('library.whereItIs', [
                  isolate(nameOf(other)),
                  isolate(titleOf(other.id.split('/')[0] ?? '')),
                ])}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Reason({ reason }: { reason: JoinReason }) {
  if (reason.by === 'wikidata') return <small>{i18n.t('library.byItem', [reason.item])}</small>;
  if (reason.by === 'reader') return <small>{i18n.t('library.byReader')}</small>;
  const [before, after] = i18n.t('library.byName', ['{name}']).split('{name}');
  return (
    <small>
      {before}
      <bdi lang={reason.language}>{reason.name}</bdi>
      {after}
    </small>
  );
}

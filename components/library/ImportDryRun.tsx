/** What adding a document would come to: told before anything is stored. */
import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FoundName, ReadDocument, WouldMark } from '../../core/compile/dry-run';
import type { DraftWarning } from '../../core/model/draft';
import { dateText, isolate, languageText, listText, numberText, titleText } from '../words/wording';
import type { ImportItem } from './import-queue';

const WARNINGS = {
  'pages-without-text': 'import.pagesWithoutText',
  'characters-lost': 'import.charactersLost',
  'encoding-found': 'import.encodingFound',
  'part-lost': 'import.partLost',
} as const satisfies Record<DraftWarning['code'], string>;

/** Names of a kind that are shown at first. */
const MOST_NAMES = 12;
/** Names of the page of news that are shown where more would be marked. */
const MOST_SHOWN = 6;
/** More of a page of news than this is a sign of everyday words among the names. */
const MANY_MARKS = 25;

export function ImportDryRun({
  item,
  read: { material, dryRun, same, like },
  onAdd,
  onLeave,
  onReview,
  onReplaces,
}: {
  item: ImportItem;
  read: ReadDocument;
  onAdd(): void;
  onLeave(): void;
  onReview(): void;
  onReplaces(source: string | null): void;
}) {
  const id = useId();
  const { about, overlay } = material;
  const { people, kinds, doubtful, passages, length, wouldMark, warnings } = dryRun;
  const names = kinds.reduce((sum, [, all]) => sum + all.length, 0);
  const facts = [
    i18n.t(`sourceKind.${about.kind}`),
    about.authors.length > 0 ? i18n.t('library.by', [listText(about.authors)]) : '',
    listText(people.map(({ name }) => name)),
    about.date === null ? i18n.t('source.dateNotFound') : dateText(about.date),
    about.language === 'und' ? '' : languageText(about.language),
    i18n.t('reader.passages', passages),
    i18n.t('import.characters', [numberText(length)]),
  ];
  return (
    <article class="page-dry-run" aria-labelledby={id}>
      <h3 id={id}>
        <bdi lang={about.language}>{about.title}</bdi>
      </h3>
      <p class="page-note">{facts.filter(Boolean).join(' · ')}</p>
      {same && <p class="page-fault">{i18n.t('import.isSame', [isolate(titleText(same))])}</p>}
      {like && !same && (
        <label class="library-switch">
          <input
            type="checkbox"
            checked={item.replaces !== null}
            onChange={({ currentTarget }) => onReplaces(currentTarget.checked ? like.id : null)}
          />
          {i18n.t('import.isLike', [isolate(like.title), String(Math.round(like.share * 100))])}
        </label>
      )}
      {warnings.map(({ code, detail }) => (
        <p key={code + detail} class="page-fault">
          {i18n.t(WARNINGS[code], [isolate(detail)])}
        </p>
      ))}
      <p>
        <b>{i18n.t('import.names', names)}</b>
      </p>
      <dl class="import-kinds">
        {kinds.map(([kind, all]) => (
          <div key={kind}>
            <dt>
              {i18n.t(`kinds.${kind}`)} <small>{numberText(all.length)}</small>
            </dt>
            <dd>
              <Names names={all} />
            </dd>
          </div>
        ))}
      </dl>
      {doubtful > 0 && <p>{i18n.t('import.doubtful', doubtful)}</p>}
      {overlay.length > 0 && <p>{i18n.t('import.edits', overlay.length)}</p>}
      <details>
        <summary>{i18n.t('import.wouldMark', wouldMark.length)}</summary>
        <p class="page-note">
          {wouldMark.length > MANY_MARKS && i18n.t('import.manyMarks')} {i18n.t('import.newsHint')}
        </p>
        <ul class="import-look">
          {wouldMark.slice(0, MOST_SHOWN).map((mark) => (
            <li key={`${mark.canonical} ${mark.text} ${mark.name.start}`}>
              <Look {...mark} />
            </li>
          ))}
        </ul>
      </details>
      <div class="page-row">
        <button
          type="button"
          class="button page-button page-apply"
          aria-label={i18n.t('import.addThis', [isolate(about.title)])}
          onClick={onAdd}
        >
          {i18n.t('import.add')}
        </button>
        <button
          type="button"
          class="button page-button"
          aria-label={i18n.t('import.reviewThis', [isolate(about.title)])}
          onClick={onReview}
        >
          {i18n.t('import.review')}
        </button>
        <button
          type="button"
          class="button page-button"
          aria-label={i18n.t('import.leaveThis', [isolate(about.title)])}
          onClick={onLeave}
        >
          {i18n.t('import.leaveOut')}
        </button>
      </div>
    </article>
  );
}

/** Names of one kind: the doubtful ones stand first, and say so. */
function Names({ names }: { names: readonly FoundName[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? names : names.slice(0, MOST_NAMES);
  return (
    <>
      <ul class="import-names">
        {shown.map(({ canonical, isDoubtful }) => (
          <li key={canonical} data-doubtful={isDoubtful || undefined}>
            <bdi>{canonical}</bdi>
            {isDoubtful && <span class="visually-hidden"> ({i18n.t('review.doubtful')})</span>}
          </li>
        ))}
      </ul>
      {shown.length < names.length && (
        <button type="button" class="chip" onClick={() => setAll(true)}>
          {i18n.t('library.more')}
        </button>
      )}
    </>
  );
}

function Look({ text, name: { start, end } }: WouldMark) {
  return (
    <bdi>
      … {text.slice(0, start)}
      <mark class="pt-name">{text.slice(start, end)}</mark>
      {text.slice(end)} …
    </bdi>
  );
}

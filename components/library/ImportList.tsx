/** Documents on their way: how far each is read, what adding it would come to, why one is refused. */
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Act } from '../controls/notice';
import { bytesText, durationText } from '../words/setting-wording';
import { isolate } from '../words/wording';
import { ImportDryRun } from './ImportDryRun';
import type { ImportFault, ImportItem } from './import-queue';
import type { LibraryProps } from './library-props';

const FAULTS = {
  'unknown-format': 'import.unknownFormat',
  empty: 'import.empty',
  'no-text': 'import.noText',
  encrypted: 'import.encrypted',
  damaged: 'import.damaged',
  'too-large': 'import.tooLarge',
  trap: 'import.trap',
  'worker-ended': 'import.workerEnded',
  failed: 'import.failed',
} as const satisfies Record<ImportFault, string>;

type Props = Pick<LibraryProps, 'imports' | 'choices' | 'onChoose' | 'onReview' | 'onRead'> & {
  act: Act;
  /** What was pressed is gone, or will be. */
  onLeave(): void;
};

export function ImportList(props: Props) {
  const { imports, choices, act, onChoose, onReview, onRead, onLeave } = props;
  const [items, setItems] = useState(imports.items());
  useEffect(() => imports.watch(() => setItems(imports.items())), [imports]);
  if (items.length === 0) return null;
  const isUnread = ({ state }: ImportItem) => state === 'waiting' || state === 'reading';
  const unread = items.filter(isUnread);
  const ready = items.filter(({ state }) => state === 'read');
  const add = (numbers: number[]) =>
    act(
      () => i18n.t('library.added', numbers.length),
      () => imports.add(numbers),
    ).then(onLeave);
  const leave = (numbers: number[]) => {
    imports.leave(numbers);
    onLeave();
  };
  return (
    <section class="import" aria-label={i18n.t('import.list')}>
      {items.length > 1 && (
        <div class="import-all">
          {unread.length > 0 && (
            <>
              <Overall items={items} secondsLeft={imports.secondsLeft()} />
              <button
                type="button"
                class="button page-button"
                onClick={() => leave(unread.map(({ number }) => number))}
              >
                {i18n.t('import.cancelAll')}
              </button>
            </>
          )}
          {items.every(({ state }) => state === 'added' || state === 'refused') && (
            <button
              type="button"
              class="button page-button"
              onClick={() => leave(items.map(({ number }) => number))}
            >
              {i18n.t('import.dismissAll')}
            </button>
          )}
          {unread.length === 0 && ready.length > 1 && (
            <button
              type="button"
              class="button page-button page-apply"
              onClick={() => add(ready.map(({ number }) => number))}
            >
              {i18n.t('import.addAll', ready.length)}
            </button>
          )}
        </div>
      )}
      <ul class="import-items">
        {items.map((item) => (
          <li key={item.number} data-state={item.state}>
            <Item
              item={item}
              onAdd={() => add([item.number])}
              onLeave={() => leave([item.number])}
              onReview={() =>
                item.read && onReview({ material: item.read.material, item: item.number })
              }
              isPainted={item.source !== null && choices.sourcesPainted.includes(item.source)}
              onPaint={(isPainted) =>
                act(
                  () => i18n.t('options.saved'),
                  () =>
                    onChoose(({ sourcesPainted }) => ({
                      sourcesPainted: [
                        ...sourcesPainted.filter((id) => id !== item.source),
                        ...(isPainted && item.source !== null ? [item.source] : []),
                      ],
                    })),
                )
              }
              onRead={() => item.source !== null && onRead(item.source)}
              onReplaces={(source) => imports.setReplaces(item.number, source)}
            />
          </li>
        ))}
      </ul>
      {items.some(({ state }) => state === 'added') && (
        <p class="page-note">{i18n.t('library.noticed')}</p>
      )}
    </section>
  );
}

function Overall({
  items,
  secondsLeft,
}: {
  items: readonly ImportItem[];
  secondsLeft: number | null;
}) {
  const all = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const done = items.reduce(
    (sum, { bytes, done: part, state }) =>
      sum + (state === 'waiting' ? 0 : state === 'reading' ? bytes * part : bytes),
    0,
  );
  const finished = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  return (
    <label>
      {i18n.t('import.overall', [String(finished), String(items.length)])}{' '}
      <progress value={done} max={Math.max(all, 1)} />
      {secondsLeft !== null && (
        <span class="page-note"> {i18n.t('import.left', [durationText(secondsLeft)])}</span>
      )}
    </label>
  );
}

function Item({
  item,
  onAdd,
  onLeave,
  onReview,
  isPainted,
  onPaint,
  onRead,
  onReplaces,
}: {
  item: ImportItem;
  onAdd(): void;
  onLeave(): void;
  onReview(): void;
  isPainted: boolean;
  onPaint(isPainted: boolean): void;
  onRead(): void;
  onReplaces(source: string | null): void;
}) {
  const { name, bytes, state, done, read, fault } = item;
  const title = isolate(read?.material.about.title ?? name);
  const drop = (label: string, longLabel?: string) => (
    <button type="button" class="button page-button" aria-label={longLabel} onClick={onLeave}>
      {label}
    </button>
  );
  const cancel = () => drop(i18n.t('options.cancel'), i18n.t('import.cancelThis', [isolate(name)]));
  switch (state) {
    case 'waiting':
      return (
        <div class="page-row">
          <bdi>{name}</bdi>
          <small>{i18n.t('import.waiting', [bytesText(bytes)])}</small>
          {cancel()}
        </div>
      );
    case 'reading':
      return (
        <div class="page-row">
          <label>
            {i18n.t('library.reading', [isolate(name)])} <progress value={done} max={1} />
          </label>
          {cancel()}
        </div>
      );
    case 'refused':
      return (
        <div class="page-row">
          <p class="page-fault" role="alert">
            {i18n.t(FAULTS[fault ?? 'failed'], [isolate(name)])}
          </p>
          {drop(i18n.t('import.dismiss'))}
        </div>
      );
    case 'adding':
      return <p role="status">{i18n.t('import.adding', [title])}</p>;
    case 'added':
      return (
        <div class="import-added">
          <p>{i18n.t('import.added', [title])}</p>
          <label class="library-switch">
            <input
              type="checkbox"
              checked={isPainted}
              onChange={({ currentTarget }) => onPaint(currentTarget.checked)}
            />
            {i18n.t('library.isPainted')}
          </label>
          <div class="page-row">
            <button type="button" class="button page-button" onClick={onRead}>
              {i18n.t('library.read')}
            </button>
            {drop(i18n.t('import.dismiss'))}
          </div>
        </div>
      );
    case 'read':
      return read ? (
        <ImportDryRun
          item={item}
          read={read}
          onAdd={onAdd}
          onLeave={onLeave}
          onReview={onReview}
          onReplaces={onReplaces}
        />
      ) : null;
  }
}

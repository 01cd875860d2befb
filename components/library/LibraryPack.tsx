/** A pack is read, shown as what it would change, and added when the reader says so. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Failure } from '../../core/model/failure';
import type { SourceChange } from '../../core/pack/compare';
import {
  MAX_PACK_BYTES,
  type PackFault,
  RefusedPack,
  type RefusedSource,
  type SourceFault,
} from '../../core/pack/pack';
import type { Tells } from '../controls/notice';
import { failureText, isolate, NOTE_LANGUAGE } from '../words/wording';
import type { LibraryProps, PackChanges } from './library-props';

const FAULTS = {
  'too-large': 'library.faultTooLarge',
  'no-pack': 'library.faultNoPack',
  'later-version': 'library.faultLaterVersion',
  damaged: 'library.faultDamaged',
} as const satisfies Record<PackFault, string>;

const REFUSALS = {
  missing: 'library.refusedMissing',
  changed: 'library.refusedChanged',
  faulty: 'library.refusedFaulty',
  bundled: 'library.refusedBundled',
} as const satisfies Record<SourceFault, string>;

/** A list of a thousand sources says no more than its first ones. What is refused is listed whole. */
const MOST_LISTED = 100;

/** What is being done, from 0 to 1. */
interface Work {
  text: string;
  done: number;
}

/**
 * @param file is read when it is another than before
 * @param choice another number with each choice of the reader's: what was wrong with earlier packs is of no use then
 */
export function LibraryPack({
  file,
  choice,
  say,
  onOpenPack,
  onAdd,
  onCancel,
  onLeave,
}: Pick<LibraryProps, 'onOpenPack' | 'onAdd' | 'onCancel'> &
  Pick<Tells, 'say'> & {
    file: File | null;
    choice: number;
    /** Nothing of it is to be seen any more. */
    onLeave(): void;
  }) {
  const [work, setWork] = useState<Work | null>(null);
  const [opened, setOpened] = useState<(PackChanges & { name: string }) | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  /** What is cancelled fails, and is no fault. */
  const isCancelled = useRef(false);
  const fail = (error: unknown, name: string) => {
    console.warn('Sidelight:', error);
    setFaults((others) => [...others, faultText(error, name)]);
  };
  const open = async (chosen: File) => {
    isCancelled.current = false;
    setOpened(null);
    const name = isolate(chosen.name);
    try {
      // A long file is not even read.
      if (chosen.size > MAX_PACK_BYTES) throw new RefusedPack('too-large', `${chosen.size} bytes`);
      const text = i18n.t('library.reading', [name]);
      setWork({ text, done: 0 });
      const changes = await onOpenPack(chosen, (done) => setWork({ text, done }));
      setOpened({ ...changes, name: chosen.name });
    } catch (error) {
      if (isCancelled.current) return;
      fail(error, name);
      onLeave();
    } finally {
      setWork(null);
    }
  };
  useEffect(() => setFaults([]), [choice]);
  useEffect(() => {
    if (file) open(file);
  }, [file]);
  const add = async (ids: string[]) => {
    const text = i18n.t('library.adding');
    isCancelled.current = false;
    setWork({ text, done: 0 });
    try {
      const { added, refused } = await onAdd(ids, (done) => setWork({ text, done }));
      // What was refused is told until the reader has seen it.
      setOpened(refused.length > 0 ? { name: '', changes: [], refused } : null);
      if (refused.length === 0) onLeave();
      say(() => i18n.t('library.added', added.length));
    } catch (error) {
      if (!isCancelled.current) fail(error, '');
    } finally {
      setWork(null);
    }
  };
  return (
    <>
      <div class="page-fault" role="alert">
        {faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
      </div>
      {work && (
        <div class="page-row">
          <label>
            {work.text} <progress value={work.done} max={1} />
          </label>
          <button
            type="button"
            class="button page-button"
            onClick={() => {
              isCancelled.current = true;
              onCancel();
              setWork(null);
              setOpened(null);
              onLeave();
            }}
          >
            {i18n.t('options.cancel')}
          </button>
        </div>
      )}
      {opened && !work && (
        <PackDryRun
          {...opened}
          onApply={add}
          onCancel={() => {
            setOpened(null);
            onLeave();
          }}
        />
      )}
    </>
  );
}

/** What a pack would change. */
function PackDryRun({
  name,
  changes,
  refused,
  onApply,
  onCancel,
}: PackChanges & { name: string; onApply(ids: string[]): void; onCancel(): void }) {
  const news = changes.filter(({ change }) => change !== 'same');
  return (
    <section class="page-dry-run" aria-live="polite">
      {name !== '' && <h3>{i18n.t('library.would', [isolate(name)])}</h3>}
      <ul class="page-list">
        {refused.map(refusal)}
        {[...news.map(changed), ...unchanged(changes)].slice(0, MOST_LISTED)}
      </ul>
      {name !== '' && news.length === 0 && <p>{i18n.t('library.nothingNew')}</p>}
      {news.length > 0 && (
        <button
          type="button"
          class="button page-button page-apply"
          onClick={() => onApply(news.map(({ id }) => id))}
        >
          {i18n.t('library.apply')}
        </button>
      )}
      <button type="button" class="button page-button" onClick={onCancel}>
        {i18n.t('options.cancel')}
      </button>
    </section>
  );
}

function refusal({ id, title, fault, detail }: RefusedSource) {
  return (
    <li key={`refused ${id}`}>
      <div>
        <bdi>{title}</bdi>: {i18n.t('library.isRefused')}, {i18n.t(REFUSALS[fault])}
        {detail && (
          <small lang={NOTE_LANGUAGE} dir="ltr">
            {detail}
          </small>
        )}
      </div>
    </li>
  );
}

function changed(one: SourceChange) {
  if (one.change !== 'changed') {
    return (
      <li key={one.id}>
        <bdi>{one.title}</bdi> {i18n.t('library.isNew')}
      </li>
    );
  }
  const { passages, removed, isDescribedAnew } = one;
  const differing = Math.max(passages.length, removed);
  return (
    <li key={one.id}>
      <div>
        <bdi>{one.title}</bdi>: {i18n.t('library.isChanged')}
        {differing > 0 && (
          <details>
            <summary>{i18n.t('library.passages', differing)}</summary>
            <ol class="library-changed">
              {passages.slice(0, MOST_LISTED).map(({ ordinal, text }) => (
                <li key={ordinal} value={ordinal} dir="auto">
                  {text}
                </li>
              ))}
            </ol>
          </details>
        )}
        {isDescribedAnew && <small>{i18n.t('library.describedAnew')}</small>}
      </div>
    </li>
  );
}

function unchanged(changes: readonly SourceChange[]) {
  return changes
    .filter(({ change }) => change === 'same')
    .map(({ id, title }) => (
      <li key={id}>
        <bdi>{title}</bdi> {i18n.t('library.isSame')}
      </li>
    ));
}

function faultText(error: unknown, name: string): string {
  if (error instanceof RefusedPack) return i18n.t(FAULTS[error.fault], [name]);
  if (error instanceof Failure) return failureText(error);
  return `${i18n.t('library.notAdded')} ${failureText(error)}`;
}

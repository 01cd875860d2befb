/** What the reader has kept: found, noted, exported, taken out again. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  type Clipping,
  clippedPassage,
  LONGEST_NOTE,
  type Noted,
  tagsOf,
} from '../../core/notebook/clipping';
import { findClippings, tagsIn } from '../../core/notebook/find-clippings';
import {
  NOTEBOOK_FORMATS,
  type NotebookFault,
  type NotebookFormat,
} from '../../core/notebook/notebook-file';
import { IconButton } from '../controls/IconButton';
import { useNotice } from '../controls/notice';
import { type PassageDoings, PassageEntry } from '../passage/PassageEntry';
import { failureText, isolate, numberText } from '../words/wording';
import { useJotting } from './jotting';
import './notebook.css';

/** Ten thousand at once would take seconds to draw. */
const STEP = 50;

/** As programs call themselves, the same in every language. */
const FORMAT_NAMES: Record<Exclude<NotebookFormat, 'sidelight'>, string> = {
  markdown: 'Markdown',
  csv: 'CSV',
  ris: 'RIS',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
};

const FAULTS = {
  'too-large': 'notebook.faultTooLarge',
  'no-json': 'notebook.faultNoJson',
  'no-notebook': 'notebook.faultNoNotebook',
  'later-version': 'notebook.faultLaterVersion',
  damaged: 'notebook.faultDamaged',
} as const satisfies Record<NotebookFault, string>;

export interface NotebookProps {
  /** The newest first. */
  clippings: readonly Clipping[];
  notesAddress: boolean;
  doings: PassageDoings;
  onNotesAddress(isOn: boolean): Promise<void>;
  /** Writes note or tags. @returns false where the clipping is gone */
  onNote(id: string, noted: Noted): Promise<boolean>;
  onAdd(clipping: Clipping): Promise<void>;
  onDelete(clipping: Clipping): Promise<void>;
  onExport(format: NotebookFormat, clippings: readonly Clipping[]): void;
  /** @returns how many were added, and how many were there already; or why none was */
  onImport(
    file: File,
  ): Promise<{ added: number; known: number } | { fault: NotebookFault; part: string }>;
  onPrint(): void;
}

export function Notebook(props: NotebookProps) {
  const { clippings, doings, onNote, onAdd, onDelete, onExport } = props;
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const [most, setMost] = useState(STEP);
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { act, say, notice } = useNotice(field);
  const tags = tagsIn(clippings);
  const chosen = tag !== null && tags.includes(tag) ? tag : null;
  const found = findClippings(clippings, query, chosen);

  const importFile = async (file: File) => {
    setFault('');
    const done = await props.onImport(file);
    if ('fault' in done) return setFault(i18n.t(FAULTS[done.fault], [isolate(done.part)]));
    const { added, known } = done;
    say(() =>
      [
        i18n.t('notebook.imported', added, [numberText(added)]),
        known > 0 ? i18n.t('notebook.known', known, [numberText(known)]) : '',
      ].join(' '),
    );
  };
  return (
    <div class="notebook">
      <div class="notebook-find">
        <input
          ref={field}
          type="search"
          dir="auto"
          value={query}
          aria-label={i18n.t('notebook.find')}
          placeholder={i18n.t('notebook.find')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {tags.length > 0 && (
          <select
            aria-label={i18n.t('notebook.tagsOf')}
            value={chosen ?? ''}
            onChange={(event) => setTag(event.currentTarget.value || null)}
          >
            <option value="">{i18n.t('notebook.allTags')}</option>
            {tags.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        )}
      </div>
      {notice}
      <p class="page-fault" role="alert">
        {fault}
      </p>
      <p role="status" class="page-note">
        {clippings.length === 0
          ? i18n.t('notebook.empty')
          : found.length === 0
            ? i18n.t('notebook.noneFound')
            : i18n.t('notebook.count', found.length, [numberText(found.length)])}
      </p>
      <ul class="notebook-clippings">
        {found.slice(0, most).map((clipping) => (
          <li key={clipping.id}>
            <Kept
              clipping={clipping}
              doings={doings}
              onNote={(noted) => onNote(clipping.id, noted)}
              onNoted={() => say(() => i18n.t('notebook.saved'))}
              onFail={(error) => setFault(failureText(error))}
              onDelete={() => {
                // Its button goes with it.
                field.current?.focus();
                act(
                  () => i18n.t('notebook.deleted', 1, [numberText(1)]),
                  () => onDelete(clipping),
                  () => onAdd(clipping),
                );
              }}
            />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="button page-button" onClick={() => setMost(most + STEP)}>
          {i18n.t('notebook.more')}
        </button>
      )}
      <div class="notebook-file">
        {found.length > 0 && (
          <details>
            <summary>{i18n.t('notebook.export')}</summary>
            <div class="page-row">
              {NOTEBOOK_FORMATS.map((format) => (
                <button
                  key={format}
                  type="button"
                  class="chip"
                  onClick={() => onExport(format, found)}
                >
                  {format === 'sidelight'
                    ? i18n.t('notebook.forSidelight')
                    : i18n.t('notebook.exportAs', [FORMAT_NAMES[format]])}
                </button>
              ))}
              <button
                type="button"
                class="chip"
                onClick={() => {
                  // What is not drawn is not printed.
                  setMost(found.length);
                  setTimeout(props.onPrint);
                }}
              >
                {i18n.t('notebook.print')}
              </button>
            </div>
          </details>
        )}
        <label class="button page-button page-file">
          {i18n.t('notebook.import')}
          <input
            type="file"
            accept=".json"
            class="visually-hidden"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              // The same file may be chosen again.
              currentTarget.value = '';
              if (!file) return;
              importFile(file).catch((error) => {
                console.error('Sidelight:', error);
                setFault(failureText(error));
              });
            }}
          />
        </label>
        <label class="notebook-address">
          <input
            type="checkbox"
            checked={props.notesAddress}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              act(
                () => i18n.t('notebook.saved'),
                () => props.onNotesAddress(isOn),
                () => props.onNotesAddress(!isOn),
              );
            }}
          />
          {i18n.t('notebook.notesAddress')}
        </label>
      </div>
    </div>
  );
}

interface KeptProps {
  clipping: Clipping;
  doings: PassageDoings;
  /** While it is being typed. */
  onNote(noted: Noted): Promise<unknown>;
  /** It has been typed. */
  onNoted(): void;
  onFail(error: unknown): void;
  onDelete(): void;
}

function Kept({ clipping, doings: { onCopy, onRead }, onDelete, ...own }: KeptProps) {
  const { note, tags, metAt } = clipping;
  const id = useId();
  const noteField = useJotting(note, {
    onJot: (typed) => own.onNote({ note: typed }),
    onJotted: own.onNoted,
    onFail: own.onFail,
  });
  const tagsField = useJotting(tags.join(', '), {
    onJot: (typed) => own.onNote({ tags: tagsOf(typed) }),
    onJotted: own.onNoted,
    onFail: own.onFail,
  });
  return (
    <PassageEntry passage={clippedPassage(clipping)} doings={{ onCopy, onRead }}>
      {metAt && (
        <p class="passage-entry-place">
          {i18n.t('notebook.metAt')}{' '}
          <a href={metAt} target="_blank" rel="noreferrer">
            {metAt}
          </a>
        </p>
      )}
      <div class="notebook-own">
        <label for={`${id}-note`} class="visually-hidden">
          {i18n.t('notebook.note')}
        </label>
        <textarea
          {...noteField}
          id={`${id}-note`}
          rows={noteField.value ? Math.min(6, noteField.value.split('\n').length + 1) : 1}
          maxLength={LONGEST_NOTE}
          dir="auto"
          placeholder={i18n.t('notebook.note')}
        />
        <label for={`${id}-tags`} class="visually-hidden">
          {i18n.t('notebook.tags')}
        </label>
        <input
          {...tagsField}
          id={`${id}-tags`}
          maxLength={LONGEST_NOTE}
          dir="auto"
          placeholder={i18n.t('notebook.tagsOf')}
        />
        <IconButton name="close" label={i18n.t('notebook.delete')} onClick={onDelete} />
      </div>
    </PassageEntry>
  );
}

/** Export and import: a file is read, shown as what it would change, and applied when the reader says so. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  type BackupChanges,
  type BackupFault,
  type Choices,
  changesBetween,
  MAX_BACKUP_BYTES,
  type RefusedBackup,
  readBackup,
  writeBackup,
} from '../../core/choices/backup';
import type { Correction } from '../../core/choices/corrections';
import type { EntitySummary } from '../../core/model/views';
import type { Tells } from '../controls/notice';
import { bytesText, changeText, correctionText, settingName } from '../words/setting-wording';
import { isolate, titleText } from '../words/wording';
import type { OptionsProps } from './options-props';

const FAULTS = {
  'too-large': 'options.faultTooLarge',
  'no-json': 'options.faultNoJson',
  'no-backup': 'options.faultNoBackup',
  'later-version': 'options.faultLaterVersion',
  sources: 'options.faultSources',
  damaged: 'options.faultDamaged',
} as const satisfies Record<BackupFault, string>;

type Asked = { name: string; choices: Choices; entities: readonly EntitySummary[] } | RefusedBackup;

export function OptionsBackup(props: OptionsProps & Tells) {
  const { settings, corrections, entities, entitiesOf, onChoose, onSave, act, fail } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const leave = () => {
    setAsked(null);
    field.current?.focus();
  };
  return (
    <>
      <p class="page-note">{i18n.t('options.keepHint')}</p>
      <button
        type="button"
        class="button page-button"
        onClick={() =>
          act(
            () => i18n.t('options.exported'),
            async () =>
              onSave(
                `sidelight-${new Date().toISOString().slice(0, 10)}.json`,
                writeBackup({ settings, corrections }),
              ),
          )
        }
      >
        {i18n.t('options.export')}
      </button>
      <div class="page-form">
        <div class="page-row">
          {/* The browser's own button would speak the browser's language. */}
          <label class="button page-button page-file">
            {i18n.t('options.import')}
            <input
              ref={field}
              type="file"
              accept=".json,application/json"
              aria-describedby={`${id}-hint ${id}-fault`}
              onChange={({ currentTarget }) => {
                setAsked(null);
                const [file] = currentTarget.files ?? [];
                // A file that was mended can be chosen again under its name.
                currentTarget.value = '';
                if (file) read(file, entitiesOf).then(setAsked, fail);
              }}
            />
          </label>
          <small id={`${id}-hint`}>{i18n.t('options.importHint')}</small>
        </div>
        <p id={`${id}-fault`} class="page-fault" role="alert">
          {asked && 'fault' in asked && faultText(asked)}
        </p>
      </div>
      {asked && 'choices' in asked && (
        <DryRun
          {...props}
          name={asked.name}
          entities={[...entities, ...asked.entities]}
          changes={changesBetween({ settings, corrections }, asked.choices)}
          onApply={() => {
            const before = { settings, corrections };
            act(
              () => i18n.t('options.applied'),
              () => onChoose(asked.choices),
              () => onChoose(before),
            );
            leave();
          }}
          onCancel={leave}
        />
      )}
    </>
  );
}

/** What a file would change. */
function DryRun({
  name,
  changes,
  sources,
  entities,
  onApply,
  onCancel,
}: OptionsProps & {
  name: string;
  changes: BackupChanges;
  onApply(): void;
  onCancel(): void;
}) {
  const { settings, added, removed } = changes;
  const titleOf = (id: string) => {
    const source = sources.find((one) => one.id === id);
    return source ? titleText(source) : id;
  };
  const correction = (one: Correction) =>
    correctionText(one, entities.find((entity) => entity.id === one.entity)?.canonical ?? null);
  const isSame = settings.length + added.length + removed.length === 0;
  return (
    <section class="page-dry-run" aria-live="polite">
      {isSame ? (
        <p>{i18n.t('options.importSame')}</p>
      ) : (
        <>
          <h3>{i18n.t('options.importWould', [isolate(name)])}</h3>
          <dl>
            {settings.map((change) => (
              <div key={change.key}>
                <dt>{settingName(change.key)}</dt>
                <dd>{changeText(change, titleOf)}</dd>
              </div>
            ))}
            {added.length + removed.length > 0 && (
              <div>
                <dt>{i18n.t('options.corrections')}</dt>
                {added.map((one) => (
                  <dd key={JSON.stringify(one)}>
                    {i18n.t('options.importAdded', [correction(one)])}
                  </dd>
                ))}
                {removed.map((one) => (
                  <dd key={JSON.stringify(one)}>
                    {i18n.t('options.importRemoved', [correction(one)])}
                  </dd>
                ))}
              </div>
            )}
          </dl>
          <button type="button" class="button page-button page-apply" onClick={onApply}>
            {i18n.t('options.apply')}
          </button>
        </>
      )}
      <button type="button" class="button page-button" onClick={onCancel}>
        {i18n.t('options.cancel')}
      </button>
    </section>
  );
}

async function read(file: File, entitiesOf: OptionsProps['entitiesOf']): Promise<Asked> {
  // A long file is not even read.
  const choices: Choices | RefusedBackup =
    file.size > MAX_BACKUP_BYTES ? { fault: 'too-large', part: '' } : readBackup(await file.text());
  if ('fault' in choices) return choices;
  const entities = await entitiesOf(choices.corrections.map(({ entity }) => entity));
  return { name: file.name, choices, entities };
}

function faultText({ fault, part }: RefusedBackup): string {
  return i18n.t(FAULTS[fault], [fault === 'too-large' ? bytesText(MAX_BACKUP_BYTES) : part]);
}

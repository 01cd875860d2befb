/** How long the pointer rests before a card opens. */
import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEFAULT_SETTINGS, DELAY_RANGE } from '../../core/choices/settings';
import type { SettingProps } from '../controls/Choice';
import { millisecondsText } from '../words/setting-wording';

/** A finer step is not felt. */
const STEP_MS = 50;

export function OptionsDelay({ settings: { delay }, onChange }: SettingProps) {
  const [shown, setShown] = useState(delay);
  const id = useId();
  useEffect(() => setShown(delay), [delay]);
  return (
    <div class="options-delay">
      <label for={id}>{i18n.t('options.delay')}</label>
      <input
        id={id}
        type="range"
        min={DELAY_RANGE.least}
        max={DELAY_RANGE.most}
        step={STEP_MS}
        value={shown}
        aria-valuetext={millisecondsText(shown)}
        onInput={(event) => setShown(event.currentTarget.valueAsNumber)}
        onChange={(event) => onChange({ delay: event.currentTarget.valueAsNumber })}
      />
      <span aria-hidden="true">{millisecondsText(shown)}</span>
      <small>{i18n.t('options.default', [millisecondsText(DEFAULT_SETTINGS.delay)])}</small>
    </div>
  );
}

import { i18n } from '#i18n';
import type { Switch as Which } from '../../core/choices/off';
import { isolate } from '../words/wording';

/** Where Sidelight is on, the widest first. */
export function Switches({
  switches,
  site,
  onSwitch,
}: {
  switches: ReadonlyArray<[which: Which, isOn: boolean]>;
  site: string | null;
  onSwitch(which: Which, on: boolean): void;
}) {
  const firstOff = switches.findIndex(([, isOn]) => !isOn);
  return (
    <fieldset class="popup-switches">
      <legend>{i18n.t('popup.switches')}</legend>
      {switches.map(([which, isOn], i) => (
        <label key={which} class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            // Off on all sites, it makes no difference whether this one is.
            disabled={firstOff >= 0 && i > firstOff}
            onChange={(event) => onSwitch(which, event.currentTarget.checked)}
          />
          <span>
            {which === 'site'
              ? i18n.t('popup.onSite', [isolate(site ?? '')])
              : i18n.t(`popup.switch.${which}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

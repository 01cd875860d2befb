import { i18n } from '#i18n';
import type { Switch as Which } from '../../core/choices/off';
import { isolate } from '../words/wording';

/** Whether Sidelight is on here, in one switch; the wider and the narrower ones are unfolded. */
export function Switches({
  switches,
  site,
  onSwitch,
}: {
  switches: ReadonlyArray<[which: Which, isOn: boolean]>;
  site: string | null;
  onSwitch(which: Which, on: boolean): void;
}) {
  // What keeps it off comes first; else the site, where there is one.
  const off = switches.find(([, isOn]) => !isOn);
  const main = off ?? switches.find(([which]) => which === 'site') ?? switches[0];
  const others = switches.filter((one) => one !== main);
  const firstOff = switches.findIndex(([, isOn]) => !isOn);
  /** Off on all sites, it is off on this one, whatever its own switch says. */
  const isWithinOff = (which: Which) =>
    firstOff >= 0 && switches.findIndex(([one]) => one === which) > firstOff;
  const toggle = ([which, isOn]: [Which, boolean]) => (
    <label key={which} class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn && !isWithinOff(which)}
        aria-checked={isOn && !isWithinOff(which)}
        disabled={isWithinOff(which)}
        onChange={(event) => onSwitch(which, event.currentTarget.checked)}
      />
      <span>
        {which === 'site'
          ? i18n.t('popup.onSite', [isolate(site ?? '')])
          : i18n.t(`popup.switch.${which}`)}
      </span>
    </label>
  );
  return (
    <fieldset class="popup-switches">
      <legend class="visually-hidden">{i18n.t('popup.switches')}</legend>
      {main && toggle(main)}
      {others.length > 0 && (
        <details>
          <summary>{i18n.t('popup.moreSwitches')}</summary>
          {others.map(toggle)}
        </details>
      )}
    </fieldset>
  );
}

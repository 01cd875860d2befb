/** What of the stored choices cannot be read, what is used in its place, and the repair. */
import { i18n } from '#i18n';
import { DEFAULT_SETTINGS } from '../../core/choices/settings';
import { isSettingKey, settingName, settingText } from '../words/setting-wording';
import { commas } from '../words/wording';

export interface Damage {
  /** Keys of settings, or `settings` for all of them. */
  settings: readonly string[];
  corrections: number;
  /** Keys of settings that the browser would not synchronise. */
  unsynced: readonly string[];
}

export function OptionsDamage({ damage, onRepair }: { damage: Damage; onRepair(): void }) {
  const { settings, corrections, unsynced } = damage;
  if (settings.length === 0 && corrections === 0) return <Unsynced keys={unsynced} />;
  const keys = settings.filter(isSettingKey);
  return (
    <section class="options-damage" role="alert">
      <h2>{i18n.t('options.damage')}</h2>
      {settings.length > keys.length && <p>{i18n.t('options.damageAll')}</p>}
      {keys.map((key) => (
        <p key={key}>
          {i18n.t('options.damageSettings', [
            settingName(key),
            settingText({ key, value: DEFAULT_SETTINGS[key] }, String),
          ])}
        </p>
      ))}
      {corrections > 0 && <p>{i18n.t('options.damageCorrections', corrections)}</p>}
      <p>{i18n.t('options.damageKept')}</p>
      <button type="button" class="button page-button" onClick={onRepair}>
        {i18n.t('options.repair')}
      </button>
    </section>
  );
}

function Unsynced({ keys }: { keys: readonly string[] }) {
  if (keys.length === 0) return null;
  const names = keys.filter(isSettingKey).map(settingName);
  return (
    <section class="options-damage" role="status">
      <p>{i18n.t('options.unsynced', [commas(names)])}</p>
    </section>
  );
}

/** The page after the install: a sample to try at once, three choices, and what Sidelight can and cannot see. */
import { i18n } from '#i18n';
import { offStateOf } from '../../core/choices/off';
import { DensityChoice, type SettingProps, TriggerChoice, WhereChoice } from '../controls/Choice';
import { Sample } from '../sample/Sample';
import './welcome.css';

export interface WelcomeProps extends SettingProps {
  onOpenOptions(): void;
  onOpenLibrary(): void;
}

export function Welcome({ settings, onChange, onOpenOptions, onOpenLibrary }: WelcomeProps) {
  const isOff = offStateOf(settings, { site: null, page: null }, Date.now()) !== null;
  return (
    <main class="welcome">
      <header>
        <h1>{i18n.t('welcome.title')}</h1>
        <p>{i18n.t('welcome.lead')}</p>
      </header>
      <Sample settings={settings} isOff={isOff} />
      <section aria-labelledby="choices">
        <h2 id="choices">{i18n.t('welcome.choices')}</h2>
        <p class="welcome-note">{i18n.t('welcome.choicesHint')}</p>
        <div class="welcome-choices">
          <TriggerChoice settings={settings} onChange={onChange} />
          <DensityChoice settings={settings} onChange={onChange} />
          <WhereChoice settings={settings} onChange={onChange} />
        </div>
        <button type="button" class="button welcome-options" onClick={onOpenOptions}>
          {i18n.t('welcome.options')}
        </button>
        <button type="button" class="button welcome-options" onClick={onOpenLibrary}>
          {i18n.t('welcome.addOwn')}
        </button>
      </section>
      <section aria-labelledby="sees">
        <h2 id="sees">{i18n.t('welcome.sees')}</h2>
        <ul class="welcome-list">
          {(['seesText', 'seesNot', 'noNetwork', 'noticed', 'noVerdict', 'popup'] as const).map(
            (key) => (
              <li key={key}>{i18n.t(`welcome.${key}`)}</li>
            ),
          )}
        </ul>
      </section>
    </main>
  );
}

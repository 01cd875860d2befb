/**
 * The page after the install: a sample to try at once, three choices, what comes with Sidelight, and what it can and
 * cannot see.
 */
import { i18n } from '#i18n';
import { offStateOf } from '../../core/choices/off';
import type { Source } from '../../core/model/source';
import { DensityChoice, type SettingProps, TriggerChoice, WhereChoice } from '../controls/Choice';
import { SourceFacts } from '../passage/SourceFacts';
import { Title } from '../passage/Translated';
import { Sample } from '../sample/Sample';
import { limitsText } from '../words/wording';
import './welcome.css';

export interface WelcomeProps extends SettingProps {
  onOpenOptions(): void;
  onOpenLibrary(): void;
  /** Those that come with Sidelight. */
  sources: readonly Source[];
}

export function Welcome({
  settings,
  onChange,
  onOpenOptions,
  onOpenLibrary,
  sources,
}: WelcomeProps) {
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
      <section aria-labelledby="comes">
        <h2 id="comes">{i18n.t('welcome.comes')}</h2>
        {sources.map((source) => (
          <div key={source.id} class="welcome-source">
            <p>
              <cite>
                <Title source={source} />
              </cite>{' '}
              · {limitsText(source)}
            </p>
            <SourceFacts source={source} />
          </div>
        ))}
      </section>
      <List name="legend" texts={[i18n.t('welcome.legendSolid'), i18n.t('welcome.legendDotted')]} />
      <List
        name="keys"
        texts={[
          i18n.t('welcome.keySearch'),
          i18n.t('welcome.keyNext'),
          i18n.t('welcome.keyPanel'),
          i18n.t('welcome.keyAlt'),
          i18n.t('welcome.pin'),
        ]}
      />
      <List
        name="sees"
        texts={(['seesText', 'seesNot', 'noNetwork', 'noticed', 'noVerdict', 'popup'] as const).map(
          (key) => i18n.t(`welcome.${key}`),
        )}
      />
    </main>
  );
}

function List({ name, texts }: { name: 'legend' | 'keys' | 'sees'; texts: readonly string[] }) {
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{i18n.t(`welcome.${name}`)}</h2>
      <ul class="welcome-list">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

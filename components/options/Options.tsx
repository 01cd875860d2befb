/** The options page: everything that can be chosen, with a sample on which the choice is seen. */
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { offStateOf } from '../../core/choices/off';
import {
  DEFAULT_SETTINGS,
  LANGUAGES,
  type Language,
  LOOKS,
  type Settings,
} from '../../core/choices/settings';
import { ENTITY_KINDS } from '../../core/model/source';
import { Checks, Choice, DensityChoice, TriggerChoice } from '../controls/Choice';
import { useNotice } from '../controls/notice';
import { Section } from '../controls/Section';
import { Sample } from '../sample/Sample';
import { LANGUAGE_NAMES } from '../words/setting-wording';
import { dateText, titleText } from '../words/wording';
import { OptionsBackup } from './OptionsBackup';
import { OptionsCorrections } from './OptionsCorrections';
import { OptionsDamage } from './OptionsDamage';
import { OptionsDelay } from './OptionsDelay';
import { OptionsMutes } from './OptionsMutes';
import { OptionsPlaces } from './OptionsPlaces';
import { OptionsReport } from './OptionsReport';
import type { OptionsProps } from './options-props';
import './options.css';

export function Options(props: OptionsProps) {
  const { settings, corrections, sources, damage, onChoose, onRepair } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const { notice, ...tells } = useNotice(title);
  const { act } = tells;
  const choose = (change: Partial<Settings>) =>
    act(
      () => i18n.t('options.saved'),
      () => onChoose({ settings: change }),
    );
  const isOff = offStateOf(settings, { site: null, page: null }, Date.now()) !== null;

  return (
    <main class="options">
      <h1 ref={title} tabIndex={-1}>
        {i18n.t('options.title')}
      </h1>
      <div class="options-sample">
        <Sample settings={settings} isOff={isOff} />
      </div>
      <div class="options-body">
        <OptionsDamage
          damage={damage}
          onRepair={() => {
            act(() => i18n.t('options.repaired'), onRepair);
            // The button is gone with the damage.
            title.current?.focus();
          }}
        />
        <Section title={i18n.t('options.marks')}>
          <DensityChoice settings={settings} onChange={choose} />
          <Choice
            legend={i18n.t('choice.look')}
            value={settings.look}
            onChange={(look) => choose({ look })}
            options={LOOKS.map((value) => ({ value, label: i18n.t(`choice.${value}`) }))}
          />
          <Checks
            legend={i18n.t('options.kinds')}
            off={settings.kindsOff}
            onChange={(kindsOff) => choose({ kindsOff })}
            options={ENTITY_KINDS.map((value) => ({ value, label: i18n.t(`kinds.${value}`) }))}
          />
        </Section>
        <Section title={i18n.t('options.cards')}>
          <TriggerChoice settings={settings} onChange={choose} />
          <OptionsDelay settings={settings} onChange={choose} />
          <p class="page-note">{i18n.t('choice.always')}</p>
        </Section>
        <Section title={i18n.t('options.places')}>
          <OptionsPlaces settings={settings} isOff={isOff} act={act} onChoose={onChoose} />
        </Section>
        <Section title={i18n.t('options.sources')}>
          <Checks
            legend={i18n.t('options.sources')}
            isLegendHidden
            off={settings.sourcesOff}
            onChange={(sourcesOff) => choose({ sourcesOff })}
            options={sources.map((source) => ({
              value: source.id,
              label: titleText(source),
              lang: titleText(source) === source.title ? source.language : undefined,
              hint: `${i18n.t(`sourceKind.${source.kind}`)} · ${dateText(source.date)}`,
            }))}
          />
          <p class="page-note">{i18n.t('options.noticed')}</p>
          <button type="button" class="button page-button" onClick={props.onLibrary}>
            {i18n.t('library.open')}
          </button>
        </Section>
        <Section title={i18n.t('options.corrections')}>
          <OptionsCorrections {...props} act={act} />
        </Section>
        <Section title={i18n.t('options.mutes')}>
          <OptionsMutes {...props} act={act} />
        </Section>
        <Section title={i18n.t('options.language')}>
          <Choice
            legend={i18n.t('options.language')}
            isLegendHidden
            value={settings.language ?? 'browser'}
            onChange={(language: Language | 'browser') =>
              choose({ language: language === 'browser' ? null : language })
            }
            options={[
              { value: 'browser', label: i18n.t('options.asBrowser') },
              ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
            ]}
          />
        </Section>
        <Section title={i18n.t('options.keep')}>
          <OptionsBackup {...props} {...tells} />
          <div class="page-row">
            <button
              type="button"
              class="button page-button"
              onClick={() => {
                const before = { settings, corrections };
                act(
                  () => i18n.t('options.resetDone'),
                  () => onChoose({ settings: DEFAULT_SETTINGS, corrections: [] }),
                  () => onChoose(before),
                );
              }}
            >
              {i18n.t('options.reset')}
            </button>
            <small>{i18n.t('options.resetHint')}</small>
          </div>
        </Section>
        <Section title={i18n.t('options.report')}>
          <OptionsReport {...props} act={act} />
        </Section>
      </div>
      {notice}
    </main>
  );
}

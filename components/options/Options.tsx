/** The options page: everything that can be chosen, with a sample on which the choice is seen. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  DEFAULT_SETTINGS,
  LANGUAGES,
  type Language,
  LOOKS,
  offStateOf,
  type Settings,
} from '../../core/choices/settings';
import { ENTITY_KINDS } from '../../core/model/source';
import { Checks, Choice, DensityChoice, TriggerChoice } from '../controls/Choice';
import { Sample } from '../sample/Sample';
import { LANGUAGE_NAMES } from '../words/setting-wording';
import { dateText, failureText } from '../words/wording';
import { OptionsBackup } from './OptionsBackup';
import { OptionsCorrections } from './OptionsCorrections';
import { OptionsDamage } from './OptionsDamage';
import { OptionsDelay } from './OptionsDelay';
import { OptionsPlaces } from './OptionsPlaces';
import type { Act, OptionsProps } from './options-props';
import './options.css';

/** Long enough to be read twice; what can be undone stays. */
const NOTICE_MS = 5000;

export function Options(props: OptionsProps) {
  const { settings, corrections, sources, damage, onChoose, onRepair } = props;
  const [notice, setNotice] = useState<{
    text: () => string;
    undo?: () => Promise<unknown>;
  } | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!notice || notice.undo) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const act: Act = async (text, action, undo) => {
    try {
      await action();
      setNotice({ text, ...(undo && { undo }) });
    } catch (error) {
      console.error('Sidelight:', error);
      setNotice({ text: () => failureText(error) });
    }
  };
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
          <p class="options-note">{i18n.t('choice.always')}</p>
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
            options={sources.map(({ id, title: label, kind, date, language }) => ({
              value: id,
              label,
              lang: language,
              hint: `${i18n.t(`sourceKind.${kind}`)} · ${dateText(date)}`,
            }))}
          />
          <p class="options-note">{i18n.t('options.noticed')}</p>
        </Section>
        <Section title={i18n.t('options.corrections')}>
          <OptionsCorrections {...props} act={act} />
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
          <OptionsBackup {...props} act={act} />
          <div class="options-row">
            <button
              type="button"
              class="button options-button"
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
      </div>
      <p class="options-notice" role="status">
        {notice && (
          <>
            <bdi>{notice.text()}</bdi>
            {notice.undo && (
              <button
                type="button"
                class="button options-button"
                onClick={() => {
                  act(() => i18n.t('options.undone'), notice.undo as () => Promise<unknown>);
                  title.current?.focus({ preventScroll: true });
                }}
              >
                {i18n.t('options.undo')}
              </button>
            )}
          </>
        )}
      </p>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const label = useId();
  return (
    <section class="options-section" aria-labelledby={label}>
      <h2 id={label}>{title}</h2>
      {children}
    </section>
  );
}

/** Where Sidelight is on: everywhere or not, until when, and the sites and pages left out. */
import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { switchPage, switchSite } from '../../core/choices/off';
import type { Settings } from '../../core/choices/settings';
import { WhereChoice } from '../controls/Choice';
import type { Act } from '../controls/notice';
import { RemovableList } from '../controls/RemovableList';
import { momentText } from '../words/setting-wording';
import { isolate } from '../words/wording';
import type { OptionsProps } from './options-props';
import { siteFrom } from './site-entry';

interface Props {
  settings: Settings;
  /** Off on every page, for now or for good. */
  isOff: boolean;
  act: Act;
  onChoose: OptionsProps['onChoose'];
}

export function OptionsPlaces({ settings, isOff, act, onChoose }: Props) {
  const choose = (change: Partial<Settings>) => onChoose({ settings: change });
  const takeOut = (name: string, change: Partial<Settings>) => {
    const { sitesOff, pagesOff } = settings;
    act(
      () => i18n.t('options.siteRemoved', [isolate(name)]),
      () => choose(change),
      () => choose({ sitesOff, pagesOff }),
    );
  };
  return (
    <>
      <WhereChoice
        settings={settings}
        onChange={(change) =>
          act(
            () => i18n.t('options.saved'),
            () => choose(change),
          )
        }
      />
      {!settings.isOff && isOff && settings.offUntil && (
        <p class="page-row">
          {i18n.t('options.offUntil', [momentText(settings.offUntil)])}
          <button
            type="button"
            class="button page-button"
            onClick={() =>
              act(
                () => i18n.t('options.saved'),
                () => choose({ offUntil: null }),
              )
            }
          >
            {i18n.t('options.onNow')}
          </button>
        </p>
      )}
      <h3>{i18n.t('options.sites')}</h3>
      {settings.sitesOff.length === 0 && <p>{i18n.t('options.noSites')}</p>}
      <RemovableList
        label={i18n.t('options.sites')}
        items={settings.sitesOff}
        textOf={String}
        onRemove={(site) => takeOut(site, switchSite(settings, site, true))}
      />
      <SiteForm
        known={settings.sitesOff}
        onAdd={(site) =>
          act(
            () => i18n.t('options.siteAdded', [isolate(site)]),
            () => choose(switchSite(settings, site, false)),
          )
        }
      />
      {settings.pagesOff.length > 0 && (
        <>
          <h3>{i18n.t('options.pages')}</h3>
          <RemovableList
            label={i18n.t('options.pages')}
            items={settings.pagesOff}
            textOf={String}
            onRemove={(page) => takeOut(page, switchPage(settings, page, true))}
          />
        </>
      )}
    </>
  );
}

function SiteForm({ known, onAdd }: { known: readonly string[]; onAdd(site: string): void }) {
  const [refused, setRefused] = useState<string | null>(null);
  const fault = refused === null ? null : faultOf(refused, known);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const add = () => {
    const input = field.current;
    if (!input) return;
    const site = siteFrom(input.value);
    const isRefused = faultOf(input.value, known) !== null;
    setRefused(isRefused ? input.value : null);
    input.focus();
    if (isRefused || site === null) return;
    onAdd(site);
    input.value = '';
  };
  return (
    <form
      class="page-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label for={id}>
        {i18n.t('options.site')} <small>{i18n.t('options.siteExample')}</small>
      </label>
      <span class="page-row">
        <input
          id={id}
          ref={field}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onInput={() => setRefused(null)}
        />
        <button type="submit" class="button page-button">
          {i18n.t('options.addSite')}
        </button>
      </span>
      <p id={`${id}-fault`} class="page-fault" role="alert">
        {fault}
      </p>
    </form>
  );
}

function faultOf(typed: string, known: readonly string[]): string | null {
  if (typed.trim() === '') return i18n.t('options.siteEmpty');
  const site = siteFrom(typed);
  if (site === null) return i18n.t('options.siteWrong', [isolate(typed.trim())]);
  return known.includes(site) ? i18n.t('options.siteKnown', [isolate(site)]) : null;
}

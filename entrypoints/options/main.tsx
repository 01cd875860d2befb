/** The options page. Its sample is read by the very script of pages. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import { Options } from '../../components/Options';
import type { Damage } from '../../components/OptionsDamage';
import type { OptionsProps } from '../../components/options-props';
import type { Choices } from '../../core/backup';
import { DEFAULT_SETTINGS, rebased, rebasedList } from '../../core/settings';
import type { EntityId } from '../../core/types';
import { writeChoices } from '../../platform/choices';
import {
  changeCorrections,
  readCorrections,
  repairCorrections,
  watchCorrections,
} from '../../platform/corrections';
import { askBackground } from '../../platform/messages';
import {
  changeSettings,
  readKeptSettings,
  repairSettings,
  watchSettings,
} from '../../platform/settings';
import { startSample } from '../page/start-sample';

/** The background takes no longer questions. */
const MAX_ENTITIES = 2000;

const root = document.getElementById('root') as HTMLElement;
const report = (error: unknown) => console.error('Sidelight:', error);
/** What the page shows, of which the reader's changes are made. */
let shown: Choices = { settings: DEFAULT_SETTINGS, corrections: [] };

const entitiesOf = (ids: EntityId[]) =>
  askBackground('entities', { entities: [...new Set(ids)].slice(0, MAX_ENTITIES) });

const choose: OptionsProps['onChoose'] = async ({ settings, corrections }) => {
  const before = shown;
  if (settings && corrections) await writeChoices({ settings, corrections });
  else if (settings) await changeSettings((now) => rebased(settings, before.settings, now));
  else if (corrections) {
    await changeCorrections((now) => rebasedList(corrections, before.corrections, now));
  }
  await redraw();
};

const repair = async () => {
  await repairSettings();
  await repairCorrections();
  await redraw();
};

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function draw(): Promise<void> {
  let damagedCorrections = 0;
  const [kept, corrections, sources] = await Promise.all([
    readKeptSettings(),
    readCorrections((count) => {
      damagedCorrections = count;
    }),
    askBackground('sources', null),
  ]);
  const { settings } = kept;
  shown = { settings, corrections };
  const damage: Damage = { settings: kept.damaged, corrections: damagedCorrections };
  const entities = await entitiesOf(corrections.map(({ entity }) => entity));
  await speak(settings.language);
  document.title = `${i18n.t('options.title')} – Sidelight`;
  render(
    <Options
      settings={settings}
      corrections={corrections}
      sources={sources}
      entities={entities}
      damage={damage}
      isOnlyHere={kept.isOnlyHere}
      entitiesOf={entitiesOf}
      onChoose={choose}
      onRepair={repair}
      onSave={save}
    />,
    root,
  );
}

/** One after another, so that what was read last is what is shown. */
let drawn: Promise<void> = Promise.resolve();
function redraw(): Promise<void> {
  drawn = drawn.then(draw).catch(report);
  return drawn;
}

watchSettings(redraw);
watchCorrections(redraw);
redraw().then(startSample).catch(report);

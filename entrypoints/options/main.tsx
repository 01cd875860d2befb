/** The options page. Its sample is read by the very script of pages. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import { Options } from '../../components/Options';
import type { Damage } from '../../components/OptionsDamage';
import type { OptionsProps } from '../../components/options-props';
import type { EntityId } from '../../core/types';
import {
  readCorrections,
  repairCorrections,
  watchCorrections,
  writeCorrections,
} from '../../platform/corrections';
import { askBackground } from '../../platform/messages';
import {
  changeSettings,
  readSettings,
  repairSettings,
  watchSettings,
} from '../../platform/settings';
import { startSample } from '../page/start-sample';

/** The background takes no longer questions. */
const MAX_ENTITIES = 2000;

const root = document.getElementById('root') as HTMLElement;
const report = (error: unknown) => console.error('Sidelight:', error);
/** Of two changes at once, the second reads what the first has stored. */
let last: Promise<void> = Promise.resolve();

function inTurn(action: () => Promise<void>): Promise<void> {
  const done = last.then(action);
  last = done.catch(() => undefined);
  return done;
}

const entitiesOf = (ids: EntityId[]) =>
  askBackground('entities', { entities: [...new Set(ids)].slice(0, MAX_ENTITIES) });

const choose: OptionsProps['onChoose'] = ({ settings, corrections }) =>
  inTurn(async () => {
    if (settings) await changeSettings(settings);
    if (corrections) await writeCorrections(corrections);
    await redraw();
  });

const repair = () =>
  inTurn(async () => {
    await repairSettings();
    await repairCorrections();
    await redraw();
  });

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function draw(): Promise<void> {
  const damage: { -readonly [Part in keyof Damage]: Damage[Part] } = {
    settings: [],
    corrections: 0,
  };
  const [settings, corrections, sources] = await Promise.all([
    readSettings((parts) => {
      damage.settings = parts;
    }),
    readCorrections((count) => {
      damage.corrections = count;
    }),
    askBackground('sources', null),
  ]);
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

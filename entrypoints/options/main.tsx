/** The options page. Its sample is read by the very script of pages. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import { Options } from '../../components/options/Options';
import type { OptionsProps } from '../../components/options/options-props';
import { partsOf } from '../../core/choices/mutes';
import { problemReport } from '../../core/choices/problem-report';
import type { EntityId } from '../../core/model/source';
import { changeChoices, readChoices, repairChoices, watchChoices } from '../../platform/choices';
import { copyText } from '../../platform/clipboard';
import { askBackground } from '../../platform/messages';
import { openLibrary } from '../../platform/our-pages';
import { saveFile } from '../../platform/save-file';
import { ownVersion } from '../../platform/updates';
import { startSample } from '../content-script/start-sample';

/** The background takes no longer questions. */
const MAX_ENTITIES = 2000;

const root = document.getElementById('root') as HTMLElement;
const report = (error: unknown) => console.error('Sidelight:', error);
const entitiesOf = (ids: EntityId[]) =>
  askBackground('entities', { entities: [...new Set(ids)].slice(0, MAX_ENTITIES) });

const choose: OptionsProps['onChoose'] = async (change) => {
  await changeChoices(change);
  await redraw();
};

const repair = async () => {
  await repairChoices();
  await redraw();
};

async function draw(): Promise<void> {
  const [{ settings, corrections, damaged, damagedCorrections, unsynced }, sources] =
    await Promise.all([readChoices(), askBackground('sources', null)]);
  const entities = await entitiesOf([
    ...corrections.map(({ entity }) => entity),
    ...settings.subjectsMuted.map((mute) => partsOf(mute).entity),
  ]);
  await speak(settings.language);
  document.title = `${i18n.t('options.title')} – Sidelight`;
  render(
    <Options
      settings={settings}
      corrections={corrections}
      sources={sources}
      entities={entities}
      damage={{ settings: damaged, corrections: damagedCorrections, unsynced }}
      report={problemReport({
        version: ownVersion(),
        browser: navigator.userAgent,
        languages: navigator.languages,
        settings,
        corrections,
        sources,
        damaged,
      })}
      entitiesOf={entitiesOf}
      onChoose={choose}
      onRepair={repair}
      onLibrary={() => openLibrary().catch(report)}
      onCopy={copyText}
      onSave={(name, text) => saveFile(name, new Blob([text], { type: 'application/json' }))}
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

watchChoices(redraw);
redraw().then(startSample).catch(report);

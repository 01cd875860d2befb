/** The page after the install. Its sample is read by the very script of pages. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import { Welcome } from '../../components/welcome/Welcome';
import { askBackground } from '../../platform/messages';
import { openLibrary, openOptions } from '../../platform/our-pages';
import { changeSettings, readSettings, watchSettings } from '../../platform/settings';
import { startSample } from '../content-script/start-sample';

const root = document.getElementById('root') as HTMLElement;
const report = (error: unknown) => console.error('Sidelight:', error);

async function draw(): Promise<void> {
  const [settings, held] = await Promise.all([
    readSettings(report),
    // The rest of the page is shown all the same.
    askBackground('heldSources', null).catch((error) => {
      report(error);
      return [];
    }),
  ]);
  await speak(settings.language);
  document.title = `${i18n.t('welcome.title')} – Sidelight`;
  render(
    <Welcome
      settings={settings}
      onChange={(change) => changeSettings(change).catch(report)}
      onOpenOptions={() => openOptions().catch(report)}
      onOpenLibrary={() => openLibrary().catch(report)}
      sources={held.map(({ source }) => source).filter(({ holding }) => holding === 'bundled')}
    />,
    root,
  );
}

watchSettings(() => {
  draw().catch(report);
});
draw().then(startSample).catch(report);

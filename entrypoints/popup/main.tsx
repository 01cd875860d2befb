/** The popup of the toolbar, over the tab that is being read. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/Popup';
import { switchSite } from '../../core/settings';
import { NO_FILTER, type PageList, type SearchResults } from '../../core/types';
import { askBackground, desk, fromBackground, receive } from '../../platform/messages';
import { activeTab, openReader, openReaderAtEntity } from '../../platform/pages';
import type { BackgroundToPopup } from '../../platform/protocol';
import { changeSettings, readSettings } from '../../platform/settings';

const root = document.getElementById('root') as HTMLElement;
document.documentElement.lang = i18n.t('locale');

const UNREACHABLE: PageList = { site: null, page: null, state: 'unreachable', entities: [] };
/** Pause in typing before a search; below what is felt as waiting. */
const SEARCH_MS = 60;

let page: PageList = { ...UNREACHABLE, state: 'reading' };
let query = '';
let results: SearchResults | null = null;
let searchTimer: ReturnType<typeof setTimeout> | undefined;

const report = (error: unknown) => console.error('Sidelight:', error);

async function start(): Promise<void> {
  // `?tab=` serves browsers that show the popup as a page of its own.
  const asked = new URLSearchParams(location.search).get('tab');
  const tab = asked === null ? await activeTab() : Number(asked);

  const refresh = async () => {
    page = tab === null ? UNREACHABLE : await askBackground('pageList', { tab });
    draw();
  };
  const change = async (settings: Parameters<typeof changeSettings>[0]) => {
    await changeSettings(settings);
    await refresh();
  };

  const draw = () =>
    render(
      <Popup
        page={page}
        query={query}
        results={results}
        onQuery={(typed) => {
          query = typed;
          draw();
          clearTimeout(searchTimer);
          searchTimer = setTimeout(() => search(typed).catch(report), SEARCH_MS);
        }}
        onJump={(entity) => {
          if (tab === null) return;
          askBackground('jump', { tab, entity }).then(() => window.close(), report);
        }}
        onOpenPassage={(passage) => openReader(passage).then(() => window.close(), report)}
        onOpenEntity={(entity) => openReaderAtEntity(entity).then(() => window.close(), report)}
        onSwitchSite={(on) => {
          const { site } = page;
          if (site)
            readSettings(report).then((settings) => change(switchSite(settings, site, on)), report);
        }}
        onSwitchEverywhere={(on) => change({ isOff: !on }).catch(report)}
      />,
      root,
    );

  const search = async (typed: string) => {
    const found = typed.trim()
      ? await askBackground('search', { query: typed, filter: NO_FILTER, tab })
      : null;
    // The newest question wins.
    if (typed !== query) return;
    results = found;
    draw();
  };

  receive(
    'popup',
    [
      desk<BackgroundToPopup>(fromBackground, {
        async pageListChanged(changed) {
          if (changed.tab !== tab) return;
          page = await askBackground('pageListKnown', { tab: changed.tab });
          draw();
        },
      }),
    ],
    report,
  );
  draw();
  await refresh();
}

start().catch(report);

/**
 * The popup of the toolbar, over the tab that is being read. `?tab=` names that tab where the popup is a page of
 * its own; `?query=` makes it a page that only searches.
 */
import '../../assets/theme.css';
import { render } from 'preact';
import { speak } from '#i18n';
import { Popup } from '../../components/popup/Popup';
import { failureText } from '../../components/words/wording';
import { offStateOf, type Switch, switchesAt, turned } from '../../core/choices/off';
import { DEFAULT_SETTINGS, type Settings } from '../../core/choices/settings';
import { Failure } from '../../core/model/failure';
import {
  type AttributedPassage,
  type Jumped,
  NO_FILTER,
  type PageList,
  type SearchChoices,
  type SearchFilter,
  type SearchResults,
  type UnreachableReason,
} from '../../core/model/views';
import { changeChoices, readChoices, watchChoices } from '../../platform/choices';
import { keepQuery, readKeptQuery } from '../../platform/kept-query';
import { askBackground, fromBackground, receive, routes } from '../../platform/messages';
import { keepPassage } from '../../platform/notebook';
import {
  isPrivateTab,
  openLibrary,
  openOptions,
  openReader,
  openReaderAtEntity,
  showTab,
  tabInFront,
  whyUnreachable,
} from '../../platform/our-pages';
import { openPanel } from '../../platform/panel';
import type { BackgroundToPopup } from '../../platform/protocol';
import { dropUpdateNote, readUpdateNote } from '../../platform/updates';

const root = document.getElementById('root') as HTMLElement;

const UNREACHABLE: PageList = { site: null, page: null, state: 'unreachable', entities: [] };
/** Pause in typing before a search; below what is felt as waiting. */
const SEARCH_MS = 30;
/** Between looks at a page that is being read. */
const READING_MS = 500;
/** Rows of which the first words are shown. */
const MOST_OPENINGS = 24;

const asked = new URLSearchParams(location.search);
const isSearchPage = asked.has('query');
let tab: number | null = null;
/** Asked beforehand: a side panel opens only while the press is handled. */
let ownWindow: number | undefined;
let isPrivate = false;
let page: PageList | null = isSearchPage ? null : { ...UNREACHABLE, state: 'reading' };
let unreachable: UnreachableReason = 'unknown';
let settings: Settings = DEFAULT_SETTINGS;
let lastOff: Switch | null = null;
let updatedTo: string | null = null;
let query = asked.get('query') ?? '';
let isRestored = false;
let filter: SearchFilter = NO_FILTER;
let choices: SearchChoices = { sources: [], speakers: [] };
let results: SearchResults | null = null;
/** The first words of what the sources say, by entity of the page. */
let openings: ReadonlyMap<string, AttributedPassage> = new Map();
let readingTimer: ReturnType<typeof setTimeout> | undefined;
let searchTimer: ReturnType<typeof setTimeout> | undefined;

/** The key of a page of which the reader has selected a part. */
let adding: string | null = null;
let failure: string | null = null;

const report = (error: unknown) => console.error('Sidelight:', error);
/** Tells the reader too, who waits for what did not happen. */
const fail = (error: unknown) => {
  report(error);
  failure = failureText(error);
  draw();
};
const pageLocation = () => page ?? UNREACHABLE;
const close = () => window.close();
/** Tells the page that is read from others. */
const place = () => JSON.stringify([tab, page?.page ?? null]);

function draw(): void {
  render(
    <Popup
      page={page}
      unreachable={unreachable}
      query={query}
      isRestored={isRestored}
      filter={filter}
      choices={choices}
      results={results}
      openings={openings}
      switches={switchesAt(settings, pageLocation(), Date.now())}
      lastOff={lastOff}
      isPrivate={isPrivate}
      failure={failure}
      updatedTo={updatedTo}
      onQuery={(typed) => {
        query = typed;
        isRestored = false;
        if (typed.trim() === '') results = null;
        draw();
        clearTimeout(searchTimer);
        searchTimer = setTimeout(() => search().catch(fail), SEARCH_MS);
        keepQuery(typed, place(), Date.now()).catch(report);
      }}
      onFilter={(chosen) => {
        filter = chosen;
        search().catch(fail);
      }}
      onJump={(...order) =>
        jump(...order).catch((error) => {
          fail(error);
          return null;
        })
      }
      onOpenPassage={(passage) => openReader(passage).then(close, fail)}
      onKeep={async (passage) => {
        if (isPrivate) throw new Failure('private-window', 'The page lies in a private window.');
        return keepPassage(passage, null);
      }}
      onOpenEntity={(entity) => openReaderAtEntity(entity).then(close, fail)}
      onSwitch={(which, on) => turn(which, on).catch(fail)}
      onOptions={() => openOptions().then(close, fail)}
      onLibrary={() => openLibrary().then(close, fail)}
      onPanel={() => openPanel(ownWindow).then(close, fail)}
      adding={adding}
      onAddPage={() => takePage().catch(fail)}
      onAddPart={(part) => adding && openLibrary({ key: adding, part }).then(close, fail)}
      onDismissUpdate={() => {
        updatedTo = null;
        draw();
        dropUpdateNote().catch(report);
      }}
    />,
    root,
  );
}

async function search(): Promise<void> {
  const wanted = { query, filter };
  const found = query.trim() ? await askBackground('search', { ...wanted, tab }) : null;
  // The newest question wins.
  if (wanted.query !== query || wanted.filter !== filter) return;
  results = found;
  failure = null;
  draw();
}

async function jump(entity: string, by: 1 | -1, isFinal: boolean): Promise<Jumped> {
  if (tab === null) return null;
  // Pages that are not seen do not scroll.
  const isShown = await showTab(tab);
  const position = await askBackground('jump', { tab, entity, by });
  if (position && position !== 'folded' && isFinal && !isShown) close();
  return position;
}

async function turn(which: Switch, on: boolean): Promise<void> {
  await changeChoices(
    (now) => ({
      settings: turned(now.settings, which, on, pageLocation(), new Date()),
    }),
    isPrivate,
  );
  lastOff = on ? null : which;
  await refresh();
}

/** Goes to the library with the page; with a selection the reader says first which is meant. */
async function takePage(): Promise<void> {
  if (tab === null) return;
  if (isPrivate) throw new Failure('private-window', 'The page lies in a private window.');
  const taken = await askBackground('takePage', { tab });
  if (!taken) throw new Failure('page-not-read', 'No content script answers in the tab.');
  if (taken.hasSelection) {
    adding = taken.key;
    draw();
  } else {
    await openLibrary({ key: taken.key, part: 'article' });
    close();
  }
}

async function refresh(): Promise<void> {
  const asked = page && tab !== null ? askBackground('pageList', { tab }) : null;
  ({ settings } = await readChoices(isPrivate));
  if (page) {
    page = agreed((await asked) ?? UNREACHABLE);
    if (page.state === 'unreachable' && tab !== null) unreachable = await whyUnreachable(tab);
    // A page in which nothing is found does not say when it has been read.
    clearTimeout(readingTimer);
    if (page.state === 'reading') {
      readingTimer = setTimeout(() => refresh().catch(fail), READING_MS);
    }
  }
  draw();
  await readOpenings();
}

/** The first words for the first rows: whoever scrolls further has found no use for the list. */
async function readOpenings(): Promise<void> {
  const wanted = (page?.entities ?? []).slice(0, MOST_OPENINGS).map(({ id }) => id);
  if (wanted.every((id) => openings.has(id))) return;
  openings = new Map(await askBackground('openings', { entities: wanted, tab }));
  draw();
}

/** The list, if the page has not yet heard of what was switched. */
function agreed(list: PageList): PageList {
  if (list.state === 'unreachable') return list;
  const off = offStateOf(settings, list, Date.now());
  if (off) return { ...list, state: off, entities: [] };
  return list.state === 'done' ? list : { ...list, state: 'reading' };
}

/** The kept query, unless the reader has begun to type. */
async function restore(): Promise<void> {
  const kept = await readKeptQuery(place(), Date.now());
  if (query !== '' || kept === '') return;
  query = kept;
  isRestored = true;
  draw();
}

async function start(): Promise<void> {
  ({ settings } = await readChoices(isPrivate));
  await speak(settings.language);
  draw();
  const front = await tabInFront();
  ownWindow = front.window;
  if (!isSearchPage) tab = asked.has('tab') ? Number(asked.get('tab')) : front.tab;
  isPrivate = tab !== null && (await isPrivateTab(tab));
  receive(
    'popup',
    [
      routes<BackgroundToPopup>(fromBackground, {
        async pageListChanged(changed) {
          if (changed.tab !== tab) return;
          page = agreed(await askBackground('pageListKnown', { tab: changed.tab }));
          draw();
          await readOpenings();
        },
      }),
    ],
    report,
  );
  watchChoices(() => refresh().catch(fail));
  await refresh();
  await restore();
  // What comes after the list must not delay it.
  [choices, updatedTo] = await Promise.all([
    askBackground('searchChoices', null),
    readUpdateNote(),
  ]);
  draw();
  if (query !== '') await search();
}

start().catch(fail);

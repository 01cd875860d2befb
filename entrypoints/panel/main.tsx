/**
 * The side panel: of one window, whose front tab it follows. `?tab=` names another tab, `?words=` what is to be looked
 * up, where the panel is a page of its own.
 */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import { PANEL_VIEWS, Panel, type PanelView } from '../../components/panel/Panel';
import { notebookWords } from '../../components/words/notebook-wording';
import { citationWords, failureText } from '../../components/words/wording';
import { cite } from '../../core/card/citation';
import type { WhatIsRead } from '../../core/library/what-is-read';
import { Failure } from '../../core/model/failure';
import { type Beside, LONGEST_QUERY, NO_FILTER, type SearchResults } from '../../core/model/views';
import type { Clipping } from '../../core/notebook/clipping';
import {
  MAX_NOTEBOOK_BYTES,
  NOTEBOOK_FILES,
  type NotebookFormat,
  readNotebook,
  writeNotebook,
} from '../../core/notebook/notebook-file';
import { changeChoices, readChoices, watchChoices } from '../../platform/choices';
import { copyText } from '../../platform/clipboard';
import { takeLookUp } from '../../platform/look-up';
import { askBackground, fromBackground, receive, routes } from '../../platform/messages';
import { keepPassage } from '../../platform/notebook';
import { isPrivateTab, openReader, openReaderAtEntity, tabInFront } from '../../platform/our-pages';
import { watchTabInFront } from '../../platform/panel';
import type { BackgroundToPanel } from '../../platform/protocol';
import { saveFile } from '../../platform/save-file';
import {
  addClippings,
  deleteClippings,
  listClippings,
  noteClipping,
  watchClippings,
} from '../../store/clippings';

const root = document.getElementById('root') as HTMLElement;
/** Pause in typing before a search; below what is felt as waiting. */
const SEARCH_MS = 30;

let view: PanelView = 'here';
let tab: number | null = null;
let isPrivate = false;
let isHeld = false;
let beside: Beside | null = null;
/** The paragraph that it is of. */
let besideOf = '';
let besideTab: number | null = null;
/** What was read while the panel held still. */
let waiting: WhatIsRead | null = null;
let query = '';
let results: SearchResults | null = null;
let lookedUp: Beside | null = null;
let clippings: Clipping[] = [];
let notesAddress = false;
let failure: string | null = null;
let searchTimer: ReturnType<typeof setTimeout> | undefined;

const report = (error: unknown) => console.error('Sidelight:', error);
const fail = (error: unknown) => {
  report(error);
  failure = failureText(error);
  draw();
};

function draw(): void {
  render(
    <Panel
      view={view}
      onView={show}
      beside={beside}
      read={besideOf}
      isHeld={isHeld}
      onHold={hold}
      isPrivate={isPrivate}
      query={query}
      onQuery={(typed) => {
        query = typed;
        lookedUp = null;
        if (typed.trim() === '') results = null;
        draw();
        clearTimeout(searchTimer);
        searchTimer = setTimeout(() => search().catch(fail), SEARCH_MS);
      }}
      results={results}
      lookedUp={lookedUp}
      onOpenEntity={(entity) => openReaderAtEntity(entity).catch(fail)}
      doings={{
        onCopy: (passage, format) => copyText(cite(format, passage, citationWords(passage))),
        onRead: (passage) => openReader(passage).catch(fail),
        onKeep: async ({ id }, part) => {
          if (isPrivate) throw new Failure('private-window', 'The panel is of a private window.');
          return keepPassage(id, part);
        },
      }}
      notebook={{
        clippings,
        notesAddress,
        onNotesAddress: (isOn) => changeChoices({ settings: { notesAddress: isOn } }),
        onNote: noteClipping,
        onAdd: async (clipping) => void (await addClippings([clipping])),
        onDelete: ({ id }) => deleteClippings([id]),
        onExport(format, chosen) {
          try {
            exportNotebook(format, chosen);
          } catch (error) {
            fail(error);
          }
        },
        onImport: importNotebook,
        onPrint: () => print(),
      }}
      failure={failure}
    />,
    root,
  );
}

function show(next: PanelView): void {
  view = next;
  history.replaceState(null, '', `#${view}`);
  draw();
}

function hold(isOn: boolean): void {
  isHeld = isOn;
  if (!isHeld && besideTab !== tab) beside = null;
  draw();
  if (!isHeld && waiting) readBeside(waiting).catch(fail);
}

/** What is read now. The newest wins. */
let latest: WhatIsRead | null = null;
async function readBeside(read: WhatIsRead): Promise<void> {
  waiting = isHeld ? read : null;
  if (isHeld) return;
  latest = read;
  const answer = await askBackground('beside', { ...read, tab });
  if (latest !== read || isHeld) return;
  beside = answer;
  besideOf = read.paragraph;
  besideTab = tab;
  scrollTo(0, 0);
  draw();
}

async function search(): Promise<void> {
  const wanted = query;
  const found = wanted.trim()
    ? await askBackground('search', { query: wanted, filter: NO_FILTER, tab })
    : null;
  if (wanted !== query) return;
  results = found;
  failure = null;
  draw();
}

/** What the reader has selected somewhere: the names in it, else a search for the words. */
async function lookUp(words: string): Promise<void> {
  if (words === '') return;
  view = 'search';
  query = words.slice(0, LONGEST_QUERY);
  results = null;
  const wanted = query;
  const read = await askBackground('readWords', { words });
  const found = read.named.length > 0 ? await askBackground('beside', { ...read, tab }) : null;
  // Something else has been looked up, or typed, meanwhile.
  if (query !== wanted) return;
  lookedUp = found;
  if (lookedUp) draw();
  else await search();
}

async function follow(next: number | null): Promise<void> {
  if (next !== tab) {
    waiting = null;
    // What is held stays, whatever comes to the front.
    if (!isHeld) beside = null;
  }
  tab = next;
  const isOfPrivate = next !== null && (await isPrivateTab(next));
  // Another has come to the front meanwhile.
  if (tab !== next) return;
  isPrivate = isOfPrivate;
  if (tab !== null && !isPrivate) await askBackground('follow', { tab });
  draw();
}

async function readNotes(): Promise<void> {
  clippings = await listClippings();
  draw();
}

async function importNotebook(
  file: File,
): ReturnType<Parameters<typeof Panel>[0]['notebook']['onImport']> {
  if (file.size > MAX_NOTEBOOK_BYTES) return { fault: 'too-large', part: '' };
  const read = readNotebook(await file.text());
  if ('fault' in read) return read;
  const added = await addClippings(read.clippings);
  return { added, known: read.clippings.length - added };
}

function exportNotebook(format: NotebookFormat, chosen: readonly Clipping[]): void {
  const { ending, type } = NOTEBOOK_FILES[format];
  const text = writeNotebook(format, chosen, notebookWords());
  const day = new Date().toISOString().slice(0, 10);
  saveFile(`sidelight-${day}.${ending}`, new Blob([text], { type }));
}

async function readChosen(): Promise<void> {
  const { settings } = await readChoices();
  ({ notesAddress } = settings);
  await speak(settings.language);
  document.title = `${i18n.t('panel.title')} – Sidelight`;
}

async function start(): Promise<void> {
  await readChosen();
  view = PANEL_VIEWS.find((each) => location.hash === `#${each}`) ?? 'here';
  draw();
  receive(
    'panel',
    [
      routes<BackgroundToPanel>(fromBackground, {
        async read(told) {
          if (told.tab === tab) await readBeside(told.read);
        },
        lookUp: async () => lookUp(await takeLookUp(Date.now())).catch(fail),
        async pageListChanged(changed) {
          // Another document may have come, which knows of no panel.
          if (changed.tab === tab && !isPrivate)
            await askBackground('follow', { tab: changed.tab });
        },
      }),
    ],
    report,
  );
  watchClippings(() => readNotes().catch(fail));
  watchChoices(() => readChosen().then(draw).catch(fail));
  const asked = new URLSearchParams(location.search);
  // The panel follows whatever fails of this.
  const words = asked.get('words') ?? (await takeLookUp(Date.now()));
  await Promise.all([readNotes().catch(fail), lookUp(words).catch(fail)]);
  if (asked.has('tab')) await follow(Number(asked.get('tab')));
  else {
    const { window } = await tabInFront();
    watchTabInFront(window, (next) => follow(next).catch(fail));
    // Asked again: another may have come to the front before it was watched.
    await follow((await tabInFront()).tab);
  }
}

start().catch(fail);

/** The library page. What takes long is done in a worker, which ends with the page. */
import '../../assets/theme.css';
import { render } from 'preact';
import { i18n, speak } from '#i18n';
import type { ImportItem, Reviewed } from '../../components/library/import-queue';
import { Library } from '../../components/library/Library';
import type { LibraryProps, LibraryRow } from '../../components/library/library-props';
import { Review } from '../../components/review/Review';
import { languageFor } from '../../core/choices/settings';
import { Failure } from '../../core/model/failure';
import type { SourceId } from '../../core/model/source';
import { NO_FILTER } from '../../core/model/views';
import { changeChoices, readChoices, watchChoices } from '../../platform/choices';
import { askBackground } from '../../platform/messages';
import { isPrivatePage, passageAddress } from '../../platform/our-pages';
import { saveFile } from '../../platform/save-file';
import type { SourceRecord } from '../../store/database';
import { listDeleted, listSources, markDeleted, sweep } from '../../store/sources';
import { Adding } from './adding';
import { Imports } from './imports';

const root = document.getElementById('root') as HTMLElement;
const report = (error: unknown) => console.error('Sidelight:', error);
const adding = new Adding();

let query = '';
/** What is under review, in place of the list. */
let reviewed: Reviewed | null = null;

/** Why the page that the popup has handed over is not here. */
let notTaken: unknown = null;

/** @throws a Failure in a private window, of which nothing is kept */
async function mayStore(): Promise<void> {
  if (await isPrivatePage()) throw new Failure('private-window', 'This is a private window.');
}

const imports = new Imports(
  adding,
  mayStore,
  async () => {
    const { settings } = await readChoices();
    const held = await askBackground('heldSources', null);
    const own = new Set((await listSources()).map(({ id }) => id));
    return {
      library: held.map(({ source: { id, title, titleIsOurs, origin, hash } }) => ({
        id,
        title,
        titleIsOurs,
        origin,
        hash,
        isOwn: own.has(id),
      })),
      known: await askBackground('bundledNames', null),
      language: settings.language ?? languageFor(navigator.languages),
    };
  },
  changed,
);

async function changed(): Promise<void> {
  await askBackground('libraryChanged', null);
  await redraw();
}

/** Own sources among those of the library, in the reader's order. */
async function readRows(
  order: readonly SourceId[],
): Promise<{ rows: LibraryRow[]; fault: unknown }> {
  let fault: unknown = null;
  const [held, records] = await Promise.all([
    askBackground('heldSources', null),
    listSources().catch((error): SourceRecord[] => {
      report(error);
      fault = error;
      return [];
    }),
  ]);
  const bytes = new Map(records.map((record) => [record.id, record.bytes]));
  const rankOf = (id: SourceId) => (order.includes(id) ? order.indexOf(id) : order.length);
  const rows = held
    .map((one) => ({ ...one, bytes: bytes.get(one.source.id) ?? null }))
    .sort((a, b) => rankOf(a.source.id) - rankOf(b.source.id));
  return { rows, fault };
}

async function storageLeft(used: number): Promise<LibraryProps['storage']> {
  const { quota, usage } = (await navigator.storage?.estimate()) ?? {};
  // Where the disk is full, more is used than there is.
  return quota === undefined || usage === undefined
    ? null
    : { used, left: Math.max(0, quota - usage) };
}

async function draw(): Promise<void> {
  const { settings } = await readChoices();
  await speak(settings.language);
  document.title = `${i18n.t('library.title')} – Sidelight`;
  if (reviewed) {
    drawReview(reviewed);
    return;
  }
  const { rows, fault } = await readRows(settings.sourceOrder);
  const bundled = rows.filter(({ bytes }) => bytes === null).map(({ source }) => source.id);
  const apart = await askBackground('entities', { entities: [...settings.subjectsApart] });
  const subjects = await askBackground('sharedSubjects', { query });
  const used = rows.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  render(
    <Library
      imports={imports}
      onReview={review}
      onReviewSource={async (id) =>
        review({ material: await adding.ask<'material'>({ kind: 'material', id }), item: null })
      }
      rows={rows}
      deleted={fault === null ? (await listDeleted()).map(({ held }) => held.source) : []}
      fault={fault ?? notTaken}
      choices={settings}
      storage={await storageLeft(used)}
      subjects={subjects}
      apart={apart}
      onChoose={async (change) => {
        await changeChoices(({ settings: now }) => ({ settings: change(now) }));
        await redraw();
      }}
      onRead={(id) => open(passageAddress(id))}
      onOpenPack={(file, onProgress) =>
        adding.ask<'read'>({ kind: 'read', file, bundled }, onProgress)
      }
      onAdd={async (ids, onProgress) => {
        await mayStore();
        const done = await adding.ask<'add'>({ kind: 'add', ids }, onProgress);
        await changed();
        return done;
      }}
      onCancel={() => {
        adding.cancel();
        // It may have been done by then.
        sweep(Date.now()).then(changed).catch(report);
      }}
      onExport={async (ids) => {
        const { bytes } = await adding.ask<'export'>({ kind: 'export', ids });
        const name =
          ids.length === 1 ? ids[0] : `sidelight-${new Date().toISOString().slice(0, 10)}`;
        saveFile(`${name}.zip`, new Blob([bytes as BlobPart], { type: 'application/zip' }));
      }}
      onDelete={async (id) => {
        await markDeleted([id], Date.now());
        const gone = imports.items().filter(({ source }) => source === id);
        imports.leave(gone.map(({ number }) => number));
        await changed();
      }}
      onRestore={async (id) => {
        await markDeleted([id], null);
        // The segment that held it may have been joined with others meanwhile.
        await adding.ask<'index'>({ kind: 'index' });
        await changed();
      }}
      onForget={async (ids) => {
        await markDeleted(ids, 0);
        await sweep(Date.now());
        await redraw();
      }}
      onFindSubjects={(typed) => {
        query = typed;
        redraw();
      }}
      onFindNames={async (typed) =>
        typed.trim() === ''
          ? []
          : (await askBackground('search', { query: typed, filter: NO_FILTER, tab: null })).names
      }
    />,
    root,
  );
}

function review(what: Reviewed | null): void {
  reviewed = what;
  redraw();
}

function drawReview({ material, item }: Reviewed): void {
  render(
    <Review
      key={material.id}
      material={material}
      doneText={i18n.t(item === null ? 'review.save' : 'review.add')}
      onLeave={async (overlay, isDone) => {
        if (item !== null) {
          imports.setOverlay(item, overlay);
          if (isDone) await imports.add([item]);
        } else if (overlay !== material.overlay) {
          await mayStore();
          const revised = { ...material, overlay };
          const { refused } = await adding.ask<'revise'>({ kind: 'revise', material: revised });
          if (refused[0]) throw new Error(refused[0].detail);
          await changed();
        }
        review(null);
      }}
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

/** A page that the popup has handed over: its key stands in the address, once. */
async function takeIn(): Promise<void> {
  const asked = new URLSearchParams(location.hash.slice(1));
  const key = asked.get('add');
  if (key === null) return;
  history.replaceState(null, '', location.pathname);
  const page = await askBackground('takenPage', { key });
  if (!page) throw new Failure('page-not-read', 'The background has ended since it took the page.');
  const { address, html, selected } = page;
  const isSelection = asked.get('part') === 'selection';
  const bytes = new Blob([isSelection ? selected : html]);
  imports.put([{ name: address, bytes, address, as: isSelection ? 'text' : 'page' }]);
}

async function start(): Promise<void> {
  takeIn().catch((error) => {
    report(error);
    notTaken = error;
    redraw();
  });
  await sweep(Date.now()).catch(report);
  await redraw();
  const { sources } = await adding.ask<'index'>({ kind: 'index' });
  if (sources > 0) await changed();
}

addEventListener('beforeunload', (event) => {
  // The browser asks whether to leave what has been put right, and is not yet in the library.
  const isUnsaved = ({ state, read }: ImportItem) =>
    state === 'read' && read !== null && read.material.overlay.length > 0;
  if (imports.items().some(isUnsaved)) event.preventDefault();
});
watchChoices(redraw);
start().catch((error) => {
  report(error);
  redraw();
});

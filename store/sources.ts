/** The list of the reader's own sources, and what can be done to one: delete it, take that back, read what it is made of. */
import { Failure } from '../core/model/failure';
import type { SourceId } from '../core/model/source';
import { CATALOGUE, type Database, inStorage, OF_REVISIONS, type SourceRecord } from './database';
import { lockOf, ofRevision, ofSegment, sweepJob } from './writing';

/** How long a deleted source can be brought back, ms. */
const KEPT_DELETED_MS = 60 * 60 * 1000;

/** In the order in which they came; without deleted ones. */
export async function listSources(): Promise<SourceRecord[]> {
  return (await allSources()).filter(({ deleted }) => deleted === null);
}

/** Those that can still be brought back. */
export async function listDeleted(): Promise<SourceRecord[]> {
  return (await allSources()).filter(({ deleted }) => deleted !== null);
}

async function allSources(): Promise<SourceRecord[]> {
  const records = await inStorage((database) => database.getAll('sources'));
  return records.sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1));
}

/** Of every source, also of those that are deleted and can still be brought back. */
export function sourceIds(): Promise<SourceId[]> {
  return inStorage((database) => database.getAllKeys('sources'));
}

/** @param deleted ms since the epoch; null brings them back, and 0 leaves them to the next sweep */
export async function markDeleted(ids: readonly SourceId[], deleted: number | null): Promise<void> {
  await inStorage(async (database) => {
    const write = database.transaction(['sources', 'catalogue'], 'readwrite', {
      durability: 'strict',
    });
    const [sources, catalogue] = [write.objectStore('sources'), write.objectStore('catalogue')];
    const current = (await catalogue.get(CATALOGUE)) ?? {};
    for (const id of ids) {
      const record = await sources.get(id);
      if (!record) continue;
      await sources.put({ ...record, deleted });
      if (deleted === null) current[id] = record.revision;
      else delete current[id];
    }
    await catalogue.put(current, CATALOGUE);
    await write.done;
  });
}

/** What a source is made of, deflated. @throws a Failure when the library does not hold it */
export async function readText(id: SourceId): Promise<Uint8Array> {
  return inStorage(async (database) => {
    const record = await database.get('sources', id);
    const text = record && (await database.get('texts', [id, record.revision]));
    if (!text) throw new Failure('no-source', `There is no text of “${id}” in the database.`);
    return text;
  });
}

/**
 * Takes away what nobody reads: what crashes have left, revisions that hold no more, and sources deleted long enough
 * ago. Reading goes on meanwhile.
 * @param now ms since the epoch
 */
export async function sweep(now: number): Promise<void> {
  await inStorage(async (database) => {
    for (const { id } of await database.getAll('jobs')) {
      await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
        if (lock) await sweepJob(database, id);
      });
    }
    await sweepDeleted(database, now);
    await sweepRevisions(database);
    await sweepSegments(database);
  });
}

/** Segments of which no source is left hold words of what is gone. Mixed ones are made again by `indexAgain`. */
async function sweepSegments(database: Database): Promise<void> {
  const write = database.transaction(['sources', 'segments', 'parts'], 'readwrite');
  const records = new Map(
    (await write.objectStore('sources').getAll()).map(({ id, revision }) => [id, revision]),
  );
  for (const { id, sources } of await write.objectStore('segments').getAll()) {
    if (sources.some((source) => records.get(source.id) === source.revision)) continue;
    await write.objectStore('segments').delete(id);
    await write.objectStore('parts').delete(ofSegment(id));
  }
  await write.done;
}

async function sweepDeleted(database: Database, now: number): Promise<void> {
  const write = database.transaction('sources', 'readwrite');
  for (const { id, deleted } of await write.store.getAll()) {
    if (deleted !== null && now - deleted > KEPT_DELETED_MS) await write.store.delete(id);
  }
  await write.done;
}

async function sweepRevisions(database: Database): Promise<void> {
  const write = database.transaction([...OF_REVISIONS, 'sources', 'jobs'] as const, 'readwrite');
  const records = await write.objectStore('sources').getAll();
  const jobs = await write.objectStore('jobs').getAll();
  const live = new Set([
    ...records.map(({ id, revision }) => JSON.stringify([id, revision])),
    ...jobs.flatMap(({ revisions }) => revisions.map((one) => JSON.stringify(one))),
  ]);
  for (const key of await write.objectStore('texts').getAllKeys()) {
    if (live.has(JSON.stringify(key))) continue;
    for (const name of OF_REVISIONS) await write.objectStore(name).delete(ofRevision(...key));
  }
  await write.done;
}

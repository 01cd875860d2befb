/**
 * Writing of sources: whole or not at all. What is made of them is written under a revision of its own, which nobody
 * reads yet; then one transaction makes all of it hold. Whoever writes holds a lock, so that what a crash has left is
 * known for what it is.
 */
import type { SourceId } from '../core/model/source';
import type { Segment } from '../core/segment/encode-segment';
import type { HeldParts } from '../core/segment/held-source';
import type { SegmentHead } from '../core/segment/segment';
import {
  BLOCK,
  CATALOGUE,
  type Database,
  inStorage,
  OF_REVISIONS,
  type SourceRecord,
} from './database';

/** One after another, in all contexts. */
const WRITING = 'sidelight-writing';
export const lockOf = (job: string) => `sidelight-job-${job}`;

/** A source that is to be written. */
export interface WrittenSource {
  parts: HeldParts;
  /** What it is made of, deflated. */
  text: Uint8Array;
  digest: string;
  added: number;
}

/** Writes sources that hold together, or not at all. */
export class Writing {
  readonly #database: Database;
  readonly #job: string;
  readonly #records: SourceRecord[] = [];

  private constructor(database: Database, job: string) {
    this.#database = database;
    this.#job = job;
  }

  /**
   * @param write adds sources and segments; when it is done, they hold. When it throws, nothing of them stays.
   * @throws what it throws, and Failures of storage
   */
  static do(write: (writing: Writing) => Promise<void>): Promise<void> {
    const job = crypto.randomUUID();
    return navigator.locks.request(WRITING, () =>
      navigator.locks.request(lockOf(job), () =>
        inStorage(async (database) => {
          const writing = new Writing(database, job);
          await database.put('jobs', { id: job, revisions: [] });
          try {
            await write(writing);
          } catch (error) {
            // What cannot be swept now is left to the next start: it must not hide why the writing failed.
            await sweepJob(database, job).catch((unswept) =>
              console.warn('Sidelight: what was half written is not swept yet.', unswept),
            );
            throw error;
          }
        }),
      ),
    ) as Promise<void>;
  }

  /** Writes what is made of a source, for nobody to read yet. @returns its revision, and when it first came */
  async source({
    parts,
    text,
    digest,
    added: now,
  }: WrittenSource): Promise<{ revision: number; added: number }> {
    const { id } = parts.held.source;
    const known = await this.#database.get('sources', id);
    // Higher than any before, even if the record of that is swept: a segment may still speak of it.
    const revision = Math.max((known?.revision ?? 0) + 1, Date.now());
    const added = known?.added ?? now;
    const { passages, entities, rarity, held } = parts;
    const job = (await this.#database.get('jobs', this.#job)) ?? { id: this.#job, revisions: [] };
    const write = this.#database.transaction([...OF_REVISIONS, 'jobs'] as const, 'readwrite');
    const stores = write.objectStore.bind(write);
    await whole(write, function* () {
      yield stores('jobs').put({
        id: job.id,
        revisions: [...job.revisions, [id, revision]],
      });
      // An earlier job may have been ended before it could be swept.
      for (const name of OF_REVISIONS) yield stores(name).delete(ofRevision(id, revision));
      yield stores('texts').put(text, [id, revision]);
      for (const [i, block] of inBlocks(passages).entries()) {
        yield stores('passages').put(block, [id, revision, i]);
      }
      for (const [i, block] of inBlocks(entities).entries()) {
        yield stores('entities').put(block, [id, revision, i]);
      }
      yield stores('rarities').put(rarity, [id, revision]);
    });
    const bytes = text.byteLength + 4 * held.length;
    this.#records.push({
      id,
      revision,
      added,
      digest,
      bytes,
      held,
      deleted: null,
    });
    return { revision, added };
  }

  /**
   * Makes everything hold that was written.
   * @param segments that index the sources
   * @param replaced segments of which these hold the sources now
   */
  async commit(segments: readonly Segment[], replaced: readonly SegmentHead[] = []): Promise<void> {
    const write = this.#database.transaction(
      ['sources', 'segments', 'parts', 'jobs', 'catalogue'],
      'readwrite',
      // Written to the disk, not to a cache that a crash takes with it.
      { durability: 'strict' },
    );
    const stores = write.objectStore.bind(write);
    const [records, job] = [this.#records, this.#job];
    const catalogue = (await stores('catalogue').get(CATALOGUE)) ?? {};
    for (const { id, revision } of records) catalogue[id] = revision;
    await whole(write, function* () {
      for (const { id } of replaced) {
        yield stores('segments').delete(id);
        yield stores('parts').delete(ofSegment(id));
      }
      for (const { head, parts } of segments) {
        yield stores('segments').put(head);
        for (const name of Object.keys(parts) as Array<keyof typeof parts>) {
          yield stores('parts').put(parts[name], [head.id, name]);
        }
      }
      for (const record of records) yield stores('sources').put(record);
      yield stores('catalogue').put(catalogue, CATALOGUE);
      yield stores('jobs').delete(job);
    });
  }
}

/** Lets a transaction hold as a whole: what throws before all is asked for would leave the first part of it. */
async function whole(
  write: { done: Promise<void>; abort(): void },
  request: () => Iterable<Promise<unknown>>,
): Promise<void> {
  const asked: Array<Promise<unknown>> = [write.done];
  // Each is heard of by way of the first that fails.
  const quiet = () => {};
  write.done.catch(quiet);
  try {
    for (const one of request()) {
      one.catch(quiet);
      asked.push(one);
    }
  } catch (error) {
    write.abort();
    throw error;
  }
  await Promise.all(asked);
}

/** The keys of the parts of a segment. */
export function ofSegment(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** Every key of a revision of a source. */
export function ofRevision(id: SourceId, revision: number): IDBKeyRange {
  return IDBKeyRange.bound([id, revision], [id, revision, []]);
}

/** Takes away what a job has written that does not hold. */
export async function sweepJob(database: Database, id: string): Promise<void> {
  const job = await database.get('jobs', id);
  if (!job) return;
  const write = database.transaction([...OF_REVISIONS, 'jobs', 'sources'] as const, 'readwrite');
  for (const [source, revision] of job.revisions) {
    const record = await write.objectStore('sources').get(source);
    if (record?.revision === revision) continue;
    for (const name of OF_REVISIONS) {
      await write.objectStore(name).delete(ofRevision(source, revision));
    }
  }
  await write.objectStore('jobs').delete(id);
  await write.done;
}

function inBlocks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BLOCK) }, (_, i) =>
    list.slice(i * BLOCK, (i + 1) * BLOCK),
  );
}

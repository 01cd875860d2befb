/**
 * The database of the reader's own sources. A source is written in revisions: everything made of it lies under its id
 * and the number of a revision, and the record in `sources` says which one holds. Only extension contexts open it:
 * content scripts would open the page's.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { RarityPart } from '../core/library/rarity-part';
import type { Subjects } from '../core/library/subjects';
import { Failure } from '../core/model/failure';
import type { Entity, SourceId } from '../core/model/source';
import type { Clipping } from '../core/notebook/clipping';
import type { HeldPassage, HeldSource } from '../core/segment/held-source';
import type { PartName, SegmentHead, SegmentParts } from '../core/segment/segment';

const NAME = 'sidelight';
/** Grows with each change of the schema; `upgrade` leads from every older one. */
const DATABASE_VERSION = 3;

/** Passages, and entities, that lie in one record. */
export const BLOCK = 32;

/** A source of the reader's. */
export interface SourceRecord {
  id: SourceId;
  /** The one that holds. */
  revision: number;
  /** ms since the epoch */
  added: number;
  /** SHA-256 over what the source is made of, hex. */
  digest: string;
  /** What it takes in the database, roughly; bytes. */
  bytes: number;
  held: HeldSource;
  /** ms since the epoch; null while it is in the library. It is swept an hour later. */
  deleted: number | null;
}

/** Sources that are being written: swept when whoever wrote them is gone. */
export interface JobRecord {
  id: string;
  revisions: Array<[SourceId, number]>;
}

export interface Schema extends DBSchema {
  sources: { key: SourceId; value: SourceRecord };
  /** What a source is made of, as a pack carries it, deflated: everything else can be made of it again. */
  texts: { key: [SourceId, number]; value: Uint8Array };
  passages: { key: [SourceId, number, number]; value: HeldPassage[] };
  entities: { key: [SourceId, number, number]; value: Entity[] };
  rarities: { key: [SourceId, number]; value: RarityPart };
  segments: { key: string; value: SegmentHead };
  parts: { key: [string, PartName]; value: SegmentParts[PartName] };
  subjects: { key: string; value: { stamp: string; subjects: Subjects } };
  jobs: { key: string; value: JobRecord };
  /** What the reader has kept, by the time when it was, and by the id of its passage. */
  clippings: { key: string; value: Clipping; indexes: { kept: number; passage: string } };
  /** The revision of each source that is in the library: read at every start, in place of all their records. */
  catalogue: { key: string; value: Record<SourceId, number> };
}
export type Database = IDBPDatabase<Schema>;
export type StoreName = keyof { [Name in keyof Schema as string extends Name ? never : Name]: 1 };

/** The only record in `catalogue`. */
export const CATALOGUE = 'current';

/** The stores that hold what is made of a source, by its id and revision first. */
export const OF_REVISIONS = ['texts', 'passages', 'entities', 'rarities'] as const;

type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

/** The steps from each version to the next, from none on. */
const UPGRADES: ReadonlyArray<(database: Database, upgrade: Upgrade) => void> = [
  (database) => {
    database.createObjectStore('sources', { keyPath: 'id' });
    for (const name of OF_REVISIONS) database.createObjectStore(name);
    database.createObjectStore('segments', { keyPath: 'id' });
    for (const name of ['parts', 'subjects', 'catalogue'] as const)
      database.createObjectStore(name);
    database.createObjectStore('jobs', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('clippings', { keyPath: 'id' }).createIndex('kept', 'kept');
  },
  (_, upgrade) => {
    upgrade.objectStore('clippings').createIndex('passage', 'passage.id');
  },
];

let opened: Promise<Database> | null = null;

/**
 * The database, opened once for this context, and again after it was closed from without.
 * @throws a Failure that says what a reader can do
 */
export function database(): Promise<Database> {
  if (!opened) {
    const opening = open();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = null;
    });
  }
  return opened;
}

/** Lets the database go, as when another version of Sidelight waits for it. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

async function open(): Promise<Database> {
  // An older version of Sidelight, in another tab, has it and does not let it go.
  let block: (error: Failure) => void = () => {};
  const blocked = new Promise<never>((_, refuse) => {
    block = refuse;
  });
  const opening = openDB<Schema>(NAME, DATABASE_VERSION, {
    upgrade(database, from, _to, transaction) {
      for (const step of UPGRADES.slice(from)) step(database, transaction as Upgrade);
    },
    blocked: () => block(new Failure('storage-blocked', 'The database is open elsewhere.')),
    // Another version wants to bring it up to date.
    blocking: () => void closeDatabase(),
    // The browser has closed it: the reader has cleared data, or its file is damaged.
    terminated: () => {
      opened = null;
    },
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // Where it fails, the reader is told of that already.
    opening.then((late) => late.close()).catch(() => {});
    throw storageFailure(error);
  }
}

/** What a fault of storage means to a reader. Other errors are handed back as they are. */
export function storageFailure(error: unknown): unknown {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  const text = String(error);
  switch (name) {
    case 'QuotaExceededError':
      return new Failure('storage-full', text);
    case 'VersionError':
      return new Failure('storage-later', text);
    case 'UnknownError':
    case 'InvalidStateError':
    case 'NotFoundError':
    case 'DataError':
    case 'NotReadableError':
    case 'SecurityError':
      return new Failure('storage-damaged', text);
    default:
      return error;
  }
}

/** Runs something in storage. @throws a Failure in place of what the browser throws */
export async function inStorage<T>(action: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await action(await database());
  } catch (error) {
    throw storageFailure(error);
  }
}

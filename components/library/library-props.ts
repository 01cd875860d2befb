/** What the library page is given. */
import type { Settings } from '../../core/choices/settings';
import type { SourceChoices } from '../../core/library/subject-table';
import type { EntityId, SourceId } from '../../core/model/source';
import type { EntitySummary, SharedSubject } from '../../core/model/views';
import type { SourceChange } from '../../core/pack/compare';
import type { RefusedSource } from '../../core/pack/pack';
import type { HeldSource } from '../../core/segment/held-source';
import type { ImportQueue, Reviewed } from './import-queue';

/** A source in the list. */
export interface LibraryRow extends HeldSource {
  /** What it takes on this device, bytes; null for what comes with Sidelight. */
  bytes: number | null;
}

/** What a pack would change. */
export interface PackChanges {
  changes: SourceChange[];
  refused: RefusedSource[];
}

export interface LibraryProps {
  imports: ImportQueue;
  onReview(reviewed: Reviewed): void;
  /** Of a source of the library. */
  onReviewSource(id: SourceId): Promise<void>;
  /** In the reader's order. */
  rows: readonly LibraryRow[];
  /** What can still be brought back. */
  deleted: ReadonlyArray<HeldSource['source']>;
  /** Why own sources cannot be read; null when they can. */
  fault: unknown;
  choices: SourceChoices;
  /** Bytes; null where the browser does not tell. */
  storage: { used: number; left: number } | null;
  /** Those of several sources that hold what is sought. */
  subjects: readonly SharedSubject[];
  /** What stands by itself because the reader has parted it. */
  apart: readonly EntitySummary[];
  /** A change is made from what is stored by then: the page may not show it yet. */
  onChoose(change: (now: Settings) => Partial<Settings>): Promise<void>;
  onRead(source: SourceId): void;
  /** @throws a RefusedPack; an error when it was cancelled */
  onOpenPack(file: File, onProgress: (done: number) => void): Promise<PackChanges>;
  onAdd(ids: SourceId[], onProgress: (done: number) => void): Promise<PackAdded>;
  onCancel(): void;
  onExport(ids: SourceId[]): Promise<void>;
  onDelete(id: SourceId): Promise<void>;
  onRestore(id: SourceId): Promise<void>;
  /** Deletes for good what was deleted. */
  onForget(ids: readonly SourceId[]): Promise<void>;
  onFindSubjects(query: string): void;
  /** Names to join a subject with. */
  onFindNames(query: string): Promise<EntitySummary[]>;
}

export interface PackAdded {
  added: SourceId[];
  refused: RefusedSource[];
}

/** The change that parts an entity from others, or lets it join again. */
export function parted(
  choices: SourceChoices,
  entity: EntityId,
  isApart: boolean,
): Partial<Settings> {
  const others = choices.subjectsApart.filter((other) => other !== entity);
  // What the reader has joined by hand is parted by hand.
  const subjectsJoined = choices.subjectsJoined.filter((pair) => !pair.split(' ').includes(entity));
  return {
    subjectsApart: isApart ? [...others, entity] : others,
    ...(isApart && { subjectsJoined }),
  };
}

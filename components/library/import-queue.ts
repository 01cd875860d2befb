/** Documents on their way into the library: what the page shows of them, and what a reader can do. */
import type { ReadDocument } from '../../core/compile/dry-run';
import type { Material } from '../../core/compile/material';
import type { Overlay } from '../../core/compile/overlay';
import type { DocumentFault } from '../../core/model/draft';
import type { SourceId } from '../../core/model/source';

/** Why a document cannot be added. */
export type ImportFault =
  | DocumentFault
  /** The worker has ended, most likely for want of memory. */
  | 'worker-ended'
  /** A fault of ours; the console has it. */
  | 'failed';

export interface ImportItem {
  /** Unique on the page. */
  number: number;
  /** Of the file, or the title of the page. */
  name: string;
  bytes: number;
  state: 'waiting' | 'reading' | 'read' | 'refused' | 'adding' | 'added';
  /** While it is read, from 0 to 1. */
  done: number;
  /** Once it is read. */
  read: ReadDocument | null;
  /** The source that it takes the place of: an older version of it. */
  replaces: SourceId | null;
  /** Once it is added. */
  source: SourceId | null;
  fault: ImportFault | null;
}

/** What is to be read: a file, or a page. */
export interface ImportedFile {
  name: string;
  bytes: Blob;
  address: string | null;
  /** `page`: HTML of which the article is wanted. `text`: what the reader has selected or pasted. */
  as: 'file' | 'page' | 'text';
  /** As the reader calls it, whatever it says of itself. */
  title?: string;
}

export interface ImportQueue {
  items(): readonly ImportItem[];
  /** Seconds until all of it is read, roughly; null where that cannot be told yet. */
  secondsLeft(): number | null;
  /** @returns what ends the watching */
  watch(onChange: () => void): () => void;
  put(files: readonly ImportedFile[]): void;
  /** Ends the reading of one, or of all that are not read; and takes from the list what is of no use any more. */
  leave(numbers: readonly number[]): void;
  setReplaces(number: number, source: SourceId | null): void;
  setOverlay(number: number, overlay: Overlay): void;
  /** @throws a Failure of storage; then nothing is added */
  add(numbers: readonly number[]): Promise<void>;
}

/** What is reviewed: a document before it is added, or a source of the library. */
export interface Reviewed {
  material: Material;
  /** Of the list of imports; null for a source of the library. */
  item: number | null;
}

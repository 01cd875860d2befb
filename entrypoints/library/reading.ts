/** The worker that reads a document: what the library page asks it. One document, one worker: ended to cancel. */
import type { ImportedFile } from '../../components/library/import-queue';
import type { ReadDocument } from '../../core/compile/dry-run';
import type { LibraryEntry } from '../../core/compile/likeness';
import type { KnownName } from '../../core/extract/found';
import { type DocumentFault, RefusedDocument } from '../../core/model/draft';
import { AskedWorker } from './ask-worker';

/** A file, or a page that the reader wants to keep. */
export interface ReadTask {
  name: string;
  bytes: Blob;
  /** Of a page. */
  address: string | null;
  as: ImportedFile['as'];
  title?: ImportedFile['title'];
  /** Of what the library holds. */
  library: LibraryEntry[];
  /** Names of the bundled sources. */
  known: KnownName[];
  /** The reader's language, which the page of news is in that is tried. */
  language: string;
}

export class Reading {
  readonly #worker = new AskedWorker<ReadTask>(
    () => new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' }),
    ({ fault, detail }) => new RefusedDocument(fault as DocumentFault, detail),
  );

  /** @throws a RefusedDocument, a Failure, Cancelled, or WorkerEnded */
  read(task: ReadTask, onProgress: (done: number) => void): Promise<ReadDocument> {
    return this.#worker.ask(task, onProgress);
  }

  end(): void {
    this.#worker.cancel();
  }
}

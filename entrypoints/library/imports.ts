/**
 * Reads documents one after another, in a worker that is ended to cancel; holds what was read until the reader says what
 * becomes of it.
 */
import type {
  ImportedFile,
  ImportFault,
  ImportItem,
  ImportQueue,
} from '../../components/library/import-queue';
import type { LibraryEntry } from '../../core/compile/likeness';
import type { Overlay } from '../../core/compile/overlay';
import type { KnownName } from '../../core/extract/found';
import { RefusedDocument } from '../../core/model/draft';
import type { SourceId } from '../../core/model/source';
import { detectLanguage } from '../../platform/detect-language';
import type { Adding } from './adding';
import { Cancelled, WorkerEnded } from './ask-worker';
import { Reading } from './reading';

/** What a document is read against. */
export interface ReadingContext {
  library: LibraryEntry[];
  known: KnownName[];
  language: string;
}

/** Of thousands of documents each step would be drawn: so much time passes between two drawings. */
const DRAWN_EVERY_MS = 100;

export class Imports implements ImportQueue {
  readonly #adding: Adding;
  readonly #mayStore: () => Promise<void>;
  readonly #context: () => Promise<ReadingContext>;
  readonly #onAdded: () => Promise<void>;
  readonly #watchers = new Set<() => void>();
  readonly #files = new Map<number, ImportedFile>();
  #items: readonly ImportItem[] = [];
  #number = 0;
  readonly #worker = new Reading();
  /** What the documents of one list are read against: asked once, since it may be much. */
  #against: Promise<ReadingContext> | null = null;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** The number of the one that is being read. */
  #reading: number | null = null;
  /** Since the worker had something to do; for the time that is left. */
  #began = 0;
  #bytesRead = 0;

  /**
   * @param mayStore throws where nothing may be stored
   * @param onAdded told when the library holds more than before
   */
  constructor(
    adding: Adding,
    mayStore: () => Promise<void>,
    context: () => Promise<ReadingContext>,
    onAdded: () => Promise<void>,
  ) {
    this.#adding = adding;
    this.#mayStore = mayStore;
    this.#context = context;
    this.#onAdded = onAdded;
  }

  items(): readonly ImportItem[] {
    return this.#items;
  }

  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  secondsLeft(): number | null {
    const now = this.#items.find(({ state }) => state === 'reading');
    const done = this.#bytesRead + (now ? now.bytes * now.done : 0);
    const left = this.#items
      .filter(({ state }) => state === 'waiting' || state === 'reading')
      .reduce((sum, { bytes, done: part }) => sum + bytes * (1 - part), 0);
    const seconds = (performance.now() - this.#began) / 1000;
    // Of the first moments nothing can be told.
    return !now || seconds < 1 || done === 0 ? null : (left / done) * seconds;
  }

  put(files: readonly ImportedFile[]): void {
    const items = files.map((file): ImportItem => {
      const number = ++this.#number;
      this.#files.set(number, file);
      return {
        number,
        name: file.name,
        bytes: file.bytes.size,
        state: 'waiting',
        done: 0,
        read: null,
        replaces: null,
        source: null,
        fault: null,
      };
    });
    this.#show([...this.#items, ...items]);
    this.#next();
  }

  leave(numbers: readonly number[]): void {
    const left = new Set(numbers);
    for (const number of numbers) this.#files.delete(number);
    this.#show(this.#items.filter(({ number, state }) => !left.has(number) || state === 'adding'));
    if (this.#reading !== null && left.has(this.#reading)) this.#worker.end();
  }

  setReplaces(number: number, source: SourceId | null): void {
    this.#change(number, { replaces: source });
  }

  setOverlay(number: number, overlay: Overlay): void {
    const read = this.#items.find((item) => item.number === number)?.read;
    if (read) this.#change(number, { read: { ...read, material: { ...read.material, overlay } } });
  }

  async add(numbers: readonly number[]): Promise<void> {
    const items = this.#items.filter(
      ({ number, state }) => numbers.includes(number) && state === 'read',
    );
    await this.#mayStore();
    for (const { number } of items) this.#change(number, { state: 'adding' });
    try {
      const { library } = await this.#context();
      const { ids, refused } = await this.#adding.ask<'add-documents'>({
        kind: 'add-documents',
        bundled: library.filter(({ isOwn }) => !isOwn).map(({ id }) => id),
        documents: items.flatMap(({ read, replaces }) =>
          read ? [{ material: read.material, replaces }] : [],
        ),
      });
      for (const [at, { number }] of items.entries()) {
        const fault = refused.find(({ id }) => id === ids[at]);
        if (fault) console.error('Sidelight:', fault.detail);
        this.#change(number, fault ? REFUSED : { state: 'added', source: ids[at] ?? null });
      }
    } catch (error) {
      for (const { number } of items) this.#change(number, { state: 'read' });
      throw error;
    } finally {
      this.#against = null;
      await this.#onAdded();
    }
  }

  async #next(): Promise<void> {
    const item = this.#items.find(({ state }) => state === 'waiting');
    if (this.#reading !== null) return;
    if (!item) {
      // What the libraries have loaded is let go.
      this.#worker.end();
      this.#against = null;
      this.#bytesRead = 0;
      return;
    }
    const { number } = item;
    const file = this.#files.get(number);
    if (!file) return;
    if (this.#bytesRead === 0) this.#began = performance.now();
    this.#reading = number;
    this.#change(number, { state: 'reading' });
    try {
      this.#against ??= this.#context();
      const context = await this.#against;
      if (!this.#files.has(number)) throw new Cancelled('It was left before it was begun.');
      const read = await this.#worker.read({ ...file, ...context }, (done) =>
        this.#change(number, { done }),
      );
      if (read.isLanguageGuessed) {
        const { about, document } = read.material;
        about.language = (await detectLanguage(document)) ?? about.language;
      }
      this.#change(number, { state: 'read', done: 1, read, replaces: read.like?.id ?? null });
    } catch (error) {
      this.#against = null;
      if (!(error instanceof Cancelled)) {
        console.warn('Sidelight:', error);
        this.#change(number, { state: 'refused', fault: faultOf(error) });
      }
    } finally {
      this.#bytesRead += item.bytes;
      this.#files.delete(number);
      this.#reading = null;
    }
    this.#next();
  }

  #change(number: number, change: Partial<ImportItem>): void {
    this.#items = this.#items.map((item) =>
      item.number === number ? { ...item, ...change } : item,
    );
    this.#drawing ??= setTimeout(() => this.#tell(), DRAWN_EVERY_MS);
  }

  #show(items: readonly ImportItem[]): void {
    this.#items = items;
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    for (const onChange of this.#watchers) onChange();
  }
}

const REFUSED = { state: 'refused', fault: 'failed' } as const;

function faultOf(error: unknown): ImportFault {
  if (error instanceof RefusedDocument) return error.fault;
  return error instanceof WorkerEnded ? 'worker-ended' : 'failed';
}

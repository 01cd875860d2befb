/** The worker that packs come from and go to, and that writes what is added. */
import type { Material } from '../../core/compile/material';
import type { SourceId } from '../../core/model/source';
import type { SourceChange } from '../../core/pack/compare';
import { type PackFault, RefusedPack, type RefusedSource } from '../../core/pack/pack';
import { AskedWorker } from './ask-worker';

export type AddingTask =
  | { kind: 'read'; file: File; bundled: SourceId[] }
  /** Of the sources of the pack that was read last. */
  | { kind: 'add'; ids: SourceId[] }
  | { kind: 'add-documents'; documents: NewDocument[]; bundled: SourceId[] }
  /** A source of the library, with what the reader has put right in it. */
  | { kind: 'revise'; material: Material }
  | { kind: 'material'; id: SourceId }
  | { kind: 'export'; ids: SourceId[] }
  /** Indexes again what an earlier version has indexed. */
  | { kind: 'index' };

interface Answers {
  read: { changes: SourceChange[]; refused: RefusedSource[] };
  add: { added: SourceId[]; refused: RefusedSource[] };
  /** `ids`: of each document, in their order. */
  'add-documents': { ids: SourceId[]; refused: RefusedSource[] };
  revise: { added: SourceId[]; refused: RefusedSource[] };
  material: Material;
  export: { bytes: Uint8Array };
  index: { sources: number };
}
export type AddingAnswer<Kind extends AddingTask['kind']> = Answers[Kind];

/** A document that the reader adds. */
export interface NewDocument {
  material: Material;
  /** The source of which it is a newer version; the overlay of that one is kept. */
  replaces: SourceId | null;
}

export class Adding {
  readonly #worker = new AskedWorker<AddingTask>(
    () => new Worker(new URL('./adding.worker.ts', import.meta.url), { type: 'module' }),
    ({ fault, detail }) => new RefusedPack(fault as PackFault, detail),
  );

  /**
   * @param onProgress told how much is done, from 0 to 1
   * @throws a RefusedPack, a Failure, or Cancelled
   */
  ask<Kind extends AddingTask['kind']>(
    task: Extract<AddingTask, { kind: Kind }>,
    onProgress?: (done: number) => void,
  ): Promise<Answers[Kind]> {
    return this.#worker.ask(task, onProgress);
  }

  /** Ends what is being done. What it has written without making it hold is swept. */
  cancel(): void {
    this.#worker.cancel();
  }
}

/**
 * Adds sources to the reader's library: compiles each, writes what is made of it, and indexes them in segments. Run in a
 * worker, so that a reader goes on reading; ended at any moment, it leaves the library as it was.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { ChineseVariants } from '../core/compile/compile';
import {
  compileMaterial,
  digestOf,
  filesOf,
  type Material,
  MaterialFault,
  readFiles,
} from '../core/compile/material';
import { Failure } from '../core/model/failure';
import type { SourceId } from '../core/model/source';
import type { RefusedSource } from '../core/pack/pack';
import { encodeSegment, type RevisedSource, type Segment } from '../core/segment/encode-segment';
import { heldParts } from '../core/segment/held-source';
import { SEGMENT_VERSION, type SegmentHead } from '../core/segment/segment';
import { inStorage, type SourceRecord } from './database';
import { readText } from './sources';
import { Writing } from './writing';

/** Of the documents in one segment, UTF-16 units: its index takes about 40 MB while it is made. */
const SEGMENT_LENGTH = 8_000_000;
/** A library with so many segments that could hold more joins them when it is written to. */
const MOST_SMALL = 4;

export interface Added {
  added: SourceId[];
  /** Those that do not fit their documents. */
  refused: RefusedSource[];
}

/**
 * @param chineseVariants makes forms of Chinese names
 * @param onProgress told how much is done, from 0 to 1
 * @throws Failures of storage; then nothing is added
 */
export async function addSources(
  materials: readonly Material[],
  chineseVariants: ChineseVariants,
  onProgress: (done: number) => void,
): Promise<Added> {
  const refused: RefusedSource[] = [];
  const added: SourceId[] = [];
  const now = Date.now();
  await Writing.do(async (writing) => {
    const batch = new Batch();
    for (const [number, material] of materials.entries()) {
      const { id, about } = material;
      const refuse = (detail: string) =>
        refused.push({ id, title: about.title, fault: 'faulty', detail });
      let text: Uint8Array;
      try {
        text = deflated(material);
      } catch (error) {
        if (!(error instanceof MaterialFault)) throw error;
        refuse(`${error.where}: ${error.message}`);
        continue;
      }
      const { index, faults } = await compileMaterial(material, chineseVariants);
      const [fault] = faults;
      if (fault) {
        refuse(`${fault.in} ${fault.path.join('.')}: ${fault.problem}. ${fault.remedy}`);
        continue;
      }
      const { revision, added: came } = await writing.source({
        parts: heldParts(index),
        text,
        digest: await digestOf(material),
        // In the order in which they are given.
        added: now + number / materials.length,
      });
      batch.add({ index, revision, added: came });
      added.push(material.id);
      onProgress((number + 1) / (materials.length + 1));
    }
    const small = await smallSegments(batch.length, new Set(added), chineseVariants);
    for (const source of small.sources) batch.add(source);
    await writing.commit(batch.segments(), small.heads);
    onProgress(1);
  });
  return { added, refused };
}

/**
 * Makes segments again that an earlier version has made, or that hold what is gone, and indexes what none holds.
 * @param onFault told of a source that cannot be read: it stays as it is, and is left out
 * @returns how many sources were indexed
 */
export async function indexAgain(
  chineseVariants: ChineseVariants,
  onFault: (error: unknown) => void,
): Promise<number> {
  let indexed = 0;
  await Writing.do(async (writing) => {
    const [heads, records] = await segmentsAndSources();
    const isLive = liveIn(records);
    const stale = heads.filter(
      ({ version, sources }) => version !== SEGMENT_VERSION || !sources.every(isLive),
    );
    const kept = heads.filter((head) => !stale.includes(head));
    const held = new Set(kept.flatMap(({ sources }) => sources.map(({ id }) => id)));
    const batch = new Batch();
    for (const { id, revision, added } of records.values()) {
      if (held.has(id)) continue;
      try {
        batch.add({ index: await indexOf(id, chineseVariants), revision, added });
        indexed++;
      } catch (error) {
        onFault(error);
      }
    }
    await writing.commit(batch.segments(), stale);
  });
  return indexed;
}

/** What a source of the library is made of. @throws a Failure when it is not there, or damaged */
export async function readMaterial(id: SourceId): Promise<Material> {
  // What was stored before there were overlays ends after who has found the entities.
  const [document, source, entities, entitiesFoundBy, overlay = null] = JSON.parse(
    strFromU8(inflateSync(await readText(id))),
  ) as [string, string, string, Material['entitiesFoundBy'], (string | null)?];
  return readFiles(id, { document, source, entities, overlay }, entitiesFoundBy);
}

function deflated(material: Material): Uint8Array {
  const { document, source, entities, overlay } = filesOf(material);
  const whole = JSON.stringify([document, source, entities, material.entitiesFoundBy, overlay]);
  return deflateSync(strToU8(whole), { level: 3 });
}

/** Sources that are put into segments of a good size: a segment is made as soon as it is full, and its sources let go. */
class Batch {
  readonly #segments: Segment[] = [];
  #sources: RevisedSource[] = [];
  /** Of the documents that are in no segment yet. */
  length = 0;

  add(source: RevisedSource): void {
    const { length } = source.index.text;
    if (this.length > 0 && this.length + length > SEGMENT_LENGTH) this.#close();
    this.#sources.push(source);
    this.length += length;
  }

  segments(): Segment[] {
    if (this.#sources.length > 0) this.#close();
    return this.#segments;
  }

  #close(): void {
    const inOrder = this.#sources.toSorted((a, b) => a.added - b.added);
    this.#segments.push(encodeSegment(crypto.randomUUID(), inOrder));
    this.#sources = [];
    this.length = 0;
  }
}

/** Every segment, and every source that is there or can be brought back. */
async function segmentsAndSources(): Promise<[SegmentHead[], Map<SourceId, SourceRecord>]> {
  return inStorage(async (database) => {
    const read = database.transaction(['segments', 'sources']);
    const [heads, records] = await Promise.all([
      read.objectStore('segments').getAll(),
      read.objectStore('sources').getAll(),
    ]);
    return [heads, new Map(records.map((record) => [record.id, record]))];
  });
}

/** Which sources of a segment are those of the library as it is now. */
function liveIn(records: ReadonlyMap<SourceId, SourceRecord>) {
  return ({ id, revision }: SegmentHead['sources'][number]) =>
    records.get(id)?.revision === revision;
}

/** Small segments that are joined with new sources of this length, if there are too many; with their sources. */
async function smallSegments(
  length: number,
  replaced: ReadonlySet<SourceId>,
  chineseVariants: ChineseVariants,
): Promise<{ heads: SegmentHead[]; sources: RevisedSource[] }> {
  const [all, records] = await segmentsAndSources();
  const isLive = liveIn(records);
  const lengthOf = ({ sources }: SegmentHead) =>
    sources.filter(isLive).reduce((sum, { id }) => sum + (records.get(id)?.held.length ?? 0), 0);
  const small = all.filter((head) => lengthOf(head) < SEGMENT_LENGTH / 2);
  const joined: { heads: SegmentHead[]; sources: RevisedSource[] } = { heads: [], sources: [] };
  if (small.length < MOST_SMALL || length > SEGMENT_LENGTH) return joined;
  for (const head of small) {
    try {
      const sources: RevisedSource[] = [];
      for (const { id, revision, added } of head.sources.filter(isLive)) {
        if (replaced.has(id)) continue;
        sources.push({ index: await indexOf(id, chineseVariants), revision, added });
      }
      joined.heads.push(head);
      joined.sources.push(...sources);
    } catch (error) {
      // One of its sources cannot be read: it stays as it is.
      console.warn('Sidelight:', error);
    }
  }
  return joined;
}

/** @throws a Failure when what it is made of cannot be read, or does not compile any more */
async function indexOf(id: SourceId, chineseVariants: ChineseVariants) {
  const { index, faults } = await compileMaterial(await readMaterial(id), chineseVariants);
  if (faults[0]) throw new Failure('storage-damaged', `${id}: ${faults[0].problem}`);
  return index;
}

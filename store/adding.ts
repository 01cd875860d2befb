/**
 * Adds sources to the reader's library: compiles each, writes what is made of it, and indexes them in segments. Run in a
 * worker, so that a reader goes on reading; ended at any moment, it leaves the library as it was.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { ChineseVariants } from '../core/compile/compile';
import type { SourceId } from '../core/model/source';
import {
  compileMaterial,
  digestOf,
  filesOf,
  type Material,
  readFiles,
} from '../core/pack/material';
import type { RefusedSource } from '../core/pack/pack';
import { encodeSegment, type RevisedSource, type Segment } from '../core/segment/encode-segment';
import { heldParts } from '../core/segment/held-source';
import { SEGMENT_VERSION, type SegmentHead } from '../core/segment/segment';
import { inStorage } from './database';
import { listSources, readText } from './sources';
import { Writing } from './writing';

/** Of the documents in one segment, UTF-16 units: its index takes about 40 MB while it is made. */
const SEGMENT_LENGTH = 8_000_000;
/** A library with more segments than these that could hold more joins them when it is written to. */
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
      const { index, faults } = await compileMaterial(material, chineseVariants);
      const [fault] = faults;
      if (fault) {
        const { id, about } = material;
        const detail = `${fault.in} ${fault.path.join('.')}: ${fault.problem}. ${fault.remedy}`;
        refused.push({ id, title: about.title, fault: 'faulty', detail });
        continue;
      }
      const { revision, added: came } = await writing.source({
        parts: heldParts(index),
        text: deflated(material),
        digest: await digestOf(material),
        // In the order in which they are given.
        added: now + number / materials.length,
      });
      batch.add({ index, revision, added: came });
      added.push(material.id);
      onProgress((number + 1) / (materials.length + 1));
    }
    const replaced = await smallSegments(batch.length);
    for (const source of await sourcesOf(replaced, new Set(added), chineseVariants))
      batch.add(source);
    await writing.commit(batch.segments(), replaced);
    onProgress(1);
  });
  return { added, refused };
}

/** Indexes sources again that no segment holds, as after an update. @returns how many */
export async function indexAgain(chineseVariants: ChineseVariants): Promise<number> {
  const heads = await inStorage((database) => database.getAll('segments'));
  const stale = heads.filter(({ version }) => version !== SEGMENT_VERSION);
  const indexed = new Set(
    heads
      .filter((head) => !stale.includes(head))
      .flatMap(({ sources }) => sources.map(({ id, revision }) => JSON.stringify([id, revision]))),
  );
  const records = await listSources();
  const missing = records.filter(
    ({ id, revision }) => !indexed.has(JSON.stringify([id, revision])),
  );
  if (missing.length === 0) return 0;
  await Writing.do(async (writing) => {
    const batch = new Batch();
    for (const { id, revision, added } of missing) {
      batch.add({ index: await indexOf(id, chineseVariants), revision, added });
    }
    await writing.commit(batch.segments(), stale);
  });
  return missing.length;
}

/** What a source of the library is made of. @throws a Failure when it is not there, or damaged */
export async function readMaterial(id: SourceId): Promise<Material> {
  const [document, source, entities, entitiesFoundBy] = JSON.parse(
    strFromU8(inflateSync(await readText(id))),
  ) as [string, string, string, Material['entitiesFoundBy']];
  return readFiles(id, { document, source, entities }, entitiesFoundBy);
}

function deflated(material: Material): Uint8Array {
  const { document, source, entities } = filesOf(material);
  const whole = JSON.stringify([document, source, entities, material.entitiesFoundBy]);
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

/** Segments that are joined with new sources of this length, if there are too many. */
async function smallSegments(length: number): Promise<SegmentHead[]> {
  const records = new Map((await listSources()).map((record) => [record.id, record]));
  const heads = await inStorage((database) => database.getAll('segments'));
  const sized = heads.map((head) => ({
    head,
    length: head.sources.reduce((sum, { id, revision }) => {
      const record = records.get(id);
      return sum + (record?.revision === revision ? record.held.length : 0);
    }, 0),
  }));
  const small = sized.filter((one) => one.length < SEGMENT_LENGTH / 2);
  if (small.length < MOST_SMALL || length > SEGMENT_LENGTH) return [];
  return small.map(({ head }) => head);
}

/** The sources of segments, read and compiled again; without those that hold no more. */
async function sourcesOf(
  heads: readonly SegmentHead[],
  replaced: ReadonlySet<SourceId>,
  chineseVariants: ChineseVariants,
): Promise<RevisedSource[]> {
  const records = new Map((await listSources()).map((record) => [record.id, record]));
  const sources: RevisedSource[] = [];
  for (const { id, revision, added } of heads.flatMap((head) => head.sources)) {
    if (replaced.has(id) || records.get(id)?.revision !== revision) continue;
    sources.push({ index: await indexOf(id, chineseVariants), revision, added });
  }
  return sources;
}

async function indexOf(id: SourceId, chineseVariants: ChineseVariants) {
  const { index } = await compileMaterial(await readMaterial(id), chineseVariants);
  return index;
}

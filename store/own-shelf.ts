/** The shelf of the reader's own sources: reads the database, a few records at a time. */
import type { SubjectStore } from '../core/library/library';
import type { Shelf } from '../core/library/shelf';
import type { SourceId } from '../core/model/source';
import { SEGMENT_VERSION, type SegmentParts } from '../core/segment/segment';
import { BLOCK, CATALOGUE, inStorage } from './database';
import { listSources } from './sources';
import { ofRevision } from './writing';

export function ownShelf(): Shelf {
  /** By source, as of the last look at the segments. */
  let revisions = new Map<SourceId, number>();
  const revisionOf = (source: SourceId) => revisions.get(source) ?? 0;
  return {
    async sources() {
      if (revisions.size === 0) return [];
      return (await listSources())
        .filter(({ id, revision }) => revisions.get(id) === revision)
        .map(({ held }) => held);
    },
    async segments() {
      const live = new Map<SourceId, number>();
      const heads = await inStorage(async (database) => {
        const read = database.transaction(['catalogue', 'segments']);
        const [catalogue = {}, all] = await Promise.all([
          read.objectStore('catalogue').get(CATALOGUE),
          read.objectStore('segments').getAll(),
        ]);
        const held = new Map(Object.entries(catalogue));
        return all
          .filter(({ version }) => version === SEGMENT_VERSION)
          .map((head) => ({
            ...head,
            sources: head.sources.map((source) => {
              const isGone = held.get(source.id) !== source.revision;
              if (!isGone) live.set(source.id, source.revision);
              return { ...source, isGone };
            }),
          }));
      }).catch((error) => {
        // Where the database cannot be read, nothing is listed.
        revisions = new Map();
        throw error;
      });
      revisions = live;
      return heads;
    },
    part: (segment, name) =>
      inStorage(async (database) => {
        const part = await database.get('parts', [segment, name]);
        if (!part)
          throw new DOMException(`The part “${name}” of ${segment} is not there.`, 'NotFoundError');
        return part as SegmentParts[typeof name];
      }),
    async passages(source, ordinals) {
      const revision = revisionOf(source);
      return inStorage(async (database) => {
        if (ordinals === null) {
          return (await database.getAll('passages', ofRevision(source, revision))).flat();
        }
        const blocks = await blocksOf(
          ordinals.map((ordinal) => ordinal - 1),
          (block) => database.get('passages', [source, revision, block]),
        );
        return ordinals.flatMap((ordinal) => at(blocks, ordinal - 1));
      });
    },
    entities: (source, numbers) =>
      inStorage(async (database) => {
        const blocks = await blocksOf(numbers, (block) =>
          database.get('entities', [source, revisionOf(source), block]),
        );
        return numbers.flatMap((number) => at(blocks, number));
      }),
    rarity: (source) =>
      inStorage(async (database) => {
        const rarity = await database.get('rarities', [source, revisionOf(source)]);
        if (!rarity) throw new DOMException(`Nothing is known of ${source}.`, 'NotFoundError');
        return rarity;
      }),
  };
}

async function blocksOf<T>(
  numbers: readonly number[],
  read: (block: number) => Promise<T[] | undefined>,
): Promise<Map<number, T[]>> {
  const wanted = [...new Set(numbers.map((number) => Math.floor(number / BLOCK)))];
  const blocks = await Promise.all(wanted.map(read));
  return new Map(wanted.map((block, i) => [block, blocks[i] ?? []]));
}

function at<T>(blocks: ReadonlyMap<number, T[]>, number: number): T[] {
  const held = blocks.get(Math.floor(number / BLOCK))?.[number % BLOCK];
  return held === undefined ? [] : [held];
}

const JOINED = 'joined';

/**
 * Keeps joined subjects: only the last ones, which are those of the library as it is.
 * @param onFault told when they cannot be kept; they are joined anew then
 */
export function subjectStore(onFault: (error: unknown) => void): SubjectStore {
  return {
    async read(stamp) {
      try {
        const kept = await inStorage((database) => database.get('subjects', JOINED));
        return kept?.stamp === stamp ? kept.subjects : null;
      } catch (error) {
        onFault(error);
        return null;
      }
    },
    async write(stamp, subjects) {
      try {
        await inStorage((database) => database.put('subjects', { stamp, subjects }, JOINED));
      } catch (error) {
        onFault(error);
      }
    },
  };
}

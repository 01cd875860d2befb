/** The shelves of the library, opened: their segments under one numbering, and where each source lies. */
import type { SourceId } from '../model/source';
import type { HeldPassage, HeldSource } from '../segment/held-source';
import { stringAt } from '../segment/strings';
import { EntityTable } from './entity-table';
import { OpenSegment } from './open-segment';
import type { Shelf } from './shelf';
import type { Joinable } from './subjects';

/** Told what cannot be read. */
export type OnFault = (error: unknown) => void;

export async function orFault<T>(read: Promise<T>, onFault: OnFault): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    onFault(error);
    return null;
  }
}

export class OpenLibrary {
  readonly segments: readonly OpenSegment[];
  readonly entities: EntityTable;
  readonly #shelves: readonly Shelf[];
  readonly #shelfOf: ReadonlyMap<SourceId, Shelf>;
  readonly onFault: OnFault;
  #sources: Promise<Map<SourceId, HeldSource>> | null = null;

  private constructor(
    shelves: readonly Shelf[],
    segments: readonly OpenSegment[],
    shelfOf: ReadonlyMap<SourceId, Shelf>,
    entities: EntityTable,
    onFault: OnFault,
  ) {
    this.#shelves = shelves;
    this.segments = segments;
    this.#shelfOf = shelfOf;
    this.entities = entities;
    this.onFault = onFault;
  }

  /** Without the segments that cannot be read, which are told: the library goes on with the others. */
  static async open(shelves: readonly Shelf[], onFault: OnFault): Promise<OpenLibrary> {
    const lists = await Promise.all(
      shelves.map(async (shelf) => {
        const heads = await orFault(shelf.segments(), onFault);
        return (heads ?? []).map((head) => ({ shelf, head }));
      }),
    );
    const readable = await Promise.all(
      lists.flat().map(async ({ shelf, head }) => {
        const segment = new OpenSegment(shelf, head);
        const part = await orFault(segment.part('entities'), onFault);
        return part ? [{ shelf, segment, part }] : [];
      }),
    );
    const opened = readable.flat();
    const shelfOf = new Map<SourceId, Shelf>();
    for (const { shelf, segment } of opened) {
      for (const { id, isGone } of segment.head.sources) {
        if (!isGone && !shelfOf.has(id)) shelfOf.set(id, shelf);
      }
    }
    const segments = opened.map(({ segment }) => segment);
    const entities = new EntityTable(
      segments.map(({ head }) => head),
      opened.map(({ part }) => part),
    );
    return new OpenLibrary(shelves, segments, shelfOf, entities, onFault);
  }

  /** Asks each segment, in order; null for one that cannot be read, which is told. */
  each<T>(read: (segment: OpenSegment) => Promise<T>): Promise<Array<T | null>> {
    return Promise.all(this.segments.map((segment) => orFault(read(segment), this.onFault)));
  }

  /** The same for a library that holds the same. */
  get stamp(): string {
    return JSON.stringify(
      this.segments.map(({ head: { id, sources } }) => [
        id,
        sources.map(({ id: source, revision, isGone }) => [source, isGone ? 0 : revision]),
      ]),
    );
  }

  /** Every source that is indexed, in the order in which they came. */
  sources(): Promise<Map<SourceId, HeldSource>> {
    this.#sources ??= Promise.all(
      this.#shelves.map((shelf) => orFault(shelf.sources(), this.onFault)),
    ).then((lists) => {
      const sources = new Map<SourceId, HeldSource>();
      for (const held of lists.flatMap((list) => list ?? [])) {
        if (!sources.has(held.source.id)) sources.set(held.source.id, held);
      }
      return sources;
    });
    return this.#sources;
  }

  /** @throws when the source is not in the library */
  async source(id: SourceId): Promise<HeldSource> {
    const held = (await this.sources()).get(id);
    if (!held) throw new Error(`There is no source “${id}” in the library.`);
    return held;
  }

  /** @throws when the source is not in the library */
  shelfOf(source: SourceId): Shelf {
    const shelf = this.#shelfOf.get(source);
    if (!shelf) throw new Error(`There is no source “${source}” in the library.`);
    return shelf;
  }

  /** Passages of a source, by ordinal; with them those that they answer. */
  async passages(source: SourceId, ordinals: readonly number[]): Promise<Map<number, HeldPassage>> {
    const shelf = this.shelfOf(source);
    const passages = await shelf.passages(source, ordinals);
    const held = new Map(passages.map((passage) => [passage.ordinal, passage]));
    const questions = passages.flatMap(({ answers }) => answers ?? []);
    const missing = questions.filter((ordinal) => !held.has(ordinal));
    for (const question of await shelf.passages(source, [...new Set(missing)])) {
      held.set(question.ordinal, question);
    }
    return held;
  }

  /** What tells of each entity whether it is another's like; not whole where a segment cannot be read. */
  async joinables(): Promise<{ joinables: Joinable[]; isWhole: boolean }> {
    const { entities } = this;
    const joinables = Array.from({ length: entities.size }, (_, entity) => ({
      kind: entities.kindOf(entity),
      wikidata: entities.isThere(entity) ? entities.wikidataOf(entity) : 0,
      sureNames: [] as string[],
    }));
    const parts = await this.each((segment) => segment.part('spellings'));
    parts.forEach((part, segment) => {
      if (!part) return;
      const { entities: numbers, sure, folded } = part;
      numbers.forEach((entity, name) => {
        const number = (entities.firsts[segment] ?? 0) + entity;
        if (!sure[name] || !entities.isThere(number)) return;
        joinables[number]?.sureNames.push(stringAt(folded, name));
      });
    });
    return { joinables, isWhole: !parts.includes(null) };
  }
}

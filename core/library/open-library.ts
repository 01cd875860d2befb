/** The shelves of the library, opened: their segments under one numbering, and where each source lies. */
import type { SourceId } from '../model/source';
import type { HeldPassage, HeldSource } from '../segment/held-source';
import { stringAt } from '../segment/strings';
import { EntityTable } from './entity-table';
import { OpenSegment } from './open-segment';
import type { Shelf } from './shelf';
import type { Joinable } from './subjects';

export class OpenLibrary {
  readonly segments: readonly OpenSegment[];
  readonly entities: EntityTable;
  readonly #shelves: readonly Shelf[];
  readonly #shelfOf: ReadonlyMap<SourceId, Shelf>;
  #sources: Promise<Map<SourceId, HeldSource>> | null = null;

  private constructor(
    shelves: readonly Shelf[],
    segments: readonly OpenSegment[],
    shelfOf: ReadonlyMap<SourceId, Shelf>,
    entities: EntityTable,
  ) {
    this.#shelves = shelves;
    this.segments = segments;
    this.#shelfOf = shelfOf;
    this.entities = entities;
  }

  /** @throws when a segment cannot be read, or is of another version */
  static async open(shelves: readonly Shelf[]): Promise<OpenLibrary> {
    const heads = await Promise.all(shelves.map((shelf) => shelf.segments()));
    const shelfOf = new Map<SourceId, Shelf>();
    const segments = shelves.flatMap((shelf, i) =>
      (heads[i] ?? []).map((head) => {
        for (const { id, isGone } of head.sources) if (!isGone) shelfOf.set(id, shelf);
        return new OpenSegment(shelf, head);
      }),
    );
    const parts = await Promise.all(segments.map((segment) => segment.part('entities')));
    const entities = new EntityTable(
      segments.map(({ head }) => head),
      parts,
    );
    return new OpenLibrary(shelves, segments, shelfOf, entities);
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
    this.#sources ??= Promise.all(this.#shelves.map((shelf) => shelf.sources())).then(
      (lists) => new Map(lists.flat().map((held) => [held.source.id, held])),
    );
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

  /** What tells of each entity whether it is another's like. */
  async joinables(): Promise<Joinable[]> {
    const { entities } = this;
    const joinables = Array.from({ length: entities.size }, (_, entity) => ({
      kind: entities.kindOf(entity),
      wikidata: entities.isThere(entity) ? entities.wikidataOf(entity) : 0,
      sureNames: [] as string[],
    }));
    const parts = await Promise.all(this.segments.map((segment) => segment.part('spellings')));
    parts.forEach(({ entities: numbers, sure, folded }, segment) => {
      numbers.forEach((entity, name) => {
        const number = (entities.firsts[segment] ?? 0) + entity;
        if (!sure[name] || !entities.isThere(number)) return;
        joinables[number]?.sureNames.push(stringAt(folded, name));
      });
    });
    return joinables;
  }
}

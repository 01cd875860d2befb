/** The entities of all segments under one numbering, and their sources: what can be told of them without their record. */
import { ENTITY_KINDS, type EntityId, type EntityKind, type SourceId } from '../model/source';
import type { EntityPart, SegmentHead } from '../segment/segment';
import { lowerBound, stringAt } from '../segment/strings';

/** A source in the numbering. */
interface Numbered {
  id: SourceId;
  segment: number;
  /** Of its entities, in the library and in the segment. */
  first: number;
  firstInSegment: number;
  entities: number;
  /** Of its passages, in the segment. */
  firstPassage: number;
  passages: number;
  added: number;
  hasAmbiguous: boolean;
  page: string | null;
  isGone: boolean;
}

export class EntityTable {
  /** Where the numbers of each segment begin. */
  readonly firsts: readonly number[];
  readonly sources: readonly Numbered[];
  readonly size: number;
  readonly #parts: readonly EntityPart[];
  /** The number of its source, by entity. */
  readonly #sourceOf: Uint32Array;
  readonly #byId = new Map<SourceId, number>();

  constructor(segments: readonly SegmentHead[], parts: readonly EntityPart[]) {
    const sources: Numbered[] = [];
    const firsts: number[] = [];
    let first = 0;
    segments.forEach((head, segment) => {
      firsts.push(first);
      let firstInSegment = 0;
      let firstPassage = 0;
      for (const { id, entities, passages, added, hasAmbiguous, page, ...source } of head.sources) {
        // What is bundled comes first, and stands for an own source of its id.
        const isGone = source.isGone === true || this.#byId.has(id);
        if (!isGone) this.#byId.set(id, sources.length);
        const of = { id, segment, first, firstInSegment, entities };
        sources.push({ ...of, firstPassage, passages, added, hasAmbiguous, page, isGone });
        first += entities;
        firstInSegment += entities;
        firstPassage += passages;
      }
    });
    this.firsts = firsts;
    this.sources = sources;
    this.size = first;
    this.#parts = parts;
    this.#sourceOf = new Uint32Array(first);
    sources.forEach((source, number) => {
      this.#sourceOf.fill(number, source.first, source.first + source.entities);
    });
  }

  /** The number of a source in `sources`; -1 where there is none. */
  sourceNumberOf(source: SourceId): number {
    return this.#byId.get(source) ?? -1;
  }

  /** The number of the source of an entity. */
  sourceOf(entity: number): number {
    return this.#sourceOf[entity] ?? -1;
  }

  /** The number of the source of a passage. */
  sourceOfPassage(segment: number, passage: number): number {
    return lowerBound(
      0,
      this.sources.length,
      (at) =>
        (this.sources[at]?.segment ?? 0) < segment ||
        (this.sources[at]?.segment === segment && passageEnd(this.sources[at]) <= passage),
    );
  }

  /** False for an entity of a source that holds no more. */
  isThere(entity: number): boolean {
    return this.sources[this.sourceOf(entity)]?.isGone === false;
  }

  /** The number of an entity; -1 where there is none. */
  numberOf(id: EntityId): number {
    const slash = id.indexOf('/');
    const source = this.sources[this.sourceNumberOf(id.slice(0, slash))];
    const part = source && this.#parts[source.segment];
    if (!source || !part) return -1;
    const slug = id.slice(slash + 1);
    const from = source.firstInSegment;
    const at = lowerBound(
      from,
      from + source.entities,
      (other) => stringAt(part.slugs, other) < slug,
    );
    const isThere = at < from + source.entities && stringAt(part.slugs, at) === slug;
    return isThere ? source.first + at - from : -1;
  }

  idOf(entity: number): EntityId {
    const [part, at, source] = this.#at(entity);
    return `${source.id}/${stringAt(part.slugs, at)}`;
  }

  canonicalOf(entity: number): string {
    const [part, at] = this.#at(entity);
    return stringAt(part.canonicals, at);
  }

  kindOf(entity: number): EntityKind {
    const [part, at] = this.#at(entity);
    return ENTITY_KINDS[part.kinds[at] ?? 0] ?? 'idea';
  }

  wikidataOf(entity: number): number {
    const [part, at] = this.#at(entity);
    return part.wikidata[at] ?? 0;
  }

  /** How often its source names it. */
  mentionsOf(entity: number): number {
    const [part, at] = this.#at(entity);
    return part.mentions[at] ?? 0;
  }

  /** Its number within its source. */
  numberInSource(entity: number): number {
    const source = this.sources[this.sourceOf(entity)];
    return entity - (source?.first ?? 0);
  }

  #at(entity: number): [EntityPart, number, Numbered] {
    const source = this.sources[this.sourceOf(entity)];
    const part = source && this.#parts[source.segment];
    if (!source || !part) throw new Error(`There is no entity of number ${entity} in the library.`);
    return [part, source.firstInSegment + entity - source.first, source];
  }
}

function passageEnd(source: Numbered | undefined): number {
  return source ? source.firstPassage + source.passages : 0;
}

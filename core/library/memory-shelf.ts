/** A shelf of sources that are in memory. */
import type { Entity, SourceId, SourceIndex } from '../model/source';
import { encodeSegment } from '../segment/encode-segment';
import {
  type HeldParts,
  type HeldPassage,
  type HeldSource,
  heldParts,
} from '../segment/held-source';
import type { PartName, SegmentHead, SegmentParts } from '../segment/segment';
import type { RarityPart } from './rarity-part';
import type { Shelf } from './shelf';

/** What is held in memory is one segment. */
const SEGMENT = 'bundled';

export class MemoryShelf implements Shelf {
  readonly #sources: ReadonlyMap<SourceId, HeldParts>;
  readonly #head: SegmentHead;
  readonly #parts: SegmentParts;

  readonly #translated: ReadonlyMap<SourceId, ReadonlyMap<number, string>>;

  constructor(
    sources: readonly SourceIndex[],
    translated: ReadonlyMap<SourceId, ReadonlyMap<number, string>> = new Map(),
  ) {
    this.#translated = translated;
    this.#sources = new Map(sources.map((index) => [index.source.id, heldParts(index)]));
    const { head, parts } = encodeSegment(
      SEGMENT,
      sources.map((index) => ({ index, revision: 1, added: 0 })),
    );
    this.#head = head;
    this.#parts = parts;
  }

  async sources(): Promise<HeldSource[]> {
    return [...this.#sources.values()].map(({ held }) => held);
  }

  async segments(): Promise<SegmentHead[]> {
    return [this.#head];
  }

  async part<Name extends PartName>(_: string, name: Name): Promise<SegmentParts[Name]> {
    return this.#parts[name];
  }

  async passages(source: SourceId, ordinals: readonly number[] | null): Promise<HeldPassage[]> {
    const passages = this.#sources.get(source)?.passages ?? [];
    return ordinals === null
      ? passages
      : ordinals.flatMap((ordinal) => passages[ordinal - 1] ?? []);
  }

  async entities(source: SourceId, numbers: readonly number[]): Promise<Entity[]> {
    const entities = this.#sources.get(source)?.entities ?? [];
    return numbers.flatMap((number) => entities[number] ?? []);
  }

  async translated(source: SourceId): Promise<ReadonlyMap<number, string>> {
    return this.#translated.get(source) ?? new Map();
  }

  async rarity(source: SourceId): Promise<RarityPart> {
    const held = this.#sources.get(source);
    if (!held) throw new Error(`There is no source “${source}” on this shelf.`);
    return held.rarity;
  }
}

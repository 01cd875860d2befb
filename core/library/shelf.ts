/** Where the library reads: the extension itself, for what is bundled, or the database, for what is the reader's. */
import type { Entity, SourceId } from '../model/source';
import type { HeldPassage, HeldSource } from '../segment/held-source';
import type { PartName, SegmentHead, SegmentParts } from '../segment/segment';
import type { RarityPart } from './rarity-part';

export interface Shelf {
  /** In the order in which they came. */
  sources(): Promise<HeldSource[]>;
  segments(): Promise<SegmentHead[]>;
  /** @throws when it is not there, or of another version */
  part<Name extends PartName>(segment: string, name: Name): Promise<SegmentParts[Name]>;
  /**
   * @param ordinals from 1; null for all
   * @returns those that are there, in this order
   */
  passages(source: SourceId, ordinals: readonly number[] | null): Promise<HeldPassage[]>;
  /** @param numbers in the order of the segment, from 0; those that are there, in this order */
  entities(source: SourceId, numbers: readonly number[]): Promise<Entity[]>;
  /** @throws when it is not there */
  rarity(source: SourceId): Promise<RarityPart>;
  /** Translations of passages by ordinal, all languages one after another; only where sources come with such. */
  translated?(source: SourceId): Promise<ReadonlyMap<number, string>>;
}

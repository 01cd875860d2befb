/** A segment as the library reads it: each part once, when it is first asked for. */
import { NameIndex } from '../names/name-index';
import {
  type PartName,
  SEGMENT_VERSION,
  type SegmentHead,
  type SegmentParts,
} from '../segment/segment';
import { NameSearch } from './name-search';
import { encodeWords, type WordPart } from './passage-search';
import type { Shelf } from './shelf';

export class OpenSegment {
  readonly head: SegmentHead;
  readonly #shelf: Shelf;
  readonly #parts = new Map<PartName, Promise<unknown>>();
  #names: Promise<NameIndex> | null = null;
  #spellings: Promise<NameSearch> | null = null;
  #translated: Promise<WordPart | null> | null = null;

  constructor(shelf: Shelf, head: SegmentHead) {
    this.head = head;
    this.#shelf = shelf;
  }

  /** @throws when it cannot be read, or another version wrote it */
  async part<Name extends PartName>(name: Name): Promise<SegmentParts[Name]> {
    const { id, version } = this.head;
    if (version !== SEGMENT_VERSION) {
      throw new Error(
        `The segment “${id}” has version ${version}; this Sidelight reads version ${SEGMENT_VERSION}. Build it again.`,
      );
    }
    let part = this.#parts.get(name) as Promise<SegmentParts[Name]> | undefined;
    if (!part) {
      part = this.#shelf.part(id, name);
      this.#parts.set(name, part);
      // What could not be read is asked for again.
      part.catch(() => this.#parts.delete(name));
    }
    return part;
  }

  names(): Promise<NameIndex> {
    this.#names ??= this.part('names').then((buffer) => new NameIndex(buffer));
    this.#names.catch(() => {
      this.#names = null;
    });
    return this.#names;
  }

  spellings(): Promise<NameSearch> {
    this.#spellings ??= this.part('spellings').then((part) => new NameSearch(part));
    this.#spellings.catch(() => {
      this.#spellings = null;
    });
    return this.#spellings;
  }

  /** The passages of the source that name an entity, by its number in the segment: ordinals. */
  async passagesNaming(entity: number): Promise<readonly number[]> {
    const { ends, ordinals } = await this.part('postings');
    return [...ordinals.subarray(entity === 0 ? 0 : ends[entity - 1], ends[entity])];
  }

  /** The words of the translations, numbered as the passages are; null where there are none. Made when first asked. */
  translated(): Promise<WordPart | null> {
    this.#translated ??= this.#encodeTranslated();
    this.#translated.catch(() => {
      this.#translated = null;
    });
    return this.#translated;
  }

  async #encodeTranslated(): Promise<WordPart | null> {
    if (!this.#shelf.translated) return null;
    const texts: string[] = [];
    for (const { id, passages } of this.head.sources) {
      const translated = await this.#shelf.translated(id);
      for (let ordinal = 1; ordinal <= passages; ordinal++) {
        texts.push(translated.get(ordinal) ?? '');
      }
    }
    if (texts.every((text) => text === '')) return null;
    // Who speaks, and in which turn, tells the part of the originals.
    return encodeWords(texts.map((text) => ({ text, turn: 'narration', speaker: null })));
  }
}

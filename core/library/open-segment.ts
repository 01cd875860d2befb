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
  /** Its parts, and what is made of them. */
  readonly #made = new Map<string, Promise<unknown>>();

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
    return this.#once(name, () => this.#shelf.part(id, name));
  }

  names(): Promise<NameIndex> {
    return this.#once('name index', async () => new NameIndex(await this.part('names')));
  }

  spellings(): Promise<NameSearch> {
    return this.#once('name search', async () => new NameSearch(await this.part('spellings')));
  }

  /** The passages of the source that name an entity, by its number in the segment: ordinals. */
  async passagesNaming(entity: number): Promise<readonly number[]> {
    const { ends, ordinals } = await this.part('postings');
    return [...ordinals.subarray(entity === 0 ? 0 : ends[entity - 1], ends[entity])];
  }

  /** The words of the translations, numbered as the passages are; null where there are none. Made when first asked. */
  translated(): Promise<WordPart | null> {
    return this.#once('translated', () => this.#encodeTranslated());
  }

  #once<Made>(what: string, make: () => Promise<Made>): Promise<Made> {
    let made = this.#made.get(what) as Promise<Made> | undefined;
    if (!made) {
      made = make();
      this.#made.set(what, made);
      // What could not be read is asked for again.
      made.catch(() => this.#made.delete(what));
    }
    return made;
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

/** Whether the library holds a document already, or an older version of it. */
import type { SourceId } from '../model/source';
import type { Material } from './material';

/** A source of the library that holds much of what a document holds. */
export interface Likeness {
  id: SourceId;
  title: string;
  /** Of the passages of the document, how many it holds; 1 is the same document. */
  share: number;
}

/** Less is a quotation. */
const LEAST_SHARE = 0.3;

/** @returns the one that holds most, if that is a good part */
export function mostLike(
  material: Material,
  others: Iterable<{ id: SourceId; title: string; passages: ReadonlySet<string> }>,
): Likeness | null {
  const own = passagesOf(material);
  let most: Likeness | null = null;
  for (const { id, title, passages } of others) {
    const held = own.filter((text) => passages.has(text)).length;
    const share = own.length > 0 ? held / own.length : 0;
    if (share >= LEAST_SHARE && share > (most?.share ?? 0)) most = { id, title, share };
  }
  return most;
}

/** The words of each passage, white space aside. */
export function passagesOf({ document, about }: Pick<Material, 'document' | 'about'>): string[] {
  return about.passages.map(({ start, end }) => document.slice(start, end).replace(/\s+/g, ' '));
}

/** What the library holds of a source, for telling whether it holds a document. */
export interface LibraryEntry {
  id: SourceId;
  title: string;
  titleIsOurs: boolean;
  origin: string;
  /** SHA-256 of the document. */
  hash: string;
  isOwn: boolean;
}

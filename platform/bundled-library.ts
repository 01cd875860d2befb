/** The library that is built into the extension. */
import bundle from 'virtual:bundled-library';
import { Library } from '../core/library/library';
import type { HeadSieve } from '../core/names/name-index';

/** @throws when the bundle was built for another version of the index */
export function openBundledLibrary(): { library: Library; sieve: HeadSieve } {
  const { sources, names, sieve } = bundle;
  const bytes = Uint8Array.from(atob(names.base64), (char) => char.charCodeAt(0));
  const library = new Library(sources, { entities: names.entities, buffer: bytes.buffer });
  return { library, sieve };
}

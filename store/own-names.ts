import type { KnownName } from '../core/extract/found';
import { knownNames } from '../core/library/known-names';
import { ownShelf } from './own-shelf';

/** The names of the reader's own sources: what one names is found in the next. */
export function ownNames(): Promise<KnownName[]> {
  return knownNames(ownShelf());
}

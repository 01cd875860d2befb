/**
 * Files of a zip file, by its directory. What an entry says of its size holds: it is not unpacked beyond. So sizes are
 * limited before anything is unpacked, and an entry that says too little comes out cut off.
 */
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { RefusedDocument } from '../core/model/draft';

const MAX_ENTRIES = 20_000;
/** Of one file, unpacked. Markup weighs a few times its text. */
const MAX_FILE = 128 << 20;
/** Of all that is asked for. */
const MAX_UNPACKED = 256 << 20;
/** Markup deflates to a tenth, tables to a fiftieth. */
const MAX_RATIO = 300;
/** Less is no trap at any ratio. */
const FREE = 8 << 20;

/** The names in it. @throws a RefusedDocument */
export function namesIn(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  unpack(bytes, ({ name }) => {
    names.add(name);
    if (names.size > MAX_ENTRIES)
      throw new RefusedDocument('trap', `more than ${MAX_ENTRIES} files`);
    return false;
  });
  return names;
}

/** The files whose names are wanted. @throws a RefusedDocument */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  let unpacked = 0;
  const files = unpack(bytes, ({ name, size, originalSize }) => {
    if (!isWanted(name)) return false;
    unpacked += originalSize;
    if (originalSize > FREE && originalSize > size * MAX_RATIO)
      throw new RefusedDocument('trap', `${name} unpacks to ${originalSize} bytes.`);
    if (originalSize > MAX_FILE || unpacked > MAX_UNPACKED)
      throw new RefusedDocument('too-large', `It unpacks to more than ${unpacked - 1} bytes.`);
    return true;
  });
  return new Map(Object.entries(files));
}

export function textOf(bytes: Uint8Array | undefined): string | null {
  return bytes ? strFromU8(bytes) : null;
}

function unpack(
  bytes: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    throw new RefusedDocument('damaged', `It cannot be unpacked: ${error}`);
  }
}

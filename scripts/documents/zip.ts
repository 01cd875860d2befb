import { strToU8, type Zippable, zipSync } from 'fflate';

/** Zip's own earliest date: the same contents are the same file. */
const NO_DATE = new Date(1980, 0, 1);

/** @param stored the file that comes first, and is not packed */
export function zipOf(texts: Record<string, string>, stored?: string): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts)) {
    files[name] = [strToU8(text), { level: name === stored ? 0 : 9, mtime: NO_DATE }];
  }
  return zipSync(files, { mtime: NO_DATE });
}

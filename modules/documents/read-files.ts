/** Documents of a folder, read as the library page reads them: the same bytes make the same material. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { foundMaterial } from '../../core/compile/found-material';
import type { Material } from '../../core/compile/material';
import { type NameModel, stateNames } from '../../core/extract/extract';
import type { KnownName } from '../../core/extract/found';
import { NAME_LANGUAGES } from '../../core/extract/languages';
import { knownNames } from '../../core/library/known-names';
import { MemoryShelf } from '../../core/library/memory-shelf';
import { readDocument } from '../../formats/read-document';
import { soundSeeds } from '../seeds/read-seeds';
import { shippedModels } from './name-models';

const ROOT = resolve(import.meta.dirname, '../..');
/** What systems put into folders for themselves, what says of a folder what is in it, and packs. */
const NO_DOCUMENT = /^\.|^(?:thumbs\.db|desktop\.ini|readme(?:\.\w+)?)$|\.zip$/i;

/** @returns the files under a folder that may be documents, sorted, without those under `except` */
export function documentsIn(folder: string, except: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NO_DOCUMENT.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .filter((path) => !except.some((other) => !relative(other, path).startsWith('..')))
    .sort();
}

export class DocumentReader {
  #models: ReadonlyMap<string, NameModel> | null = null;
  #known: Promise<KnownName[]> | null = null;

  /**
   * @returns a material whose id another may bear
   * @throws a RefusedDocument
   */
  async read(path: string): Promise<Material> {
    const name = basename(path);
    const draft = await readDocument({ name, bytes: new Uint8Array(readFileSync(path)) }, () => {});
    this.#models ??= shippedModels();
    this.#known ??= bundledNames();
    const origin = draft.address ?? name;
    return foundMaterial(draft, origin, this.#models, await this.#known, () => {});
  }
}

async function bundledNames(): Promise<KnownName[]> {
  const bundled = new MemoryShelf(soundSeeds(resolve(ROOT, 'seeds')).map(({ index }) => index));
  return [...NAME_LANGUAGES.flatMap(stateNames), ...(await knownNames(bundled))];
}

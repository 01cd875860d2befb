import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceIndex } from '../../core/model/source';
import { compileSeed, readSeed, type Seed, type SeedFiles } from './compile-seed';

/** In the order in which they came to be carried: of several that share a subject the first stands for it. */
const IN_ORDER = ['kazakhstan-china-xinjiang'];

/** Every source under a folder, those of `IN_ORDER` first, the others by their slugs. @throws one Error that lists every fault of the first that has any */
export function readSeeds(folder: string): SourceIndex[] {
  return seedsIn(folder).map(compileSeed);
}

/** Those without a fault, for what can do without the others: the build tells what is wrong with them. */
export function soundSeeds(folder: string): Seed[] {
  return seedsIn(folder).flatMap((files) => readSeed(files, files.slug, 'bundled', []) ?? []);
}

function seedsIn(folder: string): SeedFiles[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map((slug) => {
      const read = (file: string) => readFileSync(resolve(folder, slug, file), 'utf8');
      return {
        slug,
        document: read('document.txt'),
        source: read('source.yaml'),
        entities: read('entities.yaml'),
      };
    });
}

function placeOf(slug: string): number {
  const at = IN_ORDER.indexOf(slug);
  return at < 0 ? IN_ORDER.length : at;
}

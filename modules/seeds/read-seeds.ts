import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceIndex } from '../../core/model/source';
import { compileSeed, readSeed, type Seed, type SeedFiles } from './compile-seed';

/** Every source under a folder, in the order of their slugs. @throws one Error that lists every fault of the first that has any */
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
    .map(({ name: slug }) => {
      const read = (file: string) => readFileSync(resolve(folder, slug, file), 'utf8');
      return {
        slug,
        document: read('document.txt'),
        source: read('source.yaml'),
        entities: read('entities.yaml'),
      };
    });
}

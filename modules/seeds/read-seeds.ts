import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { SourceIndex } from '../../core/model/source';
import { isSlug } from '../../core/text/slug';
import { faulty, readSeed, type Seed, type SeedFiles } from './compile-seed';

/** What a folder of a source holds. */
const FILES = { document: 'document.txt', source: 'source.yaml', entities: 'entities.yaml' };
export const FILE_NAMES = Object.values(FILES);

/** In the order in which they came to be carried: of several that share a subject the first stands for it. */
const IN_ORDER = ['kazakhstan-china-xinjiang'];

/** Every source under a folder, those of `IN_ORDER` first, the others by their slugs. @throws one Error that lists every fault */
export function readSeeds(folder: string): SourceIndex[] {
  const problems: string[] = [];
  const seeds = seedsIn(folder, problems);
  if (problems.length > 0) throw faulty(`The folder “${basename(folder)}”`, problems);
  return seeds.map(({ index }) => index);
}

/** Those without a fault, for what can do without the others: the build tells what is wrong with them. */
export function soundSeeds(folder: string): Seed[] {
  return seedsIn(folder, []);
}

function seedsIn(folder: string, problems: string[]): Seed[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .flatMap((slug) => {
      const name = `${basename(folder)}/${slug}`;
      const files = readSeedFiles(resolve(folder, slug), name, problems);
      return (files && readSeed(files, name, 'bundled', problems)) ?? [];
    });
}

/**
 * The files of a source; the name of their folder is its id.
 * @param name of the folder, as problems should call it
 * @param problems gains what is wrong, a line each
 * @returns null with any problem
 */
export function readSeedFiles(path: string, name: string, problems: string[]): SeedFiles | null {
  const slug = basename(path);
  const missing = FILE_NAMES.filter((file) => !existsSync(resolve(path, file)));
  if (missing.length > 0) {
    problems.push(
      `${name}: there is no ${missing.join(' and no ')}. Write what is missing, as seeds/README.md says, or take the folder out.`,
    );
  } else if (!isSlug(slug)) {
    problems.push(
      `${name}: the name of the folder must be a kebab-case slug of at most 99 letters. Rename it.`,
    );
  } else {
    const read = (file: string) => readFileSync(resolve(path, file), 'utf8');
    return {
      slug,
      document: read(FILES.document),
      source: read(FILES.source),
      entities: read(FILES.entities),
    };
  }
  return null;
}

function placeOf(slug: string): number {
  const at = IN_ORDER.indexOf(slug);
  return at < 0 ? IN_ORDER.length : at;
}

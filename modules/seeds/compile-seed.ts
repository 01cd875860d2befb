/** Compiles one source from its reviewed files, or tells all of their faults, by line. */
import { createHash } from 'node:crypto';
import { Converter } from 'opencc-js';
import { traditionalForms } from '../../core/compile/chinese-variants';
import { compile, type DescribedDocument } from '../../core/compile/compile';
import {
  type EntityDescription,
  entitiesSchema,
  type SourceDescription,
  sourceSchema,
} from '../../core/compile/descriptions';
import type { Source, SourceIndex } from '../../core/model/source';
import { ReviewedFile } from './reviewed-file';

/** The texts of `seeds/<slug>/`, or of any folder of that format. */
export interface SeedFiles {
  slug: string;
  document: string;
  source: string;
  entities: string;
}

/** What such files hold. */
export interface Seed {
  about: SourceDescription;
  entities: EntityDescription[];
  index: SourceIndex;
}

const chineseVariants = traditionalForms((to) => Converter({ from: 'cn', to }));

/**
 * @param folder as problems should call it
 * @param problems gains what is wrong, a line each
 * @returns null with any problem
 */
export function readSeed(
  { slug, document: text, source, entities }: SeedFiles,
  folder: string,
  holding: Source['holding'],
  problems: string[],
): Seed | null {
  const before = problems.length;
  const about = new ReviewedFile(`${folder}/source.yaml`, source, sourceSchema, problems);
  const reviewed = new ReviewedFile(`${folder}/entities.yaml`, entities, entitiesSchema, problems);
  if (!about.content || !reviewed.content) return null;
  // A pack says, too, that its names have been reviewed.
  for (const file of [about, reviewed]) file.reportUnreviewed();
  const hash = createHash('sha256').update(text).digest('hex');
  const document: DescribedDocument = {
    id: slug,
    text,
    hash,
    holding,
    entitiesFoundBy: 'review',
    about: about.content,
  };
  const { index, faults } = compile(document, reviewed.content, chineseVariants);
  for (const { in: where, path, problem, remedy, against } of faults) {
    const file = where === 'about' ? about : reviewed;
    const other = against ? ` (line ${file.lineOf(against)})` : '';
    file.report(path, `${problem}${other}`, remedy);
  }
  return problems.length > before
    ? null
    : { about: about.content, entities: reviewed.content, index };
}

/** @throws one Error that lists every problem found in the files of this seed */
export function compileSeed(files: SeedFiles): SourceIndex {
  const problems: string[] = [];
  const seed = readSeed(files, `seeds/${files.slug}`, 'bundled', problems);
  if (seed) return seed.index;
  throw faulty(`The source “${files.slug}”`, problems);
}

export function faulty(what: string, problems: readonly string[]): Error {
  return new Error(`${what} has ${problems.length} problem(s):\n${problems.join('\n')}`);
}

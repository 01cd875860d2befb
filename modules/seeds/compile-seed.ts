/** Compiles one bundled source from its reviewed files, or stops the build with all of their faults, by line. */
import { createHash } from 'node:crypto';
import { Converter } from 'opencc-js';
import { compile, type Draft } from '../../core/compile/compile';
import { entitiesSchema, sourceSchema } from '../../core/compile/descriptions';
import type { SourceIndex } from '../../core/model/source';
import { ReviewedFile } from './reviewed-file';

/** The texts of `seeds/<slug>/`. */
export interface SeedFiles {
  slug: string;
  document: string;
  source: string;
  entities: string;
}

/** Traditional forms as Hong Kong, Taiwan and neutral conversion write them. */
const TRADITIONAL = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));

const traditionalForms = (text: string) =>
  TRADITIONAL.map((convert) => convert(text)).filter((form) => form !== text);

/** @throws one Error that lists every problem found in the files of this seed */
export function compileSeed({ slug, document: text, source, entities }: SeedFiles): SourceIndex {
  const problems: string[] = [];
  const folder = `seeds/${slug}`;
  const about = new ReviewedFile(`${folder}/source.yaml`, source, sourceSchema, problems);
  const reviewed = new ReviewedFile(`${folder}/entities.yaml`, entities, entitiesSchema, problems);
  if (about.content && reviewed.content) {
    const hash = createHash('sha256').update(text).digest('hex');
    const draft: Draft = {
      id: slug,
      text,
      hash,
      holding: 'bundled',
      entitiesFoundBy: 'review',
      about: about.content,
    };
    const { index, faults } = compile(draft, { entities: reviewed.content }, traditionalForms);
    for (const { in: where, path, problem, remedy, against } of faults) {
      const file = where === 'about' ? about : reviewed;
      const other = against ? ` (line ${file.lineOf(against)})` : '';
      file.report(path, `${problem}${other}`, remedy);
    }
    if (problems.length === 0) return index;
  }
  throw new Error(
    `The source “${slug}” has ${problems.length} problem(s):\n${problems.join('\n')}`,
  );
}

/**
 * The libraries that the benchmark searches pages for. Bundled by Vite before node runs it, since core's
 * imports carry no file endings.
 */

import type { Form } from '../core/model/form';
import { encodeNameIndex, formsOf } from '../core/names/encode-name-index';
import { makeSieve } from '../core/names/head-sieve';
import type { HeadSieve } from '../core/names/name-index';
import { readSeeds } from '../modules/seeds/read-seeds';
import { placeNames } from './place-names.ts';

/** `seed` is the bundled source as it ships, generated forms and all. */
export const LIBRARIES = ['400', '10000', '100000', 'seed'] as const;
export type LibraryName = (typeof LIBRARIES)[number];

export interface BenchLibrary {
  name: LibraryName;
  names: number;
  forms: number;
  sieve: HeadSieve;
  buffer: ArrayBuffer;
  entities: string;
}

/**
 * @param seedFolder the folder of the bundled sources
 * @param pageText text of all pages: no made-up name may stand in it
 * @returns the libraries, and their names as peers are given them: the smallest library's first
 */
export function makeLibraries(
  seedFolder: string,
  pageText: string,
): { libraries: BenchLibrary[]; names: string[] } {
  const sources = readSeeds(seedFolder);
  const shipped = [...formsOf(sources)];
  const chosen = firstNames(sources, 400);
  const made = placeNames(100_000 - chosen.length, pageText);
  const encode = (name: LibraryName, forms: Form[], names: number): BenchLibrary => {
    const { buffer, entities, heads } = encodeNameIndex(forms);
    const sieve = makeSieve([heads]);
    return { name, names, forms: forms.length, sieve, buffer, entities: entities.join('\n') };
  };
  const padded = (size: number): Form[] => [
    ...chosen,
    ...made.slice(0, size - chosen.length).map(
      (text, number): Form => ({
        text,
        entity: `made/${number}`,
        rule: 'exact',
        needsCompany: false,
        name: 0,
      }),
    ),
  ];
  const sourceNames = sources.flatMap(({ entities }) => entities.flatMap(({ names }) => names));
  return {
    libraries: [
      encode('400', padded(400), 400),
      encode('10000', padded(10_000), 10_000),
      encode('100000', padded(100_000), 100_000),
      encode('seed', shipped, sourceNames.length),
    ],
    names: [...chosen.map(({ text }) => text), ...made],
  };
}

/** The first name of each entity in each language, then the second, and so on; no generated forms. */
function firstNames(sources: ReturnType<typeof readSeeds>, count: number): Form[] {
  const ranked: Array<{ rank: number; form: Form }> = [];
  for (const { entities } of sources) {
    for (const entity of entities) {
      const seen = new Map<string, number>();
      for (const [name, { text, language, rule, needsCompany }] of entity.names.entries()) {
        const rank = seen.get(language) ?? 0;
        seen.set(language, rank + 1);
        ranked.push({ rank, form: { text, entity: entity.id, rule, needsCompany, name } });
      }
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ form }) => form);
}

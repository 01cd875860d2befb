import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceIndex } from '../../core/model/source';
import { compileSeed } from './compile-seed';

/** Every source under a folder, in the order of their slugs. */
export function readSeeds(folder: string): SourceIndex[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: slug }) => {
      const read = (file: string) => readFileSync(resolve(folder, slug, file), 'utf8');
      return compileSeed({
        slug,
        document: read('document.txt'),
        source: read('source.yaml'),
        entities: read('entities.yaml'),
      });
    });
}

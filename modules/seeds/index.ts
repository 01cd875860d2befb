/** Compiles `seeds/` into `virtual:bundled-library`, which the background carries. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import type { SourceIndex } from '../../core/model/source';
import { encodeNameIndex, formsOf } from '../../core/names/encode-name-index';
import { compileSeed } from './compile-seed';

const ID = 'virtual:bundled-library';

/** Every source under a folder, in the order of their slugs. */
export function readSeeds(folder: string) {
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

export default defineWxtModule((wxt) => {
  const folder = resolve(wxt.config.root, 'seeds');
  addViteConfig(wxt, () => ({
    plugins: [
      {
        name: 'sidelight:seeds',
        resolveId: (id: string) => (id === ID ? `\0${ID}` : undefined),
        load(this: { addWatchFile(file: string): void }, id: string) {
          if (id !== `\0${ID}`) return undefined;
          for (const file of readdirSync(folder, { recursive: true })) {
            this.addWatchFile(resolve(folder, String(file)));
          }
          const sources = readSeeds(folder);
          const { data, sieve } = encodeNameIndex(formsOf(sources));
          const bundle = {
            sources: sources.map(withoutForms),
            sieve,
            names: { entities: data.entities, base64: Buffer.from(data.buffer).toString('base64') },
          };
          // Strings parse several times faster than object literals of this size.
          return `export default JSON.parse(${JSON.stringify(JSON.stringify(bundle))});`;
        },
      },
    ],
  }));
});

/** A source as it is bundled: its generated forms live in the index of names alone. */
export function withoutForms(source: SourceIndex): SourceIndex {
  const entities = source.entities.map((entity) => ({
    ...entity,
    names: entity.names.map((name) => ({ ...name, forms: [] })),
  }));
  return { ...source, entities };
}

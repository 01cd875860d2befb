/** Compiles `seeds/` into `virtual:bundled-library`, which the background carries, and its translations for our pages. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { encodeSegment } from '../../core/segment/encode-segment';
import { heldParts } from '../../core/segment/held-source';
import { written } from '../../core/segment/written';
import { readSeeds } from './read-seeds';
import { translatedWords, translationsPlugin } from './read-translations';

const ID = 'virtual:bundled-library';

export default defineWxtModule((wxt) => {
  const folder = resolve(wxt.config.root, 'seeds');
  addViteConfig(wxt, () => ({
    plugins: [
      translationsPlugin(folder),
      {
        name: 'sidelight:seeds',
        resolveId: (id: string) => (id === ID ? `\0${ID}` : undefined),
        load(this: { addWatchFile(file: string): void }, id: string) {
          if (id !== `\0${ID}`) return undefined;
          for (const file of readdirSync(folder, { recursive: true })) {
            this.addWatchFile(resolve(folder, String(file)));
          }
          const sources = readSeeds(folder);
          const { head, parts } = encodeSegment(
            `bundled-${createHash('sha256').update(JSON.stringify(sources)).digest('hex')}`,
            sources.map((index) => ({ index, revision: 1, added: 0 })),
          );
          const bundle = {
            head,
            parts: eachWritten(parts),
            sources: Object.fromEntries(
              sources.map((index) => [index.source.id, eachWritten(heldParts(index))]),
            ),
            translated: Object.fromEntries(
              sources.map((index) => [
                index.source.id,
                JSON.stringify(translatedWords(folder, index)),
              ]),
            ),
          };
          return `export default ${JSON.stringify(bundle)};`;
        },
      },
    ],
  }));
});

/** Each part as a text of its own, which is decoded when it is read and not before. */
function eachWritten(parts: object): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, written(part)]));
}

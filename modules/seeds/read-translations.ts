/** Reads the translations of passages that lie beside a source, and leaves out those of words that have changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../core/choices/settings';
import type { PassageId, SourceIndex } from '../../core/model/source';
import type { Translation } from '../../core/model/views';
import { readSeeds } from './read-seeds';

/** Hex digits of the SHA-256 of a passage that tell its words from others. */
const DIGITS = 12;

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const remarks = v.strictObject({ note: v.optional(text), contested: v.optional(text) });
const SHAPE = v.strictObject({
  language: v.picklist(LANGUAGES),
  /** `native`: read by somebody whose language it is, and who reads the source's. */
  review: v.picklist(['none', 'native']),
  source: v.strictObject({ title: text, origin: text, licence: text, note: text }),
  people: v.record(v.string(), v.strictObject({ name: text, role: v.optional(text) })),
  entities: v.record(v.string(), remarks),
  phrases: v.record(v.string(), text),
  passages: v.array(v.strictObject({ of: v.pipe(v.string(), v.length(DIGITS)), text })),
});

/**
 * @param file the YAML of a translation
 * @returns the translations by passage, and the numbers of those that are of other words than the source has now
 */
export function translationsIn(
  file: string,
  index: SourceIndex,
): { translations: Array<[PassageId, Translation]>; stale: number[] } {
  const { review, passages } = v.parse(SHAPE, parse(file));
  const translations: Array<[PassageId, Translation]> = [];
  const stale: number[] = [];
  index.passages.forEach(({ id, ordinal, start, end }, i) => {
    const words = index.text.slice(start, end);
    const now = createHash('sha256').update(words).digest('hex').slice(0, DIGITS);
    const translated = passages[i];
    if (translated?.of === now) {
      translations.push([id, { text: translated.text, isReviewed: review === 'native' }]);
    } else stale.push(ordinal);
  });
  return { translations, stale };
}

/** For Vite: `virtual:translations/<language>`, by passage. */
export function translationsPlugin(folder: string) {
  const prefix = '\0virtual:translations/';
  return {
    name: 'sidelight:translations',
    resolveId: (id: string) => (id.startsWith(prefix.slice(1)) ? `\0${id}` : undefined),
    load(this: { addWatchFile(file: string): void; warn(text: string): void }, id: string) {
      if (!id.startsWith(prefix)) return undefined;
      const language = id.slice(prefix.length) as Language;
      const all = readSeeds(folder).flatMap((index) => {
        const file = resolve(folder, index.source.id, `translations/${language}.yaml`);
        if (!existsSync(file)) return [];
        this.addWatchFile(file);
        const { translations, stale } = translationsIn(readFileSync(file, 'utf8'), index);
        if (stale.length > 0)
          this.warn(`${file}: no translation of ¶ ${stale.join(', ')} as it is.`);
        return translations;
      });
      return `export default ${JSON.stringify(Object.fromEntries(all))};`;
    },
  };
}

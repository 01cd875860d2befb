/** Reads the translations of passages that lie beside a source, and leaves out those of words that have changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../core/choices/settings';
import type { PassageId, SourceIndex } from '../../core/model/source';
import type { Translation } from '../../core/model/views';
import { faulty } from './compile-seed';
import { readSeeds } from './read-seeds';
import { ReviewedFile } from './reviewed-file';

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

/** What a file translates of a source. */
interface Translated {
  translations: Array<[PassageId, Translation]>;
  /** Numbers of passages that have other words now. */
  stale: number[];
  /** What is said about the source, its names and its roles, by its words in the source's files. */
  remarks: Array<[original: string, translation: string]>;
}

/**
 * @param name of the file, as problems should call it
 * @param yaml what it holds
 * @throws one Error that lists every problem
 */
export function translationsIn(name: string, yaml: string, index: SourceIndex): Translated {
  const problems: string[] = [];
  const { content } = new ReviewedFile(name, yaml, SHAPE, problems);
  if (!content) throw faulty(name, problems);
  const { review, passages, ...rest } = content;
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
  return { translations, stale, remarks: remarksIn(rest, index) };
}

type Remarks = Pick<v.InferOutput<typeof SHAPE>, 'source' | 'people' | 'entities' | 'phrases'>;

function remarksIn(
  { source, people, entities, phrases }: Remarks,
  index: SourceIndex,
): Array<[string, string]> {
  const { origin, licence, note } = index.source;
  const pairs: Array<[string | null | undefined, string | undefined]> = [
    [origin, source.origin],
    [licence, source.licence],
    [note, source.note],
    [index.source.titleIsOurs ? index.source.title : null, source.title],
    ...index.source.people.flatMap(({ id, name, role }): typeof pairs => [
      [name, people[id]?.name],
      [role, people[id]?.role],
    ]),
    ...index.entities.flatMap(({ id, note, contested }): typeof pairs => {
      const translated = entities[id.slice(id.indexOf('/') + 1)];
      return [
        [note, translated?.note],
        [contested, translated?.contested],
      ];
    }),
    ...Object.entries(phrases),
  ];
  return pairs.flatMap(
    ([original, translation]): Array<[string, string]> =>
      original && translation ? [[original, translation]] : [],
  );
}

/** What is translated of a source, in one language or in each; stale passages are told. */
function readTranslations(
  folder: string,
  index: SourceIndex,
  languages: readonly Language[],
  warn: (text: string) => void,
): Translated[] {
  return languages.flatMap((language) => {
    const file = resolve(folder, index.source.id, `translations/${language}.yaml`);
    if (!existsSync(file)) return [];
    const name = relative(resolve(folder, '..'), file);
    const translated = translationsIn(name, readFileSync(file, 'utf8'), index);
    const { stale } = translated;
    if (stale.length > 0) warn(`${name}: no translation of ¶ ${stale.join(', ')} as it is.`);
    return [translated];
  });
}

/** For the search: the translations of each passage in every language, one after another, by ordinal. */
export function translatedWords(folder: string, index: SourceIndex): Array<[number, string]> {
  const words = new Map<PassageId, string>();
  // What is stale is told where it is shown.
  for (const { translations } of readTranslations(folder, index, LANGUAGES, () => {})) {
    for (const [id, { text }] of translations) words.set(id, `${words.get(id) ?? ''}\n${text}`);
  }
  return index.passages.flatMap(({ id, ordinal }): Array<[number, string]> => {
    const text = words.get(id);
    return text === undefined ? [] : [[ordinal, text]];
  });
}

/** For Vite: `virtual:translations/<language>`, by passage, and `virtual:remarks/<language>`, by their originals. */
export function translationsPlugin(folder: string) {
  return {
    name: 'sidelight:translations',
    resolveId: (id: string) =>
      /^virtual:(translations|remarks)\//.test(id) ? `\0${id}` : undefined,
    load(this: { addWatchFile(file: string): void; warn(text: string): void }, id: string) {
      const [, what, language] = /^\0virtual:(translations|remarks)\/(.+)$/.exec(id) ?? [];
      if (!what) return undefined;
      const all = readSeeds(folder).flatMap((index) => {
        this.addWatchFile(resolve(folder, index.source.id, `translations/${language}.yaml`));
        return readTranslations(folder, index, [language as Language], (text) => this.warn(text));
      });
      const entries = all.flatMap(
        (one): Array<[string, unknown]> => (what === 'remarks' ? one.remarks : one.translations),
      );
      return `export default ${JSON.stringify(Object.fromEntries(entries))};`;
    },
  };
}

/** Reads `locales/*.yml` for the pages of the extension, for its manifest, and for the compiler. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Categories of `Intl.PluralRules`, each with its text. */
type Plural = Record<string, string>;
/** By key: `card.copy`. `$1` stands for the first thing that is put in. */
export type Texts = Record<string, string | Plural>;

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** @throws when the file is missing, no YAML, or holds something else than texts */
export function readTexts(folder: string, language: string): Texts {
  const file = resolve(folder, `${language}.yml`);
  return Object.fromEntries(flatten(parse(readFileSync(file, 'utf8')), '', file));
}

function flatten(value: unknown, key: string, file: string): Array<[string, string | Plural]> {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) {
    throw new Error(`${file}: “${key}” is no text. Put it in quotes, or leave it out.`);
  }
  const entries = Object.entries(value);
  if ('other' in value) {
    const wrong = entries.find(
      ([category, text]) => !CATEGORIES.has(category) || typeof text !== 'string',
    );
    if (wrong) throw new Error(`${file}: “${key}.${wrong[0]}” is no text of a plural category.`);
    return [[key, value as Plural]];
  }
  return entries.flatMap(([part, inner]) => flatten(inner, key ? `${key}.${part}` : part, file));
}

/** What `_locales/<language>/messages.json` holds: the texts that browsers show for us. */
export function manifestTexts(texts: Texts): Record<string, { message: string }> {
  const own = Object.entries(texts).filter(([key]) => /^(ext[A-Z]|commands\.)/.test(key));
  return Object.fromEntries(
    own.map(([key, message]) => [key.replaceAll('.', '_'), { message: String(message) }]),
  );
}

/** The module that the compiler checks keys against. */
export function declareTexts(english: Texts): string {
  return `declare module 'virtual:texts/en' {
  const texts: ${JSON.stringify(english, (key, value) => (key && typeof value === 'string' ? 'string' : value), 2).replaceAll('"string"', 'string')};
  export default texts;
}
declare module 'virtual:texts/*' {
  const texts: Record<string, string | Record<string, string>>;
  export default texts;
}
`;
}

/** For Vite: `virtual:texts/<language>`. */
export function textsPlugin(folder: string) {
  const prefix = '\0virtual:texts/';
  return {
    name: 'sidelight:texts',
    resolveId: (id: string) => (id.startsWith(prefix.slice(1)) ? `\0${id}` : undefined),
    load(this: { addWatchFile(file: string): void }, id: string) {
      if (!id.startsWith(prefix)) return undefined;
      const language = id.slice(prefix.length);
      this.addWatchFile(resolve(folder, `${language}.yml`));
      return `export default ${JSON.stringify(readTexts(folder, language))};`;
    },
  };
}

/** Our words in the language in which pictures are taken: the second word of the command line, or English. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export const LANGUAGE = process.argv[3];

type Texts = { [key: string]: string | Texts };
const file = resolve(import.meta.dirname, `../locales/${LANGUAGE ?? 'en'}.yml`);
if (!existsSync(file)) {
  console.error(`Sidelight does not speak “${LANGUAGE}”. Name en, ru, kk or zh.`);
  process.exit(2);
}
const texts: Texts = parse(readFileSync(file, 'utf8'));

/** @returns of a text with places for others the longest part between them */
export function spoken(key: string): string {
  const text = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (at, part) => (typeof at === 'object' ? at[part] : undefined),
      texts,
    );
  if (typeof text !== 'string') throw new Error(`There are no words “${key}”.`);
  const [longest = ''] = text
    .split(/\$\d/)
    .map((part) => part.trim())
    .sort((a, b) => b.length - a.length);
  return longest;
}

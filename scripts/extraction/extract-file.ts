/** Reads a plain text and finds its names. */
import { displayNames, extractEntities, type NameModel } from '../../core/extract/extract';
import { languageOf } from '../../core/extract/languages';
import { shippedModels } from './models';

export const LANGUAGES = ['en', 'ru', 'kk', 'zh', 'ug'];

/** Paragraphs between blank lines; where there are none, every line is one. */
export function blocksOf(text: string): Array<{ start: number; end: number }> {
  const hasBlankLines = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(text);
  const pattern = hasBlankLines ? /\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g : /[^\s][^\n]*/g;
  return [...text.matchAll(pattern)].map(({ 0: block, index }) => ({
    start: index,
    end: index + block.trimEnd().length,
  }));
}

export function extractText(
  text: string,
  language = languageOf(text, 'en'),
  models: ReadonlyMap<string, NameModel> = shippedModels(),
) {
  const { entities, mentions } = extractEntities(
    { text, blocks: blocksOf(text), language },
    models,
    LANGUAGES.flatMap(displayNames),
  );
  return { language, entities, mentions };
}

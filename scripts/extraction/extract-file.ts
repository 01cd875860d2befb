/** Reads a document and finds its names, as an import does. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extractEntities, type NameModel, stateNames } from '../../core/extract/extract';
import { languageOf, NAME_LANGUAGES } from '../../core/extract/languages';
import { readDocument } from '../../formats/read-document';
import { shippedModels } from '../../modules/documents/name-models';

/** @throws a RefusedDocument */
export async function extractFile(path: string, language?: string) {
  const bytes = new Uint8Array(readFileSync(path));
  const draft = await readDocument({ name: basename(path), bytes }, () => {});
  const { text, blocks, format } = draft;
  const found = extract(text, blocks, language ?? draft.language ?? languageOf(text, 'en'));
  // Offsets are in the file's own text where it is plain; of other formats in this one.
  return { format, ...found, ...(format !== 'text' && { text }) };
}

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
  return extract(text, blocksOf(text), language, models);
}

function extract(
  text: string,
  blocks: Array<{ start: number; end: number }>,
  language: string,
  models = shippedModels() as ReadonlyMap<string, NameModel>,
) {
  const known = NAME_LANGUAGES.flatMap(stateNames);
  return { language, ...extractEntities({ text, blocks, language }, models, known) };
}

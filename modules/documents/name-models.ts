/** The name models as they are shipped. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type NameModel, readNameModel } from '../../core/extract/extract';

export const MODELS = resolve(import.meta.dirname, '../../assets/names');

export function shippedModels(): Map<string, NameModel> {
  const models = new Map<string, NameModel>();
  for (const language of ['en', 'kk']) {
    const file = resolve(MODELS, `${language}.bin`);
    const bytes = readFileSync(file);
    models.set(
      language,
      readNameModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
    );
  }
  return models;
}

/** The name models, which come with the extension and are loaded with the first document. */
import { type NameModel, readNameModel } from '../../core/extract/extract';

let models: Promise<ReadonlyMap<string, NameModel>> | null = null;

export function nameModels(): Promise<ReadonlyMap<string, NameModel>> {
  models ??= load();
  return models;
}

async function load(): Promise<ReadonlyMap<string, NameModel>> {
  // As modules: files would have to be fetched, and nothing of the extension may.
  const [en, kk] = await Promise.all([
    import('../../assets/names/en.bin?url&inline'),
    import('../../assets/names/kk.bin?url&inline'),
  ]);
  return new Map([
    ['en', readNameModel(bytesOf(en.default))],
    ['kk', readNameModel(bytesOf(kk.default))],
  ]);
}

function bytesOf(dataAddress: string): ArrayBuffer {
  return Uint8Array.fromBase64(dataAddress.slice(dataAddress.indexOf(',') + 1)).buffer;
}

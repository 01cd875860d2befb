/** Formats that are zip files of markup. */
import type { Draft } from '../core/model/draft';
import { namesIn, textOf, unzip } from './unzip';
import { zippedFormat } from './what-it-is';

/** @throws a RefusedDocument */
export async function readZipped(
  bytes: Uint8Array,
  onProgress: (done: number) => void,
): Promise<Draft> {
  const names = namesIn(bytes);
  const mimetype = textOf(unzip(bytes, (name) => name === 'mimetype').get('mimetype'));
  if (zippedFormat(names, mimetype) === 'epub') {
    const { readEpub } = await import('./epub');
    return readEpub(bytes, onProgress);
  }
  const { readDocx } = await import('./docx');
  return readDocx(bytes, onProgress);
}

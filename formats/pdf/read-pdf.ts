import type { Draft } from '../../core/model/draft';
export async function readPdf(
  _bytes: Uint8Array,
  _onProgress: (done: number) => void,
): Promise<Draft> {
  throw new Error('todo');
}

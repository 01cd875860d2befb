/** The notebook: what the reader has kept. */
import type { Clipping } from '../core/notebook/clipping';
import { inStorage } from './database';

/** The newest first. */
export async function listClippings(): Promise<Clipping[]> {
  const clippings = await inStorage((database) => database.getAllFromIndex('clippings', 'kept'));
  return clippings.reverse();
}

/** Adds these, or puts them in the place of those with their ids: all or none. */
export async function putClippings(clippings: readonly Clipping[]): Promise<void> {
  await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    for (const clipping of clippings) await write.store.put(clipping);
    await write.done;
  });
}

export async function deleteClippings(ids: readonly string[]): Promise<void> {
  await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    for (const id of ids) await write.store.delete(id);
    await write.done;
  });
}

/** The notebook: what the reader has kept. Several panels may show it at once, so nothing is written over unread. */
import * as v from 'valibot';
import type { Span } from '../core/model/source';
import { type Clipping, clippingSchema, type Noted } from '../core/notebook/clipping';
import { inStorage } from './database';

/** The newest first. */
export async function listClippings(): Promise<Clipping[]> {
  const clippings = await inStorage((database) => database.getAllFromIndex('clippings', 'kept'));
  return clippings.reverse();
}

/** Adds those that are not there yet, all or none; what is there stays as it is. @returns how many were added */
export async function addClippings(clippings: readonly Clipping[]): Promise<number> {
  const added = await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    let count = 0;
    for (const clipping of clippings) {
      if ((await write.store.getKey(clipping.id)) !== undefined) continue;
      await write.store.add(clipping);
      count++;
    }
    await write.done;
    return count;
  });
  if (added > 0) tell();
  return added;
}

/** Keeps a passage, or a part of it, once. @returns false where the notebook holds the same already */
export async function keepClipping(clipping: Clipping): Promise<boolean> {
  const isNew = await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    const others = await write.store.index('passage').getAll(clipping.passage.id);
    const isHeld = others.some(({ part }) => isSamePart(part, clipping.part));
    if (!isHeld) await write.store.add(clipping);
    await write.done;
    return !isHeld;
  });
  if (isNew) tell();
  return isNew;
}

/**
 * Writes note or tags, whatever else has changed meanwhile.
 * @returns false where the clipping is gone
 * @throws where a note or a tag is too long
 */
export async function noteClipping(id: string, noted: Noted): Promise<boolean> {
  const isHeld = await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    const held = await write.store.get(id);
    // What could not be read back is not written.
    if (held) await write.store.put(v.parse(clippingSchema, { ...held, ...noted }));
    await write.done;
    return held !== undefined;
  });
  tell();
  return isHeld;
}

export async function deleteClippings(ids: readonly string[]): Promise<void> {
  await inStorage(async (database) => {
    const write = database.transaction('clippings', 'readwrite', { durability: 'strict' });
    for (const id of ids) await write.store.delete(id);
    await write.done;
  });
  tell();
}

const CHANNEL = 'sidelight-notebook';

/** Calls whenever the notebook has changed, wherever that was, until what is returned is closed. */
export function watchClippings(onChange: () => void): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => onChange();
  return channel;
}

function tell(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

function isSamePart(a: Span | null, b: Span | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

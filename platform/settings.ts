/** Settings in storage: synchronised where the browser can, but for addresses; else kept on this device. */
import { browser } from 'wxt/browser';
import {
  absenceOf,
  damagedItems,
  type Items,
  isSettingItem,
  isSynchronised,
  itemChanges,
  itemsFromOld,
  OLD_ITEM,
  settingsIn,
} from '../core/setting-items';
import type { Settings } from '../core/settings';
import { inLock } from './lock';

/** The settings, and what the reader should hear about how they are kept. */
export interface KeptSettings {
  settings: Settings;
  /** Parts that are not usable; they stay in storage. */
  damaged: string[];
  /** True when some could not be synchronised, or be read from there. */
  isOnlyHere: boolean;
}

/** @throws when storage cannot be read at all */
export async function readKeptSettings(): Promise<KeptSettings> {
  const { items, local, isSyncReadable } = await readItems();
  const { settings, damaged } = settingsIn(items);
  const isOnlyHere = !isSyncReadable || Object.keys(local).some(isSynchronised);
  return { settings, damaged, isOnlyHere };
}

/** @param onDamage told which parts of the stored settings were not usable */
export async function readSettings(onDamage: (parts: string[]) => void): Promise<Settings> {
  const { settings, damaged } = await readKeptSettings();
  if (damaged.length > 0) onDamage(damaged);
  return settings;
}

/** @param change made of the settings as they are when its turn has come */
export function changeSettings(
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<void> {
  return inLock(async () => {
    await splitOld();
    const { items } = await readItems();
    const wanted = typeof change === 'function' ? change(settingsIn(items).settings) : change;
    await write(itemChanges(items, wanted));
  });
}

/** Drops the parts of the stored settings that are not usable. */
export function repairSettings(): Promise<void> {
  return inLock(async () => {
    await splitOld();
    const damaged = damagedItems((await readItems()).items);
    await write(Object.fromEntries(damaged.map((key) => [key, null])));
  });
}

/** Calls `onChange` after each change on any device. @returns stops watching */
export function watchSettings(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isSettingItem)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Brings settings of earlier versions, which were one item, to one for each. */
export function bringSettingsUpToDate(): Promise<void> {
  return inLock(splitOld);
}

async function splitOld(): Promise<void> {
  const { items, local } = await readItems();
  const old = items[OLD_ITEM];
  if (old === undefined) return;
  const changes = itemsFromOld(old, items);
  // A damaged one stays until the reader repairs it: nothing of it was read.
  const isSound = typeof old === 'object' && old !== null && !Array.isArray(old);
  await write(changes);
  if (!isSound) return;
  if (OLD_ITEM in local) await browser.storage.local.remove(OLD_ITEM);
  await browser.storage.sync.remove(OLD_ITEM).catch(tellOfSync);
}

/** Null takes an item away. */
async function write(changes: Items): Promise<void> {
  const own = Object.entries(changes).filter(([key]) => !isSynchronised(key));
  await writeTo(browser.storage.local, Object.fromEntries(own));
  const { local } = await readItems();
  // What was kept here for want of synchronisation is tried again.
  const shared: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(local).filter(([key]) => isSynchronised(key))),
    ...Object.fromEntries(Object.entries(changes).filter(([key]) => isSynchronised(key))),
  };
  if (Object.keys(shared).length === 0) return;
  try {
    await writeTo(browser.storage.sync, shared);
    await browser.storage.local.remove(Object.keys(shared));
  } catch (error) {
    // Synchronising may be forbidden by policy or over its quota; what the reader chose must hold all the same.
    tellOfSync(error);
    const here = Object.entries(shared).map(([key, value]) => [key, value ?? absenceOf(key)]);
    await browser.storage.local.set(Object.fromEntries(here));
  }
}

async function writeTo(
  area: Pick<typeof browser.storage.local, 'set' | 'remove'>,
  changes: Items,
): Promise<void> {
  const gone = Object.keys(changes).filter((key) => changes[key] === null);
  const set = Object.entries(changes).filter(([, value]) => value !== null);
  if (set.length > 0) await area.set(Object.fromEntries(set));
  if (gone.length > 0) await area.remove(gone);
}

/** What this device keeps outranks what is synchronised. */
async function readItems() {
  const local = onlySettings(await browser.storage.local.get(null));
  let isSyncReadable = true;
  const synced = await browser.storage.sync.get(null).catch((error) => {
    tellOfSync(error);
    isSyncReadable = false;
    return {};
  });
  return { items: { ...onlySettings(synced), ...local }, local, isSyncReadable };
}

function onlySettings(items: Items): Items {
  return Object.fromEntries(Object.entries(items).filter(([key]) => isSettingItem(key)));
}

function tellOfSync(error: unknown): void {
  console.warn('Sidelight cannot synchronise its settings:', error);
}

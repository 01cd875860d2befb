/** Settings in storage: synchronised where the browser can, else kept on this device. */
import { browser } from 'wxt/browser';
import type { Settings } from '../core/settings';
import { parseSettings, storeChange, withoutDamage } from '../core/stored-settings';

const KEY = 'settings';

/**
 * @param onDamage told which parts of the stored settings were not usable; they stay in storage
 */
export async function readSettings(onDamage: (parts: string[]) => void): Promise<Settings> {
  const { settings, damaged } = parseSettings(await readStored());
  if (damaged.length > 0) onDamage(damaged);
  return settings;
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await writeStored(storeChange(await readStored(), change));
}

/** Drops the parts of the stored settings that are not usable. */
export async function repairSettings(): Promise<void> {
  await writeStored(withoutDamage(await readStored()) ?? {});
}

async function writeStored(stored: unknown): Promise<void> {
  try {
    await browser.storage.sync.set({ [KEY]: stored });
    // What was kept on this device only is synchronised now.
    await browser.storage.local.remove(KEY);
  } catch (error) {
    // Synchronising may be forbidden by policy or over its quota; what the reader chose must hold all the same.
    console.warn('Sidelight keeps its settings on this device only:', error);
    await browser.storage.local.set({ [KEY]: stored });
  }
}

/** Calls `onChange` after each change on any device. @returns stops watching */
export function watchSettings(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

async function readStored(): Promise<unknown> {
  const local = await browser.storage.local.get(KEY);
  if (local[KEY] !== undefined) return local[KEY];
  try {
    return (await browser.storage.sync.get(KEY))[KEY];
  } catch (error) {
    console.warn('Sidelight cannot read synced settings:', error);
    return undefined;
  }
}

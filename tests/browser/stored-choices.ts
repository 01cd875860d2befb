/** The reader's choices as they lie in storage: written past every check, and read back. */
import type { Driver } from './driver';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string[]): Promise<void>;
}
declare const chrome: { storage: { sync: Area; local: Area } };

interface Stored {
  /** By name, without the prefix that settings have in storage. */
  synced: Record<string, unknown>;
  local: Record<string, unknown>;
  corrections: unknown;
}

export function storedChoices({ ours }: Driver): Promise<Stored> {
  return ours.evaluate(async () => {
    const settingsOf = (items: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(items)
          .filter(([key]) => key.startsWith('setting'))
          .map(([key, value]) => [key.replace('setting.', ''), value]),
      );
    const local = await chrome.storage.local.get(null);
    return {
      synced: settingsOf(await chrome.storage.sync.get(null)),
      local: settingsOf(local),
      corrections: local.corrections,
    };
  });
}

/** Puts these settings, by name, and corrections in place of all that is stored. */
export async function storeChoices(
  { ours }: Driver,
  synced: object,
  corrections: unknown = [],
  local: object = {},
): Promise<void> {
  const items = (settings: object) =>
    Object.fromEntries(Object.entries(settings).map(([key, value]) => [`setting.${key}`, value]));
  await ours.evaluate(
    async (inSync, inLocal) => {
      for (const [area, wanted] of [
        [chrome.storage.sync, inSync],
        [chrome.storage.local, inLocal],
      ] as const) {
        const held = Object.keys(await area.get(null)).filter((key) => key.startsWith('setting'));
        await area.remove(held.filter((key) => !(key in wanted)));
        await area.set(wanted);
      }
    },
    items(synced),
    { ...items(local), corrections },
  );
}

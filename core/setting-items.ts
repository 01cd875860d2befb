/**
 * Settings as storage holds them: an item for each that was changed, and one for each entry of a list, so that two
 * devices which change different ones do not overwrite each other. What tells where a reader has been stays on the
 * device.
 */
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { parseSettings, SETTINGS_VERSION } from './stored-settings';

export type Items = Readonly<Record<string, unknown>>;

const PREFIX = 'setting.';
/** All settings were one item once. */
export const OLD_ITEM = 'settings';
/** Lists whose entries are items of their own. */
const LISTS = ['kindsOff', 'sourcesOff'] as const;
/** Addresses: never synchronised. */
const ON_DEVICE: ReadonlyArray<keyof Settings> = ['sitesOff', 'pagesOff'];

/** True for what belongs to the settings, of any version. */
export function isSettingItem(key: string): boolean {
  return key === OLD_ITEM || key.startsWith(PREFIX);
}

/** True for an item that other devices of the reader may know. */
export function isSynchronised(key: string): boolean {
  return !ON_DEVICE.some((name) => key === PREFIX + name);
}

/** Settings from the items of storage, and the names of those that are damaged. */
export function settingsIn(items: Items): { settings: Settings; damaged: string[] } {
  const old = items[OLD_ITEM];
  const isOldSound = old === undefined || (typeof old === 'object' && old !== null);
  const record: Record<string, unknown> = isOldSound ? { ...(old as object) } : {};
  const damaged = isOldSound ? [] : [OLD_ITEM];
  if (old === undefined) record.version = SETTINGS_VERSION;
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(PREFIX)) continue;
    const [name = '', entry] = partsOf(key);
    if (entry === undefined) record[name] = value;
    else if (typeof value !== 'boolean') damaged.push(`${name}.${entry}`);
    else {
      const others = (Array.isArray(record[name]) ? record[name] : []).filter(
        (other) => other !== entry,
      );
      record[name] = value ? [...others, entry] : others;
    }
  }
  const parsed = parseSettings(record);
  return { settings: parsed.settings, damaged: [...damaged, ...parsed.damaged] };
}

/** What a change of settings does to the items: new values, null for an item that goes. */
export function itemChanges(items: Items, change: Partial<Settings>): Record<string, unknown> {
  const now = settingsIn(items).settings;
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(change)) {
    const list = LISTS.find((one) => one === name);
    if (list) {
      const before: readonly string[] = now[list];
      const after = value as readonly string[];
      for (const entry of before) if (!after.includes(entry)) changes[itemOf(name, entry)] = null;
      for (const entry of after) if (!before.includes(entry)) changes[itemOf(name, entry)] = true;
    } else {
      const isDefault =
        JSON.stringify(value) === JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]);
      changes[itemOf(name)] = isDefault ? null : value;
    }
  }
  return changes;
}

/** The value of an item that says the same as its absence: where it cannot be taken away. */
export function absenceOf(key: string): unknown {
  const [name = '', entry] = partsOf(key);
  return entry === undefined ? DEFAULT_SETTINGS[name as keyof Settings] : false;
}

/** What the old single item becomes, without what newer items say already. */
export function itemsFromOld(old: unknown, items: Items): Record<string, unknown> {
  const { settings, damaged } = parseSettings(old);
  const sound = Object.entries(settings).filter(([name]) => !damaged.includes(name));
  const changes = itemChanges({}, Object.fromEntries(sound));
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => value !== null && !(key in items)),
  );
}

/** The items that are not usable. */
export function damagedItems(items: Items): string[] {
  const { damaged } = settingsIn(items);
  return damaged.flatMap((name) => {
    const key = name === OLD_ITEM ? name : PREFIX + name;
    return key in items ? [key] : [OLD_ITEM];
  });
}

function itemOf(name: string, entry?: string): string {
  return entry === undefined ? PREFIX + name : `${PREFIX}${name}.${entry}`;
}

function partsOf(key: string): [name: string, entry?: string] {
  const path = key.slice(PREFIX.length);
  const list = LISTS.find((one) => path.startsWith(`${one}.`));
  return list ? [list, path.slice(list.length + 1)] : [path];
}

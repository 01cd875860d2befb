/**
 * Settings as storage holds them: each under a key of its own, and only what was changed, so that two devices
 * that change different settings both keep theirs, and a fresh install overwrites nothing. Of lists that devices
 * share each part has its key, for the same reason (docs/decisions/0019-a-key-per-setting.md).
 */
import * as v from 'valibot';
import { ENTITY_KINDS } from '../model/source';
import { siteName } from './off';
import {
  DEFAULT_SETTINGS,
  DELAY_RANGE,
  DENSITIES,
  LANGUAGES,
  LOOKS,
  type Settings,
  TRIGGERS,
} from './settings';

/** Of backups, and of the one record that held all settings before each had its key. */
export const SETTINGS_VERSION = 2;

const texts = v.array(v.string());

const SHAPES: { [Key in keyof Settings]: v.GenericSchema<unknown, Settings[Key]> } = {
  density: v.picklist(DENSITIES),
  look: v.picklist(LOOKS),
  trigger: v.picklist(TRIGGERS),
  delay: v.pipe(v.number(), v.minValue(DELAY_RANGE.least), v.maxValue(DELAY_RANGE.most)),
  kindsOff: v.array(v.picklist(ENTITY_KINDS)),
  sourcesOff: texts,
  sourcesPainted: texts,
  sourceOrder: texts,
  subjectsApart: texts,
  subjectsJoined: texts,
  subjectsMuted: texts,
  notesAddress: v.boolean(),
  language: v.nullable(v.picklist(LANGUAGES)),
  isOff: v.boolean(),
  offUntil: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  sitesOff: texts,
  pagesOff: texts,
};

/** What identifies reading, or what a reader reads it with: it never leaves the device. */
const DEVICE_SETTINGS = [
  'sitesOff',
  'pagesOff',
  'sourcesOff',
  'sourcesPainted',
  'sourceOrder',
  'subjectsApart',
  'subjectsJoined',
  'subjectsMuted',
] as const;

/** Lists of which each part is stored by itself. */
const SHARED_LISTS = ['kindsOff'] as const;
/** Lists that once were stored so. */
const ONCE_SHARED = ['sourcesOff'] as const;

const PREFIX = 'setting.';

export type Stored = Record<string, unknown>;

export function isSettingKey(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** True for the keys of what must not leave the device. */
export function isDeviceKey(key: string): boolean {
  return DEVICE_SETTINGS.some((name) => key === PREFIX + name);
}

/** The items that hold these settings in storage: a key that is to be removed has null. */
export function itemsFor(change: Partial<Settings>, now: Stored): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(change)) {
    if (isSharedList(name)) {
      const wanted = new Set((value as string[]).map((part) => `${PREFIX}${name}.${part}`));
      const held = Object.keys(now).filter((key) => isSettingKey(key) && settingOf(key) === name);
      for (const key of held) if (!wanted.has(key)) items[key] = null;
      for (const key of wanted) items[key] = true;
      continue;
    }
    // What devices once shared of it goes.
    for (const key of Object.keys(now)) if (key.startsWith(`${PREFIX}${name}.`)) items[key] = null;
    const isDefault =
      JSON.stringify(value) === JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]);
    items[PREFIX + name] = isDefault ? null : value;
  }
  return items;
}

/** Settings from the items of storage. A part that is damaged falls back to its default and its key is named. */
export function settingsIn(items: Stored): { settings: Settings; damaged: string[] } {
  const found: Stored = {};
  const damaged: string[] = [];
  for (const [key, value] of Object.entries(items)) {
    if (!isSettingKey(key)) continue;
    const [name = '', ...rest] = key.slice(PREFIX.length).split('.');
    // Another version's.
    if (!isSetting(name)) continue;
    const part = rest.join('.');
    const isPart = isPartedList(name) && part !== '';
    const whole = isPart ? [part] : value;
    if ((isPart && value !== true) || !v.is(SHAPES[name], whole)) damaged.push(key);
    else found[name] = isPart ? [...((found[name] as string[]) ?? []), part] : whole;
  }
  return { settings: { ...DEFAULT_SETTINGS, ...found } as Settings, damaged };
}

/** The name of the setting that a key of storage belongs to. */
export function settingOf(key: string): string {
  return key.slice(PREFIX.length).split('.')[0] ?? '';
}

/** The step from each version of the record to the next. A record without a version is of version 1 or before. */
const MIGRATIONS: Record<number, (stored: Stored) => Stored> = {
  // Sites were hosts as they stand in the address bar.
  1: (stored) =>
    v.is(texts, stored.sitesOff)
      ? { ...stored, sitesOff: [...new Set(stored.sitesOff.map(siteName))] }
      : stored,
};

function migrated(stored: Stored): Stored {
  let current = stored;
  const written = typeof stored.version === 'number' ? stored.version : 1;
  for (let version = Math.max(1, written); version < SETTINGS_VERSION; version++) {
    current = MIGRATIONS[version]?.(current) ?? current;
  }
  return current;
}

/**
 * The items for the one record that held all settings, of any version. What is damaged in it goes along, and
 * is named when it is read. Empty for what is no record.
 */
export function itemsOfRecord(record: unknown): Record<string, unknown> {
  if (!isRecord(record)) return {};
  const known = Object.entries(migrated(record)).filter(([name]) => isSetting(name));
  const isWhole = ([name, value]: [string, unknown]) => !isSharedList(name) || v.is(texts, value);
  const damaged = known.filter((entry) => !isWhole(entry));
  return {
    ...itemsFor(Object.fromEntries(known.filter(isWhole)), {}),
    ...Object.fromEntries(damaged.map(([name, value]) => [PREFIX + name, value])),
  };
}

/** Settings from the record of a backup, of any version. A part that is damaged is named. */
export function parseSettings(record: unknown): { settings: Settings; damaged: string[] } {
  if (!isRecord(record)) return { settings: DEFAULT_SETTINGS, damaged: ['settings'] };
  const current = migrated(record);
  const damaged: string[] = [];
  const settings = Object.fromEntries(
    Object.entries(SHAPES).map(([name, shape]) => {
      const value = current[name];
      const isSound = value !== undefined && v.is(shape, value);
      if (value !== undefined && !isSound) damaged.push(name);
      return [name, isSound ? value : DEFAULT_SETTINGS[name as keyof Settings]];
    }),
  ) as unknown as Settings;
  return { settings, damaged };
}

/** The record for a backup: what differs from the defaults. */
export function recordOf(settings: Settings): Stored & { version: number } {
  const changed = Object.entries(settings).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]),
  );
  return { ...Object.fromEntries(changed), version: SETTINGS_VERSION };
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(SHAPES, name);
}

function isSharedList(name: string): boolean {
  return (SHARED_LISTS as readonly string[]).includes(name);
}

function isPartedList(name: string): boolean {
  return isSharedList(name) || (ONCE_SHARED as readonly string[]).includes(name);
}

export function isRecord(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Settings as storage holds them: only what was changed, so that a fresh install never overwrites choices that
 * another device has synchronised; with the version that wrote them, so that older ones can be brought up to now.
 */
import * as v from 'valibot';
import {
  DEFAULT_SETTINGS,
  DELAY_RANGE,
  DENSITIES,
  LANGUAGES,
  LOOKS,
  type Settings,
  siteName,
  TRIGGERS,
} from './settings';
import { ENTITY_KINDS } from './types';

export const SETTINGS_VERSION = 2;

/** What lies in storage: some settings, and the version that wrote them. */
export type StoredSettings = Partial<Settings> & { version?: number };

const texts = v.array(v.string());

const SHAPES: { [Key in keyof Settings]: v.GenericSchema<unknown, Settings[Key]> } = {
  density: v.picklist(DENSITIES),
  look: v.picklist(LOOKS),
  trigger: v.picklist(TRIGGERS),
  delay: v.pipe(v.number(), v.minValue(DELAY_RANGE.least), v.maxValue(DELAY_RANGE.most)),
  kindsOff: v.array(v.picklist(ENTITY_KINDS)),
  sourcesOff: texts,
  language: v.nullable(v.picklist(LANGUAGES)),
  isOff: v.boolean(),
  offUntil: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  sitesOff: texts,
  pagesOff: texts,
};

type Stored = Record<string, unknown>;

/** The step from each version to the next. Settings without a version were written by version 1 or before. */
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
 * Settings from whatever storage holds, of any version. A part that is damaged falls back to its default and
 * is named.
 */
export function parseSettings(stored: unknown): { settings: Settings; damaged: string[] } {
  if (stored === undefined || stored === null) return { settings: DEFAULT_SETTINGS, damaged: [] };
  if (!isRecord(stored)) return { settings: DEFAULT_SETTINGS, damaged: ['settings'] };
  const current = migrated(stored);
  const damaged: string[] = [];
  const settings = Object.fromEntries(
    Object.entries(SHAPES).map(([key, shape]) => {
      const value = current[key];
      const isSound = value !== undefined && v.is(shape, value);
      if (value !== undefined && !isSound) damaged.push(key);
      return [key, isSound ? value : DEFAULT_SETTINGS[key as keyof Settings]];
    }),
  ) as unknown as Settings;
  return { settings, damaged };
}

/**
 * What to store after a change: the changed keys only, without those that are back at their default. Keys of
 * a later version, and damaged ones that the change does not touch, stay as they are.
 */
export function storeChange(stored: unknown, change: Partial<Settings>): StoredSettings {
  const kept = isRecord(stored) ? migrated(stored) : {};
  const merged: Stored = { ...kept, ...change, version: SETTINGS_VERSION };
  for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
    if (JSON.stringify(merged[key]) === JSON.stringify(value)) delete merged[key];
  }
  return merged;
}

/** What to store in place of settings of which some parts are damaged: all the others. */
export function withoutDamage(stored: unknown): unknown {
  if (!isRecord(stored)) return undefined;
  const { damaged } = parseSettings(stored);
  return Object.fromEntries(
    Object.entries(migrated(stored)).filter(([key]) => !damaged.includes(key)),
  );
}

function isRecord(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

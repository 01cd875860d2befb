/**
 * Everything that a reader has chosen, as one file: to keep, and to take to another browser. A file is read
 * whole or not at all, and says what it would change before it does.
 */
import * as v from 'valibot';
import { type Correction, correctionKey, parseCorrections } from './corrections';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { parseSettings, recordOf, SETTINGS_VERSION } from './stored-settings';

const BACKUP_VERSION = 1;
/** Thousands of sites and corrections fit; a longer file is none of ours. */
export const MAX_BACKUP_BYTES = 1_000_000;

/** What a reader has chosen. */
export interface Choices {
  settings: Settings;
  corrections: readonly Correction[];
}

/** Why a file is refused. */
export type BackupFault =
  | 'too-large'
  | 'no-json'
  /** It is something else. */
  | 'no-backup'
  /** A later Sidelight wrote it. */
  | 'later-version'
  /** It holds sources, which this Sidelight cannot take. */
  | 'sources'
  | 'damaged';

export interface RefusedBackup {
  fault: BackupFault;
  /** The part that is damaged: `settings.delay`; empty for other faults. */
  part: string;
}

/** A setting that a file would change. */
export type SettingChange = {
  [Key in keyof Settings]: { key: Key; from: Settings[Key]; to: Settings[Key] };
}[keyof Settings];

export interface BackupChanges {
  settings: SettingChange[];
  added: Correction[];
  removed: Correction[];
}

const SHAPE = v.strictObject({
  sidelight: v.literal(BACKUP_VERSION),
  settings: v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  corrections: v.array(v.unknown()),
  sources: v.array(v.unknown()),
});

/** The text of the file. */
export function writeBackup({ settings, corrections }: Choices): string {
  const file: v.InferOutput<typeof SHAPE> = {
    sidelight: BACKUP_VERSION,
    settings: recordOf(settings),
    corrections: [...corrections],
    sources: [],
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Files are measured in bytes of UTF-8, as the browser measures one before it is read. */
function isTooLarge(text: string): boolean {
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= MAX_BACKUP_BYTES; at++) {
    const unit = text.charCodeAt(at);
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes > MAX_BACKUP_BYTES;
}

/** What a file holds, or why it is refused. Settings that it does not name are at their default. */
export function readBackup(text: string): Choices | RefusedBackup {
  if (isTooLarge(text)) return refused('too-large');
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('no-json');
  }
  const version = (file as { sidelight?: unknown } | null)?.sidelight;
  if (typeof version !== 'number') return refused('no-backup');
  if (version > BACKUP_VERSION) return refused('later-version');
  const checked = v.safeParse(SHAPE, file);
  if (!checked.success) return refused('damaged', v.getDotPath(checked.issues[0]) ?? 'sidelight');
  const { settings: stored, corrections: listed, sources } = checked.output;
  if (stored.version > SETTINGS_VERSION) return refused('later-version');
  if (sources.length > 0) return refused('sources');
  const unknown = Object.keys(stored).find((key) => key !== 'version' && !isSetting(key));
  const { settings, damaged } = parseSettings(stored);
  const part = unknown ?? damaged[0];
  if (part !== undefined) return refused('damaged', `settings.${part}`);
  const { corrections, damaged: lost } = parseCorrections(listed);
  if (lost.length > 0) return refused('damaged', `corrections.${listed.indexOf(lost[0])}`);
  const choices = { settings, corrections };
  // What is taken can be exported, and taken again.
  return isTooLarge(writeBackup(choices)) ? refused('too-large') : choices;
}

/** What choosing `then` in place of `now` would change. */
export function changesBetween(now: Choices, then: Choices): BackupChanges {
  const keys = Object.keys(DEFAULT_SETTINGS) as Array<keyof Settings>;
  return {
    settings: keys
      .map((key) => ({ key, from: now.settings[key], to: then.settings[key] }) as SettingChange)
      .filter(({ from, to }) => !isSame(from, to)),
    added: missingFrom(now.corrections, then.corrections),
    removed: missingFrom(then.corrections, now.corrections),
  };
}

/** Lists are sets: storage does not keep their order. */
function isSame(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return text(one) === text(other);
}

function missingFrom(some: readonly Correction[], others: readonly Correction[]): Correction[] {
  const keys = new Set(some.map(correctionKey));
  return others.filter((one) => !keys.has(correctionKey(one)));
}

function isSetting(key: string): boolean {
  return Object.hasOwn(DEFAULT_SETTINGS, key);
}

function refused(fault: BackupFault, part = ''): RefusedBackup {
  return { fault, part };
}

/**
 * What the reader has chosen, in storage. Settings are synchronised where the browser can; what identifies reading
 * (sites and pages that are off, corrections) stays on the device, and what is chosen in a private window is kept
 * in memory until the last private window closes (docs/decisions/0019-a-key-per-setting.md).
 *
 * A change is first written to the device, all of it in one transaction, and then synchronised: what
 * could not be synchronised yet holds on this device, and is tried again with the next change.
 */
import { browser } from 'wxt/browser';
import type { Choices } from '../core/choices/backup';
import { parseCorrections } from '../core/choices/corrections';
import type { Settings } from '../core/choices/settings';
import {
  isDeviceKey,
  isRecord,
  isSettingKey,
  itemsFor,
  itemsOfRecord,
  type Stored,
  settingOf,
  settingsIn,
} from '../core/choices/stored-settings';
import { seal, unseal } from './seal';

const LOCK = 'choices';
const CORRECTIONS = 'corrections';
/** Items that `storage.sync` does not hold yet; null for one that it is to lose. */
const UNSYNCED = 'unsynced';
/** All settings lay in one record under this key, with addresses, in `storage.sync`. */
const OLD_RECORD = 'settings';
/** In `storage.session`, sealed: what private windows have in place of the choices that identify reading. */
const PRIVATE = 'private';

/** Choices as storage holds them. What is damaged stays in storage until it is repaired or chosen anew. */
export interface StoredChoices extends Choices {
  /** Names of settings that are not usable; their defaults are used instead. */
  damaged: string[];
  /** Corrections that are not usable. */
  damagedCorrections: number;
  /** Names of settings that the browser would not synchronise; they hold on this device. */
  unsynced: string[];
}

/** What is left out stays as it is. */
export interface ChoiceChange {
  settings?: Partial<Settings>;
  corrections?: Choices['corrections'];
}

/**
 * @param isPrivate for a private window
 * @throws when storage cannot be read
 */
export async function readChoices(isPrivate = false): Promise<StoredChoices> {
  // Where a policy forbids to synchronise, what this device keeps is all there is; it is read, not written then.
  const warn = (error: unknown) =>
    console.warn('Sidelight cannot read what is synchronised:', error);
  let held = await readHeld(warn);
  if (held.old.length > 0) {
    await inTurn(moveOldRecord);
    held = await readHeld(warn);
  }
  return isPrivate ? withPrivate(choicesIn(held)) : choicesIn(held);
}

/**
 * Changes what is stored, one change after another in all pages of ours.
 * @param change made from what is stored by then
 * @throws when storage cannot be read, and then nothing is written; or when it cannot be written
 */
export function changeChoices(
  change: ChoiceChange | ((now: StoredChoices) => ChoiceChange),
  isPrivate = false,
): Promise<void> {
  return inTurn(async () => {
    await moveOldRecord();
    const held = await readHeld();
    const now = isPrivate ? await withPrivate(choicesIn(held)) : choicesIn(held);
    const wanted = typeof change === 'function' ? change(now) : change;
    await store(held, isPrivate ? await keptFromPrivate(now, wanted) : wanted);
  });
}

/** Drops what is damaged. */
export function repairChoices(): Promise<void> {
  return inTurn(async () => {
    await moveOldRecord();
    const held = await readHeld();
    const { damaged } = settingsIn(settingItems(held));
    const unsynced = Object.entries(held.unsynced).filter(([key]) => !damaged.includes(key));
    await browser.storage.local.set({
      [CORRECTIONS]: parseCorrections(held.local[CORRECTIONS]).corrections,
      [UNSYNCED]: Object.fromEntries(unsynced),
    });
    await browser.storage.local.remove([OLD_RECORD, ...damaged]);
    await browser.storage.sync.remove([OLD_RECORD, ...damaged]);
  });
}

/** Synchronises what could not be synchronised before. */
export function syncChoices(): Promise<void> {
  return inTurn(async () => synchronise((await readHeld()).unsynced));
}

/** Forgets what was chosen in private windows when the last of them closes. */
export function watchPrivateWindows(onError: (error: unknown) => void): void {
  // Firefox for Android has no windows.
  browser.windows?.onRemoved.addListener(() => {
    browser.windows
      .getAll()
      .then(async (windows) => {
        if (windows.some(({ incognito }) => incognito)) return;
        await browser.storage.session.remove(PRIVATE);
      })
      .catch(onError);
  });
}

/** Calls `onChange` after each change on any device. @returns stops watching */
export function watchChoices(onChange: () => void): () => void {
  const isChoice = (key: string) =>
    isSettingKey(key) || [CORRECTIONS, UNSYNCED, OLD_RECORD, PRIVATE].includes(key);
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some(isChoice)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

interface Held {
  local: Stored;
  sync: Stored;
  unsynced: Stored;
  /** Records of the time when all settings lay in one; the device's own first. */
  old: unknown[];
}

function inTurn<T>(action: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, action) as Promise<T>;
}

/** @param onUnsynced told why what is synchronised cannot be read; without it, that is thrown */
async function readHeld(onUnsynced?: (error: unknown) => void): Promise<Held> {
  const [local, sync] = await Promise.all([
    browser.storage.local.get(null) as Promise<Stored>,
    (browser.storage.sync.get(null) as Promise<Stored>).catch((error): Stored => {
      if (!onUnsynced) throw error;
      onUnsynced(error);
      return {};
    }),
  ]);
  const unsynced = isRecord(local[UNSYNCED]) ? local[UNSYNCED] : {};
  const old = [local[OLD_RECORD], sync[OLD_RECORD]].filter(isRecord);
  return { local, sync, unsynced, old };
}

/** The items of settings that hold on this device. */
function settingItems({ local, sync, unsynced }: Held): Stored {
  const items = Object.entries({ ...sync, ...unsynced }).filter(
    ([key, value]) => isSettingKey(key) && !isDeviceKey(key) && value !== null,
  );
  const ours = Object.entries(local).filter(([key]) => isDeviceKey(key));
  return Object.fromEntries([...items, ...ours]);
}

function choicesIn(held: Held): StoredChoices {
  const { settings, damaged } = settingsIn(settingItems(held));
  const { corrections, damaged: lost } = parseCorrections(held.local[CORRECTIONS]);
  // A record that is none could not be moved.
  const isLost = [held.local, held.sync].some(
    (area) => area[OLD_RECORD] !== undefined && !isRecord(area[OLD_RECORD]),
  );
  return {
    settings,
    corrections,
    damaged: [...new Set([...(isLost ? [OLD_RECORD] : []), ...damaged.map(settingOf)])],
    damagedCorrections: lost.length,
    unsynced: [...new Set(Object.keys(held.unsynced).map(settingOf))],
  };
}

async function store(held: Held, { settings = {}, corrections }: ChoiceChange): Promise<void> {
  const items = Object.entries(itemsFor(settings, settingItems(held)));
  const device = items.filter(([key]) => isDeviceKey(key));
  const shared = items.filter(([key]) => !isDeviceKey(key));
  const unsynced = { ...held.unsynced, ...Object.fromEntries(shared) };
  const { damaged } = parseCorrections(held.local[CORRECTIONS]);
  await browser.storage.local.set({
    ...Object.fromEntries(device.map(([key, value]) => [key, value ?? []])),
    ...(corrections && { [CORRECTIONS]: [...damaged, ...corrections] }),
    ...(shared.length > 0 && { [UNSYNCED]: unsynced }),
  });
  await synchronise(unsynced);
}

async function synchronise(unsynced: Stored): Promise<void> {
  const items = Object.entries(unsynced);
  if (items.length === 0) return;
  try {
    await browser.storage.sync.set(Object.fromEntries(items.filter(([, value]) => value !== null)));
    await browser.storage.sync.remove(
      items.filter(([, value]) => value === null).map(([key]) => key),
    );
  } catch (error) {
    // Forbidden by policy, over its quota, or asked too often. The options tell the reader: `unsynced`.
    console.warn('Sidelight keeps some settings on this device only:', error);
    return;
  }
  await browser.storage.local.remove(UNSYNCED);
}

/** Gives each setting of an old record its key, and takes the record away, with the addresses in it. */
async function moveOldRecord(): Promise<void> {
  const held = await readHeld();
  if (held.old.length === 0) return;
  // The device's own record was the one that held.
  const items = Object.assign({}, ...held.old.toReversed().map(itemsOfRecord)) as Stored;
  const present = { ...held.sync, ...held.unsynced };
  const shared = Object.entries(items).filter(
    ([key, value]) => !isDeviceKey(key) && value !== null && !Object.hasOwn(present, key),
  );
  const unsynced = { ...held.unsynced, ...Object.fromEntries(shared) };
  const device = Object.entries(items)
    .filter(([key, value]) => isDeviceKey(key) && value !== null)
    .map(([key, value]) => [key, joined(held.local[key], value)]);
  await browser.storage.local.set({
    ...Object.fromEntries(device),
    ...(shared.length > 0 && { [UNSYNCED]: unsynced }),
  });
  await browser.storage.sync.remove(OLD_RECORD);
  await browser.storage.local.remove(OLD_RECORD);
  await synchronise(unsynced);
}

/** Both lists in one. What is no list stays as it is, to be told and repaired, unless there is one already. */
function joined(held: unknown, moved: unknown): unknown {
  if (!Array.isArray(held)) return moved;
  return Array.isArray(moved) ? [...new Set([...held, ...moved])] : held;
}

type PrivateChoices = Pick<Settings, 'sitesOff' | 'pagesOff' | 'subjectsMuted'> &
  Pick<Choices, 'corrections'>;

async function withPrivate(choices: StoredChoices): Promise<StoredChoices> {
  const sealed = (await browser.storage.session.get(PRIVATE))[PRIVATE] as string | undefined;
  const kept = sealed === undefined ? null : ((await unseal(sealed)) as PrivateChoices | null);
  if (!kept) return choices;
  const { corrections, ...settings } = kept;
  return { ...choices, corrections, settings: { ...choices.settings, ...settings } };
}

/** Keeps in memory what identifies reading. @returns the rest of the change */
async function keptFromPrivate(now: StoredChoices, change: ChoiceChange): Promise<ChoiceChange> {
  const { sitesOff, pagesOff, subjectsMuted, ...settings } = change.settings ?? {};
  if (sitesOff || pagesOff || subjectsMuted || change.corrections) {
    const kept: PrivateChoices = {
      sitesOff: sitesOff ?? now.settings.sitesOff,
      pagesOff: pagesOff ?? now.settings.pagesOff,
      subjectsMuted: subjectsMuted ?? now.settings.subjectsMuted,
      corrections: change.corrections ?? now.corrections,
    };
    await browser.storage.session.set({ [PRIVATE]: await seal(kept) });
  }
  return { settings };
}

/** Corrections in storage. On this device only: they may hold addresses of pages. */
import { browser } from 'wxt/browser';
import { type Correction, parseCorrections } from '../core/corrections';
import { inLock } from './lock';

const KEY = 'corrections';

/** @param onDamage told how many stored corrections are not usable; they stay in storage */
export async function readCorrections(onDamage: (count: number) => void): Promise<Correction[]> {
  const { corrections, damaged } = parseCorrections(await readStored());
  if (damaged.length > 0) onDamage(damaged.length);
  return corrections;
}

/** @param change makes new corrections of those that are stored when its turn has come */
export function changeCorrections(
  change: (now: readonly Correction[]) => readonly Correction[],
): Promise<void> {
  return inLock(async () => {
    const { corrections, damaged } = parseCorrections(await readStored());
    await browser.storage.local.set({ [KEY]: [...damaged, ...change(corrections)] });
  });
}

/** Drops the corrections that are not usable. */
export function repairCorrections(): Promise<void> {
  return inLock(async () => {
    const { corrections } = parseCorrections(await readStored());
    await browser.storage.local.set({ [KEY]: corrections });
  });
}

/** Calls `onChange` after each change. @returns stops watching */
export function watchCorrections(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

async function readStored(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

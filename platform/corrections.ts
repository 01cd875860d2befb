/** Corrections in storage. On this device only: they may hold addresses of pages. */
import { browser } from 'wxt/browser';
import { type Correction, parseCorrections } from '../core/corrections';

const KEY = 'corrections';

/** @param onDamage told how many stored corrections are not usable; they stay in storage */
export async function readCorrections(onDamage: (count: number) => void): Promise<Correction[]> {
  const { corrections, damaged } = parseCorrections(await readStored());
  if (damaged.length > 0) onDamage(damaged.length);
  return corrections;
}

export async function writeCorrections(corrections: readonly Correction[]): Promise<void> {
  const { damaged } = parseCorrections(await readStored());
  await browser.storage.local.set({ [KEY]: [...damaged, ...corrections] });
}

/** Drops the corrections that are not usable. */
export async function repairCorrections(): Promise<void> {
  const { corrections } = parseCorrections(await readStored());
  await browser.storage.local.set({ [KEY]: corrections });
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

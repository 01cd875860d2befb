/** Corrections in storage. On this device only: they may hold addresses of pages. */
import { browser } from 'wxt/browser';
import { type Correction, parseCorrections } from '../core/corrections';

const KEY = 'corrections';

/** @param onDamage told how many stored corrections are not usable; they are lost with the next change */
export async function readCorrections(onDamage: (count: number) => void): Promise<Correction[]> {
  const { corrections, damaged } = parseCorrections((await browser.storage.local.get(KEY))[KEY]);
  if (damaged > 0) onDamage(damaged);
  return corrections;
}

export async function writeCorrections(corrections: readonly Correction[]): Promise<void> {
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

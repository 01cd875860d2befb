/** Settings alone, for pages that need no more of what the reader has chosen. */
import type { Settings } from '../core/choices/settings';
import { changeChoices, readChoices } from './choices';

export { watchChoices as watchSettings } from './choices';

/** @param onDamage told which settings are not usable; they stay in storage */
export async function readSettings(onDamage: (names: string[]) => void): Promise<Settings> {
  const { settings, damaged } = await readChoices();
  if (damaged.length > 0) onDamage(damaged);
  return settings;
}

export function changeSettings(change: Partial<Settings>): Promise<void> {
  return changeChoices({ settings: change });
}

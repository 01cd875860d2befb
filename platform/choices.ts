/**
 * All choices at once, from a file: whole or not at all. They lie in several places, so what is to be written is
 * stored first, and finished by whoever comes next if the browser ends in between.
 */
import { browser } from 'wxt/browser';
import type { Correction } from '../core/corrections';
import type { Settings } from '../core/settings';
import { changeCorrections } from './corrections';
import { changeSettings } from './settings';

const KEY = 'choicesToWrite';

interface Choices {
  settings: Partial<Settings>;
  corrections: readonly Correction[];
}

/** Writes these in place of what was chosen. */
export async function writeChoices(choices: Choices): Promise<void> {
  await browser.storage.local.set({ [KEY]: choices });
  await finishWriting();
}

/** Ends what a browser that closed has left half written. Writing twice does no harm. */
export async function finishWriting(): Promise<void> {
  const left = (await browser.storage.local.get(KEY))[KEY] as Choices | undefined;
  if (!left) return;
  await changeSettings(left.settings);
  await changeCorrections(() => left.corrections);
  await browser.storage.local.remove(KEY);
}

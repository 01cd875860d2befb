/** Keeping passages, from any page of ours. */
import type { PassageId, Span } from '../core/model/source';
import { askBackground } from './messages';

/**
 * Puts a passage, or the part of it that is selected, into the notebook.
 * @param metAt the address of the page where it was met, if that is to be noted
 * @returns what takes it out again; null where the notebook held the same already
 */
export async function keepPassage(
  passage: PassageId,
  part: Span | null,
  metAt: string | null = null,
): Promise<(() => Promise<unknown>) | null> {
  const clipping = await askBackground('keep', { passage, part, metAt });
  return clipping === null ? null : () => askBackground('unkeep', { clipping });
}

/** Pages on their way to the library page: held in memory until it asks, and never stored. */
import * as v from 'valibot';
import { askPage } from '../../platform/messages';
import { type TakenPage, takenPage } from '../../platform/protocol';

/** A reader who adds more at once has given up on the others. */
const MOST = 5;
/** A shorter selection is a slip of the pointer. */
const LEAST_SELECTED = 20;

export class TakenPages {
  readonly #pages = new Map<string, TakenPage>();

  async take(tab: number): Promise<{ key: string; hasSelection: boolean } | null> {
    const answer = v.safeParse(takenPage, await askPage(tab, 0, 'source', null));
    if (!answer.success) return null;
    const [address, html, selected] = answer.output;
    const key = crypto.randomUUID();
    this.#pages.set(key, { address, html, selected });
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST && oldest !== undefined) this.#pages.delete(oldest);
    return { key, hasSelection: selected.trim().length >= LEAST_SELECTED };
  }

  give(key: string): TakenPage | null {
    const page = this.#pages.get(key) ?? null;
    this.#pages.delete(key);
    return page;
  }
}

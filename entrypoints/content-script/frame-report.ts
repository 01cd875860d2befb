/** What this frame has told the background, through all of its sessions: badge and page list count by it. */

import type { PageLocation } from '../../core/model/location';
import type { EntityId } from '../../core/model/source';
import { holdFrame } from '../../platform/frame-life';
import { askBackground, isExtensionAlive } from '../../platform/messages';
import type { FrameMatches } from '../../platform/protocol';

export type Counts = Array<[entity: EntityId, count: number]>;

const NOTHING = '[]';
/** By one of these an extension whose background has ended for good is gone, too; ms. */
const GOING_MS = [1000, 5000];

export class FrameReport {
  readonly #pageLocation: PageLocation;
  readonly #onOrphaned: () => void;
  #told = NOTHING;
  /** Says that the frame goes; null while no port is held. */
  #leave: (() => void) | null = null;

  /** @param onOrphaned the extension was updated, disabled or removed */
  constructor(pageLocation: PageLocation, onOrphaned: () => void) {
    this.#pageLocation = pageLocation;
    this.#onOrphaned = onOrphaned;
  }

  /** True when the background counts otherwise. A frame that never had a match must not wake it. */
  isNews(counts: Counts): boolean {
    return JSON.stringify(counts) !== this.#told;
  }

  async tell(state: FrameMatches['state'], counts: Counts): Promise<void> {
    this.#told = JSON.stringify(counts);
    if (counts.length > 0) this.#hold();
    await askBackground('matches', { ...this.#pageLocation, state, counts });
  }

  /** The document goes, for good or into the cache of pages. */
  async leave(): Promise<void> {
    const isTold = this.#told !== NOTHING;
    this.#told = NOTHING;
    if (this.#leave) {
      this.#leave();
      this.#leave = null;
    } else if (isTold) await askBackground('gone', null);
  }

  #hold(): void {
    if (this.#leave) return;
    // Chromium says nothing of the end of a port that was opened while the extension went.
    this.#endIfOrphaned();
    this.#leave = holdFrame(() => {
      this.#leave = null;
      // The background of an extension that goes ends before the extension does. Else it has ended by itself:
      // what it forgot is told when it asks.
      this.#endIfOrphaned();
    });
  }

  #endIfOrphaned(): void {
    for (const ms of GOING_MS) setTimeout(() => isExtensionAlive() || this.#onOrphaned(), ms);
  }
}

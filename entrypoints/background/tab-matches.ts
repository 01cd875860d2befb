/**
 * What each tab shows, as its frames have reported: a cache over the live pages. It is lost when the
 * background ends, and asked for again.
 */
import { OFF_STATES, type PageLocation } from '../../core/model/location';
import type { EntityId } from '../../core/model/source';
import type { EntitySummary, PageList } from '../../core/model/views';
import type { FrameMatches } from '../../platform/protocol';

const TOP_FRAME = 0;

export class TabMatches {
  readonly #tabs = new Map<number, Map<number, FrameMatches>>();
  readonly #addresses = new Map<number, string>();

  /** @returns true when nothing was known of this tab before */
  set(tab: number, frame: number, matches: FrameMatches): boolean {
    const frames = this.#tabs.get(tab);
    if (frames) frames.set(frame, matches);
    else this.#tabs.set(tab, new Map([[frame, matches]]));
    return frames === undefined;
  }

  /** A frame is gone; with the top frame, all are. */
  drop(tab: number, frame: number): void {
    if (frame === TOP_FRAME) this.forget(tab);
    else this.#tabs.get(tab)?.delete(frame);
  }

  /** True when the top frame has told what it shows. */
  knows(tab: number): boolean {
    return this.pageLocation(tab) !== null;
  }

  /** Where the tab is, as its top frame has told; null before that. */
  pageLocation(tab: number): PageLocation | null {
    const top = this.#tabs.get(tab)?.get(TOP_FRAME);
    return top ? { site: top.site, page: top.page } : null;
  }

  /** The address of the tab, as the browser gave it when its top frame told something; null before that. */
  address(tab: number): string | null {
    return this.#addresses.get(tab) ?? null;
  }

  /** @param address by the word of the browser */
  setAddress(tab: number, address: string): void {
    this.#addresses.set(tab, address);
  }

  /** Sidelight is off there, or everywhere. */
  isOff(tab: number): boolean {
    const state = this.#tabs.get(tab)?.get(TOP_FRAME)?.state;
    return OFF_STATES.some((off) => off === state);
  }

  forget(tab: number): void {
    this.#tabs.delete(tab);
    this.#addresses.delete(tab);
  }

  /** Matches on all frames of the tab. */
  count(tab: number): number {
    let sum = 0;
    for (const { counts } of this.#tabs.get(tab)?.values() ?? []) {
      for (const [, count] of counts) sum += count;
    }
    return sum;
  }

  /** The frame that shows this entity, the top frame first; null where none does. */
  frameWith(tab: number, entity: string): number | null {
    const frames = [...(this.#tabs.get(tab) ?? [])].sort(([a], [b]) => a - b);
    const found = frames.find(([, { counts }]) => counts.some(([other]) => other === entity));
    return found?.[0] ?? null;
  }

  /** The frame that shows any match, the top frame first. */
  frameWithMatches(tab: number): number {
    const frames = [...(this.#tabs.get(tab) ?? [])].sort(([a], [b]) => a - b);
    return frames.find(([, { counts }]) => counts.length > 0)?.[0] ?? TOP_FRAME;
  }

  /** Entities that the tab shows. */
  entities(tab: number): string[] {
    const frames = [...(this.#tabs.get(tab)?.values() ?? [])];
    return frames.flatMap(({ counts }) => counts.map(([entity]) => entity));
  }

  /**
   * @param summaries of the subjects that the library holds, by the ids that pages know them by
   * @param muted ids of those that are not to be marked there, as their summaries have them
   */
  list(
    tab: number,
    summaries: ReadonlyMap<EntityId, EntitySummary>,
    muted: ReadonlySet<EntityId>,
  ): PageList {
    const frames = this.#tabs.get(tab);
    const top = frames?.get(TOP_FRAME);
    if (!frames || !top) return { site: null, page: null, state: 'unreachable', entities: [] };
    const counts = new Map<EntityId, number>();
    for (const frame of frames.values()) {
      for (const [entity, count] of frame.counts) {
        if (summaries.has(entity)) counts.set(entity, (counts.get(entity) ?? 0) + count);
      }
    }
    return {
      site: top.site,
      page: top.page,
      state: top.state,
      entities: [...counts]
        .flatMap(([id, count]) => {
          const summary = summaries.get(id);
          return summary ? [{ ...summary, id, count, isMuted: muted.has(summary.id) }] : [];
        })
        .sort((a, b) => b.count - a.count || a.canonical.localeCompare(b.canonical)),
    };
  }
}

/** The tabs as their frames tell of them: keeps badge, icon, popup and page list to what is shown. */
import { mutedAt } from '../../core/choices/mutes';
import type { Library } from '../../core/library/library';
import type { PageLocation } from '../../core/model/location';
import type { PageList } from '../../core/model/views';
import { showBadge, showIcon } from '../../platform/action';
import {
  fromExtension,
  type Sender,
  tellPage,
  tellPanels,
  tellPopup,
} from '../../platform/messages';
import type { FrameMatches } from '../../platform/protocol';
import { locationOfTop } from '../../platform/sender-location';
import type { Chosen } from './chosen';
import { TabMatches } from './tab-matches';

export class LiveTabs {
  readonly matches = new TabMatches();
  readonly #library: Library;
  readonly #chosen: Chosen;
  readonly #report: (error: unknown) => void;
  readonly #listed = new Map<number, Promise<PageList>>();

  constructor(library: Library, chosen: Chosen, report: (error: unknown) => void) {
    this.#library = library;
    this.#chosen = chosen;
    this.#report = report;
  }

  /** Where a page is. Frames are where the top frame of their tab is. */
  async locationOf(sender: Sender, claimed: PageLocation): Promise<PageLocation> {
    // Samples on pages of ours are nowhere.
    if (fromExtension(sender)) return claimed;
    if (sender.frameId === 0) return locationOfTop(sender, claimed);
    const tab = tabOf(sender);
    if (!this.matches.knows(tab)) await tellPage(tab, 0, 'report', null);
    // A top frame that is no document of ours to read, such as a picture, tells nothing.
    return this.matches.pageLocation(tab) ?? { site: claimed.site, page: null };
  }

  /** The page that a tab is read on, by the word of the browser; null where that is not known, and on pages of ours. */
  addressOf(sender: Sender): string | null {
    if (sender.frameId === 0) return fromExtension(sender) ? null : (sender.url ?? null);
    return sender.tab?.id === undefined ? null : this.matches.address(sender.tab.id);
  }

  /** A frame has told what it shows. */
  async told(sender: Sender, told: FrameMatches): Promise<void> {
    const tab = tabOf(sender);
    if (sender.frameId === 0 && sender.url) this.matches.setAddress(tab, sender.url);
    const pageLocation = sender.frameId === 0 ? locationOfTop(sender, told) : {};
    const isNew = this.matches.set(tab, sender.frameId ?? 0, { ...told, ...pageLocation });
    // This background has just woken: the other frames of the tab have reported to an earlier one.
    if (isNew && sender.frameId !== 0) await tellPage(tab, null, 'report', null);
    await this.#show(tab);
  }

  /** A frame that held no port has said that it goes. */
  async saidGone(sender: Sender): Promise<void> {
    const tab = tabOf(sender);
    if (sender.frameId === 0) return this.matches.forget(tab);
    // This background has woken for it: the frames that are left have reported to an earlier one.
    if (!this.matches.knows(tab)) await tellPage(tab, null, 'report', null);
    await this.frameGone(tab, sender.frameId ?? 0);
  }

  async frameGone(tab: number, frame: number): Promise<void> {
    this.matches.drop(tab, frame);
    // With the top frame the browser takes the badge away, or the tab.
    if (frame !== 0) await this.#show(tab);
  }

  /** Asks the frames of the tab first. */
  list(tab: number): Promise<PageList> {
    // Two at once would forget each other's answers.
    const list = this.#listed.get(tab) ?? this.#ask(tab).finally(() => this.#listed.delete(tab));
    this.#listed.set(tab, list);
    return list;
  }

  async #ask(tab: number): Promise<PageList> {
    // The live frames know best; each answers with a `matches` of its own, the top frame first. Frames that
    // have gone have said so.
    const isReached = await tellPage(tab, 0, 'report', null);
    if (isReached) tellPage(tab, null, 'report', null).catch(this.#report);
    else this.matches.forget(tab);
    return this.known(tab);
  }

  /** What the frames of the tab have told so far. */
  async known(tab: number): Promise<PageList> {
    const { settings } = await this.#chosen.choices();
    const place = this.matches.pageLocation(tab) ?? { site: null, page: null };
    const [summaries, muted] = await Promise.all([
      this.#library.summaries(this.matches.entities(tab), settings),
      this.#library.summaries(mutedAt(settings.subjectsMuted, place), settings),
    ]);
    const silent = new Set(Array.from(muted.values(), ({ id }) => id));
    return this.matches.list(tab, summaries, silent);
  }

  async #show(tab: number): Promise<void> {
    await showBadge(tab, this.matches.count(tab));
    await showIcon(tab, this.matches.isOff(tab));
    await tellPopup('pageListChanged', { tab });
    await tellPanels('pageListChanged', { tab });
  }
}

/** @throws when the sender is in no tab */
export function tabOf(sender: Sender): number {
  if (sender.tab?.id === undefined)
    throw new Error('Sidelight refuses a message from outside of a tab.');
  return sender.tab.id;
}

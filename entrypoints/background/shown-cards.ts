/** What the card of each tab has been told to fetch, and which passages its page has shown so far. */
import type { WhatIsRead } from '../../core/library/what-is-read';
import type { EntityId, PassageId } from '../../core/model/source';
import type { CardToken, ExtensionToBackground } from '../../platform/protocol';

type Shown = NonNullable<ExtensionToBackground['cardContent']['answer']> & { token: CardToken };

/** The passages that a page has shown, each with the mark for which it was shown last. */
interface Seen {
  page: string | null;
  passages: Map<PassageId, string>;
}

export class ShownCards {
  readonly #cards = new Map<number, Shown>();
  readonly #seen = new Map<number, Seen>();

  get(tab: number): Shown | undefined {
    return this.#cards.get(tab);
  }

  set(tab: number, card: Shown): void {
    this.#cards.set(tab, card);
    const seen = this.#seen.get(tab);
    if (seen?.page !== card.page) this.#seen.set(tab, { page: card.page, passages: new Map() });
    const [first] = card.content.passages;
    if (first) this.turned(tab, card.token, first.id);
  }

  /** The card with this token shows this passage. */
  turned(tab: number, token: CardToken, passage: PassageId): void {
    const card = this.#cards.get(tab);
    if (card?.token !== token) return;
    this.#seen.get(tab)?.passages.set(passage, markOf(card.content.asked, card));
  }

  /** What the page has shown for other marks than this one. */
  shownElsewhere(
    tab: number,
    page: string | null,
    entity: EntityId,
    read: WhatIsRead,
  ): PassageId[] {
    const seen = this.#seen.get(tab);
    if (!seen || seen.page !== page) return [];
    const mark = markOf(entity, read);
    return [...seen.passages].filter(([, other]) => other !== mark).map(([passage]) => passage);
  }

  delete(tab: number): void {
    this.#cards.delete(tab);
    this.#seen.delete(tab);
  }
}

function markOf(entity: EntityId, { paragraph, at }: WhatIsRead): string {
  return JSON.stringify([entity, at, paragraph]);
}

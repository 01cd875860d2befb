/** What keeps events of a card from the page, in browsers that need it (`event-guard.ts`). */
export interface Guard {
  /** False where a page could be led into the tree of a card. */
  readonly holds: boolean;
  /** @param heed is told of the events in this tree that are kept from the page */
  keep(tree: ShadowRoot, heed: (event: Event) => void): void;
}

/** Shared by the scripts of ours in a document. */
export const shared = globalThis as { sidelightGuard?: Guard };

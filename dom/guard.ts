/** What keeps events of a card from the page, in browsers that need it (`event-guard.ts`). */
export interface Guard {
  /** False where a page could be led into the tree of a card. */
  readonly holds: boolean;
  /** @param heed is told of the events in this tree that are kept from the page */
  keep(tree: ShadowRoot, heed: (event: Event) => void): void;
}

const world = globalThis as { sidelightGuard?: Guard };

/** Shared by the scripts of ours in a document, on whose global object the page's elements go by their ids, too. */
export const shared = {
  get sidelightGuard(): Guard | undefined {
    return Object.hasOwn(world, 'sidelightGuard') ? world.sidelightGuard : undefined;
  },
  set sidelightGuard(guard: Guard | undefined) {
    world.sidelightGuard = guard;
  },
};

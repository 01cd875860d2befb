/**
 * Asks once for each element, and remembers the answers for as long as the running task of ours lasts: between two
 * the page may change, and tell us only by showing something.
 */
export function forThisTask<Answer>(
  ask: (element: Element) => Answer,
): (element: Element) => Answer {
  let known: WeakMap<Element, Answer> | null = null;
  return (element) => {
    if (!known) {
      known = new WeakMap();
      queueMicrotask(() => {
        known = null;
      });
    }
    return known.getOrInsertComputed(element, ask);
  };
}

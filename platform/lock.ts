/**
 * One write of the reader's choices after another, whichever page or background makes them: of two at once the second
 * reads what the first has stored. A read that fails keeps its write from happening.
 */
export function inLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('sidelight-choices', work) as Promise<T>;
}

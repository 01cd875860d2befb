/** Where a reader is on the web, and what keeps Sidelight off there. */

/** Where a reader is. */
export interface PageLocation {
  /** Host as the address bar shows it; null where there is none. */
  site: string | null;
  /** Address of the page; null where it is not known. */
  page: string | null;
}

/** What keeps Sidelight off somewhere. */
export const OFF_STATES = ['off-everywhere', 'off-for-now', 'off-here', 'off-on-page'] as const;
export type OffState = (typeof OFF_STATES)[number];

/** What the card of each tab has been told to fetch. */
import type { CardToken, ExtensionToBackground } from '../../platform/protocol';

export type ShownCards = Map<
  number,
  ExtensionToBackground['cardContent']['answer'] & { token: CardToken }
>;

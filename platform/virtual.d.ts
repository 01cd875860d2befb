declare module 'virtual:bundled-library' {
  import type { HeldParts } from '../core/segment/held-source';
  import type { SegmentHead, SegmentParts } from '../core/segment/segment';

  /** Each text as core/segment/written.ts writes it. */
  const bundle: {
    head: SegmentHead;
    parts: Record<keyof SegmentParts, string>;
    sources: Record<string, Record<keyof HeldParts, string>>;
    /** By source: translations by ordinal, as JSON. */
    translated: Record<string, string>;
  };
  export default bundle;
}

/** Translations of bundled passages, by their ids (modules/seeds/read-translations.ts). */
declare module 'virtual:translations/*' {
  const translations: Record<string, { text: string; isReviewed: boolean }>;
  export default translations;
}

/** Translations of what is said about bundled sources, by the originals. */
declare module 'virtual:remarks/*' {
  const remarks: Record<string, string>;
  export default remarks;
}

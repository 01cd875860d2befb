declare module 'virtual:bundled-library' {
  import type { HeldParts } from '../core/segment/held-source';
  import type { SegmentHead, SegmentParts } from '../core/segment/segment';

  /** Each text as core/segment/written.ts writes it. */
  const bundle: {
    head: SegmentHead;
    parts: Record<keyof SegmentParts, string>;
    sources: Record<string, Record<keyof HeldParts, string>>;
  };
  export default bundle;
}

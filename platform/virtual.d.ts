declare module 'virtual:bundled-library' {
  import type { SourceIndex } from '../core/model/source';
  import type { HeadSieve } from '../core/names/name-index';

  const bundle: {
    sources: SourceIndex[];
    names: { entities: string; base64: string };
    sieve: HeadSieve;
  };
  export default bundle;
}

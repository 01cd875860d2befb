declare module 'virtual:bundled-library' {
  import type { HeadSieve } from '../core/name-index';
  import type { SourceIndex } from '../core/types';

  const bundle: {
    sources: SourceIndex[];
    names: { entities: string; base64: string };
    sieve: HeadSieve;
  };
  export default bundle;
}

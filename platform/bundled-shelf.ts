/** The sources that are built into the extension: each part is decoded when it is first read. */
import bundle from 'virtual:bundled-library';
import type { Shelf } from '../core/library/shelf';
import type { HeldParts } from '../core/segment/held-source';
import type { SegmentHead, SegmentParts } from '../core/segment/segment';
import { revived } from '../core/segment/written';

export function bundledShelf(): Shelf {
  const read = new Map<string, unknown>();
  const decoded = <T>(text: string | undefined, name: string): T => {
    if (text === undefined) throw new Error(`There is no “${name}” in what is bundled.`);
    if (!read.has(name)) read.set(name, revived(text));
    return read.get(name) as T;
  };
  const part = <Name extends keyof HeldParts>(source: string, name: Name): HeldParts[Name] =>
    decoded(bundle.sources[source]?.[name], `${source} ${name}`);
  return {
    sources: async () => Object.keys(bundle.sources).map((source) => part(source, 'held')),
    segments: async () => [bundle.head as SegmentHead],
    part: async (_, name) => decoded<SegmentParts[typeof name]>(bundle.parts[name], name),
    async passages(source, ordinals) {
      const passages = part(source, 'passages');
      return ordinals === null ? passages : ordinals.flatMap((at) => passages[at - 1] ?? []);
    },
    async entities(source, numbers) {
      const entities = part(source, 'entities');
      return numbers.flatMap((number) => entities[number] ?? []);
    },
    rarity: async (source) => part(source, 'rarity'),
    async translated(source) {
      const name = `${source} translated`;
      // Each card asks for them.
      if (!read.has(name)) read.set(name, new Map(JSON.parse(bundle.translated[source] ?? '[]')));
      return read.get(name) as ReadonlyMap<number, string>;
    },
  };
}

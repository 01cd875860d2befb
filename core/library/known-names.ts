import type { KnownName } from '../extract/found';
import type { Shelf } from './shelf';

/** The names of every entity of a shelf, for what finds names in documents. Those of a machine's doubtful ones are left out. */
export async function knownNames(shelf: Shelf): Promise<KnownName[]> {
  // Until it has looked at its segments, a shelf does not know which revisions hold.
  await shelf.segments();
  const names: KnownName[] = [];
  for (const { source, entities } of await shelf.sources()) {
    const numbers = Array.from({ length: entities }, (_, number) => number);
    for (const { kind, canonical, wikidata, names: written } of await shelf.entities(
      source.id,
      numbers,
    )) {
      // What a machine has found once it would find again.
      if (source.entitiesFoundBy === 'machine' && wikidata === null) continue;
      for (const { text, language, needsCompany } of written)
        names.push({ text, language, kind, canonical, wikidata, needsCompany });
    }
  }
  return names;
}

/** What readers call entities in their own language, where the sources write them otherwise. */
import type { Language } from '../choices/settings';
import { sourceOf } from '../match/resolve';
import type { SourceId } from '../model/source';
import type { EntitySummary } from '../model/views';
import { fold } from '../text/fold';
import { type OpenLibrary, orFault } from './open-library';

/** Gives each its name in this language: the first that its source lists. Those without one stay as they are. */
export async function nameInLanguage(
  library: OpenLibrary,
  summaries: readonly EntitySummary[],
  language: Language | null,
): Promise<void> {
  if (language === null) return;
  const { entities } = library;
  const sources = await library.sources();
  const wanted = new Map<SourceId, Map<number, EntitySummary[]>>();
  for (const summary of summaries) {
    const source = sourceOf(summary.id);
    const held = sources.get(source);
    const entity = entities.numberOf(summary.id);
    if (!held || entity < 0 || held.source.language.split('-')[0] === language) continue;
    const numbers = wanted.get(source) ?? new Map<number, EntitySummary[]>();
    wanted.set(source, numbers);
    const number = entities.numberInSource(entity);
    numbers.set(number, [...(numbers.get(number) ?? []), summary]);
  }
  await Promise.all(
    Array.from(wanted, async ([source, numbers]) => {
      const shelf = library.shelfOf(source);
      const records = await orFault(shelf.entities(source, [...numbers.keys()]), library.onFault);
      for (const { id, canonical, names } of records ?? []) {
        const local = names.find((name) => name.language === language)?.text;
        if (local === undefined || fold(local) === fold(canonical)) continue;
        for (const summary of numbers.get(entities.numberInSource(entities.numberOf(id))) ?? []) {
          summary.local = local;
        }
      }
    }),
  );
}

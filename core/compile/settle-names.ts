/** Names that nobody has reviewed are settled before they are compiled: one form, one entity, and each can be found. */
import type { EntityKind } from '../model/source';
import { HintMissing } from '../names/inflection/hint';
import { inflect } from '../names/inflection/inflect';
import { foldShapeOf } from '../text/fold';
import { headsOf } from '../text/heads';
import { slugOf } from '../text/slug';
import { type EntityDescription, type NameDescription, textOf } from './descriptions';

/** A list of names, and of entities, as long as descriptions may be. */
const MOST_NAMES = 200;
const LONGEST_ID = 90;

/**
 * @param claims names, as `foldShapeOf` has them, that belong to an entity whatever others say
 * @returns entities with at least one name; a name of several stays with the one that is mentioned most
 */
export function settleNames(
  entities: readonly EntityDescription[],
  claims: Iterable<[shape: string, entity: string]> = [],
): EntityDescription[] {
  const owners = new Map(claims);
  for (const { id, names } of entities.toSorted((a, b) => b.mentions.length - a.mentions.length)) {
    for (const name of Object.values(names).flatMap((list) => list ?? [])) {
      const shape = foldShapeOf(textOf(name));
      if (!owners.has(shape)) owners.set(shape, id);
    }
  }
  return entities.flatMap((entity) => {
    const seen = new Set<string>();
    const names = Object.fromEntries(
      Object.entries(entity.names).flatMap(([language, list]) => {
        const kept = (list ?? [])
          .filter((name) => {
            const shape = foldShapeOf(textOf(name));
            const isKept =
              owners.get(shape) === entity.id && !seen.has(shape) && headsOf(shape).length > 0;
            seen.add(shape);
            return isKept;
          })
          .slice(0, MOST_NAMES)
          .map((name) => inflectable(name, language));
        return kept.length > 0 ? [[language, kept]] : [];
      }),
    );
    return Object.keys(names).length > 0 && entity.mentions.length > 0
      ? [{ ...entity, names }]
      : [];
  });
}

/** Where rules cannot tell how a name is inflected, nobody has said: it is sought as it stands. */
function inflectable(name: string | NameDescription, language: string): string | NameDescription {
  const text = textOf(name);
  try {
    inflect(text, language, typeof name === 'string' ? undefined : name.inflect);
    return name;
  } catch (error) {
    if (!(error instanceof HintMissing)) throw error;
    return { 'needs-company': false, ...(typeof name !== 'string' && name), text, inflect: 'no' };
  }
}

/** The id of an entity: the same for the same canonical name and kind, in whatever document. */
export function entityIdOf(canonical: string, kind: EntityKind): string {
  const slug = slugOf(canonical);
  // Of scripts that are not written in Latin letters, the letters' numbers.
  const letters = Array.from(canonical.matchAll(/\p{L}/gu), ([letter]) =>
    (letter.codePointAt(0) ?? 0).toString(16),
  );
  return `${kind}-${slug || letters.join('-') || 'name'}`.slice(0, LONGEST_ID).replace(/-$/, '');
}

export function uniqueId(base: string, isTaken: (id: string) => boolean): string {
  let id = base;
  for (let number = 2; isTaken(id); number++) id = `${base}-${number}`;
  return id;
}

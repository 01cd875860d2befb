import type { Entity, EntityId, Name } from '../model/source';
import { foldShapeOf } from '../text/fold';
import type { FaultPath } from './fault';

interface Owner {
  entity: EntityId;
  at: FaultPath;
}

/** A reviewed name that two entities claim. */
export interface Clash extends Owner {
  text: string;
  owner: Owner;
}

/**
 * One written form belongs to one entity. A reviewed name outranks a generated form of another, which is taken out.
 * @param entities whose generated forms are reduced to those that are theirs
 */
export function claimNames(entities: readonly Entity[], onClash: (clash: Clash) => void): void {
  const owners = new Map<string, Owner>();
  const each = (visit: (name: Name, claimant: Owner) => void) =>
    entities.forEach((entity, number) => {
      const counts = new Map<string, number>();
      for (const name of entity.names) {
        const i = counts.get(name.language) ?? 0;
        counts.set(name.language, i + 1);
        visit(name, { entity: entity.id, at: [number, 'names', name.language, i] });
      }
    });
  each((name, claimant) => {
    const shape = foldShapeOf(name.text);
    const owner = owners.get(shape);
    if (!owner) owners.set(shape, claimant);
    else if (owner.entity !== claimant.entity) onClash({ ...claimant, text: name.text, owner });
  });
  each((name, claimant) => {
    name.forms = name.forms.filter((form) => {
      const shape = foldShapeOf(form);
      const isFree = !owners.has(shape);
      if (isFree) owners.set(shape, claimant);
      return isFree;
    });
  });
}

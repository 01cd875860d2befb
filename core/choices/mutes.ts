/** "Do not mark this": subjects whose names are not painted, everywhere or on a site. Lists and search still have them. */
import { Failure } from '../model/failure';
import type { PageLocation } from '../model/location';
import type { EntityId } from '../model/source';
import { siteName } from './off';

/** As settings keep it: the id of an entity of the subject; with a space and the site where it holds on one alone. */
export type Mute = string;

/** @throws when a reader who is at this place is on no site */
export function muteAt(
  entity: EntityId,
  where: 'site' | 'everywhere',
  { site }: PageLocation,
): Mute {
  if (where === 'everywhere') return entity;
  if (site === null) throw new Failure('no-address', 'There is no site to keep a mute for.');
  return `${entity} ${siteName(site)}`;
}

export function partsOf(mute: Mute): { entity: EntityId; site: string | null } {
  const [entity = '', site = null] = mute.split(' ');
  return { entity, site };
}

export function withMute(all: readonly Mute[], added: Mute): Mute[] {
  return [...withoutMute(all, added), added];
}

export function withoutMute(all: readonly Mute[], gone: Mute): Mute[] {
  return all.filter((other) => other !== gone);
}

/** The entities that are muted at a place. */
export function mutedAt(all: readonly Mute[], { site }: PageLocation): EntityId[] {
  return all
    .map(partsOf)
    .filter((mute) => mute.site === null || (site !== null && mute.site === siteName(site)))
    .map(({ entity }) => entity);
}

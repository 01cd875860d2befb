/**
 * "Not this one": what a reader has said a name on pages does not mean. The overlay of one reader; sources
 * stay as they are, so it survives their updates.
 */
import * as v from 'valibot';
import { Failure } from '../model/failure';
import type { PageLocation } from '../model/location';
import type { EntityId } from '../model/source';
import { pageName, siteName } from './off';

export const CORRECTION_SCOPES = ['page', 'site', 'everywhere'] as const;
export type CorrectionScope = (typeof CORRECTION_SCOPES)[number];

export interface Correction {
  entity: EntityId;
  /** The name as the source's index lists it; its inflected forms go with it. */
  name: string;
  scope: CorrectionScope;
  /** The page or the site; null for everywhere. */
  at: string | null;
}

const SHAPE = v.strictObject({
  entity: v.string(),
  name: v.string(),
  scope: v.picklist(CORRECTION_SCOPES),
  at: v.nullable(v.string()),
});

/** The correction for a reader who is at this place. @throws when the place has no such scope */
export function correctionAt(
  entity: EntityId,
  name: string,
  scope: CorrectionScope,
  pageLocation: PageLocation,
): Correction {
  const at =
    scope === 'everywhere'
      ? null
      : scope === 'site'
        ? pageLocation.site && siteName(pageLocation.site)
        : pageLocation.page && pageName(pageLocation.page);
  if (at === null && scope !== 'everywhere') {
    throw new Failure('no-address', `There is no address to keep a correction for “${scope}”.`);
  }
  return { entity, name, scope, at };
}

/** Each correction once, in the order in which they were made. */
export function withCorrection(all: readonly Correction[], added: Correction): Correction[] {
  return [...withoutCorrection(all, added), added];
}

export function withoutCorrection(all: readonly Correction[], gone: Correction): Correction[] {
  const key = correctionKey(gone);
  return all.filter((other) => correctionKey(other) !== key);
}

/** The corrections that hold at a place. */
export function correctionsAt(
  all: readonly Correction[],
  { site, page }: PageLocation,
): Correction[] {
  return all.filter(
    ({ scope, at }) =>
      scope === 'everywhere' ||
      (scope === 'site'
        ? site !== null && at === siteName(site)
        : page !== null && at === pageName(page)),
  );
}

/** Corrections from whatever storage or a file holds, apart from what is none. */
export function parseCorrections(stored: unknown): {
  corrections: Correction[];
  damaged: unknown[];
} {
  if (stored === undefined || stored === null) return { corrections: [], damaged: [] };
  if (!Array.isArray(stored)) return { corrections: [], damaged: [stored] };
  const isSound = (value: unknown): value is Correction => v.is(SHAPE, value);
  return {
    corrections: stored.filter(isSound),
    damaged: stored.filter((value) => !isSound(value)),
  };
}

/** The same for corrections that say the same. */
export function correctionKey({ entity, name, scope, at }: Correction): string {
  return JSON.stringify([entity, name, scope, at]);
}

import { describe, expect, test } from 'vitest';
import type { PageLocation } from '../model/location';
import {
  type Correction,
  type CorrectionScope,
  correctionAt,
  correctionsAt,
  parseCorrections,
  withCorrection,
  withoutCorrection,
} from './corrections';

const PLACE: PageLocation = { site: 'www.a.org', page: 'https://www.a.org/b#c' };
const NOWHERE: PageLocation = { site: null, page: null };
const made = (scope: CorrectionScope, at: string | null): Correction => ({
  entity: 's/turkey',
  name: 'Turkey',
  scope,
  at,
});
const PAGE = made('page', 'https://www.a.org/b');
const SITE = made('site', 'a.org');
const ALL = made('everywhere', null);

test.each([PAGE, SITE, ALL])('a correction knows where it was made: $scope', (correction) => {
  expect(correctionAt('s/turkey', 'Turkey', correction.scope, PLACE)).toEqual(correction);
});

test.each(['page', 'site'] as const)('a place without address has no scope %s', (scope) => {
  expect(() => correctionAt('s/turkey', 'Turkey', scope, NOWHERE)).toThrow(
    expect.objectContaining({ code: 'no-address' }),
  );
});

test.each<[string, PageLocation, Correction[]]>([
  ['the page', PLACE, [PAGE, SITE, ALL]],
  ['another page of the site', { site: 'a.org', page: 'https://a.org/d' }, [SITE, ALL]],
  ['another site', { site: 'b.org', page: 'https://b.org/b' }, [ALL]],
  ['a place without address', NOWHERE, [ALL]],
])('corrections hold at %s', (_, pageLocation, wanted) => {
  expect(correctionsAt([PAGE, SITE, ALL], pageLocation)).toEqual(wanted);
});

describe('a list of corrections', () => {
  test('holds each once', () => {
    expect(withCorrection(withCorrection([SITE], ALL), { ...SITE })).toEqual([ALL, SITE]);
  });
  test('loses the one that is undone', () => {
    expect(withoutCorrection([PAGE, SITE], { ...PAGE })).toEqual([SITE]);
  });
  test.each<[string, unknown, Correction[], unknown[]]>([
    ['nothing', undefined, [], []],
    ['what is no list', 'x', [], ['x']],
    ['sound and damaged ones', [SITE, { ...SITE, at: 7 }, 7], [SITE], [{ ...SITE, at: 7 }, 7]],
  ])('is read from %s', (_, stored, corrections, damaged) => {
    expect(parseCorrections(stored)).toEqual({ corrections, damaged });
  });
});

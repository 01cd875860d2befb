import { expect, test } from 'vitest';
import { muteAt, mutedAt, withMute, withoutMute } from './mutes';

const CHINA = 'a-source/china';
const ON_NEWS = { site: 'www.news.example', page: null };
const ELSEWHERE = { site: 'other.example', page: null };
const NOWHERE = { site: null, page: null };

test.each([
  ['everywhere', ON_NEWS, [ON_NEWS, ELSEWHERE, NOWHERE]],
  ['site', ON_NEWS, [ON_NEWS]],
] as const)('a mute for %s holds there and nowhere else', (where, at, holds) => {
  const mutes = withMute([], muteAt(CHINA, where, at));
  const places = [ON_NEWS, ELSEWHERE, NOWHERE];
  expect(places.filter((place) => mutedAt(mutes, place).includes(CHINA))).toEqual(holds);
});

test('a mute stands once, and is taken back', () => {
  const mute = muteAt(CHINA, 'site', ON_NEWS);
  expect(withMute([mute], mute)).toEqual([mute]);
  expect(withoutMute([mute], mute)).toEqual([]);
});

test('a page without an address has no site to mute on', () => {
  expect(() => muteAt(CHINA, 'site', NOWHERE)).toThrow('no site');
});

import { expect, test } from 'vitest';
import { locationOfTop } from './sender-location';

test.each<[string, string, string | null, string | null, string | null]>([
  ['an address', 'https://a.org/x', 'https://a.org/x', 'a.org', 'https://a.org/x'],
  [
    'an address changed by script',
    'https://a.org/x',
    'https://a.org/y',
    'a.org',
    'https://a.org/y',
  ],
  ['another site', 'https://a.org/x', 'https://b.org/x', 'a.org', null],
  ['another scheme', 'https://a.org/x', 'http://a.org/x', 'a.org', null],
  ['no address', 'https://a.org/x', null, 'a.org', null],
  ['nonsense', 'https://a.org/x', 'x', 'a.org', null],
  ['a file', 'file:///a.html', 'file:///a.html', null, 'file:///a.html'],
])('a page that says %s', (_, url, page, site, wanted) => {
  expect(locationOfTop({ url } as never, { site: 'b.org', page })).toEqual({ site, page: wanted });
});

import { expect, test } from 'vitest';
import { siteFrom } from './site-entry';

test.each([
  ['example.com', 'example.com'],
  ['  WWW.Example.com ', 'example.com'],
  ['https://www.example.com/news?x=1#y', 'example.com'],
  ['example.com:8080/news', 'example.com'],
  ['localhost', 'localhost'],
  ['192.168.0.1', '192.168.0.1'],
  ['[::1]', '[::1]'],
  ['қазақстан.қаз', 'xn--80aaa0a6awh12ed.xn--80ao21a'],
])('%s is the site %s', (typed, site) => {
  expect(siteFrom(typed)).toBe(site);
});

test.each([
  '',
  ' ',
  'two words',
  'example .com',
  'file:///home/me',
  'javascript://x',
  'me@example.com',
  'exa$mple.com',
  '.com',
  '*.example.com',
  'https://',
])('“%s” is none', (typed) => {
  expect(siteFrom(typed)).toBe(null);
});

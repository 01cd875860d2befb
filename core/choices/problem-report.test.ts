import { expect, test } from 'vitest';
import { problemReport } from './problem-report';
import { DEFAULT_SETTINGS } from './settings';

const PRIVATE = ['news.example', 'https://news.example/kashgar', 'own-book', 'own-book/somebody'];
const report = problemReport({
  version: '1.2.3',
  browser: 'Browser/9',
  languages: ['kk', 'ru'],
  settings: {
    ...DEFAULT_SETTINGS,
    density: 'every',
    kindsOff: ['idea'],
    sitesOff: ['news.example'],
    pagesOff: ['https://news.example/kashgar'],
    sourcesOff: ['own-book'],
    sourcesPainted: ['own-book'],
    sourceOrder: ['own-book'],
    subjectsApart: ['own-book/somebody'],
    subjectsJoined: ['own-book/somebody own-book/other'],
    subjectsMuted: ['own-book/somebody news.example'],
  },
  corrections: [
    { form: 'somebody', entity: 'own-book/somebody', scope: { site: 'news.example' } },
  ] as never,
  sources: [{ id: 'own-book' }, { id: 'other' }],
  damaged: ['look'],
});

test('it tells version, browser, and what is chosen', () => {
  for (const line of [
    'Sidelight 1.2.3',
    'Browser/9',
    'languages: kk ru',
    'sources: 2',
    'corrections: 1',
    'damaged: look',
    'density: every',
    'kindsOff: idea',
    'sitesOff: 1 in the list',
  ]) {
    expect(report.split('\n')).toContain(line);
  }
});

test.each(PRIVATE)('it tells nothing of what is read: %s', (word) => {
  expect(report).not.toContain(word);
});

import { expect, test } from 'vitest';
import type { PassageId } from '../../core/model/source';
import type { CardContent } from '../../core/model/views';
import { ShownCards } from './shown-cards';

const PAGE = 'https://news.example/a';
const TOKEN = '1-2-3-4';
const read = (paragraph: string) => ({ paragraph, at: 0, named: [] });
const card = (asked: string, paragraph: string, passages: PassageId[], page = PAGE) => ({
  ...read(paragraph),
  token: TOKEN,
  site: 'news.example',
  page,
  tone: 'light' as const,
  room: 300,
  takesFocus: false,
  isPrivate: false,
  content: { asked, passages: passages.map((id) => ({ id })) } as unknown as CardContent,
});

test('a passage is shown elsewhere to every mark but the one that it was shown for', () => {
  const shown = new ShownCards();
  shown.set(7, card('s/china', 'China.', ['s/1', 's/2']));
  expect(shown.shownElsewhere(7, PAGE, 's/tibet', read('Tibet.'))).toEqual(['s/1']);
  expect(shown.shownElsewhere(7, PAGE, 's/china', read('China.'))).toEqual([]);
  expect(shown.shownElsewhere(7, PAGE, 's/china', read('China again.'))).toEqual(['s/1']);
});

test('passages that a reader turns to are shown, too; what another card tells is not heard', () => {
  const shown = new ShownCards();
  shown.set(7, card('s/china', 'China.', ['s/1', 's/2']));
  shown.turned(7, TOKEN, 's/2');
  shown.turned(7, '9-9-9-9', 's/3');
  expect(shown.shownElsewhere(7, PAGE, 's/tibet', read('Tibet.'))).toEqual(['s/1', 's/2']);
});

test('another page has shown nothing, nor has a tab that was closed', () => {
  const shown = new ShownCards();
  shown.set(7, card('s/china', 'China.', ['s/1']));
  expect(shown.shownElsewhere(7, 'https://news.example/b', 's/tibet', read('Tibet.'))).toEqual([]);
  shown.set(7, card('s/china', 'China.', ['s/2'], 'https://news.example/b'));
  expect(shown.shownElsewhere(7, 'https://news.example/b', 's/tibet', read('T.'))).toEqual(['s/2']);
  shown.delete(7);
  expect(shown.shownElsewhere(7, 'https://news.example/b', 's/tibet', read('T.'))).toEqual([]);
  expect(shown.get(7)).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Block } from '../model/draft';
import { findByline } from './byline';

const bylineOf = (...lines: string[]) => {
  let text = '';
  const blocks = lines.map((line): Block => {
    const start = text.length;
    text += `${line}\n\n`;
    return { kind: 'paragraph', start, end: start + line.length };
  });
  return findByline(text, blocks);
};

test.each<[string, string[], string | null]>([
  ['By Ada Wells, 14 May 2019', ['Ada Wells'], '2019-05-14'],
  ['By Ada Wells and Bo Lind', ['Ada Wells', 'Bo Lind'], null],
  ['Written by Ada Wells | May 14, 2019', ['Ada Wells'], '2019-05-14'],
  ['Автор: Нурлан Айткалиев', ['Нурлан Айткалиев'], null],
  ['Авторы: Нурлан Айткалиев, Ада Уэллс', ['Нурлан Айткалиев', 'Ада Уэллс'], null],
  ['作者：王海 2019年5月14日', [], null],
  ['作者：王海、李文', ['王海', '李文'], null],
  ['14 May 2019', [], '2019-05-14'],
  ['Published on 3 September 2020', [], '2020-09-03'],
  ['14 мая 2019 г.', [], '2019-05-14'],
  ['14.05.2019', [], '2019-05-14'],
  ['2019年5月14日', [], '2019-05-14'],
  ['2019-02-30', [], null],
  ['By the way, it rained on 14 May 2019', [], null],
  ['By Monday', [], null],
  ['In 2019 it rained.', [], null],
])('“%s” says %j, %s', (line, authors, date) => {
  expect(bylineOf('The sea', line, 'It rained.')).toEqual({ authors, date });
});

test('what stands far below the title is no byline', () => {
  const { authors, date } = bylineOf(
    ...Array.from({ length: 9 }, () => 'It rained.'),
    'By Ada Wells',
  );
  expect([authors, date]).toEqual([[], null]);
});

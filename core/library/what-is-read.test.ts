import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, type WhatIsRead } from './what-is-read';

const PARAGRAPH = 'Rain fell on Kashgar. China sent help at once. Tibet stayed dry.';
const named: WhatIsRead['named'] = [
  ['kashgar', PARAGRAPH.indexOf('Kashgar')],
  ['china', PARAGRAPH.indexOf('China')],
  ['tibet', PARAGRAPH.indexOf('Tibet')],
];

describe('what counts of a paragraph', () => {
  test('is the sentence of the mark, with the names in it', () => {
    const at = PARAGRAPH.indexOf('China');
    expect(contextOf({ paragraph: PARAGRAPH, at, named })).toEqual({
      paragraph: PARAGRAPH,
      sentence: 'China sent help at once. ',
      entities: ['kashgar', 'china', 'tibet'],
      near: ['china'],
    });
  });

  test('is no sentence where there is no mark', () => {
    expect(contextOf({ paragraph: PARAGRAPH, at: null, named })).toMatchObject({
      paragraph: PARAGRAPH,
      sentence: '',
      near: [],
    });
  });

  test('is the headline alone, and the text below it as the rest', () => {
    const paragraph = `China weighs trade\n${PARAGRAPH}`;
    const { sentence } = contextOf({ paragraph, at: 0, named: [['china', 0]] });
    expect(sentence).toBe('China weighs trade\n');
  });

  test('leaves out names of what is too far away', () => {
    const far = `${'Word after word. '.repeat(200)}China sent help.`;
    const { paragraph, entities } = contextOf({
      paragraph: far,
      at: far.indexOf('China'),
      named: [
        ['kashgar', 3],
        ['china', far.indexOf('China')],
      ],
    });
    expect(paragraph.length).toBeLessThan(2500);
    expect(entities).toEqual(['china']);
  });
});

test('the sentence lies in the paragraph and holds the mark, wherever that is', () => {
  const texts = fc.array(fc.constantFrom('China. ', 'Rain fell', '\n', ' 中国。', '… ', 'a.b '), {
    minLength: 1,
    maxLength: 400,
  });
  fc.assert(
    fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
      const paragraph = parts.join('');
      const at = Math.min(paragraph.length - 1, Math.floor(share * paragraph.length));
      const context = contextOf({ paragraph, at, named: [['china', at]] });
      expect(context.paragraph).toContain(context.sentence);
      expect(context.near).toEqual(['china']);
    }),
  );
});

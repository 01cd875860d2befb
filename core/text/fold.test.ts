import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldShapeOf, foldWords, JOINT, lower, shape } from './fold';

describe('fold', () => {
  test.each([
    ['curly and straight apostrophes', 'People’s', "people's"],
    ['dashes', 'One Belt– One Road', 'one belt- one road'],
    ['no-break hyphen', 'Ili‑Kazakh', 'ili-kazakh'],
    ['Latin diacritics', 'Ürümqi Barköl', 'urumqi barkol'],
    ['decomposed diacritics', 'U\u0308ru\u0308mqi', 'urumqi'],
    ['ё is е', 'Орёл Ёлка', 'орел елка'],
    ['decomposed ё is е', 'Оре\u0308л', 'орел'],
    ['й is not и', 'Китай', 'китай'],
    ['decomposed й is й', 'Кита\u0438\u0306 И\u0306', 'китай й'],
    ['soft hyphens and zero width', 'Xin\u00adji\u200bang\u2060', 'xinjiang'],
    ['white space runs', ' Hong\u00a0 \n\tKong ', 'hong kong'],
    ['Kazakh letters stay', 'Қазақстан Әмребаев', 'қазақстан әмребаев'],
    ['Han stays', '新疆維吾爾', '新疆維吾爾'],
    ['middle dots', '雪克来提・扎克尔', '雪克来提·扎克尔'],
    ['full-width Latin', 'ＣＨＩＮＡ', 'china'],
    ['strokes', 'Đoković Łódź', 'dokovic lodz'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });

  test('every white space is a space, but what nobody sees', () => {
    for (let code = 0; code < 0x10000; code++) {
      const char = String.fromCharCode(code);
      if (/\s/.test(char)) expect(fold(`a${char}b`)).toBe(char === '\ufeff' ? 'ab' : 'a b');
    }
  });

  test('shape keeps the case', () => {
    expect(foldShapeOf('ÜRÜMQI’s Ёж')).toBe("URUMQI's Еж");
  });
});

/** `fold` unit by unit, as it is defined. */
const foldedByUnits = (text: string) =>
  Array.from({ length: foldShapeOf(text).length }, (_, i) =>
    String.fromCharCode(lower(foldShapeOf(text).charCodeAt(i))),
  ).join('');

test('every unit is folded as its shape in small letters, at one go or by itself', () => {
  for (let code = 1; code < 0xd800; code++) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(fold(text)).toBe(foldedByUnits(text));
    if (text[1] !== JOINT) expect(foldWords([text])).toEqual([fold(text)]);
  }
});

test('a shape is its own shape, so that a form may be sought as it is', () => {
  for (let code = 1; code < 0xd800; code++) expect(shape(shape(code))).toBe(shape(code));
});

test('words are folded together as each is by itself', () => {
  const unit = fc.constantFrom(...'aZéЁёйΣσς\u0306\u00ad\n И新’');
  const words = fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { minLength: 1 });
  fc.assert(
    fc.property(words, (several) => {
      expect(foldWords(several)).toEqual(several.map(fold));
    }),
  );
});

test('joints in words are left out', () => {
  expect(foldWords([`Xin${JOINT}jiang`, 'Ürümqi'])).toEqual(['xinjiang', 'urumqi']);
});

import { describe, expect, test } from 'vitest';
import { fold, foldShapeOf } from './fold';

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

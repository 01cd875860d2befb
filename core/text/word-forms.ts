/** Forms of words: somebody who types "families" or «границы» means "family" and «границ» too. */
import { singularOf, stemOf } from './content-words';
import { fold } from './fold';

/** Endings of Russian nouns and adjectives, and of Kazakh plurals with their cases; longer ones first. */
const ENDINGS =
  /(?:(?:[лдт][ае]р)(?:[ыі]?м[ае]н|[дн]?[ыі]ң|[дн]?[ыі]|[ғгқк][ае]|[дтн][ае]н?)?|[иея]?(?:ями|ами)|[иь]?(?:ях|ах|ям|ам)|[оые]?(?:ого|его|ому|ему|ыми|ими)|[ое]в|[оеы]м|[оеиы]й|[ыи]х|[ауюя]ю|[ая]я|[ыио]е|ью|[аеиоуыэюяіь])$/u;
const LEAST_LEFT = 4;

/** The text with what its words begin with in other forms; equal to it where there are none. */
export function formsOf(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const folded = fold(word);
    const beginning = /\p{Script=Cyrillic}/u.test(folded)
      ? folded.replace(ENDINGS, '')
      : englishFormOf(folded);
    return beginning.length < LEAST_LEFT ? word : beginning;
  });
}

/** Plurals begin as their singular does, but for "families". */
function englishFormOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  const singular = singularOf(word);
  return singular === word ? stemOf(word) : singular;
}

/** BM25 as the textbooks have it, over all words, function words and names as well, by their stems. */
import { stemOf } from '../../core/text/content-words';
import { fold } from '../../core/text/fold';

const K1 = 1.2;
const B = 0.75;

const tokens = (text: string) =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu), ([word]) =>
    stemOf(fold(word)),
  );

/** @returns the score of one of these texts for a query; each word of the query counts once */
export function bm25(texts: readonly string[]): (query: string, text: string) => number {
  const documents = new Map(texts.map((text) => [text, tokens(text)]));
  const lengths = [...documents.values()].map(({ length }) => length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const idf = (word: string) => {
    const holding = [...documents.values()].filter((words) => words.includes(word)).length;
    return Math.log(1 + (documents.size - holding + 0.5) / (holding + 0.5));
  };
  return (query, text) => {
    const words = documents.get(text) ?? [];
    let score = 0;
    for (const word of new Set(tokens(query))) {
      const frequency = words.filter((other) => other === word).length;
      const norm = K1 * (1 - B + (B * words.length) / average);
      score += (idf(word) * frequency * (K1 + 1)) / (frequency + norm);
    }
    return score;
  };
}

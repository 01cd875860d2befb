/** The passages that a search found, as a list: those of the first name, then those that hold the words, each once. */
import type { SearchResults } from '../model/views';

export function foundPassages({ ofFirst, passages }: SearchResults): SearchResults['passages'] {
  const first = new Set(ofFirst.map(({ id }) => id));
  return [
    ...ofFirst.map((passage) => ({ ...passage, hits: passage.emphasis, isTranslated: false })),
    ...passages.filter(({ id }) => !first.has(id)),
  ];
}

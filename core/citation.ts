/** A passage as text to paste: never without who says it, how firmly, and where. */
import type { AttributedPassage } from './types';

/** Our words around a quotation, from the interface's language. */
export interface CitationWords {
  /** Who speaks. */
  speaker: string;
  /** "¶ 41 of 56" */
  place: string;
  /** A date, or that it is unknown. */
  date: string;
  /** Each hedge of the passage, named; empty when there is none. */
  hedges: string[];
}

/** The quotation, then one line each for the speaker with role, the hedges, and the source. */
export function citePlain(passage: AttributedPassage, words: CitationWords): string {
  const { speaker, source, text, doubt } = passage;
  return [
    `“${text.trim()}”`,
    `— ${words.speaker}${speaker?.role ? `, ${speaker.role}` : ''}${doubt ? ` (${doubt})` : ''}`,
    ...words.hedges,
    `${source.title}${source.publisher ? `, ${source.publisher}` : ''}, ${words.date}, ${words.place}`,
  ].join('\n');
}

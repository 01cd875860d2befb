/** What the address bar offers after the keyword `sl`: the first results of a search, one line each. */

import type { EntityKind, Span } from '../model/source';
import type { AttributedPassage, SearchResults } from '../model/views';
import { foundPassages } from './found-passages';

/** Browsers show five or six. */
const MOST = 6;
const MOST_PASSAGES = 3;
/** Characters before and after the first word found. */
const BEFORE = 30;
const AFTER = 90;

/** A stretch of a line and how it is shown. */
export interface Stretch {
  text: string;
  style: 'plain' | 'match' | 'dim';
}

export interface Suggestion {
  /** Id of the entity or the passage: what is handed back when it is chosen. */
  id: string;
  line: Stretch[];
}

/**
 * @param kindText the word for a kind of entity
 * @param saidBy who says the words at a place of a passage, and how firmly
 */
export function suggestionsFor(
  results: SearchResults,
  kindText: (kind: EntityKind) => string,
  saidBy: (at: Span, passage: AttributedPassage) => string,
): Suggestion[] {
  const { names, passages } = results;
  const said = (passages.length > 0 ? passages : foundPassages(results)).slice(0, MOST_PASSAGES);
  const named = names.slice(0, MOST - said.length);
  return [
    ...named.map(
      ({ id, canonical, kind, matchedName }): Suggestion => ({
        id,
        line: [
          { text: canonical, style: 'match' },
          {
            text: ` – ${kindText(kind)}${matchedName === canonical ? '' : ` – ${matchedName}`}`,
            style: 'dim',
          },
        ],
      }),
    ),
    ...said.map(({ hits, ...passage }): Suggestion => {
      const { id, ordinal, text, source } = passage;
      const hit = hits[0] ?? { start: 0, end: 0 };
      const { start, end } = hit;
      const from = Math.max(0, start - BEFORE);
      return {
        id,
        line: [
          // First, since browsers cut off what does not fit.
          { text: `${saidBy(hit, passage)}: `, style: 'dim' },
          { text: `${from > 0 ? '…' : ''}${text.slice(from, start)}`, style: 'plain' },
          { text: text.slice(start, end), style: 'match' },
          {
            text: `${text.slice(end, end + AFTER)}${end + AFTER < text.length ? '…' : ''}`,
            style: 'plain',
          },
          { text: ` – ¶ ${ordinal}, ${source.title}`, style: 'dim' },
        ],
      };
    }),
  ];
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
const notXml = /[\u0000-\u001f\p{Surrogate}\ufffe\uffff]/gu;

/** The line as Chrome wants it: XML, in which what a source says is never markup. */
export function markUp(line: readonly Stretch[]): string {
  return line
    .filter(({ text }) => text !== '')
    .map(({ text, style }) => {
      const escaped = text
        .replace(notXml, ' ')
        .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
      return style === 'plain' ? escaped : `<${style}>${escaped}</${style}>`;
    })
    .join('');
}

/** The line as Firefox wants it. */
export function plainText(line: readonly Stretch[]): string {
  return line.map(({ text }) => text).join('');
}

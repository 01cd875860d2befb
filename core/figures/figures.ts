/**
 * Figures of a text: numbers that say how many, how much, what part, when, or which in order, with what they count.
 * What may be a mere label (a page, an article of a law, a telephone) is left out: one too few is better than a false one.
 */
import type { Span } from '../model/source';
import { amount } from './amounts';
import { chineseFigures } from './chinese';
import { day, decade, year } from './dates';
import { part, rank } from './parts';
import { type Figure, Place } from './place';
import { tokensOf } from './tokens';

/** Telephones, times of day, dates and fractions with slashes, web addresses. */
const NO_FIGURES = [
  /\+\d[\d\s()-]{6,20}\d/g,
  /(?<!\d)\d{1,3}[\s-]?\(\d{2,5}\)[\s\d-]{4,14}\d/g,
  /(?<![\d-])\d{2,4}-\d{2,4}-\d{2,4}(?:-\d{2,4})?(?![\d-])/g,
  /(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b)/gi,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<!\d)\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o[’']clock)/gi,
  /(?<!\d)\d{1,4}\/\d{1,4}(?:\/\d{1,4})?/g,
  /(?:https?:|www\.)\S{1,300}/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,3}(?![\d.])/g,
];

/** @param count is told of every token that is looked at, for the test of how the work grows */
export function figuresIn(text: string, count: () => void = () => {}): Figure[] {
  const tokens = tokensOf(text);
  const blocked = blockedIn(text);
  const figures: Figure[] = [];
  let reached = 0;
  let block = 0;
  for (let at = 0; at < tokens.length; ) {
    count();
    const token = tokens[at];
    if (!token) break;
    while (blocked[block] && (blocked[block]?.end ?? 0) <= token.start) block++;
    if ((blocked[block]?.start ?? Number.POSITIVE_INFINITY) < token.end) {
      at++;
      continue;
    }
    const place = new Place(text, tokens, at, reached);
    const found =
      decade(place) ?? day(place) ?? year(place) ?? rank(place) ?? part(place) ?? amount(place);
    if (found && found.figure.start >= reached) {
      figures.push(found.figure);
      reached = found.figure.end;
    }
    at = Math.max(at + 1, found?.next ?? 0, place.skipTo);
  }
  const chinese = chineseFigures(text);
  if (chinese.length === 0) return figures;
  const others = figures.filter((figure) => !chinese.some((one) => overlap(one, figure)));
  return [...others, ...chinese].sort((a, b) => a.start - b.start);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function blockedIn(text: string): Span[] {
  const spans = NO_FIGURES.flatMap((one) =>
    Array.from(text.matchAll(one), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  );
  return spans.sort((a, b) => a.start - b.start);
}

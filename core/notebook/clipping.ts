/**
 * A clipping: a passage that a reader has kept, or a part of it, with everything that must be said of it. It holds the
 * passage itself, so that it outlives its source.
 */
import * as v from 'valibot';
import { HEDGE_KINDS, SHAPES, SOURCE_KINDS, type Span, TURNS } from '../model/source';
import type { AttributedPassage } from '../model/views';

/** A note is no document. */
export const LONGEST_NOTE = 20_000;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

/** The last that a `Date` can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_TIME = 8.64e15;

const line = v.pipe(v.string(), v.maxLength(2000));
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const span = { start: offset, end: offset };

const keptPassage = v.object({
  id: line,
  ordinal: offset,
  text,
  turn: v.picklist(TURNS),
  speaker: v.nullable(v.object({ id: line, name: line, role: v.nullable(line) })),
  doubt: v.nullable(text),
  shape: v.nullable(v.picklist(SHAPES)),
  page: v.nullable(line),
  time: v.nullable(v.number()),
  hedges: v.array(v.object({ ...span, kind: v.picklist(HEDGE_KINDS) })),
  quotes: v.array(v.object({ ...span, speaker: line })),
  emphasis: v.array(v.object(span)),
  question: v.nullable(v.object({ id: line, ordinal: offset, text, doubt: v.nullable(text) })),
  source: v.object({
    id: line,
    title: line,
    titleIsOurs: v.boolean(),
    kind: v.picklist(SOURCE_KINDS),
    authors: v.array(line),
    publisher: v.nullable(line),
    date: v.nullable(line),
    language: line,
    // What an earlier version has kept does not say it.
    entitiesFoundBy: v.optional(v.picklist(['review', 'machine']), 'review'),
    passages: offset,
  }),
});

export const clippingSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** When it was kept, ms since the epoch. */
  kept: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME)),
  passage: keptPassage,
  /** The part that was selected, by its offsets in the text; null for all of it. */
  part: v.nullable(v.object(span)),
  /** The reader's. */
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS)),
  /** The address of the page where it was met, where the reader wants that noted. */
  metAt: v.nullable(v.pipe(line, v.regex(/^(https?|file):\/\//, 'must be the address of a page'))),
});
export type Clipping = v.InferOutput<typeof clippingSchema>;

/** What a reader writes beside a clipping. */
export type Noted = Partial<Pick<Clipping, 'note' | 'tags'>>;

/** What else there is to say of a passage that is kept. */
export interface Keeping {
  id: string;
  /** Selected in the text; null for all of it. */
  part: Span | null;
  /** The address of the page where it was met, if that is to be noted. */
  metAt: string | null;
  /** ms since the epoch */
  now: number;
}

export function clippingOf(
  passage: AttributedPassage,
  { id, part, metAt, now }: Keeping,
): Clipping {
  const isPart = part !== null && part.end > part.start && part.end <= passage.text.length;
  return {
    id,
    kept: now,
    passage: v.parse(keptPassage, { ...passage, emphasis: [] }),
    part: isPart ? { start: part.start, end: part.end } : null,
    note: '',
    tags: [],
    metAt,
  };
}

/** What was kept, as a passage to show and to cite. */
export function clippedPassage({ passage, part }: Clipping): AttributedPassage {
  return part ? excerptOf(passage, part) : passage;
}

/**
 * A part of a passage as it may be quoted: whole words, with the hedges of its sentences, and the quotes in it. What is
 * left out before and after is shown by "…". The question and the attribution are those of the whole.
 */
export function excerptOf(passage: AttributedPassage, part: Span): AttributedPassage {
  const { start, end } = quotable(passage, part);
  const before = passage.text.slice(0, start).trim() && OMITTED;
  const after = passage.text.slice(end).trim() && OMITTED;
  const shift = before.length - start;
  const within = <S extends Span>(spans: readonly S[]): S[] =>
    spans
      .filter((one) => one.start < end && one.end > start)
      .map((one) => ({
        ...one,
        start: Math.max(start, one.start) + shift,
        end: Math.min(end, one.end) + shift,
      }));
  return {
    ...passage,
    text: `${before}${passage.text.slice(start, end)}${after}`,
    hedges: within(passage.hedges),
    quotes: within(passage.quotes),
    emphasis: [],
  };
}

const OMITTED = '…';

/** Grows a part to whole words, and over what limits the claim: no part of a sentence is firmer than the sentence. */
function quotable({ text, hedges, source }: AttributedPassage, { start, end }: Span): Span {
  const bounds = (granularity: 'word' | 'sentence', at: number): Span => {
    const segments = new Intl.Segmenter(source.language, { granularity }).segment(text);
    const { index, segment } = segments.containing(at) ?? { index: at, segment: '' };
    return { start: index, end: index + segment.length };
  };
  const words = text.slice(start, end);
  const first = start + words.length - words.trimStart().length;
  const last = Math.max(first, end - 1 - words.length + words.trimEnd().length);
  const from = bounds('sentence', first).start;
  const to = bounds('sentence', last).end;
  const limits = hedges.filter((hedge) => hedge.start < to && hedge.end > from);
  return {
    start: Math.min(bounds('word', first).start, ...limits.map((hedge) => hedge.start)),
    end: Math.max(bounds('word', last).end, ...limits.map((hedge) => hedge.end)),
  };
}

/** "Camps, trade" as tags: each once, without white space around them. */
export function tagsOf(text: string): string[] {
  const tags = text
    .split(/[,，、;؛،]/u)
    .map((tag) => tag.trim().slice(0, LONGEST_TAG))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

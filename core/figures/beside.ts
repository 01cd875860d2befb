/**
 * Which figures of a passage stand beside which of the paragraph being read. Nothing is said of who is right, so the
 * rule has to be sure of one thing alone: that both are of the same thing.
 *
 * For all: the same kind; one clause and the other sentence do not each name something that the other text leaves out
 * (Almaty here and Aktau there), and where only one does, more has to be shared; not so many a day beside so many a
 * year; not the second or another of a kind beside the first. Beyond that
 *
 * - count: the nouns share a stem, or both are words for people at large; neither is narrowed by what the other leaves
 *   out ("the council of elders"); the words for what is done agree (ordered, delivered; killed, employed), of victims
 *   the event and its year too; none is of what has not ("no water"); and a further content word or name is shared,
 *   for people at large two, unless both speak of who lives there.
 * - share: the same whole, and the same part: a word before the share that no preposition governs, or else after it.
 *   Turnout and the like are wholes of their own. By how much something grew goes only with by how much it grew.
 * - money: the same currency, the same purpose (loan, fine, "on roads"), and a shared word or name.
 * - measure: the same family of units and dimension (long, high, away…), of the same stuff ("tonnes of cotton") or of
 *   the same subject. Distances and temperatures need a shared name, spans of time two words and "lasted" or the like.
 * - date: the same event in both clauses, no more than ten years between the two; of what comes again (floods, fires)
 *   the same date. Or the same deed (founded, signed…) to the same thing.
 * - rank: the same scale ("among the nationalities of Russia"), and a shared word or name beside it.
 *
 * Chinese has no spaces: three shared pairs of characters, and the same head before 全长, part before 占, or purpose.
 *
 * Texts of two languages have no words to compare. Shares, money and measures are paired there where a name is written
 * the same in both sentences and both clauses speak of a common concept; nothing else is.
 */
import type { Span } from '../model/source';
import { conceptsIn } from '../text/concepts';
import { inChinese } from './beside-chinese';
import { type Context, figuresWithContext, type Words } from './context';
import { RULES } from './rules';

export interface FiguresPair {
  /** In the paragraph. */
  read: Span;
  /** In the passage. */
  source: Span;
}

const MOST_PAIRS = 2;
/** Of each text, the first: a table of numbers is not compared number by number. */
const MOST_FIGURES = 40;
const MOST_LENGTH = 10_000;
/** The surest first, at most two; each figure once. */
export function figuresBeside(read: string, passage: string): FiguresPair[] {
  const here = figuresWithContext(opening(read), MOST_FIGURES);
  const there = here.length === 0 ? [] : figuresWithContext(opening(passage), MOST_FIGURES);
  const scored = here.flatMap((a) =>
    there.flatMap((b) => {
      const score = sureness(a, b);
      return score > 0 ? [{ a: a.figure, b: b.figure, score }] : [];
    }),
  );
  scored.sort((x, y) => y.score - x.score || x.a.start - y.a.start || x.b.start - y.b.start);
  const taken = new Set<unknown>();
  const pairs: FiguresPair[] = [];
  for (const { a, b } of scored) {
    if (taken.has(a) || taken.has(b) || pairs.length === MOST_PAIRS) continue;
    taken.add(a).add(b);
    pairs.push({
      read: { start: a.start, end: a.end },
      source: { start: b.start, end: b.end },
    });
  }
  return pairs;
}

/** No paragraph is longer; whatever is, ends between two words here. */
function opening(text: string): string {
  if (text.length <= MOST_LENGTH) return text;
  const space = text.lastIndexOf(' ', MOST_LENGTH);
  return text.slice(0, space > 0 ? space : 0);
}

/** How much both share; 0 where they may be of two things. */
function sureness(a: Context, b: Context): number {
  if (a.figure.kind !== b.figure.kind || a.figure.unit !== b.figure.unit) {
    if (a.figure.kind !== 'date' || b.figure.kind !== 'date') return 0;
  }
  // So many a day, and so many a year.
  if (a.figure.per !== '' && b.figure.per !== '' && a.figure.per !== b.figure.per) return 0;
  if (a.script !== b.script) return acrossLanguages(a, b);
  if (a.script === 'han') return inChinese(a, b);
  if (namesDiffer(a, b)) return 0;
  const { kind } = a.figure;
  if (
    kind !== 'share' &&
    kind !== 'rank' &&
    OTHERS.test(a.clause.line) !== OTHERS.test(b.clause.line)
  )
    return 0;
  const mayDeny = kind === 'count' || kind === 'share';
  if (mayDeny && denies(a) !== denies(b)) return 0;
  const score = RULES[kind](a, b);
  return isLopsided(a, b) && score < LEAST_LOPSIDED ? 0 : score;
}

/** Two shared words or names and a little more. */
const LEAST_LOPSIDED = 3;

const DENIALS =
  /\s(?:no|not|without|neither|nor|never|against|против|lack|lacks|lacking|не|нет|без|жоқ|емес)\s/;
/** One more of a kind is not the first of it. */
const OTHERS = /\s(?:another|other|second|third|further)\s/;
const BOUNDS = /\s(?:no (?:more|fewer|less) than|not (?:more|less) than|не (?:более|менее))\s/g;

function denies({ clause }: Context): boolean {
  return DENIALS.test(clause.line.replace(BOUNDS, ' '));
}

/** One clause and the sentence of the other each name what the other text does not. */
function namesDiffer(a: Context, b: Context): boolean {
  const ownInClause = (one: Context, other: Context) => own(one.clause, other);
  const ownInSentence = (one: Context, other: Context) => own(one.sentence, other);
  return (ownInClause(a, b) && ownInSentence(b, a)) || (ownInClause(b, a) && ownInSentence(a, b));
}

/** Only one names something more: then what is shared has to weigh more. */
function isLopsided(a: Context, b: Context): boolean {
  return own(a.clause, b) || own(b.clause, a);
}

function own({ names }: Words, { named }: Context): boolean {
  return [...names].some((name) => !named.has(name));
}

/** No words can be compared: a name in the same letters, and a concept of the tables, have to do. */
function acrossLanguages(a: Context, b: Context): number {
  const { kind } = a.figure;
  if (kind !== 'money' && kind !== 'measure' && kind !== 'share') return 0;
  if (a.figure.unit === 'time' || a.figure.unit === 'temperature') return 0;
  const all = ({ sentence }: Context) => sentence.names.union(sentence.content);
  const names = [...all(a).intersection(all(b))];
  if (names.length === 0) return 0;
  const [mine, theirs] = [a, b].map(({ clauseText }) => new Set(conceptsIn(clauseText).keys()));
  const concepts = mine && theirs ? mine.intersection(theirs).size : 0;
  return concepts > 0 ? names.length + concepts : 0;
}

/** The words around a figure: its clause, its sentence, what both name, and what happens there. */
import type { Span } from '../model/source';
import { contentWords } from '../text/content-words';
import { figuresIn } from './figures';
import type { Figure } from './place';
import {
  FUNCTION_WORDS,
  MONTHS,
  ORDINALS,
  PARTS as PARTS_OF_WHOLE,
  SCALES,
  SMALL,
  UNITS,
} from './tables';
import { isCapitalised, isCyrillic, type Token, tokensOf } from './tokens';
import { stem } from './words';

export type Script = 'latin' | 'cyrillic' | 'han';

export interface Context {
  figure: Figure;
  script: Script;
  /** Text of the clause and of the sentence. */
  clauseText: string;
  sentenceText: string;
  clause: Words;
  sentence: Words;
  /** The sentence, and the one before where this one refers back ("Its loan", "held there"). */
  around: Words;
  /** Stems that may be what the sentence says the figure of: before it, and no object of a preposition or a verb. */
  subject: ReadonlySet<string>;
  /** Stems that narrow it: "unemployment among the young", "the trial of the officers". */
  narrowed: ReadonlySet<string>;
  /** Stems of the words right before and after that may be what is done: "delivered two planes". */
  deeds: ReadonlySet<string>;
  /** Stems after the figure that no preposition governs. */
  rest: ReadonlySet<string>;
  /** Stems of what a preposition right after the figure governs: "$20 million on schools". */
  purpose: ReadonlySet<string>;
  /** The word right after it. */
  next: string;
  /** Years that the sentence gives. */
  years: readonly number[];
  /** Everything that the whole text names. */
  named: ReadonlySet<string>;
}

export interface Words {
  /** Stems of words that tell of what, in small letters or at the start of a sentence. */
  content: ReadonlySet<string>;
  /** Stems of capitalised words within a sentence. */
  names: ReadonlySet<string>;
  /** Names of two words: "aral sea". */
  longNames: ReadonlySet<string>;
  /** All words, as folded. */
  keys: ReadonlySet<string>;
  /** All words in order, as folded, with a space between and at both ends. */
  line: string;
}

/** Words that tell how a figure is meant, or stand in any news item, and so not of what it is. */
const GENERAL = new Set(
  `long length deep depth wide width high height tall area size distance total amount share rate
cost costs price worth almost nearly only just officially official reported report announced announce told tell
minister ministry government president world work new old north south east west northern southern eastern western
largest smallest level figure figures data statistics according expected expect monday tuesday wednesday thursday
friday saturday sunday week weeks month months day days hour hours morning evening night today yesterday tomorrow
percent cent dollar euro yuan tenge million billion thousand hundred dozen
kilometre kilometer mile metre meter hectare acre tonne ton degree celsius square cubic litre barrel
rise rose grow grew growth fall fell drop increase decrease decline reach reached stand stood become became remain
spring summer autumn winter early late decade century place
nobody everybody somebody anything something nothing still never every many most
было была были быть этого того этом тогда когда который которые которых также более менее около почти всего сейчас
министерств министр правительств президент сообщил заявил тысяч миллион миллиард процент рубл доллар километр
год года году составля составил составит состав сообщи
деді болды кезде дейін туралы сондай қызмет`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const NO_NAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday celsius fahrenheit'.split(' '),
);
/** "the villages around Almaty": not Almaty. */
const ELSEWHERE = new Set(
  'around near outside beyond beside opposite возле около близ вокруг'.split(' '),
);
const REFERS_BACK = /\s(?:it|its|they|their|them|there|these|those|this)\s/;

/** The first figures of a text in their context, in order. */
export function figuresWithContext(text: string, most: number): Context[] {
  const figures = figuresIn(text).slice(0, most);
  if (figures.length === 0) return [];
  const tokens = tokensOf(text);
  const sentences = sentencesOf(text, tokens);
  const named = wordsOf(tokens, sentences).names;
  const opening = wordsOf(tokens, sentences).content;
  const all = new Set([...named, ...opening]);
  let before: Words | undefined;
  let next = 0;
  return sentences.flatMap((sentence, i) => {
    const within = figures.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const from = next;
    while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next++;
    const inSentence = tokens.slice(from, next);
    const words = wordsOf(inSentence, [sentence]);
    const previous = before;
    before = words;
    if (within.length === 0) return [];
    const clauses = clausesOf(sentence, inSentence, figures);
    return within.map((figure): Context => {
      const clause = clauses.find(({ end }) => figure.start < end) ?? sentence;
      const inClause = inSentence.filter(
        ({ start }) => start >= clause.start && start < clause.end,
      );
      const isBack = i > 0 && previous && REFERS_BACK.test(words.line);
      const { plain: subject, narrowed } = rolesOf(
        inSentence.filter(({ start }) => start < figure.start),
      );
      const after = inClause.filter(({ start }) => start >= figure.end);
      const opens = /^ (?:it|its|they|their|this|these) /.test(words.line);
      return {
        figure,
        script: scriptOf(text.slice(sentence.start, sentence.end)),
        clauseText: text.slice(clause.start, clause.end),
        sentenceText: text.slice(sentence.start, sentence.end),
        clause: wordsOf(inClause, [sentence]),
        sentence: words,
        around: isBack ? both(previous, words) : words,
        subject:
          opens && previous ? subject.union(previous.content).union(previous.names) : subject,
        narrowed,
        deeds: deedsOf(inSentence, figure),
        rest: rolesOf(after).plain,
        purpose: purposeOf(after),
        next: after[0]?.key ?? '',
        years: within
          .filter(({ kind }) => kind === 'date')
          .map(({ value }) => Math.floor(value.low)),
        named: all,
      };
    });
  });
}

function both(a: Words, b: Words): Words {
  return {
    content: a.content.union(b.content),
    names: a.names.union(b.names),
    longNames: a.longNames.union(b.longNames),
    keys: a.keys.union(b.keys),
    line: a.line + b.line,
  };
}

function scriptOf(text: string): Script {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // One Chinese character is worth a few letters.
  if (han * 3 > latin + cyrillic) return 'han';
  return cyrillic > latin ? 'cyrillic' : 'latin';
}

function wordsOf(tokens: readonly Token[], sentences: readonly Span[]): Words {
  const content = new Set<string>();
  const names = new Set<string>();
  const longNames = new Set<string>();
  const keys = new Set<string>();
  const starts = new Set(sentences.map(({ start }) => start));
  let line = ' ';
  tokens.forEach((token, i) => {
    if (token.kind !== 'word') return;
    keys.add(token.key);
    line += `${token.key} `;
    if (MONTHS.has(token.key) || SMALL.has(token.key) || SCALES.has(token.key)) return;
    const before = tokens[i - 1];
    const isFirst = starts.has(token.start) || /^[“"«„]$/.test(before?.text ?? '');
    const stemmed = stem(token.key.replace(/[’']s?$/, ''));
    if (isCapitalised(token.text) && !NO_NAMES.has(token.key)) {
      if (ELSEWHERE.has(before?.key ?? '')) return;
      if (before?.kind === 'word' && isCapitalised(before.text) && before.end + 1 === token.start) {
        if (!FUNCTION_START.has(before.key)) {
          longNames.add(`${stem(before.key)} ${stemmed}`);
        }
      }
      if (!isFirst) {
        names.add(stemmed);
        return;
      }
    }
    if (isContent(token.key, stemmed)) content.add(stemmed);
  });
  return { content, names, longNames, keys, line };
}

const PREPOSITIONS = new Set(
  `in on at of for from by with without under over into through across along around near outside between among about
  after before during since against to в на у к по о об от из за до для при под над между через около`.split(
    /\s+/,
  ),
);
const ARTICLES = new Set(
  'the a an its their our his her my your this that these those all some'.split(' '),
);

/** Of these, what comes after them says which of a kind is meant; places and times follow the others. */
const NARROWING = new Set('of for among with against между среди для'.split(' '));

/** Runs of words without function words between, by whether a preposition or a verb stands before. */
function rolesOf(tokens: readonly Token[]): { plain: Set<string>; narrowed: Set<string> } {
  const plain = new Set<string>();
  const narrowed = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const from = at;
    while (at < tokens.length && isPlain(tokens[at])) at++;
    if (at === from) {
      at++;
      continue;
    }
    let before = from - 1;
    while (ARTICLES.has(tokens[before]?.key ?? '')) before--;
    const hasArticle = before < from - 1;
    const after = tokens[at];
    const run = tokens.slice(from, at);
    const hasVerb = endsInVerb(run);
    const isObject =
      hasArticle &&
      !hasVerb &&
      before >= 0 &&
      isPlain(tokens[before]) &&
      (after === undefined || after.kind !== 'word' || PREPOSITIONS.has(after.key));
    if (isObject) continue;
    const preposition = tokens[before]?.key ?? '';
    const isGoverned = PREPOSITIONS.has(preposition) && preposition !== 'by';
    if (isGoverned && !NARROWING.has(preposition)) continue;
    for (const { key } of hasVerb ? run.slice(0, -1) : run) {
      const stemmed = stem(key.replace(/[’']s?$/, ''));
      if (isContent(key, stemmed)) (isGoverned ? narrowed : plain).add(stemmed);
    }
  }
  return { plain, narrowed };
}

/** "the desert covers", "forests cover": the last word of the run is no part of the subject. */
function endsInVerb(run: readonly Token[]): boolean {
  const [before, last] = run.slice(-2);
  if (!before || !last || isCyrillic(last.key)) return false;
  return /(?:ed|[^s]s)$/.test(last.key)
    ? !/[^s]s$/.test(before.key) || /ed$/.test(last.key)
    : /[^s’']s$/.test(before.key);
}

function deedsOf(tokens: readonly Token[], figure: Span): Set<string> {
  const deeds = new Set<string>();
  const first = tokens.findIndex(({ start }) => start >= figure.start);
  const last = tokens.findIndex(({ start }) => start >= figure.end);
  let before = first - 1;
  while (
    ARTICLES.has(tokens[before]?.key ?? '') ||
    /^(?:in|up|off|out|for|down)$/.test(tokens[before]?.key ?? '')
  )
    before--;
  const words = [tokens[before]];
  if (last > 0) {
    let after = last;
    while (AUXILIARIES.has(tokens[after]?.key ?? '')) after++;
    words.push(tokens[after]);
  }
  for (const word of words) {
    if (!isPlain(word) || isCapitalised(word.text)) continue;
    deeds.add(word.key);
  }
  return deeds;
}

const AUXILIARIES = new Set(
  'is are was were be been being have has had will would had to already also still were being'.split(
    ' ',
  ),
);

function purposeOf(after: readonly Token[]): Set<string> {
  const purpose = new Set<string>();
  if (!/^(?:on|for|to|for|in|на|для)$/.test(after[0]?.key ?? '')) return purpose;
  for (const token of after.slice(1, 5)) {
    if (ARTICLES.has(token.key)) continue;
    if (!isPlain(token)) break;
    const stemmed = stem(token.key);
    if (isContent(token.key, stemmed)) purpose.add(stemmed);
  }
  return purpose;
}

function isPlain(token: Token | undefined): token is Token {
  if (token?.kind !== 'word' || FUNCTION_WORDS.has(token.key) || ARTICLES.has(token.key))
    return false;
  // "In the first ten years trade with China grew": the subject begins after the time.
  return UNITS.get(token.key)?.[0] !== 'time' && !SMALL.has(token.key) && !MONTHS.has(token.key);
}

/** Of three letters, and yet they say of what. */
const SHORT = new Set('dam oil gas tax war sea law bus car tea tin pig cow'.split(' '));

const FUNCTION_START = new Set(
  'the a an in on at of for by from when if some most about'.split(' '),
);

function isContent(key: string, stemmed: string): boolean {
  if (GENERAL.has(key) || GENERAL.has(stemmed) || ORDINALS.has(key) || PARTS_OF_WHOLE.has(key)) {
    return false;
  }
  if (isCyrillic(key))
    return key.length >= 4 && ![...CYRILLIC_GENERAL].some((one) => key.startsWith(one));
  return SHORT.has(stemmed) || contentWords(key).length > 0;
}

const CYRILLIC_GENERAL =
  'составл состави министерств министр сообщ заявил процент миллион миллиард тысяч доллар рубл километр котор больш'.split(
    ' ',
  );

const ENDS = /^[.!?…。！？；\u2028]$/;
const NO_ENDS = new Set('sq cu no mr mrs ms dr st кв куб тыс млн млрд руб ст стр'.split(' '));

function sentencesOf(text: string, tokens: readonly Token[]): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (!next) return;
    const gap = text.slice(token.end, next.start);
    const isLine = gap.includes('\n') && /\n\s*\n/.test(gap);
    const isFullStop = ENDS.test(token.text) && !NO_ENDS.has(tokens[i - 1]?.key ?? '');
    const isHan = /^[。！？；]$/.test(token.text);
    if (isLine || isHan || (isFullStop && gap !== '' && !/^\p{Ll}/u.test(next.text))) {
      sentences.push({ start, end: next.start });
      start = next.start;
    }
  });
  sentences.push({ start, end: text.length });
  return sentences;
}

const PARTS = /^[,;:()—–，；：（）、]$/;
const CONJUNCTIONS = new Set(
  'although though because while whereas when whose which but'.split(' '),
);
/** A clause of fewer words, its figures apart, goes with the next. */
const LEAST_WORDS = 3;

function clausesOf(sentence: Span, tokens: readonly Token[], figures: readonly Figure[]): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start;
  let words = 0;
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    while ((figures[at]?.end ?? Number.POSITIVE_INFINITY) <= token.start) at++;
    const isInFigure = (figures[at]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    const isBreak = PARTS.test(token.text) || (CONJUNCTIONS.has(token.key) && i > 0);
    if (isInFigure) continue;
    if (token.kind === 'word' && !(token.kind === 'word' && CONJUNCTIONS.has(token.key))) {
      words += /\p{Script=Han}/u.test(token.text) ? 3 : 1;
    }
    if (isBreak && words >= LEAST_WORDS) {
      clauses.push({ start, end: token.start });
      start = token.start;
      words = 0;
    }
  }
  // What is left over goes with the clause before: "by half, or 48 per cent".
  const last = words < LEAST_WORDS ? clauses.pop() : undefined;
  clauses.push({ start: last?.start ?? start, end: sentence.end });
  return clauses;
}

/** Content words of English prose, for comparing a paragraph with a passage. */
import { fold } from './fold';

/** Function words, and general words that any news item may hold. */
const STOP_WORDS = new Set(
  `about above after again against also although always among another because been before being between both
  could does doing done down during each even ever every from further have having here hers herself himself into
  itself just least less like made make makes many more most much must myself never none only other others ours
  over part same shall should since some such than that their theirs them themselves then there these they this
  those though through thus today toward under until upon very want well were what when where whether which while
  whom whose will with within without would year years your yours said says saying told according including
  called known take taken give given come came goes going gone does year month week time times people country
  countries state states one two three around away back begin began begins best better brought case cases find
  found half held hold holds keep keeps kept last later lead leads leave leaves leaving left live lived lives look
  looked looks next number numbers official officials part parts place places quite rather second seem seemed
  seems side sides still thing things ways`.split(/\s+/),
);
const LEAST_LENGTH = 4;

/** A word that carries meaning, and its stem for comparison. */
export interface ContentWord {
  /** As written. */
  text: string;
  stem: string;
}

/** The distinct content words of a text, in order of first occurrence. */
export function contentWords(text: string): ContentWord[] {
  const words = new Map<string, ContentWord>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu)) {
    const folded = fold(word);
    if (folded.length < LEAST_LENGTH || STOP_WORDS.has(folded.replace(/'s$/, ''))) continue;
    const stem = stemOf(folded);
    if (!words.has(stem)) words.set(stem, { text: word, stem });
  }
  return [...words.values()];
}

const LEAST_STEM = 4;
/** Plurals with a meaning of their own. */
const KEPT = new Set(['arms', 'customs', 'goods', 'headquarters', 'means', 'news']);

/** From the plural to the singular; the first that fits. */
const PLURALS: ReadonlyArray<[RegExp, string]> = [
  [/(?<=\p{L}{2})ies$/u, 'y'],
  [/(?<=ss|x|zz|ch|sh|\p{L}{3}o)es$/u, ''],
  [/(?<=[^siu])s$/, ''],
];

const PAST_OR_PRESENT = /(?<=[aeiouy]\p{L}*)(?<!e)(?:ed|ing)$/u;
const DOUBLED = /(?<=([bdgmnprt])|[aeiouy]\p{L}*[^aeiou][eo](l))(?:\1|\2)$/u;
/** What a verb ends in that loses an e before -ed and -ing: forc(e), settl(e), includ(e), requir(e). */
const LOST_E = new RegExp(
  [
    '(?:[cvzu]|[^s]s|[^ng]g|(?:ch|rr)ang|eng|[bcdfgkptz]l|[bct]r',
    '(?<![aeo])(?:[aiou]k|i[dlmnr]|a[dmprt]|u[dlmrt])|(?<!o)od|(?<!e)ed',
    '(?:pl|st|gn|sc)or|(?:wr|c|nv|gn|un)it|(?:ompl?|del)et|(?:m|v|qu|n)ot|[ch]om|yp)$',
  ].join('|'),
);

/**
 * The form for comparison: enough to see that "camps" and "camp" are one word, and so "labour" and
 * "labor", "organise" and "organization". Takes off what inflects a word, not what makes another of it:
 * a factory is no factor, and one reason too few is better than a false one.
 * @param word folded
 */
export function stemOf(word: string): string {
  const bare = word.replace(/'s$/, '');
  return KEPT.has(bare) ? bare : spelledOneWay(baseOf(singularOf(bare)));
}

/** @param word folded */
export function singularOf(word: string): string {
  const [ending, singular] = PLURALS.find(([plural]) => plural.test(word)) ?? [/$/, ''];
  return longEnough(word.replace(ending, singular), word);
}

/** The verb of a form in -ed or -ing, and of a noun in -ation. */
function baseOf(word: string): string {
  if (/(?<=\p{L}{2})ied$/u.test(word)) return word.replace(/ied$/, 'y');
  if (/(?:agr|nt)eed$/.test(word)) return word.slice(0, -1);
  if (PAST_OR_PRESENT.test(word)) {
    const stem = word.replace(PAST_OR_PRESENT, '');
    const single = stem.replace(DOUBLED, '');
    return longEnough(single === stem && LOST_E.test(stem) ? `${stem}e` : single, word);
  }
  return word.replace(/(?<=i[sz])ation$/, 'e').replace(/(?<=\p{L}{3}at)ion$/u, 'e');
}

/** As American English writes it. */
function spelledOneWay(word: string): string {
  return word.replace(/(?<=\p{L}{3})our$/u, 'or').replace(/(?<=\p{L}{3})ise$/u, 'ize');
}

function longEnough(stem: string, word: string): string {
  return stem.length >= LEAST_STEM ? stem : word;
}
